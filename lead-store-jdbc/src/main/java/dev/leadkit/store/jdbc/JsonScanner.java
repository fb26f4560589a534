package dev.leadkit.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text that {@link JsonOut} wrote, and no other JSON: no blanks, no null. Values are String, Integer, Double,
 * {@code true}, a List of values, or {@link JsonIn}.
 */
final class JsonScanner {
    private static final String TRUE = "true";

    private final String json;
    private int at;

    /** The next one not yet passed, so that a text without any is a substring. */
    private int backslash;

    private JsonScanner(String json) {
        this.json = json;
        this.backslash = nextBackslash(0);
    }

    /** @throws RuntimeException if it is anything else */
    static JsonIn scan(String json) {
        var scanner = new JsonScanner(json);
        JsonIn object = scanner.object();
        if (scanner.at != json.length()) {
            throw scanner.broken();
        }
        return object;
    }

    private Object value() {
        return switch (json.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 't' -> truth();
            default -> number();
        };
    }

    private JsonIn object() {
        expect('{');
        List<Object> members = new ArrayList<>();
        if (json.charAt(at) == '}') {
            at++;
        } else {
            do {
                members.add(text());
                expect(':');
                members.add(value());
            } while (goesOn('}'));
        }
        return new JsonIn(members.toArray());
    }

    private List<Object> array() {
        expect('[');
        List<Object> items = new ArrayList<>();
        do {
            items.add(value());
        } while (goesOn(']'));
        return items;
    }

    private boolean goesOn(char end) {
        char found = json.charAt(at++);
        if (found != ',' && found != end) {
            throw broken();
        }
        return found == ',';
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

    private Object number() {
        int from = at;
        boolean whole = true;
        for (char c = json.charAt(at); c != ',' && c != '}' && c != ']'; c = json.charAt(++at)) {
            whole &= c == '-' || c >= '0' && c <= '9';
        }
        return whole
                ? (Object) Integer.parseInt(json, from, at, 10)
                : (Object) Double.parseDouble(json.substring(from, at));
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
