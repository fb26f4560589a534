package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in the summary of a conversation: what the visitor said, what bot and agent stated, and a short answer
 * together with what it answers, so that "yes" never stands by itself. A question that nobody answered in few words is left out
 * if a bot or agent asked it.
 */
final class ConversationClauses {
    /** What an agreement or a refusal is worth beside its words. */
    private static final double ANSWER = 3;

    /** What a bot or agent says is worth less, since the visitor's own words say what he wants. */
    private static final double OTHERS = 0.6;

    /** Courtesies and what a bot always says come to less. */
    private static final double LEAST = 1.5;

    private ConversationClauses() {}

    /** Those of one message. */
    static List<Clause> of(List<Utterance> messages, int index) {
        Utterance message = messages.get(index);
        List<Clause> clauses = new ArrayList<>();
        Clause answer = index == 0 ? null : answer(index, messages.get(index - 1), message);
        if (answer != null) {
            clauses.add(answer);
        }
        for (Clause clause : ClauseCutter.sentences(index, message)) {
            if (says(message, clause) && (answer == null || !answer.contains(clause))) {
                clauses.add(message.isFromVisitor() ? clause : weighed(clause));
            }
        }
        return clauses;
    }

    private static boolean says(Utterance message, Clause clause) {
        return clause.worth() >= LEAST && (message.isFromVisitor() || clause.isSpecific() && !isQuestion(clause));
    }

    private static boolean isQuestion(Clause clause) {
        return clause.text().endsWith("?");
    }

    private static Clause weighed(Clause clause) {
        Map<String, Double> words = new LinkedHashMap<>(clause.words());
        words.replaceAll((word, worth) -> worth * OTHERS);
        return new Clause(clause.message(), clause.span(), clause.text(), clause.signs() * OTHERS, words);
    }

    /** The first sentence of a message with the last of the one before, if it needs that; absent otherwise. */
    private static @Nullable Clause answer(int index, Utterance before, Utterance message) {
        if (before.isFromVisitor() == message.isFromVisitor()) {
            return null;
        }
        Span first = Sentences.first(message.text());
        Span last = Sentences.last(before.text());
        Words reply = Words.of(message.text(), first.start(), first.end());
        if (!Answers.needQuestion(reply) || !before.isQuotable(last) || !message.isQuotable(first)) {
            return null;
        }
        Clause asked = clause(index - 1, before, last);
        Map<String, Double> words = new LinkedHashMap<>(asked.words());
        clause(index, message, first).words().forEach((word, worth) -> words.merge(word, worth, Math::max));
        if (matters(before, asked, reply)) {
            words.put("answer of " + index, ANSWER); // a key that is no word
        } else if (!isQuestion(asked)) {
            return null;
        }
        var answer = new Clause(index, first, ClauseCutter.tidy(message.text(), first), 0, words, asked);
        return answer.worth() >= LEAST ? answer : null;
    }

    /** Whether something was agreed on or refused, and not only "anything else?" */
    private static boolean matters(Utterance before, Clause asked, Words reply) {
        boolean agrees = Answers.agrees(reply);
        boolean proposed = asked.isSpecific() || isQuestion(asked) && (agrees || before.isFromVisitor());
        return proposed && asked.worth() >= LEAST && (agrees || Answers.refuses(reply));
    }

    private static Clause clause(int index, Utterance message, Span span) {
        Words words = Words.of(message.text(), span.start(), span.end());
        Map<String, Double> worth = new LinkedHashMap<>();
        for (int i = 0; i < words.count(); i++) {
            double its = NeedWords.worth(words, i, i > 0);
            if (its > 0) {
                worth.merge(words.folded(i), its, Math::max);
            }
        }
        return new Clause(index, span, ClauseCutter.tidy(message.text(), span), 0, worth);
    }
}
