package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that {@link JsonOut} wrote, and no other JSON: no blanks, no null.
 *
 * <p>Kept as bare as can be, because every lead of a page goes through here. Members are asked for in the order in which
 * they were written, so that one look at the next key tells whether a member is there; no tree of values is built. What
 * a later release writes behind the members that this one knows is passed over.
 */
final class JsonIn {
    private static final String TRUE = "true";

    /** Digits that a double has room for, whatever they are. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final String json;

    /** Between members, at the quote before the next key or at the end of the object. */
    private int at;

    /** The next one not yet passed, so that a text without any is a substring. */
    private int backslash;

    private JsonIn(String json) {
        this.json = json;
        this.backslash = nextBackslash(0);
    }

    /**
     * Reads a whole text.
     *
     * @param what the row it stands in, for the message; holds no contact data
     * @throws StoreException if it is not what LeadKit writes, without any of it
     */
    static <T> T read(String what, String json, Function<JsonIn, T> reader) {
        try {
            var in = new JsonIn(json);
            T value = in.object(reader);
            if (in.at != json.length()) {
                throw in.broken();
            }
            return value;
        } catch (RuntimeException unreadable) {
            throw new StoreException("the JSON of %s is not what LeadKit writes".formatted(what), null);
        }
    }

    String text(String key) {
        need(key);
        return next(text());
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? next(text()) : null;
    }

    LeadId lead(String key) {
        return LeadId.parse(text(key));
    }

    @Nullable
    LeadId optionalLead(String key) {
        String id = optionalText(key);
        return id == null ? null : LeadId.parse(id);
    }

    int number(String key) {
        need(key);
        return next(number());
    }

    @Nullable
    Integer optionalNumber(String key) {
        return has(key) ? next(number()) : null;
    }

    double fraction(String key) {
        need(key);
        return next(json.charAt(at) == '"' ? Double.parseDouble(text()) : fraction());
    }

    boolean flag(String key) {
        return has(key) && next(truth());
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
        return list(key, this::text);
    }

    <T> T object(String key, Function<JsonIn, T> read) {
        need(key);
        return next(object(read));
    }

    <T> @Nullable T optionalObject(String key, Function<JsonIn, T> read) {
        return has(key) ? next(object(read)) : null;
    }

    <T> List<T> objects(String key, Function<JsonIn, T> read) {
        return list(key, () -> object(read));
    }

    /** All members that are left, of an object whose keys are data. */
    Map<String, String> allTexts() {
        return all(this::text);
    }

    /** All members that are left, of an object whose keys are data. */
    Map<String, Integer> allNumbers() {
        return all(this::number);
    }

    private <T> Map<String, T> all(Supplier<T> value) {
        Map<String, T> members = new LinkedHashMap<>();
        while (json.charAt(at) != '}') {
            String key = text();
            expect(':');
            members.put(key, next(value.get()));
        }
        return members;
    }

    private <T> List<T> list(String key, Supplier<T> item) {
        if (!has(key)) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        expect('[');
        do {
            items.add(item.get());
        } while (goesOn(']'));
        return next(items);
    }

    private <T> T object(Function<JsonIn, T> read) {
        expect('{');
        T value = read.apply(this);
        while (json.charAt(at) != '}') {
            text();
            expect(':');
            pass();
            next(value);
        }
        at++;
        return value;
    }

    private void need(String key) {
        if (!has(key)) {
            throw broken();
        }
    }

    /** Whether the next member has this key; then goes to its value. */
    private boolean has(String key) {
        int end = at + 1 + key.length();
        if (!json.startsWith(key, at + 1) || json.charAt(end) != '"' || json.charAt(at) != '"') {
            return false;
        }
        at = end + 1;
        expect(':');
        return true;
    }

    /** Goes from the end of a value to the next member. */
    private <T> T next(T value) {
        char found = json.charAt(at);
        if (found == ',' && json.charAt(at + 1) == '"') {
            at++;
        } else if (found != '}') {
            throw broken();
        }
        return value;
    }

    /** Goes on in an array. */
    private boolean goesOn(char end) {
        char found = json.charAt(at++);
        if (found != ',' && found != end) {
            throw broken();
        }
        return found == ',';
    }

    private void pass() {
        int open = 0;
        do {
            char c = json.charAt(at);
            switch (c) {
                case '"' -> text();
                case '{', '[' -> {
                    open++;
                    at++;
                }
                case '}', ']' -> {
                    open--;
                    at++;
                }
                default -> at++;
            }
        } while (open > 0 || json.charAt(at) != ',' && json.charAt(at) != '}');
    }

    private String text() {
        expect('"');
        int end = json.indexOf('"', at);
        if (backslash < end) {
            return escapedText();
        }
        String text = json.substring(at, end);
        at = end + 1;
        return text;
    }

    private String escapedText() {
        var text = new StringBuilder();
        while (true) {
            char c = json.charAt(at++);
            if (c == '"') {
                backslash = nextBackslash(at);
                return text.toString();
            }
            text.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = json.charAt(at++);
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 4, at, 16);
            }
            default -> throw broken();
        };
    }

    private int nextBackslash(int from) {
        int found = json.indexOf('\\', from);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    private boolean truth() {
        if (!json.startsWith(TRUE, at)) {
            throw broken();
        }
        at += TRUE.length();
        return true;
    }

    private int number() {
        int from = at;
        return Integer.parseInt(json, from, endOfNumber(), 10);
    }

    /** Few digits and a power of ten are doubles themselves, so that their quotient is the nearest one (Clinger 1990). */
    private double fraction() {
        int from = at;
        int end = endOfNumber();
        long digits = 0;
        int point = end - 1;
        for (int i = from; i < end; i++) {
            char c = json.charAt(i);
            if (c >= '0' && c <= '9' && end - from <= EXACT_DIGITS) {
                digits = digits * 10 + c - '0';
            } else if (c == '.' && point == end - 1) {
                point = i;
            } else {
                return Double.parseDouble(json.substring(from, end));
            }
        }
        return digits / POWERS_OF_TEN[end - 1 - point];
    }

    private int endOfNumber() {
        char c = json.charAt(at);
        while (c != ',' && c != '}' && c != ']') {
            c = json.charAt(++at);
        }
        return at;
    }

    private void expect(char c) {
        if (json.charAt(at++) != c) {
            throw broken();
        }
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("not what LeadKit writes at character " + at);
    }
}
