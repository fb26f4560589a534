package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedMailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!\n|On Mon, 2 Nov 2026, Bo Berg <bo@fjord.example> wrote:\nring me",
                "Thanks!\n|On Mon, 2 Nov 2026, Bo Berg <bo@fjord.example>\nwrote:\nring me",
                "Danke\n|Am 2.11.2026 um 9:30 schrieb Bo Berg:\nruf an",
                "Merci\n|Le 2 nov. 2026, Bo Berg a écrit :\nappelez-moi",
                "Gracias\n|El 2 nov 2026 Bo Berg escribió:\nllame",
                "ok\n\n|-----Original Message-----\nFrom: Bo Berg\nring me",
                "ok\n|---------- Forwarded message ---------\nFrom: Bo",
                "ok\n|Begin forwarded message:\n\nring me",
                "ok\n|Von: Bo Berg\nGesendet: Montag\nAn: Tove",
                "ok\n|From: Bo Berg\nSubject: Oars\n\nring me",
                "|Bo wrote:\nring me"
            })
    void a_copied_mail_goes_on_to_the_end(String marked) {
        String text = marked.replace("|", "");

        assertThat(QuotedMail.start(text)).isEqualTo(marked.indexOf('|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I wrote:\nring me",
                "Here is what I wrote:\nring me",
                "From: Tove Lund\nSubject: Oars\n\nI need two oars",
                "On Friday, Bo wrote:\n> ring me\n\nI did. Tove",
                "from: the harbour\nI need two oars",
                "original message lost",
                "On Monday at 9:30 please\nthanks",
                "wrote: nothing",
                ""
            })
    void what_the_writer_says_himself_is_no_copied_mail(String text) {
        assertThat(QuotedMail.start(text)).isEqualTo(text.length());
    }
}
