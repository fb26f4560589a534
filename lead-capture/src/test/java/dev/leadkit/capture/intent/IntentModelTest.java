package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentModelTest {
    private static final IntentModel MODEL = IntentModel.lexical();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to buy a boat",
                "can I book a table for four on Friday?",
                "we'd like to order 20 chairs",
                "sign me up please",
                "ich möchte ein Boot kaufen"
            })
    void sees_that_a_visitor_wants_to_buy(String text) {
        assertThat(MODEL.read(text).purchase()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how much is the blue one?",
                "could you send me a quote?",
                "I'm interested in your boats",
                "do you offer a free trial?"
            })
    void sees_an_inquiry_before_a_purchase(String text) {
        assertThat(MODEL.read(text).qualified()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't want to buy anything",
                "I'm not interested, thanks",
                "please cancel my order",
                "I want a refund",
                "where is my order? I want the tracking number",
                "I forgot my password",
                "hello",
                "just looking, thanks",
                ""
            })
    void sees_no_intent_in_support_questions_and_refusals(String text) {
        assertThat(MODEL.read(text).strongest()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "je ne veux pas acheter",
                "je ne veux rien acheter",
                "je ne veux plus acheter",
                "nous ne cherchons pas",
                "não quero comprar",
                "nunca quiero comprar",
                "ya no quiero comprar",
                "non voglio comprare",
                "не хочу купить",
                "nie chcę kupić",
                "jag vill inte köpa",
                "jeg vil ikke købe",
                "ik wil niet kopen",
                "ik wil geen tafel kopen",
                "ich will nichts kaufen",
                "ich brauche nichts",
                "Ich möchte keinen Tisch kaufen",
                "satın almak istemiyorum",
                "rezervasyon istemiyorum"
            })
    void sees_that_a_visitor_refuses_to_buy_in_other_languages(String text) {
        assertThat(MODEL.read(text).strongest()).isLessThan(0.5);
        assertThat(IntentModel.trained().read(text).strongest()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "je cherche un hôtel pas cher à réserver",
                "de rien, je voudrais réserver",
                "Не подскажете, сколько стоит столик?",
                "не могли бы вы забронировать столик",
                "kan ni boka ett bord",
                "3. Mai, möchte buchen",
                "ik wil een pas kopen",
                "I'd like a non smoking room for two"
            })
    void a_word_that_refuses_only_elsewhere_turns_nothing_around(String text) {
        assertThat(MODEL.read(text).strongest()).isGreaterThan(0.5);
        assertThat(IntentModel.trained().read(text).strongest()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SATIN ALMAK İSTİYORUM",
                "SATIN ALMAK I\u0307STI\u0307YORUM",
                "je voudrais re\u0301server une chambre",
                "Jag vill ko\u0308pa en bo\u0308cker",
                "QUIERO COMPRAR"
            })
    void capitals_and_letters_with_their_marks_apart_are_read_alike(String text) {
        assertThat(MODEL.read(text).purchase()).isGreaterThan(0.5);
        assertThat(IntentModel.trained().read(text).purchase()).isGreaterThan(0.5);
    }

    @Test
    void evidence_weighs_something() {
        Span word = new Span(0, 4);

        assertThat(new IntentEvidence("want", word, -0.5).weight()).isEqualTo(-0.5);
        assertThatThrownBy(() -> new IntentEvidence("want", word, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shows_the_words_that_moved_it() {
        String text = "Hello! We want to buy two boats.";

        assertThat(MODEL.read(text).evidence())
                .anySatisfy(evidence -> assertThat(evidence.span().of(text)).isEqualTo("want to buy"));
    }

    @Test
    void a_negation_turns_a_wish_around_and_says_so() {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "negations":["not"],"terms":[{"phrase":"buy","purchase":2}]}
            """);

        IntentReading plain = model.read("I will buy");
        IntentReading negated = model.read("I will not buy");

        assertThat(plain.purchase()).isGreaterThan(0.8);
        assertThat(negated.purchase()).isLessThan(0.5);
        assertThat(negated.evidence())
                .extracting(IntentEvidence::term, IntentEvidence::weight)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("not … buy", -1.0));
    }

    @Test
    void a_term_counts_once_a_message_and_in_either_number() {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"ticket","purchase":1},{"phrase":"party of 2","qualified":1}]}
            """);

        assertThat(model.read("ticket tickets ticket"))
                .extracting(IntentReading::purchase)
                .isEqualTo(model.read("tickets").purchase());
        assertThat(model.read("a party of nine").qualified()).isGreaterThan(0.5);
    }

    @Test
    void a_term_is_seen_without_the_marks_of_its_letters() {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"cotización","qualified":1},{"phrase":"báo giá","qualified":1},{"phrase":"thèse","qualified":1}]}
            """);

        assertThat(model.read("una cotizacion").qualified()).isGreaterThan(0.5);
        assertThat(model.read("gui bao gia nhe").qualified()).isGreaterThan(0.5);
        assertThat(model.read("these").qualified()).isEqualTo(0.5);
    }

    @Test
    void an_and_that_is_written_onto_a_word_hides_no_term() {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"מחפשים","purchase":1},{"phrase":"أريد","purchase":1}]}
            """);

        assertThat(model.read("אנחנו מתחתנים ומחפשים צלם").purchase()).isGreaterThan(0.5);
        assertThat(model.read("مرحبا وأريد").purchase()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I need 2 | true
        for 20 people, from 12/05 at 10:30 | true
        it costs 35,000 | true
        call 212-555-0101 | false
        call (212) 555 0101 | false
        +44 20 7946 0958 | false
        """)
    void a_number_is_a_count_unless_it_is_part_of_a_long_one(String text, boolean count) {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"2","purchase":1}]}
            """);

        assertThat(model.read(text).purchase() > 0.5).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        write to buy@acme.example | false
        see https://acme.example/buy?x=1 | false
        see www.acme.example/buy | false
        me.buy@acme.example wants none | false
        at jane@acme.example, buy one | true
        I sell and/or buy | true
        e-mail:buy | true
        """)
    void a_word_of_an_address_counts_nothing(String text, boolean counts) {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"buy","purchase":1}]}
            """);

        assertThat(model.read(text).purchase() > 0.5).isEqualTo(counts);
    }

    @Test
    void reports_all_problems_of_a_definition_at_once() {
        String json = """
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0},"colour":"red",
             "terms":[{"phrase":"a b c d e","purchase":1},{"phrase":"buy"},{"phrase":"x","purchase":99}]}
            """;

        assertThatThrownBy(() -> IntentModel.parse(json))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::pointer)
                                .contains("/bias", "/colour", "/terms/0/phrase", "/terms/1", "/terms/2/purchase"));
    }

    @Test
    void settings_that_would_never_work_are_problems() {
        String json = """
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "negations":["not at all","don’t","¡no!","NICHT"],
             "terms":[{"phrase":"yes. buy","purchase":1},{"phrase":"^ buy","purchase":1},{"phrase":"c++","purchase":1}],
             "cues":[{"phrase":"^ buy ?","purchase":1},{"phrase":"!buy","purchase":1}]}
            """;

        assertThatThrownBy(() -> IntentModel.parse(json))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.pointer() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "/negations/0 negation-length",
                                        "/negations/2 negation-length",
                                        "/terms/0/phrase phrase-marks",
                                        "/terms/1/phrase phrase-marks",
                                        "/terms/2/phrase phrase-marks",
                                        "/cues/1/phrase phrase-marks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I don't buy", "I DON’T buy", "nicht buy"})
    void a_negation_counts_however_it_is_written(String text) {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "negations":["Don’t","NICHT"],"terms":[{"phrase":"buy","purchase":2}]}
            """);

        assertThat(model.read(text).purchase()).isLessThan(0.5);
    }

    @Test
    void cues_count_beside_the_terms_and_one_another_and_are_never_turned_around() {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "negations":["not"],"terms":[{"phrase":"buy a boat","purchase":2}],
             "cues":[{"phrase":"boat","purchase":-1,"qualified":-1},{"phrase":"a boat","qualified":3}]}
            """);

        IntentReading reading = model.read("I will not buy a boat");

        assertThat(reading.evidence())
                .extracting(IntentEvidence::term, IntentEvidence::weight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("not … buy a boat", -1.0),
                        org.assertj.core.groups.Tuple.tuple("a boat", 3.0),
                        org.assertj.core.groups.Tuple.tuple("boat", -1.0));
        assertThat(reading.purchase()).isLessThan(0.2);
        assertThat(reading.qualified()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can you moor a boat?          | can you, boat ?
        Good day. Can you moor boats? | can you, boat ?
        Can you moor a boat ? Thanks  | can you, boat ?
        tell me if you can you know   | ''
        the boat. Can I sail?         | ''
        """)
    void a_cue_may_stand_at_the_beginning_of_a_sentence_or_at_the_end_of_a_question(String text, String seen) {
        IntentModel model = IntentModel.parse("""
            {"kind":"intent-model","format":1,"name":"t","version":1,"bias":{"purchase":0,"qualified":0},
             "terms":[{"phrase":"buy","purchase":2}],
             "cues":[{"phrase":"^ can you","purchase":1},{"phrase":"boat ?","purchase":1}]}
            """);

        assertThat(model.read(text).evidence())
                .extracting(evidence -> evidence.term().replace("^ ", ""))
                .containsExactly(seen.isEmpty() ? new String[0] : seen.split(", "));
    }

    @Test
    void a_model_is_its_document() {
        IntentModel again = IntentModel.parse(IntentModel.trained().toJson());

        assertThat(again.toJson()).isEqualTo(IntentModel.trained().toJson());
        assertThat(again.cues()).isEqualTo(IntentModel.trained().cues()).hasSizeBetween(500, 3000);
        assertThat(again.read("we'd like to order 20 chairs"))
                .isEqualTo(IntentModel.trained().read("we'd like to order 20 chairs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need a quote for 20 tables", "I don't want to buy a sofa", "hello", "how much is it?"})
    void bias_and_evidence_add_up_to_the_log_odds(String text) {
        IntentModel model = IntentModel.trained();
        IntentReading reading = model.read(text);

        assertThat(JudgedExamples.logOdds(reading.purchase()))
                .isCloseTo(model.purchaseBias() + sum(reading, IntentEvidence::purchase), within(1e-9));
        assertThat(JudgedExamples.logOdds(reading.qualified()))
                .isCloseTo(model.qualifiedBias() + sum(reading, IntentEvidence::qualified), within(1e-9));
    }

    private static double sum(IntentReading reading, ToDoubleFunction<IntentEvidence> weight) {
        return reading.evidence().stream().mapToDouble(weight).sum();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        No, don't buy the blue one. | Buy the red one for me
        We couldn't book a room last year. | Can we book a room for 2 people in May?
        """)
    void what_is_refused_at_first_hides_no_wish_behind_it(String refused, String wished) {
        IntentModel model = IntentModel.lexical();

        assertThat(model.read(refused + " " + wished).strongest())
                .isCloseTo(model.read(wished + ". " + refused).strongest(), within(1e-9))
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        we'd like to order 20 chairs | true
        can I book a table for four on Friday? | true
        could you send me a quote? | true
        play the next song | false
        please change the address of my account | false
        I was charged twice last month | false
        """)
    void the_trained_model_tells_an_intent_from_none(String text, boolean intent) {
        assertThat(IntentModel.trained().read(text).strongest() >= 0.5).isEqualTo(intent);
    }

    @Test
    void what_ships_is_read_once() {
        assertThat(IntentModel.lexical()).isSameAs(IntentModel.lexical());
        assertThat(IntentModel.trained()).isSameAs(IntentModel.trained());
    }

    @Property(tries = 2000)
    void any_text_gives_probabilities_and_spans_inside_it(@ForAll String text) {
        IntentReading reading = MODEL.read(text);

        assertThat(reading.evidence())
                .allSatisfy(evidence -> assertThat(evidence.span().end()).isLessThanOrEqualTo(text.length()));
    }
}
