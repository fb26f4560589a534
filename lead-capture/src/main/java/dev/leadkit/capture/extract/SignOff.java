package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The name below a message: "Best regards,\nJane Doe" at its end, or with no more behind than a line of it and how to reach
 * her.
 */
final class SignOff {
    /** The most words of a name with an address or a number after it. */
    private static final int MAX_SIGNATURE = 14;

    private static final int NEAR = 4;

    /** The fewest words before a name in a line of its own. */
    private static final int LEAST_BEFORE_LINE = 8;

    private static final WordSet ABBREVIATED = WordSet.of("mvg", "mfg", "lg", "vg", "vh", "mvh", "gr", "yt");

    /** Before the name of who signs. */
    static final WordSet YOURS = WordSet.of("ihr", "ihre", "dein", "deine", "euer", "eure");

    private static final WordSet THANKS = WordSet.of(
            "thanks",
            "thanx",
            "thnx",
            "tks",
            "cheers",
            "thx",
            "ta",
            "danke",
            "dziękuję",
            "dzięki",
            "děkuji",
            "ďakujem",
            "köszönöm",
            "mulțumesc",
            "kiitos",
            "tack",
            "tak",
            "takk",
            "спасибо",
            "дякую",
            "благодаря",
            "teşekkürler",
            "ευχαριστώ",
            "kasih");

    private static final WordSet BARE = WordSet.listed(
            "gruß gruss grüße grüsse vg groetjes groet groeten hilsen bises terveisin pozdrawiam pozdravem pozdravom saluti poważaniem уважением saygılarımla");

    /** With these nobody begins or thanks. */
    private static final WordSet FORMAL = WordSet.listed("""
            regards sincerely grüße grüßen gruß gruss saludos cordialement groeten groet saluti atenciosamente hälsningar hilsen
            cordially respectfully faithfully rgds pozdrawiam poważaniem pozdravem уважением""");

    /** Behind "with", as in "děkuji, s pozdravem". */
    private static final WordSet WITH = WordSet.listed(
            "pozdravem pozdravom poważaniem szacunkiem уважением повагою приветом поштовањем štovanjem spoštovanjem");

    private static final WordSet FROM = WordSet.of("from", "fra", "från", "von", "van");

    /** What must stand before words that say many other things. */
    private static final WordMap<WordSet> BEHIND = WordMap.<WordSet>builder()
            .put(WordSet.of("thank"), "you")
            .put(WordSet.of("so", "very"), "much")
            .put(WordSet.of("merci"), "beaucoup")
            .put(WordSet.of("grazie"), "mille")
            .put(WordSet.of("de"), "antemano")
            .put(WordSet.of("im"), "voraus")
            .put(WordSet.of("på"), "förhand")
            .put(WordSet.of("à"), "vous")
            .put(WordSet.of("vielen", "besten", "herzlichen"), "dank")
            .build();

    private SignOff() {}

    static @Nullable NameCue read(Words words, int i) {
        int next = behindProxy(words, i + 1);
        boolean comma = words.gap(Math.min(next, words.count())) == ',';
        next += YOURS.has(words, next) && words.gap(next + 1) == Words.BLANK ? 1 : 0;
        if (next >= words.count()
                || !isSignOff(words, i)
                || WITH.has(words, next + 1)
                || NameFillers.isGreeting(words, next)) {
            return null;
        }
        if (words.is(next, "from") && next + 1 < words.count() && words.count() - next <= NEAR) {
            return NameCue.withCapital(words, next + 1, Strength.WEAK, NameCue.SIGN_OFF); // "Best wishes from Jane Doe"
        }
        boolean near = words.count() - next <= NEAR;
        if (words.gap(i + 1) == '\n' && (near || isShortLine(words, next))) {
            return NameCue.of(next, Strength.CLEAR, NameCue.SIGN_OFF);
        }
        boolean parted = comma && !words.is(i, "best")
                || ABBREVIATED.has(words, i)
                || isBareAndLast(words, i)
                || isLineBelowText(words, i);
        boolean signed = near || isBeforeContact(words, next) || isFormal(words, i) && isInSignature(words, next);
        if (!parted || isToAgent(words, i) || !signed) {
            return null;
        }
        return NameCue.withCapital(words, next, Strength.WEAK, NameCue.SIGN_OFF);
    }

    /** "Thank you", "thanks so much", "bien à vous", but not every "you" or "much". */
    private static boolean isSignOff(Words words, int i) {
        WordSet before = BEHIND.get(words, i);
        return before == null || before.has(words, i - 1);
    }

    /** "Thanks", "thank you". */
    static boolean isThanks(Words words, int i) {
        return THANKS.has(words, i) || words.is(i, "you") && words.is(i - 1, "thank");
    }

    /** "No thanks, Sam" and "Thanks, Tove! See you" speak to Sam and Tove. */
    private static boolean isToAgent(Words words, int i) {
        return words.before(i).equals("no") || THANKS.has(words, i) && isFollowed(words, i + 1);
    }

    private static boolean isFollowed(Words words, int name) {
        int end = NameRun.end(words, name, Strength.WEAK);
        char mark = words.gap(Math.min(end, words.count()));
        return mark == '!' || end < words.count() && Words.isSentenceEnd(mark) && mark != '\n';
    }

    /** "… heute holen Gruß Jürgen", as greetings in some languages need no mark. */
    private static boolean isBareAndLast(Words words, int i) {
        return BARE.has(words, i)
                && words.gap(i + 1) == Words.BLANK
                && (words.count() - i <= NEAR || isBeforeContact(words, i + 1));
    }

    /** "…?\nCheers Jane": a line of its own below a text, with no mark in it. */
    private static boolean isLineBelowText(Words words, int i) {
        return words.gap(i) == '\n'
                && i >= LEAST_BEFORE_LINE
                && words.gap(i + 1) == Words.BLANK
                && NameRun.end(words, i + 1, Strength.WEAK) == words.count();
    }

    /** "Mit freundlichen Grüßen\ni.A. Jane Doe", who signs for another. */
    private static int behindProxy(Words words, int next) {
        if (words.is(next, "i") && (words.is(next + 1, "a") || words.is(next + 1, "v")) && words.gap(next + 1) == '.') {
            return next + 2;
        }
        boolean together = next < words.count() && (words.isWritten(next, "iA") || words.isWritten(next, "iV"));
        return together || words.is(next, "ppa") ? next + 1 : next;
    }

    private static boolean isFormal(Words words, int i) {
        return FORMAL.has(words, i) || ABBREVIATED.has(words, i);
    }

    /** "Kind regards, Jane Doe, Head of Sales, Fjord Ltd", "Mvh Maja fra Fjord, tlf …": two words with capitals, and no more than a signature from there on. */
    private static boolean isInSignature(Words words, int start) {
        int end = NameRun.end(words, start, Strength.WEAK);
        return words.count() - start <= MAX_SIGNATURE
                && end > start
                && end < words.count()
                && (FROM.has(words, end) || end - start > 1 && words.gap(end) != Words.BLANK)
                && words.isCapitalised(end - 1);
    }

    private static boolean isShortLine(Words words, int start) {
        for (int i = start + 1; i <= start + NEAR && i < words.count(); i++) {
            if (words.gap(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Two or three words, then an address or a number and nothing else. */
    private static boolean isBeforeContact(Words words, int start) {
        if (words.count() - start > MAX_SIGNATURE) {
            return false;
        }
        for (int i = start + 1; i <= start + 3 && i < words.count(); i++) {
            if (words.gap(i) != Words.BLANK) {
                return ContactRun.startsAt(words, i);
            }
        }
        return false;
    }
}
