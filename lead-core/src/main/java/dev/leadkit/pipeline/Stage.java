package dev.leadkit.pipeline;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board.
 *
 * @param key stable and unique in the pipeline; leads and programs know the stage by it
 * @param name what people see; may be renamed and translated at will
 * @param colour {@code #rrggbb}; absent when the host chooses
 * @param probability that a lead here is won, 0.0 to 1.0; absent when not estimated
 * @param staleAfter how long a lead may stay untouched; absent when for ever
 * @param wipLimit how many leads it should hold at most; absent when any number
 * @param required the {@linkplain dev.leadkit.lead.LeadField fields} that a lead must have to enter
 * @param lostReasons the reasons for which a lead may be lost here, for a lost stage; empty when any text will do
 */
public record Stage(
        String key,
        String name,
        StageCategory category,
        @Nullable String colour,
        @Nullable Double probability,
        @Nullable Duration staleAfter,
        @Nullable WipLimit wipLimit,
        List<String> required,
        List<LostReason> lostReasons) {
    public Stage {
        required = List.copyOf(required);
        lostReasons = List.copyOf(lostReasons);
    }

    /** A stage with a key and a name and nothing else. */
    public static Stage of(String key, String name, StageCategory category) {
        return new Stage(key, name, category, null, null, null, null, List.of(), List.of());
    }

    /** Whether moves into it are refused when it is full. */
    public boolean isHardLimited() {
        return wipLimit != null && wipLimit.hard();
    }

    public Stage withColour(String newColour) {
        return new Stage(key, name, category, newColour, probability, staleAfter, wipLimit, required, lostReasons);
    }

    public Stage withProbability(double newProbability) {
        return new Stage(key, name, category, colour, newProbability, staleAfter, wipLimit, required, lostReasons);
    }

    public Stage withStaleAfter(Duration newStaleAfter) {
        return new Stage(key, name, category, colour, probability, newStaleAfter, wipLimit, required, lostReasons);
    }

    /** With a soft limit. */
    public Stage withWipLimit(int leads) {
        return withWipLimit(WipLimit.of(leads));
    }

    public Stage withWipLimit(WipLimit newLimit) {
        return new Stage(key, name, category, colour, probability, staleAfter, newLimit, required, lostReasons);
    }

    /** @param fields names of {@link dev.leadkit.lead.LeadField} */
    public Stage requiring(String... fields) {
        return new Stage(key, name, category, colour, probability, staleAfter, wipLimit, List.of(fields), lostReasons);
    }

    /** Takes these reasons alone; whether one must be given is said by {@link #requiring}. */
    public Stage withLostReasons(LostReason... reasons) {
        return new Stage(key, name, category, colour, probability, staleAfter, wipLimit, required, List.of(reasons));
    }
}
