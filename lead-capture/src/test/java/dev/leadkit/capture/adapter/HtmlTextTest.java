package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plain | plain
        <b>bold</b> text | bold text
        <B>bold</B> | bold
        <p>one</p><p>two</p> | one~two
        one<br>two<br/>three | one~two~three
        one<br><br>two | one~two
        <li>one</li><li>two</li> | one~two
        a<script>var x = '<p>';</script>b | ab
        a<style>p { x }</style>b | ab
        a<script>never closed | a
        a</script>b | ab
        a<!-- b -->c | ac
        5 < 6 > 4 | 5 < 6 > 4
        I <3 you | I <3 you
        a < | a <
        a <b | a <b
        Tom &amp; Ann | Tom & Ann
        &lt;b&gt; | <b>
        &#65;&#x42;&#X43; | ABC
        &#128512; | 😀
        """)
    void reads_as_a_browser_shows_it(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text.replace('~', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a & b", "&unknown;", "&#;", "&#x;", "&#zz;", "&#x110000;", "&#99999999999;", "R&D;"})
    void an_entity_that_is_none_stays_as_it_is(String html) {
        assertThat(HtmlText.of(html)).isEqualTo(html);
    }
}
