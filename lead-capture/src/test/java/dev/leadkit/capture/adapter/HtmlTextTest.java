package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.visits.CountingLoader;
import dev.leadkit.capture.visits.Visits;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
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
        <STYLE>p{}</STYLE><p>one</p> | one
        <script>x</SCRIPT>one | one
        <script>'</p>'</script >one | one
        <script>a<script>b</script>c | c
        <td>Phone</td><td>+49 170 9</td> | Phone~+49 170 9
        <h4>Budget</h4><pre>5000</pre> | Budget~5000
        <dt>Name</dt><dd>Tove</dd><hr>Lund | Name~Tove~Lund
        <a title="x > y" href="mailto:tove@fjord.example">write</a> | write
        <a title = 'x > y'>write</a> | write
        <p class=big id=a>one</p> | one
        <td nowrap>one</td > | one
        a<br />b<br / >c | a~b~c
        a<!-- <b> > -->b<!-->c | abc
        <!DOCTYPE html PUBLIC "-//W3C//DTD" "x"><p>one</p> | one
        <!--[if mso]><p>x</p><![endif]-->a<![if !mso]>b<![endif]>c<o:p></o:p> | abc
        M&uuml;ller caf&eacute; &Uuml;ber &szlig; &yuml;&copy; | Müller café Über ß ÿ©
        &ldquo;Tove&rsquo;s&rdquo;&nbsp;&mdash; 5&#8239;&euro;&shy; | “Tove’s” — 5\u202f€\u00ad
        """)
    void reads_as_a_browser_shows_it(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text.replace('~', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tove Lund <tove@fjord.example>, two boats",
                "<a@fjord.example>",
                "<b.lund@fjord.example> or <i-lund@fjord.example> or <p/q@fjord.example>",
                "See <https://fjord.example/x>, if a<b and c>d then buy",
                "if a <b and c> d",
                "budget <five thousand, thanks",
                "<tove>",
                "<B@>",
                "a <b it's fine",
                "a <!-- b",
                "</ p>",
                "<>",
                "a < b > c",
                "<"
            })
    void what_is_no_html_stays_as_it_is(String text) {
        assertThat(HtmlText.of(text)).isEqualTo(text);
    }

    @Test
    void what_only_begins_like_a_tag_hides_nothing_behind_it() {
        assertThat(HtmlText.of("a <b <i>c</i> &amp; <a href=\"x <u>d</u>")).isEqualTo("a <b c & <a href=\"x d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<a ",
                "<a b",
                "</",
                "</p ",
                "<!",
                "<!--",
                "<!-->",
                "<!-- >",
                "<a x='<a x=\"",
                "<a x=\"<a ",
                "<a x=\"'<a x='",
                "<a x='\" ",
                "<script>",
                "<script></",
                "<script></script",
                "<style></STYLE>",
                "&",
                "&amp",
                "<a=",
                "<a x = ",
                "<br>",
                "<br >\n"
            })
    void takes_work_in_proportion_to_the_text(String pump) {
        Consumer<String> reader = counted();
        for (String end : new String[] {"", ">", "\"", "'", "-->", "\" '"}) {
            String text = pump.repeat(1_000) + end;
            String twice = pump.repeat(2_000) + end;

            long before = Visits.of(() -> reader.accept(text));
            long after = Visits.of(() -> reader.accept(twice));

            assertThat((double) after / before).as(pump + " … " + end).isLessThanOrEqualTo(2.2);
        }
    }

    @SuppressWarnings("unchecked") // the loader cannot know what the consumer takes
    private static Consumer<String> counted() {
        return new CountingLoader().create(HostileHtml.class, Consumer.class);
    }

    /** Loaded with a counter in it. */
    public static final class HostileHtml implements Consumer<String> {
        @Override
        public void accept(String html) {
            HtmlText.of(html);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a & b", "&unknown;", "&#;", "&#x;", "&#zz;", "&#x110000;", "&#99999999999;", "R&D;"})
    void an_entity_that_is_none_stays_as_it_is(String html) {
        assertThat(HtmlText.of(html)).isEqualTo(html);
    }
}
