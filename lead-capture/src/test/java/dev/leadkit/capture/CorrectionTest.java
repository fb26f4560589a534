package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Money;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was said last is used where the visitor takes something back, and what was asked tells what he means. */
class CorrectionTest {
    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final TenantCapture capture =
            CaptureEngine.builder(kit).region("US").build().tenant("acme");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tove@fjord.example | sorry, it's tove.lund@fjord.example | tove.lund@fjord.example
        tove@fjord.example | typo, I meant tova@fjord.example | tova@fjord.example
        tove@fjord.example | actually use tove@skiff.example instead | tove@skiff.example
        tove@fjord.example | not tove@fjord.example but tova@fjord.example, I mistyped | tova@fjord.example
        tove@fjord.example | *tova@fjord.example | tova@fjord.example
        tove@fjord.example | Pardon, c'est tova@fjord.example | tova@fjord.example
        tove@fjord.example | perdón, quise decir tova@fjord.example | tova@fjord.example
        tove@fjord.example | my colleague's is bo@fjord.example, sorry | tove@fjord.example
        tove@fjord.example | and bo@fjord.example belongs to my brother, actually | tove@fjord.example
        """)
    void the_corrected_address_is_used(String first, String then, String used) {
        say(first);
        say(then);

        assertThat(contact().emails().get(0).value()).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        call me on 212 736 5000 | sorry, wrong number, it is 212 736 5001 | +12127365001
        call me on 212 736 5000 | oops: 212 736 5002 | +12127365002
        call me on 212 736 5000 | scratch that, the old one got wet. 212 736 5002 | +12127365002
        call me on 212 736 5000 | Entschuldigung, vertippt: 212 736 5002 | +12127365002
        call me on 212 736 5000, no wait that's the old one, it's 212 736 5002 | ok? | +12127365002
        call me on 212 736 5000 | don't call 212 736 5003, actually | +12127365000
        """)
    void the_corrected_number_is_used(String first, String then, String used) {
        say(first);
        say(then);

        assertThat(contact().phones().get(0).value().value()).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my name is Tove | sorry, my name is Tova Lund | Tova Lund
        my name is Tove | I meant to say, I'm Tova | Tova
        меня зовут Анна | Correction: my name is Anna | Anna
        """)
    void the_corrected_name_is_used(String first, String then, String used) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(contact().name().value()).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is your name? | jürgen groß | Jürgen Groß
        ¿Cuál es su nombre? | Inés Peña | Inés Peña
        Как ваше имя? | Анна Лебедева | Анна Лебедева
        Who am I speaking with? | 王小明 | 王小明
        """)
    void an_answer_is_read_with_its_question_in_any_script(String asked, String answer, String name) {
        say("tove@fjord.example");
        capture.onMessage(message().bot(asked).build());
        say(answer);

        assertThat(contact().name().value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        our budget is 5k EUR | sorry, it's 500 EUR | 500 EUR
        our budget is 5k EUR | I meant 500 EUR | 500 EUR
        our budget is 5k EUR | make that 500 EUR | 500 EUR
        our budget is 5k EUR | wait, it's €500 not €5000 | 500 EUR
        our budget is 5k EUR | sorry, I meant to ask about Friday | 5000 EUR
        """)
    void the_corrected_budget_is_used_though_the_correction_does_not_name_it(String first, String then, String used) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(budget()).isEqualTo(Money.of(used.substring(0, used.indexOf(' ')), "EUR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        our budget is 9k EUR | sorry, I meant 6000 | 6000
        our budget is 9k EUR | oops, 6000 | 6000
        our budget is 9k EUR | 6k actually | 6000
        our budget is 9k EUR | Scusi, volevo dire 6000 | 6000
        our budget is 9k EUR | actually our budget is 6000 | 6000
        our budget is 9k EUR | our budget isn't 9000, it's 6000 | 6000
        our budget is 9k EUR, no wait, I meant 6000 | ok? | 6000
        our budget is 9k EUR | sorry, the competitor's budget is 20000 EUR | 9000
        our budget is 9k EUR | sorry, we can't spend 20000 EUR | 9000
        """)
    void a_budget_is_corrected_in_the_currency_that_was_said_before(String first, String then, String used) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(budget()).isEqualTo(Money.of(used, "EUR"));
    }

    @Test
    void a_correction_may_name_another_currency() {
        say("tove@fjord.example");
        say("our budget is 9k EUR");
        say("sorry, I meant 6000 USD");

        assertThat(budget()).isEqualTo(Money.of("6000", "USD"));
    }

    @Test
    void a_denied_budget_is_used_no_more() {
        say("tove@fjord.example");
        say("our budget is 9k EUR");
        say("9000 euros is not our budget");

        assertThat(desk.list(LeadQuery.all()).items().get(0).expectedAmount()).isNull();
        assertThat(capture.explain("s").orElseThrow().rejected())
                .extracting(rejected ->
                        rejected.what().field() + " " + rejected.what().code())
                .containsExactly("budget negated");
    }

    private Money budget() {
        return desk.list(LeadQuery.all()).items().get(0).expectedAmount().value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I work at Skif Ltd | sorry, it's Skiff Ltd | Skiff Ltd
        I work at Skif Ltd | I meant Skiff Ltd | Skiff Ltd
        I work at Skif Ltd | sorry, Tove | Skif Ltd
        my company is Fjord Boats | sorry, it's Fjord Ships | Fjord Ships
        my company is Fjord Boats | oops, it's Skiff | Skiff
        I'm Tove Lund from Fjord Boats | sorry, it's Fjord Ships | Fjord Ships
        my company is Fjord Boats, tove@fjord.example | sorry, it's Fjord Ships | Fjord Ships
        I'm Tove Lund from Fjord Boats | sorry, it's Tova Lund | Fjord Boats
        """)
    void the_corrected_firm_is_used(String first, String then, String used) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(contact().company().value()).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I want the Skyline Deluxe | oops, it's Skyline Premium
        I am looking at the Honda Accord | sorry, it's Honda Civic
        I want the Skyline Deluxe | sorry, it's Skyline Premium please
        I stayed at the Grand Hotel | no wait, it's Royal Plaza
        the house is in Elm Road | my bad, it's Oak Road, not Elm Road
        my company is Fjord Boats | sorry, it's Fjord Ships
        my company is Fjord Boats, I want the Skyline | sorry, I meant Skyline Premium
        my budget is 500 euros | sorry, it's Skyline Premium
        j'ai une Peugeot Rifter | pardon, c'est Peugeot Partner
        """)
    void what_is_corrected_is_no_name_unless_one_was_given(String first, String then) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(contact().name()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I'm Tove Lund, I want the Skyline Deluxe | it's for Bo | oops, it's Skyline Premium
        my name is Tove Lund | I want the Skyline Deluxe | oops, it's Skyline Premium
        my name is Tove Lund, tove@fjord.example | hm, wait | sorry, it's Tove Lund
        I'm Tova Lund from Fjord Boats | ok | sorry, it's Tove Lund
        """)
    void a_name_is_only_corrected_by_what_follows_it(String first, String then, String last) {
        say("tove@fjord.example");
        say(first);
        say(then);
        say(last);

        assertThat(contact().name().value()).isEqualTo("Tove Lund");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I want the Skyline Deluxe | What is your name? | oops, it's Tove
        I want the Skyline Deluxe | Noted. | sorry, it's Tove from Fjord Boats
        I want the Skyline Deluxe | Noted. | sorry, it's Tove again
        I want the Skyline Deluxe | Noted. | sorry, I'm Tove
        my name is Tova | Noted. | sorry, it's Tove
        """)
    void a_visitor_may_say_who_he_is_with_a_word_of_a_correction(String first, String asked, String then) {
        say("tove@fjord.example");
        say(first);
        capture.onMessage(message().bot(asked).build());
        say(then);

        assertThat(contact().name().value()).isEqualTo("Tove");
    }

    @Test
    void nothing_is_corrected_by_the_first_message() {
        say("sorry, it's Tove");
        say("tove@fjord.example");

        assertThat(contact().name().value()).isEqualTo("Tove");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my name is Tove Lunt | sorry, I meant Tove Lund | Tove Lund
        my name is Tove Lunt | correction: Tove Lund | Tove Lund
        my name is Tove | Oops, I just remembered that Bo comes | Tove
        my name is Tove | actually Bo can't come | Tove
        my name is Tove | sorry, Bo | Tove
        I'm Tove Lund from Skiff | Thanks! Regards, Tove | Tove Lund
        """)
    void a_name_is_corrected_only_where_the_message_does_nothing_else(String first, String then, String used) {
        say("tove@fjord.example");
        say(first);
        say(then);

        assertThat(contact().name().value()).isEqualTo(used);
    }

    @Test
    void the_corrected_place_is_used() {
        say("tove@fjord.example");
        say("I'm from Berlin");
        say("sorry, it's Hamburg");

        assertThat(contact().location().value()).isEqualTo("Hamburg");
        assertThat(contact().name()).isNull();
    }

    private int said;

    private void say(String text) {
        capture.onMessage(message().visitor(text).build());
    }

    private ChatMessage.Builder message() {
        said++;
        return ChatMessage.from("s")
                .id("m" + said)
                .at(Instant.parse("2026-03-02T09:00:00Z").plusSeconds(said));
    }

    private Contact contact() {
        return desk.list(LeadQuery.all()).items().get(0).contact();
    }
}
