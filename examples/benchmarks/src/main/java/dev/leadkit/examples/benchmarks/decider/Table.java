package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.lead.Lead;
import org.jspecify.annotations.Nullable;

/**
 * The limit: a bare array, written by hand for this one pipeline. The answer has the reason as a code with what was asked
 * for and found.
 */
final class Table {
    private static final int UNDECLARED = -1;
    private static final int ASSIGNED = 2;

    /** The least score by the stages from and to. */
    private static final int[][] LEAST = {
        {UNDECLARED, 0, UNDECLARED, UNDECLARED, UNDECLARED, 0},
        {UNDECLARED, UNDECLARED, Moves.LEAST_SCORE, UNDECLARED, UNDECLARED, 0},
        {UNDECLARED, 0, UNDECLARED, 0, UNDECLARED, 0},
        {UNDECLARED, UNDECLARED, 0, UNDECLARED, 0, 0},
        {UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED},
        {UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED, UNDECLARED},
    };

    private Table() {}

    /** @param reason absent when it is allowed */
    record Answer(@Nullable String reason, int asked, int found) {}

    static Answer decide(Lead lead, String to) {
        int target = index(to);
        int least = LEAST[index(lead.stage())][target];
        if (least == UNDECLARED) {
            return new Answer("not-declared", 0, 0);
        }
        if (target == ASSIGNED && lead.assignee() == null) {
            return new Answer("no-assignee", 0, 0);
        }
        var score = lead.score();
        int found = score == null ? 0 : score.value();
        return new Answer(found < least ? "score-too-low" : null, least, found);
    }

    private static int index(String stage) {
        return switch (stage) {
            case "new" -> 0;
            case "qualified" -> 1;
            case "assigned" -> ASSIGNED;
            case "contacted" -> 3;
            case "converted" -> 4;
            default -> 5;
        };
    }
}
