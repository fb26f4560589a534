package dev.leadkit.capture.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a need summary out of pieces of what the visitor wrote, without any model.
 *
 * <p>The things asked for, amounts, dates and proper names are worth most for their length, each the first time; the
 * pieces stand in the order in which they were said, divided by a semicolon. Nothing that is contact data, or looks like
 * it, gets in. Pure and safe to share.
 */
public final class ExtractiveSummarizer {
    /** No summary has more characters. */
    public static final int MAX_LENGTH = 160;

    private static final int MAX_MESSAGES = 200;

    /** So many pieces are weighed against each other; of more, the best by themselves. */
    private static final int MAX_WEIGHED = 300;

    private static final String DIVIDER = "; ";

    /** Has no settings. */
    public ExtractiveSummarizer() {}

    /** @param messages the visitor's messages, oldest first; of a very long conversation the first 200 are read */
    public Summary summarize(List<VisitorMessage> messages) {
        List<Clause> clauses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(messages.size(), MAX_MESSAGES); i++) {
            for (Clause clause : ClauseCutter.cut(i, messages.get(i))) {
                if (seen.add(clause.text().toLowerCase(Locale.ROOT))) {
                    clauses.add(clause);
                }
            }
        }
        List<Clause> chosen = choose(clauses);
        if (chosen.isEmpty()) {
            return Summary.EMPTY;
        }
        StringBuilder text = new StringBuilder();
        List<Summary.Piece> pieces = new ArrayList<>();
        for (Clause clause : chosen) {
            if (!text.isEmpty()) {
                text.append(DIVIDER);
            }
            text.append(clause.text());
            pieces.add(new Summary.Piece(messages.get(clause.message()).id(), clause.span()));
        }
        return new Summary(text.toString(), pieces);
    }

    /**
     * The pieces that together say most: again and again the one that adds most for its length, in place of the parts of
     * it that were taken before; back in the order of the conversation.
     */
    private static List<Clause> choose(List<Clause> clauses) {
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
        chosen.sort(Comparator.comparingInt(Clause::message)
                .thenComparingInt(clause -> clause.span().start()));
        return chosen;
    }

    /** The first of the pieces that fit and add most; absent when none adds anything. */
    private static @Nullable Clause best(List<Clause> rest, List<Clause> chosen, Set<String> covered) {
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

    private static boolean fits(Clause clause, List<Clause> chosen) {
        int length = clause.text().length();
        for (Clause other : chosen) {
            length +=
                    clause.contains(other) ? 0 : DIVIDER.length() + other.text().length();
        }
        return length <= MAX_LENGTH;
    }
}
