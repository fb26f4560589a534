package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.QuotedMail;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an address or a number is the visitor's own and still good, from the words around it: by rules of grammar, and by what
 * our own samples teach where that is surer.
 *
 * <p>Refused: "my colleague's e-mail is …", "is … your number?", "I called …", "a friend of mine, …", "bob@acme.com or …" behind "my
 * colleague's" ({@code third-party}); "don't call me on …",
 * "not … but", "my old address was …" ({@code negated}); "&gt; reach me at …" and what stands in a copied mail ({@code quoted}); what bot or agent had just
 * written ({@code echo}). Not refused: "send it to …", "I can't log in with …", "don't hesitate to call …".
 */
public final class Ownership {
    /** Log-odds from which on what was learned overrules an objection of grammar. */
    private static final double SURE = 1.2;

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
        Objection repetition = Repetition.objection(reply, start, end);
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
        if (reply.ascii() == AsciiText.NONE) {
            Objection unspaced = UnspacedOwner.objection(reply.text(), start, end);
            if (unspaced != null || UnspacedOwner.isOwn(reply.text(), start)) {
                return unspaced;
            }
        }
        if (Unmistakable.isOthers(reply, start, end)) {
            return Objection.THIRD_PARTY;
        }
        Objection ofRow = ofRow(reply, start);
        return ofRow == null ? weighed(reply, start, end) : ofRow;
    }

    /** What speaks against the first of the row that a value ends; null if it stands alone. */
    private static @Nullable Objection ofRow(Reply reply, int start) {
        Row row = Row.endingBefore(reply, start);
        if (row == null || row.labelled() && tellsWhoCalled(reply, row.start())) {
            return null;
        }
        Objection objection = byAll(reply, row.start(), row.end());
        return objection == Objection.NEGATED && !row.joined() ? null : objection;
    }

    /** "I wrote to …, phone …". */
    private static boolean tellsWhoCalled(Reply reply, int start) {
        Words before = reply.words().within(SentenceBounds.start(reply.text(), start), start);
        for (int i = 0; i < before.count(); i++) {
            WordRole role = WordRole.of(before, i);
            if (role == WordRole.I || role == WordRole.YOU) {
                return true;
            }
        }
        return false;
    }

    /** By what samples teach, and grammar. */
    private static @Nullable Objection weighed(Reply reply, int start, int end) {
        OwnershipModel.Odds odds = OwnershipModel.CONTACTS.odds(reply, start, end);
        if (odds.all() > CERTAIN && odds.sentence() > SURE) {
            return null;
        }
        Objection objection = OwnershipGrammar.objection(reply, start, end);
        if (objection == null) {
            return odds.all() < -UNLIKELY && !isInOtherScript(reply.text(), start, end) ? Objection.THIRD_PARTY : null;
        }
        boolean told = odds.sentence() > 0; // "my boss, …" is no less the boss's whatever was said before
        return odds.all() > SURE && told && objection != Objection.NEGATED ? null : objection;
    }

    /** Whether more letters of its sentence are of scripts that neither grammar nor samples know than of others. */
    private static boolean isInOtherScript(String text, int start, int end) {
        int from = SentenceBounds.start(text, start);
        int to = SentenceBounds.end(text, end);
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
}
