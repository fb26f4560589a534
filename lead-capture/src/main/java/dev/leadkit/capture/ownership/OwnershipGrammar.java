package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an address or a number say against it by rules of grammar: those before it in its sentence, those behind it, and
 * where none of them tells, the sentences beside and what was asked.
 *
 * <p>Refused: "my colleague's e-mail is …", "is … your number?" ({@code third-party}); "don't call me on …" ({@code negated}). Not refused:
 * "send it to …", "don't hesitate to call …", and "my boss, …" where the visitor's own was asked for.
 */
final class OwnershipGrammar {
    private OwnershipGrammar() {}

    static @Nullable Objection objection(Reply reply, int start, int end) {
        String text = reply.text();
        int to = SentenceBounds.end(text, end);
        Objection objection = ofSentence(reply, SentenceBounds.start(text, start), start, end, to);
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

    private static @Nullable Objection ofSentence(Reply reply, int from, int start, int end, int to) {
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
}
