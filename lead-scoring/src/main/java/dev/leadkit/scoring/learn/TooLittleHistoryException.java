package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;

/** There are too few rows, or too few of one end, to learn anything from. Score by a card of your own until there are more. */
public final class TooLittleHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long rows;
    private final long positives;
    private final int neededRows;
    private final int neededOfEachEnd;

    TooLittleHistoryException(long rows, long positives, int neededRows, int neededOfEachEnd) {
        super(message(rows, positives, neededRows, neededOfEachEnd));
        this.rows = rows;
        this.positives = positives;
        this.neededRows = neededRows;
        this.neededOfEachEnd = neededOfEachEnd;
    }

    private static String message(long rows, long positives, int neededRows, int neededOfEachEnd) {
        List<String> missing = new ArrayList<>();
        if (rows < neededRows) {
            missing.add("%d more rows".formatted(neededRows - rows));
        }
        if (positives < neededOfEachEnd) {
            missing.add("%d more with a good end".formatted(neededOfEachEnd - positives));
        }
        if (rows - positives < neededOfEachEnd) {
            missing.add("%d more with a bad end".formatted(neededOfEachEnd - (rows - positives)));
        }
        String oneEnd = rows > 0 && (positives == 0 || positives == rows) ? "; all of them ended alike" : "";
        return "expected %d rows or more with %d or more of each end to learn from, found %d rows, %d with a good end%s: %s are missing"
                .formatted(neededRows, neededOfEachEnd, rows, positives, oneEnd, String.join(" and ", missing));
    }

    /** How many rows there are. */
    public long rows() {
        return rows;
    }

    public long positives() {
        return positives;
    }

    public long missingRows() {
        return Math.max(0, neededRows - rows);
    }

    /** How many more good ends are needed. */
    public long missingPositives() {
        return Math.max(0, neededOfEachEnd - positives);
    }

    /** How many more bad ends are needed. */
    public long missingNegatives() {
        return Math.max(0, neededOfEachEnd - (rows - positives));
    }
}
