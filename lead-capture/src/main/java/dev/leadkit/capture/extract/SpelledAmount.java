package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount in words, in English.
 *
 * <p>Reads "ten thousand", "two hundred and fifty pounds", "a couple of grand", "half a million", "fifteen hundred", "a
 * hundred bucks". Not "one", "a few", "two rooms": without a size or a currency a number word is no amount.
 */
final class SpelledAmount {
    private static final int MAX_WORDS = 10;
    private static final WordMap<Integer> SMALL = WordMap.<Integer>builder()
            .put(1, "one")
            .put(2, "two")
            .put(3, "three")
            .put(4, "four")
            .put(5, "five")
            .put(6, "six")
            .put(7, "seven")
            .put(8, "eight")
            .put(9, "nine")
            .put(10, "ten")
            .put(11, "eleven")
            .put(12, "twelve")
            .put(13, "thirteen")
            .put(14, "fourteen")
            .put(15, "fifteen")
            .put(16, "sixteen")
            .put(17, "seventeen")
            .put(18, "eighteen")
            .put(19, "nineteen")
            .put(20, "twenty")
            .put(30, "thirty")
            .put(40, "forty")
            .put(50, "fifty")
            .put(60, "sixty")
            .put(70, "seventy")
            .put(80, "eighty")
            .put(90, "ninety")
            .build();
    private static final WordMap<Integer> SIZES = WordMap.<Integer>builder()
            .put(1_000, "thousand", "grand", "k")
            .put(100_000, "lakh", "lakhs", "lac")
            .put(1_000_000, "million", "mil")
            .put(10_000_000, "crore", "crores")
            .build();

    /** A word without which a message holds no amount in words. */
    private static final WordSet SIGNS = WordSet.listed("""
            hundred thousand grand lakh lakhs million crore crores dollars bucks euros euro pounds pound quid rupees francs""");

    private final Words words;
    private BigDecimal whole = BigDecimal.ZERO;
    private int current;
    private boolean sized;
    private boolean begun;

    private SpelledAmount(Words words) {
        this.words = words;
    }

    /** Whether it is worth looking for one. */
    static boolean mayBeIn(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (SIGNS.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** The amount whose first word is this one, null if none begins there. */
    static @Nullable Amount at(Words words, int first) {
        SpelledAmount amount = new SpelledAmount(words);
        int next = amount.readLead(first);
        while (next < words.count() && next - first < MAX_WORDS && amount.joins(next, first) && amount.take(next)) {
            next++;
        }
        if (!amount.begun) {
            return null;
        }
        int last = next - 1;
        String currency =
                next < words.count() && words.gap(next) == Words.BLANK ? Amount.currency(words.folded(next)) : null;
        if (!amount.sized && currency == null) {
            return null;
        }
        BigDecimal value = amount.whole.add(BigDecimal.valueOf(amount.current));
        return new Amount(words.start(first), words.end(currency == null ? last : next), value, currency);
    }

    /** "A", "a couple of", "half a". */
    private int readLead(int first) {
        boolean one = words.is(first, "a") || words.is(first, "an");
        int next = one ? first + 1 : first;
        if (words.is(next, "couple")) {
            next += words.is(next + 1, "of") ? 2 : 1;
            return isSize(next) ? begin(2, next) : first;
        }
        if (!one && words.is(first, "half") && words.is(first + 1, "a") && size(first + 2) > 0) {
            whole = BigDecimal.valueOf(size(first + 2) / 2);
            sized = true;
            begun = true;
            return first + 3;
        }
        return one && isSize(next) ? begin(1, next) : first;
    }

    private int begin(int value, int next) {
        current = value;
        begun = true;
        return next;
    }

    private boolean isSize(int word) {
        return words.is(word, "hundred") || size(word) > 0;
    }

    private int size(int word) {
        Integer size = SIZES.get(words, word);
        return size == null ? 0 : size;
    }

    private boolean joins(int word, int first) {
        return word == first || words.gap(word) == Words.BLANK;
    }

    private boolean take(int word) {
        if (words.is(word, "hundred") && begun && current > 0 && current < 100) {
            current *= 100;
            sized = true;
            return true;
        }
        int size = size(word);
        if (size > 0 && begun && current > 0) {
            whole = whole.add(BigDecimal.valueOf(current).multiply(BigDecimal.valueOf(size)));
            current = 0;
            sized = true;
            return true;
        }
        if (words.is(word, "and") && sized && small(word + 1) > 0) {
            return true;
        }
        int small = small(word);
        boolean fits = small > 0
                && (current == 0 || current % 100 == 0 || current % 10 == 0 && current % 100 >= 20 && small < 10);
        if (fits) {
            current += small;
            begun = true;
        }
        return fits;
    }

    /** "Seven", "seventy", "seventy-five"; 0 for any other word. */
    private int small(int word) {
        Integer value = SMALL.get(words, word);
        if (value != null || word >= words.count()) {
            return value == null ? 0 : value;
        }
        String folded = words.folded(word);
        int hyphen = folded.indexOf('-');
        if (hyphen < 0) {
            return 0;
        }
        Words parts = Words.of(folded.replace('-', ' '));
        Integer tens = parts.count() == 2 ? SMALL.get(parts, 0) : null;
        Integer ones = parts.count() == 2 ? SMALL.get(parts, 1) : null;
        return tens == null || ones == null || tens < 20 || ones > 9 ? 0 : tens + ones;
    }
}
