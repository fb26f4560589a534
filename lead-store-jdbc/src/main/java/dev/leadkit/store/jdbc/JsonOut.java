package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object member by member. What is absent, empty or false is left out. Read with {@link JsonIn}
 * in the same order; what a later release adds comes last in its object.
 *
 * <p>Straight into the text, because every write of a lead goes through here, in a bulk a thousand at a time. Each key
 * may be written once.
 */
final class JsonOut {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder("{");

    JsonOut text(String key, @Nullable String value) {
        if (value != null) {
            begin(key);
            quote(value);
        }
        return this;
    }

    JsonOut lead(String key, @Nullable LeadId value) {
        return text(key, value == null ? null : value.toString());
    }

    JsonOut number(String key, @Nullable Integer value) {
        if (value != null) {
            begin(key);
            text.append(value.intValue());
        }
        return this;
    }

    /** As a number where JSON has it; else, for -0.0 and what is no number, as a text. */
    JsonOut fraction(String key, double value) {
        boolean hasNumber = Double.isFinite(value) && Double.compare(value, -0.0) != 0;
        if (!hasNumber) {
            return text(key, Double.toString(value));
        }
        begin(key);
        text.append(value);
        return this;
    }

    JsonOut flag(String key, boolean value) {
        if (value) {
            begin(key);
            text.append("true");
        }
        return this;
    }

    JsonOut instant(String key, @Nullable Instant value) {
        return text(key, value == null ? null : value.toString());
    }

    JsonOut duration(String key, Duration value) {
        return text(key, value.toString());
    }

    JsonOut constant(String key, Enum<?> value) {
        return text(key, value.name());
    }

    JsonOut texts(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            begin(key);
            char before = '[';
            for (String value : values) {
                text.append(before);
                quote(value);
                before = ',';
            }
            text.append(']');
        }
        return this;
    }

    <T> JsonOut object(String key, @Nullable T value, Function<T, JsonOut> write) {
        if (value != null) {
            begin(key);
            add(write.apply(value));
        }
        return this;
    }

    <T> JsonOut objects(String key, List<T> values, Function<T, JsonOut> write) {
        if (!values.isEmpty()) {
            begin(key);
            char before = '[';
            for (T value : values) {
                text.append(before);
                add(write.apply(value));
                before = ',';
            }
            text.append(']');
        }
        return this;
    }

    String toText() {
        return text + "}";
    }

    private void add(JsonOut object) {
        text.append(object.text).append('}');
    }

    private void begin(String key) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(key);
        text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, from, i);
                escape(c);
                from = i + 1;
            }
        }
        text.append(value, from, value.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
        }
    }
}
