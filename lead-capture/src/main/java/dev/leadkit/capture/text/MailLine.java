package dev.leadkit.capture.text;

import java.util.List;

/**
 * Tells the lines of a mail that are not what its writer says: those of its head ("From: …", "Cc: …"), those above a mail that is copied
 * ("-----Original Message-----"), and those that name who wrote it ("Am 4.11. schrieb Tove Lund:").
 */
public final class MailLine {
    private static final List<String> DIVIDERS = List.of(
            "original message",
            "forwarded message",
            "begin forwarded message",
            "ursprüngliche nachricht",
            "weitergeleitete nachricht",
            "message d'origine",
            "message transféré",
            "mensaje original",
            "mensaje reenviado",
            "messaggio originale",
            "messaggio inoltrato",
            "oorspronkelijk bericht",
            "mensagem original",
            "mensagem encaminhada");

    private static final List<String> FROM = List.of("from:", "von:", "de :", "de:", "da:", "van:", "från:");
    private static final List<String> TO = List.of("to:", "an:", "à :", "para:", "aan:");

    /** Words that begin other lines too, so that they tell of a mail only beside the rest of its head. */
    private static final List<String> FROM_IN_HEAD = List.of("od:");

    private static final List<String> TO_IN_HEAD = List.of("a:", "till:", "do:");

    /** Of what names a sender. */
    private static final String FIRST_LETTERS = "fvdoFVDO";

    /** They stand below the sender. */
    private static final List<String> BELOW = List.of(
            "sent:",
            "date:",
            "date :",
            "subject:",
            "gesendet:",
            "datum:",
            "betreff:",
            "envoyé",
            "objet",
            "enviado",
            "asunto:",
            "inviato:",
            "data:",
            "oggetto:",
            "verzonden:",
            "onderwerp:",
            "skickat:",
            "ämne:",
            "wysłano:",
            "temat:");

    /** They tell of a mail wherever a line begins with them. */
    private static final List<String> TECHNICAL = List.of(
            "cc:",
            "bcc:",
            "sender:",
            "reply-to:",
            "message-id:",
            "in-reply-to:",
            "return-path:",
            "delivered-to:",
            "final-recipient:",
            "original-recipient:",
            "envelope-to:",
            "x-original-to:");

    private static final String AUTHOR = "author:";

    /** They say that somebody wrote what follows; the last word of their line, or with the name behind. */
    private static final WordSet WROTE =
            WordSet.listed("wrote schrieb écrit escribió scritto schreef escreveu skrev napisał napisała");

    /** What they are behind an address. */
    private static final List<String> WROTE_BEHIND = List.of(
            " wrote:", " schrieb:", " a écrit :", " a écrit:", " escribió:", " ha scritto:", " schreef:", " escreveu:");

    private static final List<String> ON = List.of("on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "w dniu ");

    private static final WordSet SELF = WordSet.listed("i we you ich wir j'ai nous yo ho abbiamo eu ik wij jag vi");

    private MailLine() {}

    /** "From: …", "To: …", "Cc: …", or "Author: …" anywhere in the line, of which no more than up to {@code end} is looked at. */
    public static boolean isHead(String text, int line, int end) {
        boolean marked = false;
        for (int at = line; at < end; at++) {
            if (text.charAt(at) == ':') {
                marked = true;
                int author = at + 1 - AUTHOR.length();
                if (author >= line && text.regionMatches(true, author, AUTHOR, 0, AUTHOR.length())) {
                    return true;
                }
            }
        }
        return marked
                && (startsWithAny(text, line, FROM)
                        || startsWithAny(text, line, TO)
                        || startsWithAny(text, line, TECHNICAL));
    }

    /** "&lt;…&gt; wrote:", "&lt;…&gt; a écrit :": whether that follows an address that ends at a place. */
    public static boolean isWroteBehind(String text, int end) {
        int at = end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
        return startsWithAny(text, at, WROTE_BEHIND);
    }

    /** "From: …" above the rest of a head. */
    static boolean isSender(String text, int line) {
        boolean may = line < text.length() && FIRST_LETTERS.indexOf(text.charAt(line)) >= 0;
        return may && (startsWithAny(text, line, FROM) || startsWithAny(text, line, FROM_IN_HEAD));
    }

    /** "Sent: …", "Date: …", "To: …": what stands below the sender. */
    static boolean isBelowSender(String text, int line) {
        return startsWithAny(text, line, BELOW)
                || startsWithAny(text, line, TO)
                || startsWithAny(text, line, TO_IN_HEAD);
    }

    /** "-----Original Message-----", "Begin forwarded message:". */
    static boolean isDivider(String text, int line) {
        int at = line;
        while (at < text.length() && "-_=* ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return startsWithAny(text, at, DIVIDERS) && (at > line + 1 || text.regionMatches(true, at, "begin", 0, 5));
    }

    /** "On 4 Nov 2026, Tove Lund wrote:", "Am 4.11. schrieb Tove Lund:"; not "I wrote:". */
    static boolean isWrote(String text, int line, int end) {
        int last = end;
        while (last > line && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last == line || text.charAt(last - 1) != ':') {
            return false;
        }
        Words words = Words.of(text, line, last);
        for (int i = 0; i < words.count(); i++) {
            if (WROTE.has(words, i)) {
                boolean self = SELF.has(words, i - 1) || SELF.has(words, i + 1) || SELF.has(words, i - 2);
                return !self && (i == words.count() - 1 || isOn(text, line));
            }
        }
        return false;
    }

    /** "On 4 Nov 2026 …", "Am 4.11. …": a day follows. */
    static boolean isOn(String text, int line) {
        return startsWithAny(text, line, ON);
    }

    private static boolean startsWithAny(String text, int at, List<String> some) {
        for (String one : some) {
            if (text.regionMatches(true, at, one, 0, one.length())) {
                return true;
            }
        }
        return false;
    }
}
