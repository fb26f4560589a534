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
        ring me on 020, then 7946, then 0958 | ring me on _
        call me on area code 020 followed by 7946 and finally 0958 about chairs | call me on area code _ about chairs
        ring me, well, any day on 020 and then 7946 and 0958 | ring me, well, any day on _
        my number is 020... 7946... 0958 and so on | my number is _ and so on
        ring oh-two-oh, seven-nine-four-six, oh-nine-five-eight | ring _
        my gmail is janedoe | my gmail is _
        gmail: janedoe | gmail: _
        find me on LinkedIn as jane-doe-99 please | find me on LinkedIn as _ please
        on insta as janedoe | on insta as _
        my address is 12 Elm Road, Leeds LS1 4AP | my address is _
        my address is 12 Elm Road | my address is _
        to 12 elm road leeds ls1 4ap please | to _ please
        to 1204 Oak Street, Springfield, IL 62704 by May | to _ by May
        20 Stühle an Hauptstr. 5, 50667 Köln | 20 Stühle an _ Köln
        20 chaises, 12 rue des Lilas, 75011 Paris | 20 chaises, _ Paris
        20 sillas, Calle Mayor 12, 28013 Madrid | 20 sillas, _ Madrid
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
        call me between 0900 and 1730
        call me at 10 or 11, 300 chairs
        call me about 20 chairs, then 300 tables and 5000 lamps
        call me on 31.12.2025
        my phone is $500, then 3000 and 4000
        a flat near Elm Road, 2 parking spaces on Main Street for 15000 Euro
        5 drives and 20000 cables
        outlook is broken
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
