package dev.leadkit.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The one border at which values from outside are checked and cleaned.
 *
 * <p>Ids are never changed, a bad one is refused; names and texts lose NUL and lone surrogates, which become U+FFFD,
 * because databases refuse the one and silently merge the other. Instants are cut to microseconds, which every store
 * keeps.
 */
public final class Input {
    /** The most UTF-8 bytes of an id, a name, a tag or a key. */
    public static final int MAX_NAME_BYTES = 1024;

    /** The most UTF-8 bytes of a message or a note. */
    public static final int MAX_TEXT_BYTES = 1024 * 1024;

    /** The last instant that {@link #instant} takes. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final char REPLACEMENT = '\uFFFD';

    private Input() {}

    /**
     * An id as it is.
     *
     * @throws InvalidInputException if it is blank, over {@link #MAX_NAME_BYTES}, or holds a control character or a
     *     lone surrogate
     */
    public static String id(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(field, "a non-blank id", "a blank text");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) || isLoneSurrogate(value, i)) {
                throw new InvalidInputException(
                        field,
                        "an id without control characters and lone surrogates",
                        "U+%04X at %d".formatted((int) value.charAt(i), i));
            }
        }
        requireLength(field, value, MAX_NAME_BYTES);
        return value;
    }

    /**
     * A name, tag or other short text, cleaned and without blanks around it.
     *
     * @throws InvalidInputException if nothing is left or it is over {@link #MAX_NAME_BYTES}
     */
    public static String name(String field, String value) {
        String name = clean(value).strip();
        if (name.isEmpty()) {
            throw new InvalidInputException(field, "a non-blank text", "a blank text");
        }
        requireLength(field, name, MAX_NAME_BYTES);
        return name;
    }

    /**
     * An address as somebody gives it, without blanks around it: whether it exists, or looks like one, is not asked.
     *
     * @throws InvalidInputException if it is blank, too long, or has control characters, which no address has
     */
    public static String email(String value) {
        return id("email", name("email", value));
    }

    /**
     * What a picture is shown by, as somebody gives it, without blanks around it: a URL as a rule. Whether it leads to a picture, and
     * whether a page may load it, is not asked.
     *
     * @throws InvalidInputException if it is blank, too long, or has control characters
     */
    public static String avatar(String value) {
        return id(LeadField.AVATAR, name(LeadField.AVATAR, value));
    }

    /**
     * A probability.
     *
     * @throws InvalidInputException if it is not within 0.0 to 1.0
     */
    public static double probability(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(field, "a probability from 0 to 1", Double.toString(value));
        }
        return value == 0 ? 0.0 : value; // never -0.0, which is another text
    }

    /**
     * A message or note, cleaned.
     *
     * @throws InvalidInputException if it is over {@link #MAX_TEXT_BYTES}
     */
    public static String text(String field, String value) {
        String text = clean(value);
        requireLength(field, text, MAX_TEXT_BYTES);
        return text;
    }

    /**
     * An instant, cut to microseconds.
     *
     * @throws InvalidInputException if its year is not 1 to 9999
     */
    public static Instant instant(String field, Instant value) {
        if (value.isBefore(EARLIEST) || !value.isBefore(END)) {
            throw new InvalidInputException(field, "an instant in the years 1 to 9999", value.toString());
        }
        // Most are cut already, which is quickly seen.
        return value.getNano() % 1_000 == 0 ? value : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** Microseconds since 1970, for every instant that {@link #instant} takes. */
    public static long micros(Instant value) {
        // Not ChronoUnit.MICROS.between, which counts nanoseconds on its way and overflows after 292 years.
        return value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000;
    }

    /** The text with each NUL and lone surrogate replaced by U+FFFD; the same object when there is none. */
    public static String clean(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isUnstorable(value, i)) {
                return cleanFrom(value, i);
            }
        }
        return value;
    }

    private static String cleanFrom(String value, int first) {
        var cleaned = new StringBuilder(value);
        for (int i = first; i < value.length(); i++) {
            if (isUnstorable(value, i)) {
                cleaned.setCharAt(i, REPLACEMENT);
            }
        }
        return cleaned.toString();
    }

    private static boolean isUnstorable(String value, int i) {
        char c = value.charAt(i);
        return c == 0 || Character.isSurrogate(c) && isLoneSurrogate(value, i);
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    private static void requireLength(String field, String value, int most) {
        // A char takes at most three bytes in UTF-8, so that short texts need no count.
        if (value.length() <= most / 3) {
            return;
        }
        long bytes = utf8Length(value);
        if (bytes > most) {
            throw new InvalidInputException(field, "at most %d bytes in UTF-8".formatted(most), bytes + " bytes");
        }
    }

    private static long utf8Length(String value) {
        long bytes = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
