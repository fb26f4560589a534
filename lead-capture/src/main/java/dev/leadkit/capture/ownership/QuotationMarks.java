package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;

/**
 * Whether marks around a value tell that somebody else wrote it: '"Act now! Call …"', 'your rep said "ring me on …"'; not '"…"', nor
 * '"call me on …"' by itself, nor 'I told him "call me on …"'.
 */
final class QuotationMarks {
    private static final int LONGEST_LINE = 400;

    /** A shorter text is looked through for a mark first. */
    private static final int LONG = 2000;

    private static final char LAST_ASCII = 127;
    private static final String CURLY = "“”„«»「」";

    private QuotationMarks() {}

    static boolean hold(Reply reply, int start, int end) {
        String text = reply.text();
        if (text.length() < LONG && !mayHaveMark(reply)) {
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
                return isToldOfOther(reply.words().within(SentenceBounds.start(text, open), open));
            }
        }
        return quoted.count() > 2;
    }

    private static boolean mayHaveMark(Reply reply) {
        String text = reply.text();
        return text.indexOf('"') >= 0
                || reply.ascii() == AsciiText.NONE && CURLY.chars().anyMatch(mark -> text.indexOf(mark) >= 0);
    }

    /** "Your rep told me", "he wrote, and I quote,", "got this from your man yesterday:"; not "I told your rep", "tell him". */
    private static boolean isToldOfOther(Words before) {
        boolean other = false;
        for (int i = 0; i < before.count(); i++) {
            WordRole role = WordRole.of(before, i);
            if (!other && (role == WordRole.I || role == WordRole.MY)) {
                return false;
            }
            other |= role == WordRole.THIRD || role == WordRole.PERSON || role == WordRole.YOUR;
            boolean told = role == WordRole.EXCHANGE || role == WordRole.SAY || role == WordRole.VERB;
            if (told && (other || before.is(i + 1, "this"))) {
                return true;
            }
        }
        return false;
    }

    /** The last quotation mark before a place, as far as a line may reach; -1 if there is none. */
    private static int markBefore(String text, int before) {
        int at = before - 1;
        int lowest = Math.max(0, before - LONGEST_LINE);
        while (at >= lowest && !isMark(text.charAt(at))) {
            at--;
        }
        return at < lowest ? -1 : at;
    }

    private static boolean hasMark(String text, int from) {
        int highest = Math.min(text.length(), from + LONGEST_LINE);
        for (int at = from; at < highest; at++) {
            if (isMark(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(char c) {
        return c == '"' || c > LAST_ASCII && CURLY.indexOf(c) >= 0;
    }
}
