package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameExtractorTest {
    private final NameExtractor extractor = new NameExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        My name is Tove Lund. | Tove Lund
        my name is tove lund and i need a boat | Tove Lund
        my name's Tove | Tove
        I'm Tove O'Hara from Fjord | Tove O'Hara
        hi, i am tove | Tove
        I am called Tove Lund | Tove Lund
        I'm Tove, Tove Lund | Tove Lund
        I'm Tove Lund, tove@fjord.example | Tove Lund
        I'm Tove, tove@fjord.example | Tove
        Hello, this is anne-marie de vries | Anne-Marie de Vries
        Name: Åsa Lind | Åsa Lind
        my name is Page Lindqvist | Page Lindqvist
        Tove Lund is my name | Tove Lund
        Tove Lund here, any boats left? | Tove Lund
        It's booked under Tove Lund | Tove Lund
        under the name of Tove Lund for eight | Tove Lund
        my reservation for Tove Lund is at eight | Tove Lund
        Mein Name ist Jürgen Groß | Jürgen Groß
        ich heiße Jürgen | Jürgen
        Hola, me llamo Inés Peña | Inés Peña
        je m'appelle Zoé | Zoé
        меня зовут Анна Лебедева | Анна Лебедева
        你好，我叫王小明 | 王小明
        my name is Dr. Tove K. Lund | Tove K. Lund
        I'm Sally from Fjord | Sally
        I'm Tove White and I need a boat | Tove White
        """)
    void finds_an_introduction(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @Test
    void finds_a_sign_off() {
        assertThat(extractor
                        .extract(Turn.of("I need ten boats.\n\nBest regards,\nTove Lund"))
                        .found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Tove Lund", "sign-off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm interested in a boat",
                "I'm Looking for a car",
                "i am from norway",
                "this is great",
                "this is a test",
                "my name is on the order",
                "it is under the sofa",
                "a table for Friday",
                "a reservation for two",
                "I'm happy with it",
                "thanks, bye",
                "is anybody here",
                "call me at noon",
                "im waiting",
                "I'm Dissatisfied with it",
                "i'm somewhere in the middle of the city",
                "No thanks, Tove.",
                "Long Sea is the name of the movie"
            })
    void finds_nothing(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my wife's name is Ann | third-party
        her name is Ann | third-party
        my company name is Fjord | not-a-person
        """)
    void rejects_a_name_that_is_not_the_visitors(String text, String code) {
        Extraction<String> extraction = extractor.extract(Turn.of(text));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        May I have your name, please? | tove lund | Tove Lund
        Who am I speaking with? | Yes, it's Tove | Tove
        What's your name? | Sure, Tove Lund and my number is 5 | Tove Lund
        Wie ist Ihr Name? | Jürgen Groß | Jürgen Groß
        Can I get your name and company for the event? | Tove Lund | Tove Lund
        """)
    void reads_the_answer_to_a_question_for_the_name(String asked, String text, String expected) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        May I have your name, please? | why do you need that
        What is the name of your pet? | Rex
        What is your company name? | Fjord
        When would you like to come? | Tove
        Can I get the name, time and location for the event? | Regatta
        May I have your name, please? | no thankyou
        May I have your name, please? | nevermind
        """)
    void takes_no_other_answer_for_a_name(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }
}
