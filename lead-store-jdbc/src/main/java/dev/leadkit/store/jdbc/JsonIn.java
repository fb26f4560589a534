package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object that {@link JsonOut} wrote.
 *
 * <p>Kept as bare as can be, because every lead of a page goes through here: keys and values side by side in one array,
 * mostly asked for in the order in which they were written.
 */
final class JsonIn {
    /** Each key before its value, as {@link JsonScanner} makes them. */
    private final Object[] members;

    private int next;

    JsonIn(Object[] members) {
        this.members = members;
    }

    /**
     * Reads a whole text.
     *
     * @param what the row it stands in, for the message; holds no contact data
     * @throws StoreException if it is not what LeadKit writes, without any of it
     */
    static <T> T read(String what, String json, Function<JsonIn, T> reader) {
        try {
            return reader.apply(JsonScanner.scan(json));
        } catch (RuntimeException unreadable) {
            throw new StoreException("the JSON of %s is not what LeadKit writes".formatted(what), null);
        }
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < members.length; i += 2) {
            keys.add((String) members[i]);
        }
        return keys;
    }

    String text(String key) {
        return as(get(key), String.class);
    }

    @Nullable
    String optionalText(String key) {
        Object value = find(key);
        return value == null ? null : as(value, String.class);
    }

    int number(String key) {
        return as(get(key), Integer.class);
    }

    @Nullable
    Integer optionalNumber(String key) {
        Object value = find(key);
        return value == null ? null : as(value, Integer.class);
    }

    double fraction(String key) {
        Object value = get(key);
        return value instanceof Double number ? number : Double.parseDouble(as(value, String.class));
    }

    boolean flag(String key) {
        Object value = find(key);
        return value != null && as(value, Boolean.class);
    }

    Instant instant(String key) {
        return Instants.parse(text(key));
    }

    @Nullable
    Instant optionalInstant(String key) {
        String text = optionalText(key);
        return text == null ? null : Instants.parse(text);
    }

    Duration duration(String key) {
        String text = text(key);
        return text.equals("PT0S") ? Duration.ZERO : Duration.parse(text);
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }

    List<String> texts(String key) {
        return list(key, item -> as(item, String.class));
    }

    <T> T object(String key, Function<JsonIn, T> read) {
        return read.apply(as(get(key), JsonIn.class));
    }

    <T> @Nullable T optionalObject(String key, Function<JsonIn, T> read) {
        Object value = find(key);
        return value == null ? null : read.apply(as(value, JsonIn.class));
    }

    <T> List<T> objects(String key, Function<JsonIn, T> read) {
        return list(key, item -> read.apply(as(item, JsonIn.class)));
    }

    private <T> List<T> list(String key, Function<Object, T> read) {
        Object value = find(key);
        if (value == null) {
            return List.of();
        }
        List<?> items = as(value, List.class);
        List<T> list = new ArrayList<>(items.size());
        for (Object item : items) {
            list.add(read.apply(item));
        }
        return list;
    }

    private Object get(String key) {
        Object value = find(key);
        if (value == null) {
            throw new IllegalArgumentException("\"%s\" is missing".formatted(key));
        }
        return value;
    }

    /** Begins where the last one was found. */
    private @Nullable Object find(String key) {
        for (int looked = 0; looked < members.length; looked += 2) {
            int at = (next + looked) % members.length;
            if (members[at].equals(key)) {
                next = at + 2;
                return members[at + 1];
            }
        }
        return null;
    }

    private static <T> T as(Object value, Class<T> type) {
        return type.cast(value);
    }
}
