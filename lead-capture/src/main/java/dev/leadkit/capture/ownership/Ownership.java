package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.MailLine;
import dev.leadkit.capture.text.QuotedMail;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.TellingDigits;
import dev.leadkit.capture.text.Words;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an address or a number is the visitor's own and still good, from the words around it: by rules of grammar, and by what
 * our own samples teach where that is surer.
 *
 * <p>Refused: "my colleague's e-mail is …", "is … your number?", "I called …" ({@code third-party}); "don't call me on …",
 * "not … but", "my old address was …" ({@code negated}); "&gt; reach me at …" and what stands in a copied mail ({@code quoted}); what bot or agent had just
 * written ({@code echo}). Not refused: "send it to …", "I can't log in with …", "don't hesitate to call …".
 */
public final class Ownership {
    private static final int BEHIND = 90;
    private static final int AHEAD = 40;
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_QUESTION = 2000;

    /** Log-odds from which on what was learned overrules an objection of grammar. */
    private static final double SURE = 0.5;

    /** Log-odds against the value from which on it is refused though grammar has nothing against it. */
    private static final double UNLIKELY = 1;

    /** From here on grammar is not asked, not even whether the visitor denies the value: the sentence must be {@link #SURE} too. */
    private static final double CERTAIN = 2;

    /** Those of which the samples hold enough. */
    private static final Set<Character.UnicodeScript> LEARNED = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.HANGUL);

    private Ownership() {}

    /** The code for a refusal, null if nothing speaks against the value at {@code [start, end)} of the text. */
    public static @Nullable String objection(Reply reply, int start, int end) {
        Objection repetition = repetition(reply, start, end);
        Objection objection = repetition == null ? byAll(reply, start, end) : repetition;
        return objection == null ? null : objection.code;
    }

    /** What speaks against a value that repeats nothing. */
    private static @Nullable Objection byAll(Reply reply, int start, int end) {
        if (end <= QuotedMail.endOfSender(reply.text())) {
            return null;
        }
        Giving.Surety plain = PlainReading.surety(reply.ascii(), start, end);
        if (plain == Giving.Surety.OWN || plain != null && !ContactQuestion.asksWho(reply.asked())) {
            return null;
        }
        Objection unspaced = reply.ascii() == AsciiText.NONE ? UnspacedOwner.objection(reply.text(), start, end) : null;
        if (unspaced != null || reply.ascii() == AsciiText.NONE && UnspacedOwner.isOwn(reply.text(), start)) {
            return unspaced;
        }
        OwnershipModel.Odds odds = OwnershipModel.CONTACTS.odds(reply, start, end);
        if (odds.all() > CERTAIN && odds.sentence() > SURE) {
            return null;
        }
        Objection objection = byAllRules(reply, start, end);
        if (objection == null) {
            return odds.all() < -UNLIKELY && !isInOtherScript(reply.text(), start, end) ? Objection.THIRD_PARTY : null;
        }
        boolean told = odds.sentence() > 0; // "my boss, …" is no less the boss's whatever was said before
        return odds.all() > SURE && told && objection != Objection.NEGATED ? null : objection;
    }

    /** Whether more letters of its sentence are of scripts that neither grammar nor samples know than of others. */
    private static boolean isInOtherScript(String text, int start, int end) {
        int from = sentenceStart(text, start);
        int to = sentenceEnd(text, end);
        int other = 0;
        int known = 0;
        for (int at = from; at < to; at++) {
            char c = at >= start && at < end ? ' ' : text.charAt(at);
            if (Character.isLetter(c)) {
                boolean learned = LEARNED.contains(Character.UnicodeScript.of(c));
                known += learned ? 1 : 0;
                other += learned ? 0 : 1;
            }
        }
        return other > known;
    }

    /** Objects where it stands in what somebody else wrote, is struck out, or repeats what bot or agent had just written. */
    static @Nullable Objection repetition(Reply reply, int start, int end) {
        if (isQuoted(reply, start, end)) {
            return Objection.QUOTED;
        }
        if (Replaced.is(reply.text(), start, end)) {
            return Objection.NEGATED;
        }
        return isEcho(reply, start, end) && !ContactQuestion.isConfirmed(reply, start) ? Objection.ECHO : null;
    }

    /** What the words around the value say against it. */
    static @Nullable Objection byAllRules(Reply reply, int start, int end) {
        String text = reply.text();
        int to = sentenceEnd(text, end);
        Objection objection = objection(reply, sentenceStart(text, start), start, end, to);
        boolean answered = reply.asked() != null
                && objection == Objection.THIRD_PARTY
                && ContactQuestion.isAnswered(reply.words().within(0, start))
                && ContactQuestion.asksForOwn(reply.asked())
                && !ContactQuestion.asksWho(reply.asked());
        if (!answered) {
            return objection;
        }
        Words after = reply.words().within(end, to);
        return after.is(0, "but") ? objection : WordsAfter.objection(after, true);
    }

    private static @Nullable Objection objection(Reply reply, int from, int start, int end, int to) {
        Words before = reply.words().within(from, start);
        char first = reply.text().charAt(start);
        Objection objection = WordsBefore.objection(before, first == '+' || first == '(' || Character.isDigit(first));
        if (objection != null) {
            return objection;
        }
        Giving.Surety surety = Giving.surety(before);
        if (surety == Giving.Surety.REFUSED) {
            return Objection.NEGATED;
        }
        Words after = reply.words().within(end, to);
        boolean own = surety == Giving.Surety.OWN || WordsAfter.claim(after);
        objection = WordsAfter.objection(after, own);
        if (own || objection != null) {
            return objection;
        }
        boolean others = surety == Giving.Surety.NONE
                || ContactQuestion.asksWho(reply.asked())
                || Neighbours.speakOfOthers(reply, from, to);
        return others ? Objection.THIRD_PARTY : null;
    }

    /** Where the sentence begins, as far as it is read; never inside a word, half of which could be read as another. */
    private static int sentenceStart(String text, int start) {
        int from = start;
        int lowest = Math.max(0, start - BEHIND);
        while (from > lowest && !endsSentence(text, from - 1)) {
            from--;
        }
        return from == lowest ? Words.wholeFrom(text, 0, from, start) : from;
    }

    private static int sentenceEnd(String text, int end) {
        int to = end;
        int highest = Math.min(text.length(), end + AHEAD);
        while (to < highest && text.charAt(to) != '\n' && text.charAt(to) != ';') {
            if (text.charAt(to) == '.' && to + 1 < highest && Character.isWhitespace(text.charAt(to + 1))) {
                break;
            }
            to++;
        }
        while (to > end && to == highest && isInsideWord(text, to)) {
            to--;
            highest--;
        }
        return to;
    }

    private static boolean isInsideWord(String text, int at) {
        return at < text.length()
                && Character.isLetterOrDigit(text.charAt(at))
                && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (c > '?') {
            return false; // a letter, as most are
        }
        if (c == '\n' || c == '!' || c == '?' || c == ';') {
            return true;
        }
        return c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    }

    /** A line that quotes an earlier message, or the head of one. */
    private static boolean isQuoted(Reply reply, int start, int end) {
        String text = reply.text();
        if (isInQuotation(reply, start, end)) {
            return true;
        }
        if (text.length() < LONGEST_QUESTION && text.indexOf('>') < 0 && text.indexOf(':') < 0) {
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

    /** '"Act now! Call …"': what somebody else wrote, by the quotation marks around it; not '"…"', '"call me on …"'. */
    private static boolean isInQuotation(Reply reply, int start, int end) {
        String text = reply.text();
        if (text.length() < LONGEST_QUESTION && text.indexOf('"') < 0) {
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
