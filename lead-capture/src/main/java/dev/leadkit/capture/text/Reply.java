package dev.leadkit.capture.text;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor wrote in one message, and what he was answering. What several readers need of the text is made once, when the first
 * of them asks for it. Immutable and safe to share.
 */
public final class Reply {
    private static final int LONGEST_QUESTION = 400;
    private static final int NOT_LOOKED_FOR = -1;
    private static final byte UNKNOWN = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final String text;
    private final @Nullable String asked;
    private @Nullable Words words;
    private @Nullable Words askedWords;
    private @Nullable AsciiText ascii;
    private byte names;
    private @Nullable BitSet said;
    private int quotedFrom = NOT_LOOKED_FOR;

    /**
     * @param text what the visitor wrote
     * @param asked what bot or agent wrote since the visitor's message before, null if nothing
     */
    public Reply(String text, @Nullable String asked) {
        this.text = Objects.requireNonNull(text, "text");
        this.asked = asked;
    }

    public String text() {
        return text;
    }

    public @Nullable String asked() {
        return asked;
    }

    /** The words of the text. */
    public Words words() {
        Words made = words;
        if (made == null) {
            made = ascii() == AsciiText.NONE ? Words.of(text, 0, text.length()) : Words.of(ascii());
            words = made; // any thread makes the same, whose parts are final
        }
        return made;
    }

    /** The words with which what was asked ends; null if nothing was. */
    public @Nullable Words askedWords() {
        Words made = askedWords;
        if (made == null && asked != null) {
            made = Words.ofRequest(asked, LONGEST_QUESTION);
            askedWords = made; // likewise
        }
        return made;
    }

    /** The place of the next digit, at {@code from} or behind it; -1 if there is none. */
    public int nextDigit(int from) {
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

    /**
     * Whether a name may be in it: whether a word with a capital is none of the ordinary ones. Always where the text is not read as
     * {@link #ascii}.
     */
    public boolean mayHaveNames() {
        if (names == UNKNOWN) {
            names = ascii() == AsciiText.NONE || hasCapital(words()) ? YES : NO; // likewise
        }
        return names == YES;
    }

    /** Where the mail begins that it answers or hands on; the length of the text if there is none. */
    public int quotedFrom() {
        if (quotedFrom == NOT_LOOKED_FOR) {
            quotedFrom = text.indexOf('\n') < 0 ? text.length() : QuotedMail.start(text); // likewise
        }
        return quotedFrom;
    }

    /** Whether a word is a part of an address as it is said. */
    public boolean isOfSaidAddress(int word) {
        BitSet made = said;
        if (made == null) {
            made = AddressWords.said(words());
            said = made; // likewise
        }
        return made.get(word);
    }

    private static boolean hasCapital(Words words) {
        for (int word = 0; word < words.count(); word++) {
            if (words.isCapitalised(word) && !CommonWords.isOrdinary(words, word)) {
                return true;
            }
        }
        return false;
    }

    /** The text for fast reading; {@link AsciiText#NONE} where it is shorter than eight characters or has others than ASCII. */
    public AsciiText ascii() {
        AsciiText made = ascii;
        if (made == null) {
            made = AsciiText.of(text);
            ascii = made; // likewise
        }
        return made;
    }
}
