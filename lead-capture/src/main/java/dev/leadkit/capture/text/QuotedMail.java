package dev.leadkit.capture.text;

/**
 * Where the mail begins that a message answers or hands on, below what its writer says himself: a copied mail goes on to the end.
 *
 * <p>Begins with "On 4 Nov 2026, Tove Lund wrote:", "Am 4.11. schrieb Tove Lund:", "Le 4 nov. Tove a écrit :", "-----Original
 * Message-----", "Begin forwarded message:", and below other text with "From: …" above "Sent: …", "Date: …" or "To: …". Not with "I
 * wrote:", where lines with "&gt;" follow, nor with "From: …" at the top.
 */
public final class QuotedMail {
    private static final int LONGEST_LINE = 400;
    private static final int HEAD_LINES = 3;

    private QuotedMail() {}

    /** The place of its first line; the length of the text if there is none. */
    public static int start(String text) {
        int line = 0;
        int before = 0;
        boolean said = false; // whether the writer said anything yet
        int lastColon = text.lastIndexOf(':'); // behind it no mail begins
        while (line <= lastColon) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            if (end - line < LONGEST_LINE) {
                if (MailLine.isDivider(text, line) || said && isHeadAt(text, line, end)) {
                    return line;
                }
                if (MailLine.isWrote(text, line, end) && !isMarkedBelow(text, end)) {
                    return MailLine.isOn(text, before) ? before : line; // some programs break the line
                }
            }
            said = said || !text.substring(line, end).isBlank();
            before = line;
            line = end + 1;
        }
        return text.length();
    }

    private static boolean isHeadAt(String text, int line, int end) {
        int next = MailLine.isSender(text, line) ? end : -1;
        for (int i = 0; i < HEAD_LINES && next >= 0 && next < text.length(); i++) {
            if (MailLine.isBelowSender(text, next + 1)) {
                return true;
            }
            next = text.indexOf('\n', next + 1);
        }
        return false;
    }

    /**
     * Where the first line of a message ends that is a whole mail, "From: Tove &lt;tove@acme.com&gt;" above "Subject: …": it tells who writes; 0 if
     * it is none.
     */
    public static int endOfSender(String text) {
        if (!MailLine.isSender(text, 0)) {
            return 0;
        }
        int end = text.indexOf('\n');
        return end > 0 && isHeadAt(text, 0, end) ? end : 0;
    }

    /** Its lines begin with "&gt;" and tell by themselves where it ends. */
    private static boolean isMarkedBelow(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && at - end < HEAD_LINES) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '>';
    }
}
