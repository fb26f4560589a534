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

    private static final WordSet NAMES = WordSet.listed("""
            a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas
            caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption
            figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd
            label legend li link main map mark menu meta nav noscript object ol optgroup option output p param picture pre
            progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg
            table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr o:p
            !doctype ![if ![endif] ![endif]--
            """);

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
