package dev.leadkit.capture.extract;

import static dev.leadkit.capture.extract.AdversarialMessages.EMAILS;
import static dev.leadkit.capture.extract.AdversarialMessages.GOOD_EMAIL;
import static dev.leadkit.capture.extract.AdversarialMessages.GOOD_PHONE;
import static dev.leadkit.capture.extract.AdversarialMessages.PHONES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody else's and no cut address or number is given out, and the visitor's own is. */
class AdversarialTest {
    private static final String GOOD_E164 = "+14155552671";

    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor(new LibPhoneNormalizer());

    @TestFactory
    Stream<DynamicTest> gives_nobody_elses_out() {
        return nothing(AdversarialMessages.OTHERS);
    }

    @TestFactory
    Stream<DynamicTest> gives_nobody_elses_out_however_odd_the_words() {
        return nothing(OddMessages.OTHERS);
    }

    @TestFactory
    Stream<DynamicTest> gives_the_visitors_own_out_however_odd_the_words() {
        return good(OddMessages.OWN);
    }

    @TestFactory
    Stream<DynamicTest> gives_no_refused_one_out() {
        return nothing(AdversarialMessages.REFUSED);
    }

    @TestFactory
    Stream<DynamicTest> gives_the_good_one_out_beside_another() {
        return good(AdversarialMessages.CHANGED);
    }

    @TestFactory
    Stream<DynamicTest> gives_the_visitors_own_out() {
        return good(AdversarialMessages.GOOD);
    }

    @TestFactory
    Stream<DynamicTest> gives_no_part_of_a_cut_one_out() {
        return AdversarialMessages.CUT.stream().map(message -> test(message, List.of()));
    }

    @TestFactory
    Stream<DynamicTest> takes_no_other_digits_for_a_phone() {
        return AdversarialMessages.NUMBERS.stream().map(message -> test(message, List.of()));
    }

    @TestFactory
    Stream<DynamicTest> gives_nothing_out_that_bot_or_agent_wrote() {
        return Stream.concat(EMAILS.stream(), PHONES.stream())
                .flatMap(value -> Stream.of("ok, I will use {v}", "{v}", "so it is {v}")
                        .map(way -> new Turn(
                                way.replace("{v}", value), "Reach us at " + value + ", what is your number?", "US")))
                .map(turn -> DynamicTest.dynamicTest(
                        turn.text(), () -> assertThat(givenOut(turn)).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What's your number, so the driver finds you? | tell him {w}",
                "Your e-mail? | That'd be {w}",
                "Which e-mail did you order with, can you type an address? | think it was {w}",
                "What's the best way to reach you? | mostly {w}, my old one isn't read anymore",
                "¿A qué correo le escribimos? | a {w} mejor, el otro lo lee mi jefe",
                "Who am I speaking to, and what's your number? | {w}",
            })
    void gives_the_answer_out_where_the_visitors_own_was_asked_for(String asked, String reply) {
        assertThat(givenOut(new Turn(reply.replace("{w}", GOOD_EMAIL), asked, "US")))
                .containsExactly(GOOD_EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who referred you?", "Who is your accountant?", "Which firm sent it?"})
    void gives_no_answer_out_where_somebody_else_was_asked_for(String asked) {
        assertThat(givenOut(new Turn("Vance and Co, bo@fjord.example", asked, "US")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can I have one in case we get cut off? | ok (415) 555-2671",
                " | I paid by card. 415-555-2671",
                " | if you find it 415 555 2671 xx",
                " | The wifi is down so dont email, 415 555 2671",
                " | you lot rang my old number, new one 415 555 2671",
            })
    void gives_a_number_out_whatever_false_cue_stands_by(String asked, String text) {
        assertThat(givenOut(new Turn(text, asked, "US"))).containsExactly(GOOD_E164);
    }

    @Test
    void no_list_of_wordings_is_empty() {
        assertThat(Stream.of(
                        gives_nobody_elses_out(),
                        gives_no_refused_one_out(),
                        gives_the_good_one_out_beside_another(),
                        gives_no_part_of_a_cut_one_out(),
                        takes_no_other_digits_for_a_phone()))
                .allSatisfy(wordings -> assertThat(wordings).isNotEmpty());
    }

    private Stream<DynamicTest> nothing(List<String> ways) {
        return Stream.concat(
                        AdversarialMessages.with(ways, EMAILS, GOOD_EMAIL),
                        AdversarialMessages.with(ways, PHONES, GOOD_PHONE))
                .map(message -> test(message, List.of()));
    }

    private Stream<DynamicTest> good(List<String> ways) {
        return Stream.concat(
                AdversarialMessages.with(ways, EMAILS, GOOD_EMAIL)
                        .distinct()
                        .map(message -> test(message, List.of(GOOD_EMAIL))),
                AdversarialMessages.with(ways, PHONES, GOOD_PHONE)
                        .distinct()
                        .map(message -> test(message, List.of(GOOD_E164))));
    }

    private DynamicTest test(String message, List<String> expected) {
        return DynamicTest.dynamicTest(
                message,
                () -> assertThat(givenOut(new Turn(message, null, "US")))
                        .as(message)
                        .isEqualTo(expected));
    }

    private List<String> givenOut(Turn turn) {
        List<String> given = new ArrayList<>();
        emails.extract(turn).found().forEach(found -> given.add(found.value()));
        phones.extract(turn).found().forEach(found -> given.add(found.value().value()));
        return given;
    }
}
