package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Digits said as words, one by one: "six one seven, five five five, oh one double two", "six one seven 555 0122".
 *
 * @param digits as they are said, with {@code +} before them where "plus" is
 * @param span of the words that say them
 * @param next the word behind them
 */
record SpokenNumber(String digits, Span span, int next) {
    /** Fewer words than that say no number; so many of a text can be passed over at a time. */
    static final int LEAST_WORDS = 4;

    private static final int LONGEST = 40;
    private static final int LONGEST_GROUP = 7;

    private static final WordMap<String> DIGITS = WordMap.<String>builder()
            .put("0", "zero", "oh", "o", "nought", "null", "cero", "zéro", "nul")
            .put("1", "one", "eins", "uno", "un", "um")
            .put("2", "two", "zwei", "zwo", "dos", "deux", "due", "dois", "twee")
            .put("3", "three", "drei", "tres", "trois", "tre", "três", "drie")
            .put("4", "four", "vier", "cuatro", "quatre", "quattro", "quatro")
            .put("5", "five", "fünf", "cinco", "cinq", "cinque", "vijf")
            .put("6", "six", "sechs", "seis", "sei", "zes")
            .put("7", "seven", "sieben", "siete", "sept", "sette", "sete", "zeven")
            .put("8", "eight", "acht", "ocho", "huit", "otto", "oito")
            .put("9", "nine", "neun", "nueve", "neuf", "nove", "negen")
            .build();
    private static final WordMap<Integer> TIMES = WordMap.<Integer>builder()
            .put(2, "double", "doppel")
            .put(3, "triple", "treble")
            .build();

    /** Whether "plus" was said before it. */
    boolean hasPlus() {
        return digits.charAt(0) == '+';
    }

    /** The next one that begins at a word or behind it; null if there is none. */
    static @Nullable SpokenNumber from(Words words, int from) {
        int low = from;
        int at = from + LEAST_WORDS - 1;
        while (at < words.count()) {
            if (isPart(words, at)) {
                int first = at;
                while (first > low && isPart(words, first - 1) && isSpokenOn(words, first)) {
                    first--;
                }
                SpokenNumber read = read(words, first);
                if (read.next - first >= LEAST_WORDS && isSaid(words, first, read.next)) {
                    return read;
                }
                low = read.next;
                at = Math.max(at, read.next - 1);
            }
            at += LEAST_WORDS;
        }
        return null;
    }

    private static SpokenNumber read(Words words, int first) {
        var said = new StringBuilder();
        int start = first;
        if (first > 0 && words.is(first - 1, "plus") && words.gap(first) == Words.BLANK) {
            said.append('+');
            start--;
        }
        int word = first;
        while (word < words.count() && said.length() < LONGEST && (word == first || isSpokenOn(words, word))) {
            Integer times = TIMES.get(words, word);
            String digits = digits(words, times == null ? word : word + 1);
            if (digits == null) {
                break;
            }
            said.append(digits.repeat(times == null ? 1 : times));
            word += times == null ? 1 : 2;
        }
        int last = Math.max(first, word - 1);
        return new SpokenNumber(said.toString(), Span.ofWords(words, start, last + 1), Math.max(word, first + 1));
    }

    private static @Nullable String digits(Words words, int word) {
        String digit = DIGITS.get(words, word);
        return digit == null && isWritten(words, word) ? words.folded(word) : digit;
    }

    private static boolean isPart(Words words, int word) {
        return isDigit(words, word) || TIMES.get(words, word) != null || isWritten(words, word);
    }

    private static boolean isDigit(Words words, int word) {
        return DIGITS.get(words, word) != null;
    }

    private static boolean isWritten(Words words, int word) {
        return word < words.count() && words.end(word) - words.start(word) <= LONGEST_GROUP && words.isFigures(word);
    }

    /** Whether two digits in a row are said, not written. */
    private static boolean isSaid(Words words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isDigit(words, i - 1) && isDigit(words, i) || TIMES.get(words, i - 1) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words before a place say digits, which what is written there goes on with. */
    static boolean endsBefore(Words words, int place) {
        int next = words.firstFrom(place);
        return next > 1 && isDigit(words, next - 1) && isDigit(words, next - 2) && isSpokenOn(words, next);
    }

    /** No sentence ends between the words, but for marks with which some write a pause. */
    private static boolean isSpokenOn(Words words, int word) {
        return !words.startsSentence(word) || words.gap(word) == '.' || words.gap(word) == ';';
    }
}
