package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.MailLine;
import dev.leadkit.capture.text.QuotedMail;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.TellingDigits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value only repeats what somebody else wrote, or what is struck out, whatever the words around it say.
 *
 * <p>Refused: "&gt; reach me at …", "From: …" below other lines, '"Act now! Call …"' ({@code quoted}); "~~…~~ …" ({@code negated}); what bot or
 * agent had just written ({@code echo}), unless the visitor confirms it.
 */
final class Repetition {
    private static final int LONGEST_LINE = 400;

    /** A shorter text is looked through for the marks of a quotation first. */
    private static final int LONG = 2000;

    private static final int LONGEST_QUESTION = 2000;

    private Repetition() {}

    static @Nullable Objection objection(Reply reply, int start, int end) {
        if (isQuoted(reply, start, end)) {
            return Objection.QUOTED;
        }
        if (Replaced.is(reply.text(), start, end)) {
            return Objection.NEGATED;
        }
        return isEcho(reply, start, end) && !ContactQuestion.isConfirmed(reply, start) ? Objection.ECHO : null;
    }

    /** A line that quotes an earlier message, or the head of one. */
    private static boolean isQuoted(Reply reply, int start, int end) {
        String text = reply.text();
        if (QuotationMarks.hold(reply, start, end)) {
            return true;
        }
        if (text.length() < LONG && text.indexOf('>') < 0 && text.indexOf(':') < 0) {
            return false;
        }
        int line = start;
        int lowest = Math.max(0, start - LONGEST_LINE);
        while (line > lowest && text.charAt(line - 1) != '\n') {
            line--;
        }
        while (line < start && text.charAt(line) == ' ') {
            line++;
        }
        if (line == 0 && end <= QuotedMail.endOfSender(text)) {
            return false;
        }
        boolean quoted = line < start
                && (text.charAt(line) == '>'
                        || MailLine.isHead(text, line, start)
                        || MailLine.isWroteBehind(text, end));
        return quoted || start >= reply.quotedFrom() || QuotedPage.holds(reply, start);
    }

    /** What was written to the visitor since his message before, he repeats. */
    private static boolean isEcho(Reply reply, int start, int end) {
        String asked = reply.asked();
        if (asked == null) {
            return false;
        }
        String value = reply.text().substring(start, end);
        String said = asked.substring(Math.max(0, asked.length() - LONGEST_QUESTION));
        if (value.indexOf('@') >= 0) {
            return said.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        }
        return TellingDigits.areIn(said, value);
    }
}
