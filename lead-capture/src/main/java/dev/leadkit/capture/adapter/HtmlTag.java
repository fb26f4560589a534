package dev.leadkit.capture.adapter;

import dev.leadkit.capture.text.WordSet;
import java.util.Locale;

/**
 * A tag of HTML, or what only begins like one: {@code <p>}, {@code </td >} and {@code <a title="x > y">} are tags;
 * {@code <tove@fjord.example>}, {@code <https://fjord.example>}, {@code a<b and c>d} and {@code <tove>} are none.
 *
 * @param name in lower case; empty if it is none
 * @param end behind its {@code >}; if it is none, up to where no other begins
 */
record HtmlTag(String name, int end) {
    private static final String DECLARATION = "!";

    private static final WordSet NAMES = WordSet.of(HtmlText.BLOCKS, WordSet.listed("""
            a abbr acronym area audio b base basefont bdi bdo big body button canvas cite code col colgroup data del details
            dfn dialog dir em embed font frame frameset head hgroup html i iframe img input ins kbd label link map mark menu
            meta noscript object optgroup output param picture progress q rp rt ruby s samp script select small source span
            strike strong style sub sup svg tbody template tfoot thead time track tt u var video wbr o:p !doctype ![if ![endif]
            ![endif]--
            """));

    /** @param at where a {@code <} stands */
    static HtmlTag at(String html, int at) {
        int from = html.startsWith("</", at) ? at + 2 : at + 1;
        int to = from;
        while (to < html.length() && isOfName(html.charAt(to))) {
            to++;
        }
        String name = html.substring(from, to).toLowerCase(Locale.ROOT);
        boolean ends =
                to < html.length() && (isBlank(html.charAt(to)) || html.charAt(to) == '>' || html.startsWith("/>", to));
        return ends && NAMES.contains(name) ? withAttributes(name, html, to) : none(to);
    }

    /** Attributes have values, but for a lone one, such as {@code nowrap}: words without them are somebody's own. */
    private static HtmlTag withAttributes(String name, String html, int from) {
        int words = 0;
        boolean hasValue = name.startsWith(DECLARATION);
        char last = ' ';
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') {
                return hasValue || words < 2 ? new HtmlTag(name, i + 1) : none(i);
            }
            if (c == '<') {
                return none(i);
            }
            if (last == '=' && (c == '"' || c == '\'')) {
                int close = html.indexOf(c, i + 1);
                if (close < 0) {
                    return none(i);
                }
                i = close;
            }
            hasValue = hasValue || c == '=';
            words += isBlank(html.charAt(i - 1)) && !isBlank(c) && c != '/' ? 1 : 0;
            last = isBlank(c) ? last : c;
        }
        return none(html.length());
    }

    private static HtmlTag none(int end) {
        return new HtmlTag("", end);
    }

    boolean isNone() {
        return name.isEmpty();
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '!' || c == '[' || c == ']';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
