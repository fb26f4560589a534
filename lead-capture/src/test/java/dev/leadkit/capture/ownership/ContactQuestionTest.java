package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What's your number?",
                "Your e-mail?",
                "can I have an e-mail",
                "Shall we call you?",
                "¿A qué correo le escribimos?",
                "Ihre Telefonnummer bitte",
                "Thanks! Which boat is it? And your phone?"
            })
    void the_visitors_own_is_asked_for(String asked) {
        assertThat(ContactQuestion.asksForOwn(asked)).isTrue();
        assertThat(ContactQuestion.asksWho(asked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is your accountant's number?",
                "Your boss email?",
                "What's your name?",
                "The number is on the bill.",
                "Anything else?"
            })
    void the_visitors_own_is_not_asked_for(String asked) {
        assertThat(ContactQuestion.asksForOwn(asked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who referred you?",
                "Who told you?",
                "Who is your accountant?",
                "Who is the buyer?",
                "Who is dealing with it?",
                "Thanks! Who is your buyer?",
                "Which firm sent it?",
                "Which boat arrived?",
                "What is your next of kin's phone?",
                "What is the email of the person who wrote?",
                "Where did the call come from?",
                "What's his number?",
                "Anyone else on the booking?",
                "What email is on file for the old admin?",
                "What was the email before you changed it?",
                "Which number shows on your display?",
                "Which of the two numbers do you want removed?"
            })
    void somebody_else_is_asked_for(String asked) {
        assertThat(ContactQuestion.asksWho(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who am I speaking to?",
                "Who is this?",
                "Which boat do you like?",
                "Do you know who sent it?",
                "The email of your choice?",
                "Which number is best?",
                "What is the best number for you?",
                "Bo's boat, right?",
                "Who"
            })
    void nobody_else_is_asked_for(String asked) {
        assertThat(ContactQuestion.asksWho(asked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mostly", "think it was", "tell him", "yes Sure", "That'd be"})
    void a_reply_comes_to_its_value(String before) {
        assertThat(ContactQuestion.isAnswered(Words.of(before))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my boss",
                "ask him",
                "it is Bo",
                "my wife's",
                "he said",
                "it rang",
                "Bo will",
                "one two three four"
            })
    void a_reply_names_somebody_first(String before) {
        assertThat(ContactQuestion.isAnswered(Words.of(before))).isFalse();
    }

    @Test
    void only_the_end_of_a_long_question_counts() {
        String question = "What is your number?";

        assertThat(ContactQuestion.asksForOwn(question + " x".repeat(140))).isTrue();
        assertThat(ContactQuestion.asksForOwn(question + " x".repeat(150))).isFalse();
        assertThat(ContactQuestion.asksForOwn(null)).isFalse();
        assertThat(ContactQuestion.asksWho(null)).isFalse();
    }
}
