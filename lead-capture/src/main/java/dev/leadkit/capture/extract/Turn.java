package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a visitor with what he was answering. All extractors are best given the same turn: what they have in
 * common to read of it is read once. Immutable and safe to share.
 */
public final class Turn {
    private final String text;
    private final @Nullable String asked;
    private final @Nullable String region;
    private @Nullable Words words;
    private @Nullable AsciiText ascii;

    /**
     * @param text what the visitor wrote
     * @param asked what bot or agent wrote since the visitor's message before, null if nothing
     * @param region two-letter country whose national phone numbers are meant, null if unknown
     */
    public Turn(String text, @Nullable String asked, @Nullable String region) {
        this.text = Objects.requireNonNull(text, "text");
        this.asked = asked;
        this.region = region;
    }

    /** A message that answers nothing, from nowhere in particular. */
    public static Turn of(String text) {
        return new Turn(text, null, null);
    }

    public String text() {
        return text;
    }

    public @Nullable String asked() {
        return asked;
    }

    public @Nullable String region() {
        return region;
    }

    /** The words of the text, made when the first extractor asks for them. */
    Words words() {
        Words made = words;
        if (made == null) {
            made = ascii() == AsciiText.NONE ? Words.of(text, 0, text.length()) : Words.of(ascii());
            words = made; // any thread makes the same, whose parts are final
        }
        return made;
    }

    /** The place of the next digit, at {@code from} or behind it; -1 if there is none. */
    int nextDigit(int from) {
        if (ascii() != AsciiText.NONE) {
            return ascii().nextDigit(from);
        }
        for (int at = from; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** The text, if it is of ASCII alone; made like the words. */
    AsciiText ascii() {
        AsciiText made = ascii;
        if (made == null) {
            made = AsciiText.of(text);
            ascii = made; // likewise
        }
        return made;
    }
}
