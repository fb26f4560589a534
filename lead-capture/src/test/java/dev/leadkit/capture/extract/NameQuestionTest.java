package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
                "Imię i nazwisko",
                "Sender",
                "담당자명",
                "Jak się pan nazywa?",
                "Jméno a příjmení",
                "Mi a neve?",
                "Cum vă numiți?",
                "Mikä on nimesi?",
                "Όνομα",
                "Ваше ім'я?",
                "ФИО",
                "İsminiz?",
                "Anh tên gì ạ?",
                "आपका नाम?",
                "ما اسمك؟",
                "איך קוראים לך?",
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
                "Hoe is uw naam?",
                "FullName",
                "Nama"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contact person?",
                "Contact *",
                "Site contact?",
                "Guest?",
                "Is there a contact?",
                "Who's the host?",
                "Contact person for the site?",
                "Contact on this job?",
                "Contact for delivery?",
                "The driver's name?",
                "What's the host's name?"
            })
    void the_person_of_a_booking_or_form_is_asked_for(String asked) {
        assertThat(NameQuestion.asks(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contact us.",
                "The driver is late.",
                "Driver of it?",
                "Which guest?",
                "We love our contact?",
                "Our contact * must be given here",
                "Contact person today?",
                "Contact person in the site?",
                "Contact person on the site today?",
                "The dog's name?"
            })
    void no_person_is_asked_for(String asked) {
        assertThat(NameQuestion.asks(asked)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is your last name? | true
        Your family name? | true
        What is your second name? | true
        And your surname? | true
        Wie lautet Ihr Nachname? | true
        What is your name? | false
        First and last name? | false
        Your full surname? | false
        Last time, your name? | false
        Family of Tove, name? | false
        """)
    void nothing_but_the_last_name_is_asked_for(String asked, boolean expected) {
        assertThat(NameQuestion.asksLastName(asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Your last name? | Lund | Lund | last-name
        Your surname? | lund, thanks | Lund | last-name
        Your last name? | Tove Lund | Tove Lund | answer-to-name-question
        Your first and last name? | Lund | Lund | answer-to-name-question
        Your full name? | Lund | Lund | answer-to-name-question
        Your name? | same person, Tove | Tove | answer-to-name-question
        Your name? | lund, tove lund | Tove Lund | answer-to-name-question
        Your name? | Lund Bakery | Lund Bakery | answer-to-name-question
        """)
    void an_answer_tells_which_part_of_a_name_it_is(String asked, String text, String expected, String because) {
        assertThat(new NameExtractor().extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fjord Ltd", "Fjord Lund Bakery", "me", "the boat", "I will"})
    void an_answer_may_be_no_name(String text) {
        assertThat(new NameExtractor()
                        .extract(new Turn(text, "Your name?", null))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do I call you?",
                "How should I address you?",
                "How may we call you?",
                "My name is Bo. And yours?",
                "I'm Bo. And yours?",
                "I am Bo. And yours?",
                "Your details, please",
                "Your details?",
                "Contact details?",
                "Could I have your contact details?",
                "Please send your info",
                "Wie heißen Sie?",
                "Come si chiama?",
                "¿Cómo se llama?",
                "¿Con quién hablo?",
                "¿A nombre de quién?",
                "Mit wem spreche ich?",
                "Как вас зовут?",
                "您怎么称呼",
                "Who is it?",
                "Who? It was fun",
                "You are?",
                "And you are?"
            })
    void who_the_visitor_is_is_asked_without_the_word_name(String asked) {
        assertThat(NameQuestion.asks(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shall I call you?",
                "What do I call you about?",
                "What number do I call you at?",
                "What number may I call you on?",
                "What time may I call you?",
                "What a day. I call you",
                "I want to call you",
                "The boat is blue. And yours?",
                "My name's Bo. Sincerely yours",
                "Your details are safe",
                "We keep your details safe",
                "The details?",
                "May I have the details?",
                "Sie heißen so",
                "Se llama Fjord",
                "Quién es",
                "Wem gehört es?",
                "Who",
                "Who is it",
                "Who did it?",
                "Which doctor who?",
                "Who is the one that was here?",
                "Who is here today and now and then and here and there and everywhere too?",
                "you are late",
                "So then you are?"
            })
    void nobody_asks_who_the_visitor_is(String asked) {
        assertThat(NameQuestion.asks(asked)).isFalse();
    }
}
