package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.LABEL;
import static dev.leadkit.capture.ownership.WordRole.ME;
import static dev.leadkit.capture.ownership.WordRole.MINE;
import static dev.leadkit.capture.ownership.WordRole.MY;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.RECORD;
import static dev.leadkit.capture.ownership.WordRole.SORT;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether no doubt is left that a value is not the visitor's, so that what samples teach is not asked.
 *
 * <p>Refused: "addresses such as …", "por ejemplo, …", "a friend of mine, …", "I'm on …'s list", and the answer to "what's his number?".
 * Not refused: "for example, mail me at …", "an address of mine, …", "I'd like …", and "I do, …" as an answer.
 */
final class Unmistakable {
    private static final int BEHIND = 8;
    private static final int NAME = 3;

    /** They say by themselves, or with a word before them, that an example follows. */
    static final WordSet EXAMPLES = WordSet.listed("""
            example instance ejemplo beispiel exemple esempio exemplo przykład eksempel exempel bijvoorbeeld например наприклад
            örneğin mesela például contoh""");

    /** Short for that, but for the letter before. */
    private static final WordSet ABBREVIATED = WordSet.listed("g b ej ex es");

    private static final WordSet FOR = WordSet.listed("for por zum par per ad na till");

    /** One word for all of it. */
    private static final WordSet WHOLE =
            WordSet.listed("bijvoorbeeld например наприклад örneğin mesela például contoh");

    private static final WordSet SUCH =
            WordSet.listed("something anything address addresses mailbox mailboxes number numbers");

    /** Behind "of" they make somebody of the word before it. */
    static final WordSet OURS = WordSet.listed("mine ours yours");

    private static final WordSet THINKING = WordSet.listed("think believe guess suppose reckon assume imagine");

    private Unmistakable() {}

    static boolean isOthers(Reply reply, int start, int end) {
        Words before = reply.words().within(Math.max(0, start - SentenceBounds.BEHIND), start);
        return isExample(before) || isOfFriend(before) || isOwner(reply, end) || isAnswer(reply, start, end);
    }

    /** "Such as …", "e.g. …", "por ejemplo, si pongo …"; not "for example, mail me at …". */
    private static boolean isExample(Words before) {
        int last = before.count() - 1;
        boolean like = before.is(last, "like") && SUCH.has(before, last - 1);
        if (like || before.is(last, "as") && before.is(last - 1, "such") || isShort(before, last)) {
            return true;
        }
        for (int i = last; i > last - BEHIND && i >= 0; i--) {
            WordRole role = WordRole.of(before, i);
            if (role == MY || role == ME || role == MINE || i < last && Words.isSentenceEnd(before.gap(i + 1))) {
                return false;
            }
            if (EXAMPLES.has(before, i) && (FOR.has(before, i - 1) || WHOLE.has(before, i))) {
                return true;
            }
        }
        return false;
    }

    /** "E.g.", "z.B.", "p. ej.". */
    private static boolean isShort(Words before, int last) {
        boolean two = ABBREVIATED.has(before, last) && before.gap(last) == '.';
        return before.is(last, "eg")
                || two && (before.is(last - 1, "e") || before.is(last - 1, "z") || before.is(last - 1, "p"));
    }

    /** "A student of mine, …", "a client of ours, Bo, …"; not "an address of mine, …". */
    private static boolean isOfFriend(Words before) {
        int i = before.count() - 1;
        for (int names = 0; names < NAME && ClauseBefore.isName(before, i); names++) {
            i--;
        }
        return OURS.has(before, i)
                && before.is(i - 1, "of")
                && !OwnershipWords.CHANNELS.has(before, i - 2)
                && WordRole.of(before, i - 2) != LABEL;
    }

    /** "I'm on …'s list". */
    private static boolean isOwner(Reply reply, int end) {
        String text = reply.text();
        boolean owner = end + 2 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '’')
                && text.charAt(end + 1) == 's'
                && text.charAt(end + 2) == ' ';
        if (!owner) {
            return false;
        }
        Words behind = reply.words().within(end + 2, SentenceBounds.end(text, end));
        WordRole role = WordRole.of(behind, 0);
        return behind.count() > 0
                && (role == null || role == LABEL || role == RECORD)
                && !behind.folded(0).endsWith("ing");
    }

    /** What answers a question for somebody else's, and says nothing of oneself. */
    private static boolean isAnswer(Reply reply, int start, int end) {
        return ContactQuestion.asksWho(reply.asked())
                && !ContactQuestion.namesYours(reply.asked())
                && !speaksOfSelf(reply.words()
                        .within(Math.max(0, start - SentenceBounds.BEHIND), SentenceBounds.end(reply.text(), end)));
    }

    /** "I do", "me", "my own"; not "I think", "my mum". */
    private static boolean speaksOfSelf(Words answer) {
        for (int i = 0; i < answer.count(); i++) {
            WordRole role = WordRole.of(answer, i);
            int next = WordRole.of(answer, i + 1) == SORT ? i + 2 : i + 1;
            if (role == ME
                    || role == MINE
                    || role == I && !THINKING.has(answer, i + 1)
                    || role == MY && WordRole.of(answer, next) != PERSON) {
                return true;
            }
        }
        return false;
    }
}
