package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.DigitRun;
import dev.leadkit.capture.ownership.OwnershipWords;
import dev.leadkit.capture.ownership.WordRole;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the words around some digits, or the question before them, say that the digits are. */
enum NumberCue {
    /** "call me at", "my mobile is". */
    PHONE,
    /** "order number", "account", "card": somebody's record. */
    RECORD,
    /** "telegram", "skype": an account, which may have a telephone's number. */
    ACCOUNT,
    /** Nothing was said. */
    NONE;

    private static final int BEHIND = 80;
    private static final int AHEAD = 40;
    private static final int MAX_WORDS = 8;
    private static final int LONGEST_QUESTION = 300;

    private static final List<String> PHONE_COMPOUNDS = List.of(
            "tel",
            "handy",
            "mobi",
            "ruf",
            "rückruf",
            "rueckruf",
            "anruf",
            "kontakt",
            "bel",
            "terugbel",
            "fax",
            "fest",
            "durchwahl",
            "gsm",
            "privat",
            "haus");

    private static final WordSet FAXES = WordSet.listed("fax faxnummer faxnr telefax téléfax telecopie télécopie f");
    private static final WordSet IS = WordSet.listed("is was as es ist est é è er är jest je ni");
    private static final WordSet ABBREVIATED = WordSet.listed("ref no num acct acc inv conf tel ph mob");
    private static final int LEAST_COMPOUND = 7;
    /** The cue nearest to the digits: before them, else right after, else in the question. */
    static NumberCue around(Turn turn, int start, int end) {
        NumberCue before = before(turn, start, end);
        if (before != NONE) {
            return before;
        }
        NumberCue after = after(turn, end);
        if (after != NONE) {
            return after;
        }
        return asked(turn.asked());
    }

    private static NumberCue before(Turn turn, int start, int end) {
        String text = turn.text();
        int from = Words.wholeFrom(text, 0, Math.max(0, start - BEHIND), start);
        Words words = turn.words().within(from, start);
        if (IdentityWords.name(words)) {
            return RECORD;
        }
        if (IdentityWords.nameAccount(words)) {
            return ACCOUNT;
        }
        if (IdentityWords.namePhone(words)) {
            return PHONE;
        }
        int count = words.count();
        boolean number = false;
        boolean parted = false;
        boolean sentence = false; // "text me when the part is in. …"
        for (int i = count - 1; i >= Math.max(0, count - MAX_WORDS); i--) {
            NumberCue cue = of(words, i);
            if (isMyNumber(words, i)) {
                return PHONE;
            }
            number |= NumberLabels.NUMBERS.has(words, i);
            boolean ended = Words.isSentenceEnd(words.gap(i + 1)) && !isAbbreviated(words, i);
            parted |= words.gap(i + 1) == ',' || ended;
            sentence |= ended && i < count - 1 || ended && !number && cue != RECORD;
            if (cue == PHONE || cue == RECORD && !sentence && !(parted && isGrouped(text, start, end))) {
                return cue;
            }
            if (isLongNumber(words, i)
                    || words.gap(i) == '\n'
                    || i > 0 && Words.isSentenceEnd(words.gap(i)) && i < count - 1) {
                break;
            }
        }
        return isAtMe(words) ? PHONE : NONE;
    }

    /** Whether a fax is named right before a place: "Fax no. +49 30 901829", "F: 212 736 5000". */
    static boolean isFax(Turn turn, int start) {
        Words words = turn.words();
        int label = words.firstFrom(start) - 1;
        return FAXES.has(words, NumberLabels.NUMBERS.has(words, label) ? label - 1 : label);
    }

    /** "I'm at …", "get me on …". */
    private static boolean isAtMe(Words words) {
        int last = words.count() - 1;
        WordRole who = WordRole.of(words, last - 1);
        return (words.is(last, "at") || words.is(last, "on")) && (who == WordRole.I || who == WordRole.ME);
    }

    /** Written as phone numbers are: "I paid by card, (603) 224-7718" is not the card's. */
    private static boolean isGrouped(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!DigitRun.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Another number stands between: its cue is not ours. */
    private static boolean isLongNumber(Words words, int i) {
        return words.length(i) >= 5 && words.startsWithDigit(i);
    }

    /** "My number", "my new number", "nummeret mitt", "numaram". */
    private static boolean isMyNumber(Words words, int number) {
        boolean sort = OwnershipWords.SORTS.has(words, number - 1) || OwnershipWords.GONE.has(words, number - 1);
        boolean danish = words.is(number - 1, "mit") && words.is(number + 1, "er"); // in German it is "with"
        return NumberLabels.NUMBERS.has(words, number)
                && (danish
                        || NumberLabels.OWN_NUMBERS.has(words, number)
                        || NumberLabels.MY.has(words, number + 1)
                        || NumberLabels.MY.has(words, sort ? number - 2 : number - 1));
    }

    private static NumberCue after(Turn turn, int end) {
        Words words = turn.words();
        int is = words.firstFrom(end);
        if (!IS.has(words, is)) {
            return NONE;
        }
        for (int i = is + 1; i < Math.min(is + 5, words.count()) && words.start(i) < end + AHEAD; i++) {
            if (Words.isSentenceEnd(words.gap(i))) {
                return NONE;
            }
            NumberCue cue = of(words, i);
            if (cue != NONE) {
                return cue;
            }
            if (NumberLabels.NUMBERS.has(words, i) && NumberLabels.MY.has(words, i - 1)) {
                return PHONE;
            }
        }
        return NONE;
    }

    /** A question for several things at once decides nothing. */
    private static NumberCue asked(@Nullable String asked) {
        if (asked == null) {
            return NONE;
        }
        Words words = Words.ofRequest(asked.toLowerCase(Locale.ROOT), LONGEST_QUESTION);
        NumberCue seen = NONE;
        for (int i = 0; i < words.count(); i++) {
            NumberCue cue = of(words, i);
            if (cue == PHONE) {
                return PHONE;
            }
            if (words.startsSentence(i)) {
                seen = NONE; // "180 plus tax. Name and number?"
            }
            boolean day = words.is(i, "date") && !words.is(i + 1, "of"); // told in fewer digits
            if (cue == RECORD && !day || IdentityWords.ask(words, i)) {
                seen = RECORD;
            }
        }
        return seen;
    }

    /** Whether a word says that a phone number or an address follows: "Tel", "mobile", "e-mail". */
    static boolean isContactLabel(Words words, int word) {
        return NumberLabels.PHONES.has(words, word)
                || words.is(word, "email")
                || words.is(word, "e-mail")
                || words.is(word, "mail");
    }

    /** Whether a word says that a number follows, without saying of what: "no". */
    static boolean isNeutral(String word) {
        return NumberLabels.NUMBERS.contains(word);
    }

    /** Whether a word says what a number behind it is, such as "ssn", "mobile", "no". */
    static boolean isLabel(Words words, int word) {
        return NumberLabels.NUMBERS.has(words, word)
                || NumberLabels.PHONES.has(words, word)
                || NumberLabels.RECORDS.has(words, word);
    }

    /** "Ref. …", "Vertragsnr. …": no sentence ends there. */
    private static boolean isAbbreviated(Words words, int word) {
        return words.gap(word + 1) == '.' && (words.folded(word).endsWith("nr") || ABBREVIATED.has(words, word));
    }

    /** "Vertragsnummer", "Aktennr", "klantnummer": languages that write in one word what the number is of. */
    private static boolean isCompoundNumber(Words words, int word) {
        int length = words.length(word);
        if (length < LEAST_COMPOUND) {
            return false;
        }
        String folded = words.folded(word);
        return (folded.endsWith("nummer") || folded.endsWith("nr"))
                && PHONE_COMPOUNDS.stream().noneMatch(folded::startsWith);
    }

    private static NumberCue of(Words words, int word) {
        boolean area = words.is(word, "code") && words.is(word - 1, "area");
        if (area || NumberLabels.PHONES.has(words, word)) {
            return PHONE;
        }
        if (!NumberLabels.RECORDS.has(words, word)) {
            return isCompoundNumber(words, word) ? RECORD : NONE;
        }
        boolean condition = words.is(word, "case") && words.is(word - 1, "in");
        boolean many = words.is(word, "lot") && (words.is(word - 1, "you") || words.is(word - 1, "a"));
        return condition || many || NumberLabels.isPlaced(words, word) ? NONE : RECORD;
    }

    /** "abc 265398721": three letters that are no word, then one block of digits. */
    static boolean isSplitCode(String text, DigitRun run) {
        int end = run.start() - 1;
        if (run.groups() > 1 || end < 2 || text.charAt(end) != ' ') {
            return false;
        }
        int start = end;
        while (start > 0 && end - start < 4 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        return word.length() == 3
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !CommonWords.isOrdinary(word)
                && !isNeutral(word);
    }
}
