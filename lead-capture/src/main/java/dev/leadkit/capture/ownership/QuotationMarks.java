package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;

/** Whether marks around a value tell that somebody else wrote it: '"Act now! Call …"'; not '"…"', nor '"call me on …"'. */
final class QuotationMarks {
    private static final int LONGEST_LINE = 400;

    /** A shorter text is looked through for a mark first. */
    private static final int LONG = 2000;

    private QuotationMarks() {}

    static boolean hold(Reply reply, int start, int end) {
        String text = reply.text();
        if (text.length() < LONG && text.indexOf('"') < 0) {
            return false;
        }
        int open = markBefore(text, start);
        if (open < 0 || markBefore(text, open) >= 0 || !hasMark(text, end)) {
            return false;
        }
        Words quoted = reply.words().within(open + 1, start);
        for (int i = 0; i < quoted.count(); i++) {
            WordRole role = WordRole.of(quoted, i);
            if (role == WordRole.ME || role == WordRole.MY || role == WordRole.I) {
                return false;
            }
        }
        return quoted.count() > 2;
    }

    /** The last quotation mark before a place, as far as a line may reach; -1 if there is none. */
    private static int markBefore(String text, int before) {
        int at = before - 1;
        int lowest = Math.max(0, before - LONGEST_LINE);
        while (at >= lowest && text.charAt(at) != '"') {
            at--;
        }
        return at < lowest ? -1 : at;
    }

    private static boolean hasMark(String text, int from) {
        int highest = Math.min(text.length(), from + LONGEST_LINE);
        for (int at = from; at < highest; at++) {
            if (text.charAt(at) == '"') {
                return true;
            }
        }
        return false;
    }
}
