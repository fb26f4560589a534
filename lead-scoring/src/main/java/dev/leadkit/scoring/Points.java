package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads points and the like: decimals with at most three digits behind the point. */
final class Points {
    private Points() {}

    /** A decimal that must be there, from −most to most; null when it became a problem. */
    static @Nullable Double read(JsonFields fields, String key, int most) {
        return checked(fields, key, fields.number(key, -most, most));
    }

    /** One that may be missing. */
    static @Nullable Double readOptional(JsonFields fields, String key, int most) {
        return checked(fields, key, fields.optionalNumber(key, -most, most));
    }

    /** A share, 0.0 to 1.0, that must be there. */
    static @Nullable Double readShare(JsonFields fields, String key) {
        return checked(fields, key, fields.number(key, 0, 1));
    }

    private static @Nullable Double checked(JsonFields fields, String key, @Nullable Double number) {
        if (number == null || Numbers.isThousandths(number)) {
            return number;
        }
        fields.problems()
                .add(
                        fields.pointer(key),
                        "too-precise",
                        "expected at most three decimals, found " + Numbers.decimal(number),
                        "round it to thousandths");
        return null;
    }
}
