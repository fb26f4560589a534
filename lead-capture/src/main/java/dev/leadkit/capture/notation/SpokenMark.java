package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said for a mark within an address: "dot", "full stop", "punkt", "underscore", "Bindestrich", "guión bajo", "tiret du bas".
 *
 * @param words how many say it
 */
public record SpokenMark(String sign, int words) {
    /** What is said for a dot where the sign is "at", so that "at this point" is none. */
    public static final WordSet PLAIN_DOTS = WordSet.listed("dot punkt punto ponto kropka punktum");

    private static final WordSet DOTS = WordSet.of(AddressWords.DOTS, WordSet.listed("period"));

    private static final WordSet UNDERSCORES = WordSet.listed("""
            underscore unterstrich podkreślenie podkreślnik understreck understrek understregning sublinhado""");

    private static final WordSet DASHES = WordSet.listed("""
            dash hyphen minus bindestrich bindestreck bindestreg bindestrek guión guion tiret trattino hífen traço streepje
            koppelteken myślnik""");

    private static final WordMap<String> SIGNS = WordMap.<String>builder()
            .put(".", DOTS)
            .put("_", UNDERSCORES)
            .put("-", DASHES)
            .put("+", "plus")
            .build();

    /** They put a dash, or a bar, to the foot of the line. */
    private static final WordSet LOW = WordSet.listed("bajo baja basso bas inferior");

    private static final WordSet LAST = WordSet.of(DOTS, UNDERSCORES, DASHES, LOW, WordSet.listed("plus stop"));
    private static final int SHORTEST = 3;
    private static final int LONGEST = 14;

    /** Whether the last word before a place says one, or ends what does. */
    static boolean mayEnd(String text, int place) {
        int start = place;
        while (start > 0 && place - start <= LONGEST && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return place - start >= SHORTEST
                && place - start <= LONGEST
                && LAST.contains(text.substring(start, place).toLowerCase(Locale.ROOT));
    }

    /** The one whose last word this is; null if there is none. */
    static @Nullable SpokenMark endingAt(Words words, int word) {
        if (LOW.has(words, word)) {
            int high = words.is(word - 1, "du") ? word - 2 : word - 1;
            boolean low = words.is(high, "barra") || isDash(words, high);
            return low ? new SpokenMark("_", word - high + 1) : null;
        }
        if (words.is(word, "stop") && words.is(word - 1, "full")) {
            return new SpokenMark(".", 2);
        }
        String sign = SIGNS.get(words, word);
        return sign == null ? null : new SpokenMark(sign, 1);
    }

    static boolean isDash(Words words, int word) {
        return "-".equals(SIGNS.get(words, word));
    }
}
