package dev.leadkit.capture.adapter;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a fragment of HTML, as a reader sees it: tags are gone, blocks begin a line, entities are characters. In
 * one pass; what is no HTML stays as it is.
 */
final class HtmlText {
    private static final int LONGEST_ENTITY = 10;

    private static final Set<String> BLOCKS =
            Set.of("br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "blockquote");

    /** What stands in them nobody reads. */
    private static final Set<String> UNSEEN = Set.of("script", "style");

    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…", "euro", "€",
            "pound", "£", "ndash", "–");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && startsTag()) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString().strip();
    }

    /** Not a sign between numbers, nor a heart. */
    private boolean startsTag() {
        int next = at + 1;
        if (next >= html.length()) {
            return false;
        }
        char c = html.charAt(next);
        return c == '/' || c == '!' || Character.isLetter(c);
    }

    private void tag() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            text.append(html, at, html.length());
            at = html.length();
            return;
        }
        int from = html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int to = from;
        while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        String name = html.substring(from, to).toLowerCase(Locale.ROOT);
        at = end + 1;
        if (BLOCKS.contains(name)) {
            newLine();
        } else if (UNSEEN.contains(name) && from == to - name.length() && html.charAt(from - 1) == '<') {
            int close = html.indexOf("</" + name, at);
            at = close < 0 ? html.length() : close;
        }
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void entity() {
        int limit = Math.min(html.length(), at + LONGEST_ENTITY + 1);
        int end = at + 1;
        while (end < limit && html.charAt(end) != ';') {
            end++;
        }
        String known = end < limit ? character(html.substring(at + 1, end)) : null;
        if (known == null) {
            text.append('&');
            at++;
        } else {
            text.append(known);
            at = end + 1;
        }
    }

    private static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : null;
        } catch (NumberFormatException | IndexOutOfBoundsException noNumber) {
            return null;
        }
    }
}
