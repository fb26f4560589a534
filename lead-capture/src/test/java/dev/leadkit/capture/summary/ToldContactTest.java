package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contact data that only the words around it or the question before it tell. */
class ToldContactTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my phone is 555 123, need 5 chairs | my phone is _, need 5 chairs
        My phone number here is: +555.123 | My phone number here is: +_
        My number is 55512 and I need 5 chairs | My number is _ and I need 5 chairs
        call me on 555123 | call me on _
        chairs tel 017O l23 4567 | chairs tel _
        My telegram is janemiller77 and skype live:jane.miller | My telegram is _ and skype _
        insta jane_m_miller | insta _
        Telegram: janemiller | Telegram: _
        reach me: jane.miller at gmail | reach me: _
        jane dot miller at gmail please | _ please
        jane dot miller at yandex please | _ please
        I'm at jane at acme dot com | I'm at _ _ _ _ _
        call me on nine eight seven six five four three two one zero please | call me on _ please
        text me at five five five one two | text me at _
        call me 5 5 5, 1 2 3, 4 5 6 7 | call me _
        Ring five five five, one two three, double four 567 | Ring _
        rufen Sie null eins sieben null eins zwei drei an | rufen Sie _ an
        on insta as jane.miller | on insta as _
        my line id janem and line id: bob | my line id _ and line id: _
        discord: jane#4421 | discord: _
        see https://facebook.com/jane.miller! | see _!
        wa.me/jane or facebook.com/jane | _ or _
        jane﹫acme.example or jane%40acme.example | _ or _
        jane&#64;acme.example, jane&commat;acme.example | _, _
        """)
    void marks_what_the_words_around_tell_to_be_contact_data(String text, String marked) {
        assertThat(marked(text, "")).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        call me at two or three
        sizes one, two, three, four, five, six, seven and eight
        sizes 1, 2, 3, 4, 5, 6, 7
        one two three four five six
        a line of chairs, line by line
        number of chairs: 5
        number of chairs: 15000
        500 phone cases
        I need 12000 phone cases
        I need 555 chairs
        My phone is $50000
        My phone is dead
        My number is 7, 15000 chairs
        I work at yahoo
        Reach us at web or mail
        need instagram ads
        https://acme.example/ and acme.example
        oak and/or ash, v2.0/3.1
        oak & ash, 60%40%, 5%40 chairs
        """)
    void leaves_what_is_no_contact_data(String text) {
        assertThat(marked(text, "")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        phone number? | 555123 | _
        What is your phone number? | it's 123 456 | it's _
        How can we reach you? | 555123 | _
        Can I have your email? | jane.miller gmail | _
        Can I have your email? | janemiller gmail | _
        Your e-mail please | jane77 | _
        Your PIN? | 4711 | _
        Your phone number? | 5 chairs.Thanks | 5 chairs.Thanks
        Your phone number? | I need 555 chairs by 12.05.2026 for $15,000 | I need 555 chairs by 12.05.2026 for $15,000
        What number of chairs? | 15000 | 15000
        Can we reach a deal? | 15000 | 15000
        """)
    void an_answer_is_read_with_its_question(String question, String answer, String marked) {
        assertThat(marked(answer, question)).isEqualTo(marked);
    }

    @Test
    void the_question_stands_for_all_messages_of_the_answer() {
        List<ChatMessage> chat = List.of(
                said(1, Speaker.BOT, "phone number?"),
                said(2, Speaker.VISITOR, "sure"),
                said(3, Speaker.VISITOR, "555123"),
                said(4, Speaker.BOT, "Thanks. What else?"),
                said(5, Speaker.VISITOR, "15000 chairs"));

        assertThat(Utterance.of(chat).stream().map(Utterance::withoutContact))
                .containsExactly("phone number?", "sure", Utterance.REMOVED, "Thanks. What else?", "15000 chairs");
    }

    @Test
    void a_question_is_read_up_to_its_limit() {
        List<ChatMessage> chat = new ArrayList<>();
        chat.add(said(0, Speaker.BOT, "x".repeat(5_000)));
        chat.add(said(1, Speaker.BOT, "phone number?"));
        chat.add(said(2, Speaker.VISITOR, "555123"));

        assertThat(Utterance.of(chat).get(2).withoutContact()).isEqualTo("555123");
    }

    private static ChatMessage said(int number, Speaker speaker, String text) {
        return ChatMessage.from("session")
                .id("m" + number)
                .said(speaker, text)
                .at(Instant.EPOCH.plusSeconds(number))
                .build();
    }

    private static String marked(String text, String question) {
        return new Utterance("s", "m", Speaker.VISITOR, text, ToldContact.in(text, question))
                .withoutContact()
                .replace(Utterance.REMOVED, "_");
    }
}
