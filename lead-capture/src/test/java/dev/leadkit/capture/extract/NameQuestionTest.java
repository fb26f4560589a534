package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Whom do I have the pleasure of speaking with?",
                "Who am I talking to?",
                "Who do I talk to?",
                "who is this?",
                "Who are you?",
                "you are?",
                "Name?",
                "Name:",
                "Full name please",
                "Under which name?",
                "Whose name is it under?",
                "Thanks. Your name and the date?",
                "Which hotel is it? What name is it under?",
                "Is it a company? Your name please",
                "Could I have your name for the event?",
                "Could I have a name, a time and a place?",
                "Great. Name and phone please",
                "Vorname?",
                "Wie lautet Ihr Nachname?",
                "¿Su nombre?",
                "Quel est votre nom ?",
                "Qual è il suo nome?",
                "Hoe is uw naam?"
            })
    void the_visitors_own_name_is_asked_for(String asked) {
        assertThat(NameQuestion.asks(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is your pet's name?",
                "What is your mother's maiden name?",
                "What is the name of the boat?",
                "What is the name on the card?",
                "Could I have the name for this event?",
                "Please enter your user name",
                "What is my name?",
                "My name is Ida, how can I help?",
                "Nome da empresa?",
                "Great. The boat, its name and phone please",
                "Is the name right, or shall we change it?",
                "We sell boats. The name stands for quality.",
                "How may I help you?"
            })
    void another_name_is_asked_for_or_none(String asked) {
        assertThat(NameQuestion.asks(asked)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tove Lund. I need a boat | Tove Lund
        Tove Lund I need a boat | Tove Lund
        yes of course, Tove | Tove
        TOVE LUND | TOVE LUND
        tove lund and my number is 5 | Tove Lund
        tove lund here | Tove Lund
        tove lund thanks | Tove Lund
        tove lund from bergen | Tove Lund
        tove lund 2127365000 | Tove Lund
        tove lund phone 2127365000 | Tove Lund
        """)
    void the_answer_is_taken_up_to_what_is_no_name(String text, String expected) {
        assertThat(new NameExtractor()
                        .extract(new Turn(text, "May I have your name?", null))
                        .found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }
}
