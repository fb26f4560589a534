package dev.leadkit.conflict;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that one side or both changed, with the texts of its values; absent where there is none.
 *
 * @param field its name in {@link dev.leadkit.lead.LeadField}; of tags each one by itself, as {@code tag:vip}; of addresses
 *     and numbers the one to use first as {@code email} and {@code phone}, and each of them as {@code email:VALUE}
 * @param base before either change
 * @param mine after the one
 * @param theirs after the other
 */
public record FieldChoice(
        String field,
        @Nullable String base,
        @Nullable String mine,
        @Nullable String theirs) {

    /** Which value to take. */
    public enum Take {
        /** Only mine changed. */
        MINE,
        /** Only theirs changed. */
        THEIRS,
        /** Both changed to the same. */
        SAME,
        /** Both changed, to different values: somebody has to choose. */
        CONFLICT
    }

    public Take take() {
        if (Objects.equals(mine, theirs)) {
            return Take.SAME;
        }
        if (Objects.equals(base, theirs)) {
            return Take.MINE;
        }
        return Objects.equals(base, mine) ? Take.THEIRS : Take.CONFLICT;
    }
}
