package dev.leadkit.testkit;

import dev.leadkit.lead.Input;
import java.util.List;

/** Texts that a store, a collation or an escape may spoil. Each may stand in any field of a lead, ids included. */
final class Texts {
    static final List<String> HOSTILE = List.of(
            "Ana 🙂 👩‍👩‍👧‍👦 \uD83C\uDDF3\uD83C\uDDF4",
            "blank behind ",
            " blank before",
            "É", // one code point
            "E\u0301", // two
            "straße STRASSE",
            "ıİiI",
            "محمد \u200Fعبد\u200E",
            "田中太郎",
            "it's \"quoted\" \\ 100% _ ; -- ${x} {{y}} <b>&amp;</b>",
            "null",
            "\uFFFD\uFFFE\uFEFF",
            "\uDBFF\uDFFF\uD800\uDC00",
            "\u2028\u00A0\u3000x",
            "x".repeat(Input.MAX_NAME_BYTES - 2),
            "🙂".repeat(Input.MAX_NAME_BYTES / 4 - 1));

    private static final int MOST_NAMED = 80;

    private Texts() {}

    /**
     * The beginning of a text as Java writes it, so that a failure shows what an eye can't tell, and is read where it can:
     * {@code "caf\\u00E9" (4 chars)}.
     */
    static String name(String text) {
        StringBuilder name = new StringBuilder("\"");
        text.chars().limit(MOST_NAMED).forEach(c -> name.append(escaped((char) c)));
        return name.append(text.length() > MOST_NAMED ? "\u2026\"" : "\"")
                .append(" (%d chars)".formatted(text.length()))
                .toString();
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04X".formatted((int) c);
    }
}
