package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an address begins and ends among other signs, and when it is known to be cut. */
class EmailBoundsTest {
    private final EmailExtractor extractor = new EmailExtractor();

    private Extraction<String> extract(String text) {
        return extractor.extract(Turn.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        mail...lund@fjord.example | lund@fjord.example
        email:tove@fjord.example | tove@fjord.example
        E-mail:tove@fjord.example | tove@fjord.example
        it is:tove@fjord.example | tove@fjord.example
        id=tove@fjord.example | tove@fjord.example
        Tove<tove@fjord.example> | tove@fjord.example
        Tove(tove@fjord.example) | tove@fjord.example
        Tove[tove@fjord.example] | tove@fjord.example
        <br>tove@fjord.example | tove@fjord.example
        <b>tove@fjord.example</b> | tove@fjord.example
        "tove@fjord.example" | tove@fjord.example
        'tove@fjord.example' | tove@fjord.example
        •tove@fjord.example• | tove@fjord.example
        ~tove@fjord.example | tove@fjord.example
        #tove@fjord.example | tove@fjord.example
        {tove@fjord.example} | tove@fjord.example
        .tove@fjord.example | tove@fjord.example
        tove@fjord.com... | tove@fjord.com
        tove@fjord.com… thanks | tove@fjord.com
        tove@fjord.example/ | tove@fjord.example
        tove@fjord.com+x | tove@fjord.com
        tove@fjord.com&x=1 | tove@fjord.com
        tove@fjord.com,please write | tove@fjord.com
        tove@fjord.com!thanks | tove@fjord.com
        tove@fjord.com(work) | tove@fjord.com
        tove@fjord.example: thanks | tove@fjord.example
        tove@fjord.example- | tove@fjord.example
        tove@fjord.com.Please call | tove@fjord.com
        tove@fjord.example.Please | tove@fjord.example
        tove@fjord.co.uk.Please call | tove@fjord.co.uk
        tove@fjord.net.thanks | tove@fjord.net
        tove@fjord.com.au | tove@fjord.com.au
        tove@mail.fjord.Com | tove@mail.fjord.com
        TOVE@MAIL.FJORD.COM | tove@mail.fjord.com
        tove@fjord.co | tove@fjord.co
        für: azAZ09@fjord.example | azaz09@fjord.example
        für: z0@fjord.example | z0@fjord.example
        für: tove_lund@fjord.example | tove_lund@fjord.example
        tove@xn--fjrd-hra.example | tove@xn--fjrd-hra.example
        tove@fjord.xn--p1ai | tove@fjord.xn--p1ai
        "tove..lund"@fjord.example | "tove..lund"@fjord.example
        https://fjord.example/?a b tove@fjord.example | tove@fjord.example
        mailer-daemons@fjord.example | mailer-daemons@fjord.example
        nore@fjord.example | nore@fjord.example
        邮箱tove@fjord.example | tove@fjord.example
        邮箱:tove@fjord.example | tove@fjord.example
        我的email:tove@fjord.example | tove@fjord.example
        メールはtove@fjord.exampleです | tove@fjord.example
        tove@fjord.example联系我 | tove@fjord.example
        tove@fjord.co.uk联系我。 | tove@fjord.co.uk
        이메일은tove@fjord.example입니다 | tove@fjord.example
        ส่งมาที่tove@fjord.exampleนะครับ | tove@fjord.example
        почта:tove@fjord.example | tove@fjord.example
        Correo electrónico:tove@fjord.example | tove@fjord.example
        여기로 tove@fjord.example 연락 주세요 | tove@fjord.example
        请 tove@fjord.example 联系我 | tove@fjord.example
        お名前@例え.jp | お名前@例え.jp
        田中.tove@例え.jp | 田中.tove@例え.jp
        tove@例え.jp | tove@例え.jp
        """)
    void an_address_among_other_signs(String text, String expected) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly(expected);
    }

    @Test
    void letters_of_a_script_without_blanks_are_not_in_its_span() {
        assertThat(extract("邮箱tove@fjord.example联系").found())
                .extracting(Candidate::span)
                .containsExactly(new Span(2, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tove@fjord.example,bo@fjord.example", "tove@fjord.example;bo@fjord.example"})
    void two_addresses_without_a_blank(String text) {
        assertThat(extract(text).found())
                .extracting(Candidate::value)
                .containsExactly("tove@fjord.example", "bo@fjord.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        …lund@fjord.example | cut
        ...lund@fjord.example | cut
        tove,lund@fjord.example | cut
        tove;lund@fjord.example | cut
        boat:tove@fjord.example | cut
        Tove<tove@fjord.example | cut
        Tove(tove@fjord.example | cut
        Tove[tove@fjord.example | cut
        x>tove@fjord.example | cut
        a"tove@fjord.example | cut
        a•tove@fjord.example | cut
        tove@fjord.example… | cut
        tove@fjord.exam... | cut
        tove@fjord.example* | masked
        tove@fjord.example• | masked
        t*@fjord.example | masked
        tove@fjord.example/site | url
        https://fjord.example/tove@fjord.example | url
        ftp://tove:secret@fjord.example | url
        tove@fjord.example:8080 | url
        tove@fjord.example_x | malformed
        tove@fjord.example+x | malformed
        tove@fjord.example#x | malformed
        tove@fjord.example%20x | malformed
        tove@fjord.example,please write | malformed
        tove@fjord.example!thanks | malformed
        tove@fjord.example(work) | malformed
        tove@fjord-.example | malformed
        tove.@fjord.example | malformed
        @tove@fjord.example | malformed
        tove?@fjord.example | ambiguous
        tove%x@fjord.example | ambiguous
        tove@fjord | no-domain
        tove@fjord.c | no-domain
        tove@fjord.c0m | no-domain
        tove@fjord..example | no-domain
        no-reply+1@fjord.example | no-reply
        donotreply@fjord.example | no-reply
        mailer-daemon@fjord.example | no-reply
        """)
    void an_address_of_which_more_or_less_was_written(String text, String code) {
        Extraction<String> extraction = extract(text);

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tove—lund@fjord.com",
                "tove·lund@fjord.com",
                "tove•lund@fjord.com",
                "tove§lund@fjord.com",
                "tove█lund@fjord.com",
                "tove→lund@fjord.com",
                "tove|lund@fjord.com",
                "tove°lund@fjord.com",
                "tove…lund@fjord.com",
                "tove...lund@fjord.com",
                "tove@mail.fjord?boat.com",
                "tove@mail.fjord'boat.com",
                "tove@mail.fjord^boat.com",
                "tove@mail.fjord)boat.com",
                "tove@mail.fjord-",
                "tove@fjord.co·uk",
                "tove@fjord.co|uk",
                "tove@fjord.co;uk"
            })
    void what_is_no_bound_cuts_it(String text) {
        Extraction<String> extraction = extract(text);

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        Tove Lund,tove@fjord.example,4158632200 | tove@fjord.example
        Tove Lund;tove@fjord.example | tove@fjord.example
        tove,lund,tove@fjord.example | tove@fjord.example
        4158632200,tove@fjord.example | tove@fjord.example
        Tove;tove@fjord.example;4158632200 | tove@fjord.example
        email,tove@fjord.example | tove@fjord.example
        EMAIL;TYPE=work:tove@fjord.example | tove@fjord.example
        Email!tove@fjord.example | tove@fjord.example
        E-Mail/tove@fjord.example | tove@fjord.example
        1)tove@fjord.example | tove@fjord.example
        tove@fjord.example❤️ | tove@fjord.example
        __tove@fjord.com__ | tove@fjord.com
        почтаtove@fjord.com | tove@fjord.com
        tove@fjord.comспасибо | tove@fjord.com
        ईमेलtove@fjord.comहै | tove@fjord.com
        ຂອງຂ້ອຍtove@fjord.comເດີ | tove@fjord.com
        អ៊ីមែលtove@fjord.comបាទ | tove@fjord.com
        tove@fjord.comPhone: 415 | tove@fjord.com
        tove@fjord.comand more | tove@fjord.com
        tove@fjord.network | tove@fjord.network
        tove@fjord.comhttps://fjord.com | tove@fjord.com
        """)
    void what_is_glued_to_it_is_left_out(String text, String expected) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        tove@fjord.com.example | malformed
        bill-tove@fjord.com.xlsx | malformed
        tove@fjord.comx | malformed
        icon@3x.jpg | no-domain
        14158632200@s.whatsapp.net | no-domain
        +14158632200@c.us | no-domain
        rsync -a . backup@nas.fjord.net:/disk | url
        t••e@fjord.com | masked
        {first}.{last}@fjord.com | masked
        """)
    void what_only_looks_like_one(String text, String code) {
        assertThat(extract(text).found()).isEmpty();
        assertThat(extract(text).rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @Test
    void a_part_that_is_too_long_is_not_cut_where_a_dot_stands() {
        assertThat(extract("x." + "a.".repeat(31) + "tove@fjord.com").rejected())
                .extracting(Rejected::code)
                .containsExactly("too-long");
    }

    @Test
    void the_longest_address_is_taken_whole_and_a_longer_one_is_not() {
        String local = "a".repeat(64);
        String domain =
                "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + "." + "e".repeat(60) + ".example";

        assertThat(extract(local + "@fjord.example").found()).hasSize(1);
        assertThat(extract("a" + local + "@fjord.example").found()).isEmpty();
        assertThat(extract("tove@" + domain).found())
                .extracting(Candidate::value)
                .containsExactly("tove@" + domain);
        assertThat(extract("tove@bbb." + domain).found()).isEmpty();
    }
}
