package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.scoring.Scorecard;
import java.nio.file.Path;
import java.util.List;

/** A scorecard that is to score leads, not the rows of a table. */
final class LeadCard {
    private LeadCard() {}

    /** @throws InvalidDefinitionException if the file is no scorecard, or one that reads columns of a table */
    static Scorecard read(Path file) {
        Scorecard card = Scorecard.read(file);
        List<Problem> problems = problems(card);
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(problems);
        }
        return card;
    }

    /** Why it can't score leads; empty when it can. */
    static List<Problem> problems(Scorecard card) {
        List<String> columns = card.inputsBeyondLeads();
        return columns.isEmpty()
                ? List.of()
                : List.of(new Problem(
                        "/factors",
                        "scores-no-leads",
                        "the card reads %s, which no lead has".formatted(String.join(", ", columns)),
                        "score the rows of a table by it, with leadkit score, or take another card for leads"));
    }
}
