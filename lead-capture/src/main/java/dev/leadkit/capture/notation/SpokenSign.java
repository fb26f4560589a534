package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.Words;
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

    private static final WordMap<SpokenSign> OTHERS = others();

    private final String word;
    private final WordMap<NumberWord> numbers;

    SpokenSign(String word, WordMap<NumberWord> numbers) {
        this.word = word;
        this.numbers = numbers;
    }

    private static WordMap<SpokenSign> others() {
        var others = WordMap.<SpokenSign>builder();
        for (SpokenSign sign : values()) {
            if (!sign.isEnglish()) {
                others.put(sign, sign.word);
            }
        }
        return others.build();
    }

    /** The first word, from one on, that may say the sign and is not "at"; the number of words if none may. */
    public static int next(Words words, int from) {
        return OTHERS.next(words, from);
    }

    /** What a word says for the sign; null if it says none, or is "at". */
    public static @Nullable SpokenSign of(Words words, int word) {
        return OTHERS.get(words, word);
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
