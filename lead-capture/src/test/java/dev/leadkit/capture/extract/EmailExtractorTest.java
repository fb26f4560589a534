package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailExtractorTest {
    private final EmailExtractor extractor = new EmailExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        write to tove@fjord.example please | tove@fjord.example
        tove+crm@fjord.example | tove+crm@fjord.example
        <Tove.Lund@Fjord.example>, | tove.lund@fjord.example
        (tove@fjord.example). | tove@fjord.example
        mailto:tove@fjord.example?subject=hi | tove@fjord.example
        https://fjord.example/form?email=tove@fjord.example | tove@fjord.example
        *tove@fjord.example* | tove@fjord.example
        mail me...tove@fjord.example | tove@fjord.example
        jürgen@bücher.example | jürgen@bücher.example
        o'hara@fjord.example | o'hara@fjord.example
        "tove lund"@fjord.example | "tove lund"@fjord.example
        it is tove@fjord.com.Thanks | tove@fjord.com
        Tove Lund, Lund & Partner GmbH, tove@lund.example | tove@lund.example
        I work at Lund & Sons, tove@lund.example | tove@lund.example
        _tove@fjord.com_ is it | tove@fjord.com
        _tove@fjord.com is it | _tove@fjord.com
        tove@fjord.comhttps://fjord.com | tove@fjord.com
        tove@fjord.comhttp://fjord.com | tove@fjord.com
        tove@fjord dot com | tove@fjord.com
        my mail is tove dot lund at fjord dot com | tove.lund@fjord.com
        tove underscore 7 at gmail dot com | tove_7@gmail.com
        my mail is tove seventy seven at fjord dot com | tove77@fjord.com
        my mail is tove nine at fjord dot com | tove9@fjord.com
        my mail is tove 77 at fjord dot com | tove77@fjord.com
        my mail is seven at fjord dot com | seven@fjord.com
        tove[at]fjord[dot]digital | tove@fjord.digital
        please send it to orders at fjord boats dot com | orders@fjordboats.com
        my email is t o v e dot lund at fjord boats dot co dot uk | tove.lund@fjordboats.co.uk
        tove . lund @ fjord . com | tove.lund@fjord.com
        tove [at] fjord [dot] com | tove@fjord.com
        tove(at)fjord.com | tove@fjord.com
        please use tove at fjord dot co dot uk as my email | tove@fjord.co.uk
        """)
    void finds_an_address(String text, String expected) {
        // "as my email" stands behind, where only a well-known host or a marked at would count
        String asked = text.contains("as my email") ? "What is your e-mail?" : null;

        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        git@github.com:fjord/site | url
        https://tove@fjord.example/ | url
        tove@localhost | no-domain
        tove@10.0.0.1 | no-domain
        tove..lund@fjord.example | malformed
        a@b.example@c.example | malformed
        tove/lund@fjord.example | ambiguous
        tove&bo@fjord.example | ambiguous
        ask my colleague Bo at bo@fjord.example | third-party
        my email isn't tove@fjord.example | negated
        noreply@fjord.example | no-reply
        my colleague's e-mail is bo@fjord.example | third-party
        her email: bo@fjord.example | third-party
        bo@fjord.example is my wife's | third-party
        don't write to tove@old.example | negated
        my old address was tove@old.example | negated
        Von: Bo <bo@fjord.example> | quoted
        Author: Bo Lund <bo@fjord.example> | quoted
        bcc: bo@fjord.example | quoted
        Le 3 mars, Bo <bo@fjord.example> a écrit : | quoted
        my ex has access: bo@fjord.example | third-party
        call Bo Lund, bo@fjord.example | third-party
        """)
    void rejects_a_look_alike(String text, String code) {
        Extraction<String> extraction = extractor.extract(Turn.of(text));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meet me at fjord dot com",
                "look at fjord dot com",
                "email me at the office at fjord boats dot com",
                "send it to Bo at the yard, your site dot com is down",
                "tove@.com",
                "I saw it at fjord.com",
                "we meet at ten",
                "@tove are you there?",
                "price @ 20",
                "hello"
            })
    void finds_no_address_in_a_look_alike(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void never_cuts_a_local_part_that_is_too_long() {
        String text = "a".repeat(80) + "@fjord.example";

        Extraction<String> extraction = extractor.extract(Turn.of(text));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly("too-long");
    }

    @Test
    void takes_the_new_address_and_leaves_the_old_one() {
        String text = "not tove@old.example but tove@new.example";

        Extraction<String> extraction = extractor.extract(Turn.of(text));

        assertThat(extraction.found()).extracting(Candidate::value).isEqualTo(List.of("tove@new.example"));
        assertThat(extraction.rejected()).extracting(Rejected::code).isEqualTo(List.of("negated"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
         | my email is tove lund@fjord.com
         | email: tove lund@fjord.com
         | my e-mail is t lund@fjord.com
         | my mail is anne tove lund@fjord.com
         | my mail is tove, lund@fjord.com
         | my email is: tove lund@fjord.com
         | mi correo es tove lund@fjord.com
         | you can reach me at tove lund@fjord.com
         | it is o 'lund@fjord.com
         | it is o' lund@fjord.com
         | it is o ’lund@fjord.com
        What is your email address? | tove lund@fjord.com
        What is your email address? | Tove lund@fjord.com
        Great. And what is your best e-mail? We write within a day. | tove lund@fjord.com
        """)
    void one_before_which_more_may_have_been_typed_is_cut(String asked, String text) {
        Extraction<String> read = extractor.extract(new Turn(text, asked, null));

        assertThat(read.found()).isEmpty();
        assertThat(read.rejected()).extracting(Rejected::code).containsExactly("cut");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
         | I'm Tove, tove@fjord.com
         | Tove tove@fjord.com
         | Tove Lund 'tove@fjord.com'
         | my email is currently tove@fjord.com
         | my email is different, tove@fjord.com
         | my email is wrong, it's tove@fjord.com
         | my name is Lund, tove@fjord.com
         | my email is Tove, tove@fjord.com
         | write to me at work tove@fjord.com
         | meine email ist immer noch tove@fjord.com
         | mon mail est toujours tove@fjord.com
        What is your email address? | gotcha tove@fjord.com
        What is your email address? | hola tove@fjord.com
         | my email address tove@fjord.com
         | my work email tove@fjord.com
         | email me at work tove@fjord.com
        What is your email address? | sure thing tove@fjord.com
        What is your email address? | Tove Lund tove@fjord.com
        What is your name and your email? | Lund tove@fjord.com
        Ποιο είναι το email σας; | είναι tove@fjord.com
        What is your company and email address? | Fjord Boats tove@fjord.com
        What is your company and email address? | fjord boats tove@fjord.com
        Please give me your user name, email address and order id | bo77 tove@fjord.com
        What is your phone number or email? | 2127365000 tove@fjord.com
        What is your number? | Lund tove@fjord.com
        | az email címem tove@fjord.com
        | ou par email à tove@fjord.com
        """)
    void what_leads_up_to_a_written_one_is_no_part_of_it(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly("tove@fjord.com");
    }
}
