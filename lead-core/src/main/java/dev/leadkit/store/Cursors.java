package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Cursors for stores: where a page ended, bound to what was asked, so that the cursor of one question is refused for
 * another instead of giving a page of nonsense. The answer always depends on the call's tenant and query, never on what
 * the cursor says of them.
 */
public final class Cursors {
    private static final char SEPARATOR = '\u001f';

    private Cursors() {}

    /**
     * @param question all that the order of the pages depends on, such as tenant, filter and sort; lists in it count by
     *     their items
     * @param position the sort values of the last item, without control characters
     */
    public static String encode(List<Object> question, List<String> position) {
        String text = digest(question) + SEPARATOR + String.join(String.valueOf(SEPARATOR), position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position in a cursor.
     *
     * @param parts how many sort values it must hold
     * @throws InvalidInputException if it is no cursor, or belongs to another question
     */
    public static List<String> decode(List<Object> question, String cursor, int parts) {
        List<String> values;
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            values = List.of(text.split(String.valueOf(SEPARATOR), -1));
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (values.size() != parts + 1 || !values.get(0).equals(digest(question))) {
            throw refused();
        }
        for (String value : values) {
            // Nothing that is stored has a NUL in it, and PostgreSQL fails when it is asked for one.
            if (!Input.clean(value).equals(value)) {
                throw refused();
            }
        }
        return values.subList(1, values.size());
    }

    /**
     * A whole number in a position.
     *
     * @throws InvalidInputException if the cursor was altered, so that it is none
     */
    public static int number(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException altered) {
            throw refused();
        }
    }

    static InvalidInputException refused() {
        return new InvalidInputException(
                "cursor", "the cursor that the page before gave for the same question", "another text");
    }

    /** Each part with its length before it, so that no two questions are written alike. */
    private static String unambiguous(Iterable<?> parts) {
        var text = new StringBuilder();
        for (Object part : parts) {
            String written = part instanceof Iterable<?> inner ? unambiguous(inner) : String.valueOf(part);
            text.append(part == null ? 'n' : part instanceof Iterable ? 'l' : 'v')
                    .append(written.length())
                    .append(':')
                    .append(written);
        }
        return text.toString();
    }

    private static String digest(List<Object> question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(unambiguous(question).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
