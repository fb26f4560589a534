package dev.leadkit.capture.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a need summary out of pieces of what the visitor wrote, without any model.
 *
 * <p>Pieces with wishes, amounts, dates and proper names are worth most for their length; they stand in the order in
 * which they were said, divided by a semicolon. Nothing that is contact data, or looks like it, gets in. Pure and safe
 * to share.
 */
public final class ExtractiveSummarizer {
    /** No summary has more characters. */
    public static final int MAX_LENGTH = 160;

    private static final int MAX_MESSAGES = 200;
    private static final String DIVIDER = "; ";

    /** Has no settings. */
    public ExtractiveSummarizer() {}

    /** @param messages the visitor's messages, oldest first; of a very long conversation the first 200 are read */
    public Summary summarize(List<VisitorMessage> messages) {
        List<Clause> clauses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(messages.size(), MAX_MESSAGES); i++) {
            for (Clause clause : Clause.of(i, messages.get(i))) {
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

    /** The pieces with the most worth for their length that fit together, back in the order of the conversation. */
    private static List<Clause> choose(List<Clause> clauses) {
        List<Clause> byWorth = new ArrayList<>(clauses);
        byWorth.sort(Comparator.comparingDouble((Clause clause) ->
                        -clause.worth() / Math.sqrt(clause.text().length() + 12.0))
                .thenComparingInt(Clause::message)
                .thenComparingInt(clause -> clause.span().start()));
        List<Clause> chosen = new ArrayList<>();
        int length = 0;
        for (Clause clause : byWorth) {
            int needed = clause.text().length() + (chosen.isEmpty() ? 0 : DIVIDER.length());
            if (length + needed <= MAX_LENGTH) {
                chosen.add(clause);
                length += needed;
            }
        }
        chosen.sort(Comparator.comparingInt(Clause::message)
                .thenComparingInt(clause -> clause.span().start()));
        return chosen;
    }
}
