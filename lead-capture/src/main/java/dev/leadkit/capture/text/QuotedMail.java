package dev.leadkit.capture.text;

import java.util.List;

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

    /** They say that somebody wrote what follows; the last word of their line, or with the name behind. */
    private static final WordSet WROTE =
            WordSet.listed("wrote schrieb écrit escribió scritto schreef escreveu skrev napisał napisała");

    private static final List<String> ON = List.of("on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "w dniu ");

    private static final WordSet SELF = WordSet.listed("i we you ich wir j'ai nous yo ho abbiamo eu ik wij jag vi");

    private static final List<String> FROM = List.of("from:", "von:", "de :", "de:", "da:", "van:", "från:", "od:");

    /** Of those. */
    private static final String FIRST_LETTERS = "fvdoFVDO";

    private static final List<String> BELOW = List.of(
            "sent:",
            "date:",
            "date :",
            "to:",
            "subject:",
            "gesendet:",
            "datum:",
            "an:",
            "betreff:",
            "envoyé",
            "à :",
            "objet",
            "enviado",
            "para:",
            "asunto:",
            "inviato:",
            "data:",
            "a:",
            "oggetto:",
            "verzonden:",
            "aan:",
            "onderwerp:",
            "skickat:",
            "till:",
            "ämne:",
            "wysłano:",
            "do:",
            "temat:");

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
                if (isDivider(text, line) || said && isHeadAt(text, line, end)) {
                    return line;
                }
                if (isWrote(text, line, end)) {
                    return isOn(text, before) ? before : line; // some programs break the line
                }
            }
            said = said || !text.substring(line, end).isBlank();
            before = line;
            line = end + 1;
        }
        return text.length();
    }

    private static boolean isDivider(String text, int line) {
        int at = line;
        while (at < text.length() && "-_=* ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return startsWithAny(text, at, DIVIDERS) && (at > line + 1 || text.regionMatches(true, at, "begin", 0, 5));
    }

    private static boolean isHeadAt(String text, int line, int end) {
        int next = startsWithAny(text, line, FROM) ? end : -1;
        for (int i = 0; i < HEAD_LINES && next >= 0 && next < text.length(); i++) {
            if (startsWithAny(text, next + 1, BELOW)) {
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
        if (text.isEmpty() || FIRST_LETTERS.indexOf(text.charAt(0)) < 0) {
            return 0;
        }
        int end = text.indexOf('\n');
        return end > 0 && isHeadAt(text, 0, end) ? end : 0;
    }

    private static boolean isWrote(String text, int line, int end) {
        int last = end;
        while (last > line && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last == line || text.charAt(last - 1) != ':' || isMarkedBelow(text, end)) {
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

    /** Its lines begin with "&gt;" and tell by themselves where it ends. */
    private static boolean isMarkedBelow(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && at - end < HEAD_LINES) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '>';
    }

    /** "On 4 Nov 2026 …", "Am 4.11. …": a day follows. */
    private static boolean isOn(String text, int line) {
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
