package dev.leadkit.capture.ownership;

import java.util.List;

/** Whether marks around a value strike it out, or point from it to another: "~~…~~", "&lt;s&gt;…&lt;/s&gt;", "… -> jane@acme.com". */
final class Replaced {
    private static final List<String> STRUCK = List.of("~~", "<s>", "<del>", "<strike>");
    private static final List<String> ARROWS = List.of("->", "=>", "→", "-->", "➡");
    private static final String ARROW_SIGNS = "-=→➡";
    private static final int LONGEST = 8;

    private Replaced() {}

    static boolean is(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean marked = before == '~' || before == '>'; // as hardly ever
        return marked && isStruck(text, start) || isArrowBehind(text, end);
    }

    private static boolean isStruck(String text, int start) {
        for (String mark : STRUCK) {
            int at = start - mark.length();
            if (at >= 0 && text.regionMatches(true, at, mark, 0, mark.length())) {
                return true;
            }
        }
        return false;
    }

    /** And something stands behind it. */
    private static boolean isArrowBehind(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ' && at - end < LONGEST) {
            at++;
        }
        if (at == text.length() || ARROW_SIGNS.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        for (String arrow : ARROWS) {
            if (text.startsWith(arrow, at)) {
                return !text.substring(at + arrow.length(), Math.min(text.length(), at + LONGEST))
                        .isBlank();
            }
        }
        return false;
    }
}
