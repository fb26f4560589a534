package dev.leadkit.scoring.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the end of a lead is written in a table. */
public final class Outcomes {
    private static final Set<String> WON = Set.of("1", "1.0", "true", "yes", "y", "won");
    private static final Set<String> LOST = Set.of("0", "0.0", "false", "no", "n", "lost");

    private Outcomes() {}

    /** What may be written, for people. */
    public static String choice() {
        return "1, true, yes or won for a good end, 0, false, no or lost for a bad one";
    }

    /** Whether a cell says that the lead was won; case does not count. Empty for anything else than {@link #choice()}. */
    public static Optional<Boolean> parse(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (WON.contains(word)) {
            return Optional.of(true);
        }
        return LOST.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
