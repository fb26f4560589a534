package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.WordMap;
import org.jspecify.annotations.Nullable;

/** What is written or said for the sign of an address: "at", a word of many sentences, or one of other languages. */
public enum SpokenSign {
    WRITTEN("@", NumberWords.ENGLISH),
    AT("at", NumberWords.ENGLISH),
    AET("aet", NumberWords.GERMANIC),
    ARROBA("arroba", NumberWords.ALL),
    AROBASE("arobase", NumberWords.ALL),
    CHIOCCIOLA("chiocciola", NumberWords.ALL),
    KLAMMERAFFE("klammeraffe", NumberWords.GERMANIC),
    APENSTAARTJE("apenstaartje", NumberWords.GERMANIC),
    SNABEL_A("snabel-a", NumberWords.ENGLISH),
    PLAIN_MALPA("malpa", NumberWords.ENGLISH),
    MALPA("małpa", NumberWords.ENGLISH);

    private static final SpokenSign[] OTHERS = {
        AET, ARROBA, AROBASE, CHIOCCIOLA, KLAMMERAFFE, APENSTAARTJE, SNABEL_A, PLAIN_MALPA, MALPA
    };

    private final String word;
    private final WordMap<NumberWord> numbers;

    SpokenSign(String word, WordMap<NumberWord> numbers) {
        this.word = word;
        this.numbers = numbers;
    }

    /** One that stands in a text and is neither {@code @} nor "at"; null in most texts. */
    public static @Nullable SpokenSign in(String text) {
        boolean rob = text.contains("rob"); // so that most texts are not searched for both that have it
        for (SpokenSign sign : OTHERS) {
            if ((rob || sign != ARROBA && sign != AROBASE) && sign.nextFrom(text, 0) >= 0) {
                return sign;
            }
        }
        return null;
    }

    /** Where it begins next, as a whole word; -1 if it does not. */
    public int nextFrom(String text, int from) {
        int at = text.indexOf(word, from);
        while (at >= 0 && !isWhole(text, at)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private boolean isWhole(String text, int at) {
        int end = at + word.length();
        return at > 0
                && end < text.length()
                && !Character.isLetterOrDigit(text.charAt(at - 1))
                && !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Where one that begins at a place ends. */
    public int end(int place) {
        return place + word.length();
    }

    /** Those of the languages that say it so, as far as they are known. */
    WordMap<NumberWord> numbers() {
        return numbers;
    }

    boolean isEnglish() {
        return this == WRITTEN || this == AT;
    }

    /** Whether it means nothing else before a domain. */
    public boolean isCertain() {
        return this != AT && this != AET;
    }
}
