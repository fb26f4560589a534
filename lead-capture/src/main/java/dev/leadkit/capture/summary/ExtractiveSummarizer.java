package dev.leadkit.capture.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a summary out of pieces of what was said, without any model.
 *
 * <pre>{@code
 * var handOver = ExtractiveSummarizer.of(SummaryKind.CONVERSATION);
 * for (Transcript transcript : desk.transcript(lead.id())) {
 *     Summary summary = handOver.summarize(Utterance.of(transcript.messages()));
 * }
 * }</pre>
 *
 * <p>The things asked for, amounts, dates, proper names and agreements are worth most for their length, each the first time; the
 * pieces stand in the order in which they were said. Nothing that is contact data, or looks like it, gets in. The same
 * messages always give the same summary. Pure and safe to share.
 */
public final class ExtractiveSummarizer {
    /** Of a conversation with more than twice as many messages the first and the latest are read. */
    private static final int MAX_MESSAGES = 100;

    /** The most pieces that are weighed against each other; of more, the best by themselves. */
    private static final int MAX_WEIGHED = 300;

    private static final Comparator<Clause> AS_SAID = Comparator.comparingInt(Clause::message)
            .thenComparingInt(clause -> clause.span().start());

    private final SummaryKind kind;

    private ExtractiveSummarizer(SummaryKind kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** @param kind what the summary is for, which says who is read and how long it gets */
    public static ExtractiveSummarizer of(SummaryKind kind) {
        return new ExtractiveSummarizer(kind);
    }

    /** @param conversation in its order; of a very long one the first and the latest 100 messages that count are read */
    public Summary summarize(List<Utterance> conversation) {
        List<Utterance> messages = kind.among(conversation);
        List<Clause> clauses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            if (i >= MAX_MESSAGES && i < messages.size() - MAX_MESSAGES) {
                continue;
            }
            for (Clause clause : kind.clauses(messages, i)) {
                if (clause.answers() != null || seen.add(clause.text().toLowerCase(Locale.ROOT))) {
                    clauses.add(clause);
                }
            }
        }
        return summary(choose(clauses), messages);
    }

    private Summary summary(List<Clause> chosen, List<Utterance> messages) {
        Map<String, Summary.Sentence> sentences = new LinkedHashMap<>(); // what is answered may be chosen itself
        for (Clause clause : chosen) {
            Clause answered = clause.answers();
            if (answered != null) {
                sentences.putIfAbsent(answered.place(), sentence(answered, messages));
            }
            sentences.putIfAbsent(clause.place(), sentence(clause, messages));
        }
        return new Summary(kind, List.copyOf(sentences.values()));
    }

    private static Summary.Sentence sentence(Clause clause, List<Utterance> messages) {
        Utterance message = messages.get(clause.message());
        return new Summary.Sentence(message.speaker(), clause.text(), List.of(message.evidence(clause.span())));
    }

    /**
     * The pieces that together say most: again and again the one that adds most for its length, in place of the parts of
     * it that were taken before; back in the order of the conversation.
     */
    private List<Clause> choose(List<Clause> clauses) {
        List<Clause> rest = new ArrayList<>(clauses);
        if (rest.size() > MAX_WEIGHED) {
            rest.sort(Comparator.comparingDouble(clause -> -clause.gain(Set.of())));
            rest.subList(MAX_WEIGHED, rest.size()).clear();
        }
        List<Clause> chosen = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        for (Clause best = best(rest, chosen, covered); best != null; best = best(rest, chosen, covered)) {
            Clause taken = best;
            chosen.removeIf(taken::contains);
            rest.removeIf(taken::contains);
            chosen.add(taken);
            covered.addAll(taken.words().keySet());
        }
        chosen.sort(AS_SAID);
        return chosen;
    }

    /** The first of the pieces that fit and add most; absent when none adds anything. */
    private @Nullable Clause best(List<Clause> rest, List<Clause> chosen, Set<String> covered) {
        Clause best = null;
        double most = 0;
        for (Clause clause : rest) {
            double gain = clause.gain(covered);
            if (gain > most && fits(clause, chosen)) {
                most = gain;
                best = clause;
            }
        }
        return best;
    }

    private boolean fits(Clause clause, List<Clause> chosen) {
        int divider = kind.divider();
        int length = kind.label() + clause.length(divider);
        for (Clause other : chosen) {
            length += clause.contains(other) ? 0 : divider + other.length(divider);
        }
        return length <= kind.maxLength();
    }
}
