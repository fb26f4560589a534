package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is said for a mark within an address: "dot", "punkt", "underscore", "Bindestrich", "guión bajo", "tiret du bas".
 *
 * @param words how many say it
 */
public record SpokenMark(String sign, int words) {
    /** What is said for a dot where the sign is "at", so that "at this point" is none. */
    public static final WordSet PLAIN_DOTS = WordSet.listed("dot punkt punto ponto kropka punktum");

    private static final WordMap<String> SIGNS = WordMap.<String>builder()
            .put(".", AddressWords.DOTS)
            .put(
                    "_",
                    "underscore",
                    "unterstrich",
                    "podkreślenie",
                    "podkreślnik",
                    "understreck",
                    "understrek",
                    "understregning",
                    "sublinhado")
            .put(
                    "-",
                    "dash",
                    "hyphen",
                    "minus",
                    "bindestrich",
                    "bindestreck",
                    "bindestreg",
                    "bindestrek",
                    "guión",
                    "guion",
                    "tiret",
                    "trattino",
                    "hífen",
                    "traço",
                    "streepje",
                    "koppelteken",
                    "myślnik")
            .put("+", "plus")
            .build();

    /** They put a dash, or a bar, to the foot of the line. */
    private static final WordSet LOW = WordSet.listed("bajo baja basso bas inferior");

    /** The one whose last word this is; null if there is none. */
    static @Nullable SpokenMark endingAt(Words words, int word) {
        if (LOW.has(words, word)) {
            int high = words.is(word - 1, "du") ? word - 2 : word - 1;
            boolean low = words.is(high, "barra") || isDash(words, high);
            return low ? new SpokenMark("_", word - high + 1) : null;
        }
        String sign = SIGNS.get(words, word);
        return sign == null ? null : new SpokenMark(sign, 1);
    }

    static boolean isDash(Words words, int word) {
        return "-".equals(SIGNS.get(words, word));
    }
}
