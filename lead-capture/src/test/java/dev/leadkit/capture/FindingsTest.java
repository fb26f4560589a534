package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several values stands first, by how sure each is and what the visitor took back. */
class FindingsTest {
    private final Findings findings = new Findings();
    private int said;

    @Test
    void the_surest_comes_first_and_of_equals_the_one_said_first() {
        say("", email("low@x.example", 0.5), email("first@x.example", 0.9));
        say("", email("second@x.example", 0.9), email("middle@x.example", 0.7));

        assertThat(emails())
                .containsExactly("first@x.example", "second@x.example", "middle@x.example", "low@x.example");
        assertThat(findings.emails.all())
                .extracting(Attributed::value)
                .containsExactly("low@x.example", "first@x.example", "second@x.example", "middle@x.example");
        assertThat(findings.emails.preferred().value()).isEqualTo("first@x.example");
    }

    @Test
    void the_latest_correction_comes_before_all_that_is_surer() {
        say("", email("sure@x.example", 0.99));
        say("sorry", email("corrected@x.example", 0.6));
        assertThat(emails()).containsExactly("corrected@x.example", "sure@x.example");

        say("sorry again", email("again@x.example", 0.5));
        say("and this", email("later@x.example", 1.0));
        assertThat(emails())
                .containsExactly("again@x.example", "corrected@x.example", "later@x.example", "sure@x.example");
    }

    @Test
    void where_nothing_was_known_there_is_nothing_to_correct() {
        say("sorry", email("first@x.example", 0.6));
        say("", email("surer@x.example", 0.7));

        assertThat(emails()).containsExactly("surer@x.example", "first@x.example");
    }

    @Test
    void a_value_said_again_keeps_its_place_and_its_surest_saying() {
        say("", email("a@x.example", 0.6), email("b@x.example", 0.6));
        say("sorry", email("b@x.example", 0.5));
        say("", email("b@x.example", 0.6), email("a@x.example", 0.8));

        assertThat(findings.emails.preferredFirst())
                .extracting(value -> value.value() + " " + value.provenance().confidence() + " "
                        + value.provenance().evidence().message())
                .containsExactly("b@x.example 0.6 m1", "a@x.example 0.8 m3");
    }

    @Test
    void of_a_flood_the_first_hundred_are_kept_and_may_still_be_corrected() {
        IntStream.range(0, 101).forEach(i -> say("", email("e" + i + "@x.example", 0.5)));
        say("sorry", email("e101@x.example", 0.9));
        say("sorry", email("e7@x.example", 0.9));

        assertThat(findings.emails.all()).hasSize(100);
        assertThat(findings.emails.evidence()).hasSize(100);
        assertThat(emails()).doesNotContain("e100@x.example", "e101@x.example");
        assertThat(findings.emails.preferred().value()).isEqualTo("e7@x.example");
    }

    @Test
    void what_could_not_be_stored_is_left_out_alone() {
        say("", email("x".repeat(2000) + "@x.example", 0.9), email("a@x.example", 0.5));

        assertThat(emails()).containsExactly("a@x.example");
    }

    @Test
    void every_field_keeps_its_values_and_its_look_alikes() {
        ChatMessage message = message();
        findings.add(
                message,
                new MessageReader.Reading(
                        "",
                        two("email", "a@x.example", "b@x.example"),
                        two("phone", PhoneNumber.digitsOf("1"), PhoneNumber.digitsOf("2")),
                        two("name", "Ann", "Ben"),
                        two("company", "Acme", "Globex"),
                        two("location", "Oslo", "Bergen"),
                        two("budget", budget("USD"), budget("EUR")),
                        new IntentReading(0, 0, List.of()),
                        true));

        assertThat(findings.emails.all()).extracting(Attributed::value).containsExactly("a@x.example", "b@x.example");
        assertThat(findings.phones.all()).hasSize(2);
        assertThat(findings.names.all()).extracting(Attributed::value).containsExactly("Ann", "Ben");
        assertThat(findings.companies.all()).extracting(Attributed::value).containsExactly("Acme", "Globex");
        assertThat(findings.locations.all()).extracting(Attributed::value).containsExactly("Oslo", "Bergen");
        assertThat(findings.budgets.all()).extracting(Attributed::value).containsExactly(budget("USD"), budget("EUR"));
        assertThat(findings.rejected)
                .extracting(one -> one.message() + " " + one.what().field())
                .containsExactly("m1 email", "m1 phone", "m1 name", "m1 company", "m1 location", "m1 budget");
    }

    @Test
    void a_budget_without_a_currency_is_another_than_one_with_it() {
        ChatMessage message = message();
        findings.add(message, reading("", List.of(), two("budget", budget(null), budget("EUR"))));
        findings.add(message(), reading("", List.of(), two("budget", budget("EUR"), budget(null))));

        assertThat(findings.budgets.all()).extracting(Attributed::value).containsExactly(budget(null), budget("EUR"));
    }

    @Test
    void a_value_tells_who_found_it_where_and_when() {
        ChatMessage message = message();
        findings.add(message, reading("", List.of(email("a@x.example", 0.75)), Extraction.nothing()));

        assertThat(findings.emails.preferred().provenance())
                .isEqualTo(Provenance.said("email:test", 0.75, new Evidence("s", "m1", 2, 5), message.at()));
    }

    @Test
    void of_look_alikes_the_first_two_hundred_are_kept() {
        for (int i = 0; i < 201; i++) {
            say("", new Rejected("email", new Span(i, i), "code"));
        }

        assertThat(findings.rejected).hasSize(200);
        assertThat(findings.rejected.get(199).what().span().start()).isEqualTo(199);
    }

    @Test
    void the_firm_of_an_address_is_found_in_messages_before_and_behind_it() {
        String before = "we at fjord boats ltd need oars";
        say(before);
        say("write to tove@fjordboats.example", email("tove@fjordboats.example", 0.9));

        assertThat(companies()).containsExactly("fjord boats ltd");
        Provenance said = findings.companies.preferred().provenance();
        assertThat(said.evidence())
                .isEqualTo(new Evidence("s", "m1", before.indexOf("fjord"), before.indexOf("ltd") + 3));
        assertThat(said.by()).isEqualTo("company:firm-of-address");
        assertThat(said.confidence()).isEqualTo(0.75);

        say("The Fjord Boats are old");
        say("so are fjord oars");
        assertThat(companies()).containsExactly("fjord boats ltd", "The Fjord Boats");
    }

    @Test
    void a_firm_of_an_address_may_stand_in_the_message_of_the_address() {
        say("Fjord Boats, tove@fjordboats.example", email("tove@fjordboats.example", 0.9));

        assertThat(companies()).containsExactly("Fjord Boats");
    }

    @Test
    void the_firm_of_a_providers_address_is_none() {
        say("I like gmail", email("tove@gmail.com", 0.9));

        assertThat(companies()).isEmpty();
    }

    @Test
    void a_firm_of_an_address_corrects_none() {
        firm("Skiff");
        say("sorry, Fjord Boats", email("tove@fjordboats.example", 0.9));

        assertThat(companies()).containsExactly("Skiff", "Fjord Boats");
    }

    @Test
    void the_visitors_own_name_is_no_firm_of_his_address() {
        name("Tove Hansen", 0.9, "test");
        say("tove@hansen.example", email("tove@hansen.example", 0.9));
        say("hansen again, and TOVE");
        assertThat(companies()).isEmpty();

        say("Hansen Ltd is the firm");
        assertThat(companies()).containsExactly("Hansen Ltd");
    }

    @Test
    void another_name_of_the_address_may_be_the_firms() {
        name("Bo Lund", 0.9, "test");
        say("tove@hansen.example", email("tove@hansen.example", 0.9));
        say("Hansen needs oars");

        assertThat(companies()).containsExactly("Hansen");
    }

    @Test
    void of_many_addresses_the_first_four_tell_a_firm() {
        for (String firm : List.of("fjorda", "fjordb", "fjordb", "fjordc", "fjordd", "fjorde")) {
            say("", email("tove@" + firm + ".example", 0.9));
        }
        say("Fjorda. Fjorde.");
        say("Fjordb. Fjordc.");
        say("Fjordd");

        assertThat(companies()).containsExactly("Fjorda", "Fjordb", "Fjordc", "Fjordd");
    }

    @Test
    void of_many_messages_the_first_two_hundred_are_looked_at_again() {
        say("Fjordb");
        IntStream.range(0, 198).forEach(i -> say("hello"));
        say("Fjordc");
        say("Fjorda");
        say("", email("tove@fjorda.example", 0.9));
        assertThat(companies()).isEmpty();

        say("", email("tove@fjordb.example", 0.9));
        say("", email("tove@fjordc.example", 0.9));
        assertThat(companies()).containsExactly("Fjordb", "Fjordc");
        say("fjorda");
        assertThat(companies()).containsExactly("Fjordb", "Fjordc", "fjorda");
    }

    @Test
    void a_last_name_is_joined_with_the_first_name_that_was_said_before() {
        name("Tove", 0.9, "test");
        name("Lund", 0.55, "last-name");

        assertThat(names()).containsExactly("Tove Lund 0.93", "Tove 0.9", "Lund 0.55");
        Provenance said = findings.names.preferred().provenance();
        assertThat(said.by()).isEqualTo("name:first-and-last-name");
        assertThat(said.evidence()).isEqualTo(new Evidence("s", "m2", 2, 5));
    }

    @Test
    void a_last_name_is_joined_with_nothing_but_a_single_other_name() {
        name("Lund", 0.55, "last-name");
        assertThat(names()).containsExactly("Lund 0.55");

        name("lund", 0.5, "last-name");
        assertThat(findings.names.all()).noneMatch(name -> name.value().contains(" "));

        name("Tove Berg", 0.9, "test");
        name("Hansen", 0.55, "last-name");
        assertThat(findings.names.all())
                .extracting(Attributed::value)
                .doesNotContain("Tove Berg Hansen", "Lund Hansen");
    }

    @Test
    void what_is_no_last_name_is_joined_with_none() {
        name("Tove", 0.9, "test");
        name("Lund", 0.55, "answer-to-name-question");

        assertThat(names()).containsExactly("Tove 0.9", "Lund 0.55");
    }

    @Test
    void the_last_name_belongs_to_the_name_that_was_said_last() {
        name("Bo", 0.9, "test");
        name("Tove", 0.8, "test");
        name("Lund", 0.55, "last-name");

        assertThat(names()).first().isEqualTo("Tove Lund 0.93");
        assertThat(findings.names.all()).hasSize(4);
    }

    @Test
    void a_fuller_name_is_surer_than_its_beginning() {
        name("Tove", 0.9, "test");
        name("tove Lund", 0.6, "test");
        assertThat(names()).containsExactly("tove Lund 0.91", "Tove 0.9");

        name("Tover Berg", 0.6, "test");
        name("Bo Tove", 0.6, "test");
        assertThat(names()).containsExactly("tove Lund 0.91", "Tove 0.9", "Tover Berg 0.6", "Bo Tove 0.6");
    }

    @Test
    void a_fuller_name_is_never_made_less_sure_nor_surer_than_certain() {
        name("Tove", 0.5, "test");
        name("Bo", 1, "test");
        name("Tove Lund", 0.8, "test");
        name("Bo Lund", 0.4, "test");

        assertThat(names()).containsExactly("Bo 1.0", "Bo Lund 1.0", "Tove Lund 0.8", "Tove 0.5");
    }

    @Test
    void the_beginning_of_a_name_is_never_surer_than_the_whole_of_it_before() {
        name("Tove Lund", 0.6, "test");
        name("Tove", 0.85, "test");

        assertThat(names()).containsExactly("Tove Lund 0.6", "Tove 0.59");
    }

    private List<String> companies() {
        return findings.companies.preferredFirst().stream()
                .map(Attributed::value)
                .toList();
    }

    private List<String> names() {
        return findings.names.preferredFirst().stream()
                .map(name -> name.value() + " " + Math.round(name.provenance().confidence() * 100) / 100.0)
                .toList();
    }

    private List<String> emails() {
        return findings.emails.preferredFirst().stream().map(Attributed::value).toList();
    }

    private void say(String text) {
        read(text, Extraction.nothing(), Extraction.nothing(), Extraction.nothing());
    }

    private void name(String name, double confidence, String because) {
        read("", Extraction.nothing(), one(name, confidence, because), Extraction.nothing());
    }

    private void firm(String firm) {
        read("", Extraction.nothing(), Extraction.nothing(), one(firm, 0.9, "test"));
    }

    private void read(String text, Extraction<String> emails, Extraction<String> names, Extraction<String> companies) {
        findings.add(
                message(),
                new MessageReader.Reading(
                        text,
                        emails,
                        Extraction.nothing(),
                        names,
                        companies,
                        Extraction.nothing(),
                        Extraction.nothing(),
                        new IntentReading(0, 0, List.of()),
                        true));
    }

    private static Extraction<String> one(String value, double confidence, String because) {
        return new Extraction<>(List.of(new Candidate<>(value, new Span(2, 5), confidence, because)), List.of());
    }

    private void say(String text, Candidate<String> email) {
        findings.add(message(), reading(text, List.of(email), Extraction.nothing()));
    }

    private void say(String text, Candidate<String> email, Candidate<String> another) {
        findings.add(message(), reading(text, List.of(email, another), Extraction.nothing()));
    }

    private void say(String text, Rejected what) {
        findings.add(
                message(),
                new MessageReader.Reading(
                        text,
                        new Extraction<>(List.of(), List.of(what)),
                        Extraction.nothing(),
                        Extraction.nothing(),
                        Extraction.nothing(),
                        Extraction.nothing(),
                        Extraction.nothing(),
                        new IntentReading(0, 0, List.of()),
                        true));
    }

    private ChatMessage message() {
        said++;
        return ChatMessage.from("s")
                .id("m" + said)
                .visitor("")
                .at(Chats.MORNING.plusSeconds(said))
                .build();
    }

    private static MessageReader.Reading reading(
            String text, List<Candidate<String>> emails, Extraction<Budget> budgets) {
        return new MessageReader.Reading(
                text,
                new Extraction<>(emails, List.of()),
                Extraction.nothing(),
                Extraction.nothing(),
                Extraction.nothing(),
                Extraction.nothing(),
                budgets,
                new IntentReading(0, 0, List.of()),
                true);
    }

    private static Candidate<String> email(String address, double confidence) {
        return new Candidate<>(address, new Span(2, 5), confidence, "test");
    }

    private static Budget budget(String currency) {
        return new Budget(new BigDecimal("900"), currency);
    }

    private static <T> Extraction<T> two(String field, T first, T second) {
        List<Candidate<T>> found = new ArrayList<>();
        found.add(new Candidate<>(first, new Span(0, 1), 0.9, "test"));
        found.add(new Candidate<>(second, new Span(2, 3), 0.9, "test"));
        return new Extraction<>(found, List.of(new Rejected(field, new Span(4, 5), "code")));
    }
}
