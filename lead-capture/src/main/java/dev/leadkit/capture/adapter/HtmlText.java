package dev.leadkit.capture.adapter;

import dev.leadkit.capture.text.HtmlEntity;
import dev.leadkit.capture.text.WordSet;

/**
 * The text of a fragment of HTML, as a reader sees it: tags are gone, blocks and cells begin a line, entities are
 * characters. In one pass; what is no HTML stays as it is, such as an address in angle brackets.
 */
final class HtmlText {
    /** What begins a line. */
    static final WordSet BLOCKS = WordSet.listed("""
            address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
            h5 h6 header hr legend li main nav ol option p pre section summary table td textarea th title tr ul
            """);

    /** What stands in them nobody reads. */
    private static final WordSet UNSEEN = WordSet.listed("script style");

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    /** Up to here what begins like a tag is none. */
    private int tagsFrom;

    /** Whether no comment ends any more, which is looked for once. */
    private boolean withoutComments;

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
            if (c == '&') {
                entity();
            } else if (c != '<' || !skipComment() && !skipTag()) {
                text.append(c);
                at++;
            }
        }
        return text.toString().strip();
    }

    private boolean skipComment() {
        if (withoutComments || !html.startsWith(COMMENT, at)) {
            return false;
        }
        int end = html.indexOf(COMMENT_END, at + "<!".length());
        if (end < 0) {
            withoutComments = true;
            return false;
        }
        at = end + COMMENT_END.length();
        return true;
    }

    private boolean skipTag() {
        if (at < tagsFrom) {
            return false;
        }
        boolean opens = !html.startsWith("</", at);
        HtmlTag tag = HtmlTag.at(html, at);
        if (tag.isNone()) {
            tagsFrom = tag.end();
            return false;
        }
        at = tag.end();
        if (BLOCKS.contains(tag.name())) {
            newLine();
        } else if (opens && UNSEEN.contains(tag.name())) {
            at = closeOf(tag.name());
        }
        return true;
    }

    /** Where the tag begins that closes; the end of all if there is none. */
    private int closeOf(String name) {
        int close = html.indexOf("</", at);
        while (close >= 0 && !html.regionMatches(true, close + 2, name, 0, name.length())) {
            close = html.indexOf("</", close + 2);
        }
        return close < 0 ? html.length() : close;
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void entity() {
        int limit = Math.min(html.length(), at + HtmlEntity.LONGEST + 1);
        int end = at + 1;
        while (end < limit && html.charAt(end) != ';') {
            end++;
        }
        String known = end < limit ? HtmlEntity.character(html.substring(at + 1, end)) : null;
        if (known == null) {
            text.append('&');
            at++;
        } else {
            text.append(known);
            at = end + 1;
        }
    }
}
