package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.summary.CitedMessage.Step;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message says, and what a claim of it must not leave out. */
class CitedMessageTest {
    @Test
    void a_message_says_its_words_in_the_singular_and_the_plural() {
        SaidMessage message = said("we need oak chairs and a table, is 7 ok");

        assertThat(message.says("sofa")).isFalse();
        assertThat(message.says("we")).isTrue();
        assertThat(message.says("chairs")).isTrue();
        assertThat(message.says("chair")).isTrue();
        assertThat(message.says("tables")).isTrue();
        assertThat(message.says("7s")).isFalse();
        assertThat(message.says("i")).isFalse();
    }

    @Test
    void a_single_letter_has_no_plural_nor_a_short_word_a_singular() {
        SaidMessage message = said("is to do as I do");

        assertThat(message.says("a")).isFalse();
        assertThat(message.says("dos")).isFalse();
        assertThat(message.says("tos")).isFalse();
    }

    @Test
    void a_message_is_used_once_it_says_the_next_word() {
        CitedMessage message = cited("we need oak chairs");

        assertThat(message.follows("sofa", Step.ON)).isFalse();
        assertThat(message.isUsed()).isFalse();
        assertThat(message.follows("oak", Step.ON)).isTrue();
        assertThat(message.isUsed()).isTrue();
    }

    @Test
    void words_follow_in_the_order_of_the_message() {
        CitedMessage message = cited("tables before Monday, chairs after Friday");

        assertThat(message.follows("chairs", Step.ON)).isTrue();
        assertThat(message.follows("before", Step.ON)).isFalse();
        assertThat(message.follows("before", Step.ANEW)).isTrue();
        assertThat(message.follows("friday", Step.ON)).isFalse(); // what stands between them is another part
        assertThat(message.follows("monday", Step.ON)).isTrue();
    }

    @Test
    void what_a_number_is_of_may_stand_anywhere() {
        CitedMessage message = cited("20 chairs by May 3 or so");

        assertThat(message.follows("3", Step.ON)).isTrue();
        assertThat(message.follows("may", Step.COUNTED)).isTrue();
        assertThat(message.follows("so", Step.ON)).isTrue();
        assertThat(message.follows("may", Step.ON)).isFalse();
    }

    @Test
    void evidence_spans_the_words_that_were_found() {
        String text = "Hello. We need oak chairs and a table.";
        CitedMessage message = cited(text);
        message.follows("need", Step.ON);
        message.follows("chairs", Step.ON);

        assertThat(text.substring(message.evidence().start(), message.evidence().end()))
                .isEqualTo("need oak chairs");
    }

    @Test
    void contact_data_is_no_word_of_a_message() {
        var message = new SaidMessage(new Utterance("s", "m1", Speaker.VISITOR, "I am Jane", List.of(new Span(5, 9))));

        assertThat(message.says("jane")).isFalse();
        assertThat(message.isContact("jane")).isTrue();
        assertThat(message.isContact("am")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        VISITOR | We do not need chairs. | chairs | need chairs | negation-lost
        VISITOR | We don't need chairs | chairs | need chairs | negation-lost
        VISITOR | We need chairs. No sofas. | chairs | need chairs |
        VISITOR | No sofas. We need chairs. | chairs | need chairs |
        VISITOR | We do not need chairs. | chairs | do not need chairs |
        VISITOR | Ich brauche keinen Tisch | tisch | brauche Tisch | negation-lost
        VISITOR | Ich brauche nie ein Sofa | sofa | brauche Sofa | negation-lost
        VISITOR | I dont want chairs | chairs | want chairs | negation-lost
        VISITOR | Neither chairs nor tables | chairs | chairs | negation-lost
        VISITOR | aucune chaise rouge | chaise | chaises | negation-lost
        VISITOR | Je ne veux plus de chaises | chaises | veux chaises | negation-lost
        VISITOR | Je n'ai pas besoin de chaises | chaises | chaises | negation-lost
        VISITOR | No necesito ninguna silla | silla | necesito silla | negation-lost
        VISITOR | mesas en lugar de sillas | sillas | sillas | negation-lost
        VISITOR | Non voglio nessun tavolo | tavolo | tavolo | negation-lost
        VISITOR | Não preciso de cadeiras | cadeiras | cadeiras | negation-lost
        VISITOR | Ik wil geen stoelen | stoelen | wil stoelen | negation-lost
        VISITOR | tables instead of chairs | chairs | chairs | negation-lost
        VISITOR | tables rather than chairs | chairs | chairs | negation-lost
        VISITOR | We would rather have chairs | chairs | have chairs |
        VISITOR | 20 Stühle im Mai, plus ein Tisch | stühle | Stühle im Mai |
        VISITOR | We don't pay 4.5 percent | percent | percent | negation-lost
        AGENT | In case you return it we pay | pay | we pay | condition-lost
        AGENT | We pay as soon as it arrives | pay | we pay | condition-lost
        AGENT | We pay as soon as it arrives | pay | we pay as soon as it arrives |
        AGENT | In that case we pay soon | pay | we pay |
        AGENT | Ten percent if you order forty. | percent | ten percent | condition-lost
        AGENT | Ten percent if you order forty. | percent | ten percent if you order forty |
        AGENT | Maybe ten percent. | percent | ten percent | condition-lost
        VISITOR | Ten percent if we order forty. | percent | ten percent |
        AGENT | We are unable to deliver | deliver | we deliver | negation-lost
        AGENT | We refuse to give 20% off | give | we give 20% off | negation-lost
        AGENT | We refuse to give 20% off | give | we refuse to give 20% off |
        AGENT | We failed to deliver | deliver | we deliver | negation-lost
        AGENT | It hardly moves | moves | it moves | negation-lost
        AGENT | We give you 20% off once you sign | give | we give 20% off | condition-lost
        AGENT | We give you 20% off when you order | give | we give 20% off | condition-lost
        AGENT | 20% off only after two orders | 20 | 20% off | condition-lost
        AGENT | 20% off until Friday | 20 | 20% off | condition-lost
        AGENT | Free, subject to approval | free | free | condition-lost
        AGENT | It is free depending on the size | free | free | condition-lost
        VISITOR | I saw your tables yesterday. I don't need tables. | tables | needs tables | negation-lost
        VISITOR | I saw your table yesterday. I don't need tables. | tables | needs tables | negation-lost
        VISITOR | I need chairs. I don't need a sofa | need | I need chairs |
        AGENT | About the discount: he is away. If you sign you get a discount | discount | has a discount | condition-lost
        AGENT | About the discount: he is away. Do you get a discount? | discount | has a discount | question-lost
        AGENT | Shall I send samples? | samples | send samples | question-lost
        AGENT | Shall I send samples? | samples | send samples? |
        AGENT | I send samples. Fine? | samples | send samples |
        VISITOR | Can you send samples? | samples | send samples |
        """)
    void a_claim_keeps_the_no_the_if_and_the_question_of_its_sentence(
            Speaker speaker, String text, String word, String claim, String lost) {
        var message = new CitedMessage(0, new SaidMessage(new Utterance("s", "m1", speaker, text, List.of())));
        message.follows(word, Step.ON);

        assertThat(message.lostIn(claim, Words.of(claim))).isEqualTo(lost);
    }

    @Test
    void a_sentence_elsewhere_that_asks_or_depends_matters_if_it_holds_half_of_the_claim() {
        String text = "The hall is free on Saturday. If you like I show you the hall. Shall I?";
        var message = new CitedMessage(0, new SaidMessage(new Utterance("s", "m1", Speaker.AGENT, text, List.of())));
        message.follows("hall", Step.ON);
        message.follows("free", Step.ON);
        message.follows("saturday", Step.ON);

        assertThat(message.lostIn("hall free on Saturday", Words.of("hall free on Saturday")))
                .isNull();
    }

    private static CitedMessage cited(String text) {
        return new CitedMessage(0, said(text));
    }

    private static SaidMessage said(String text) {
        return new SaidMessage(new Utterance("s", "m1", Speaker.VISITOR, text, List.of()));
    }
}
