package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount in words, in English; of other languages {@link ForeignSpelledAmount} reads it.
 *
 * <p>Reads "ten thousand", "two hundred and fifty pounds", "a couple of grand", "half a million", "fifteen hundred", "a
 * hundred bucks". Not "one", "a few", "two rooms": without a size or a currency a number word is no amount.
 */
final class SpelledAmount {
    private static final int MAX_WORDS = 10;

    /** Of "forty-one". */
    private static final int SHORTEST_JOINED = 9;

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
    static final WordSet SIGNS = WordSet.listed("""
            hundred thousand grand k lakh lakhs lac million mil crore crores dollars bucks euros euro pounds pound quid
            rupees francs tausend duizend mille reais pesos dólares dolares dollari soles franken
            millón millon millones millions millionen milhão milhao milhões milhoes milione milioni miljoen""");

    private static final WordSet LINKS = WordSet.listed("to or and");

    private final Words words;
    private BigDecimal whole = BigDecimal.ZERO;
    private int current;
    private boolean sized;
    private boolean hundreds;
    private boolean begun;

    private SpelledAmount(Words words) {
        this.words = words;
    }

    /** The amount whose first word is this one, null if none begins there. */
    static @Nullable Amount at(Words words, int first) {
        SpelledAmount amount = new SpelledAmount(words);
        boolean mayBegin = amount.small(first) > 0
                || words.is(first, "a")
                || words.is(first, "an")
                || words.is(first, "couple")
                || words.is(first, "half");
        Amount english = mayBegin ? amount.read(first) : null;
        return english == null ? ForeignSpelledAmount.at(words, first) : english;
    }

    private @Nullable Amount read(int first) {
        int next = readLead(first);
        while (next < words.count() && next - first < MAX_WORDS && joins(next, first) && take(next)) {
            next++;
        }
        if (!begun) {
            return null;
        }
        int end = words.end(next - 1);
        String currency = null;
        boolean money = false;
        if (next < words.count() && words.gap(next) == Words.BLANK) {
            String pair = Currencies.ofPair(words.folded(next), words.foldedOrEmpty(next + 1));
            currency = pair == null && !Currencies.isWordToo(words.folded(next))
                    ? Currencies.code(words.folded(next))
                    : pair;
            money = currency != null || begun && Currencies.isShared(words.folded(next));
            end = money ? words.end(pair == null ? next : next + 1) : end;
        }
        if (!sized && !hundreds && !money) {
            return lowerEnd(first, next);
        }
        Amount.Sign sign = money ? Amount.Sign.MONEY : sized ? Amount.Sign.SIZE : Amount.Sign.NONE;
        BigDecimal value = whole.add(BigDecimal.valueOf(current));
        return new Amount(words.start(first), end, value, currency, sign, false);
    }

    /** "Five to ten thousand" from its first word, null where no sized amount follows. */
    private @Nullable Amount lowerEnd(int first, int link) {
        if (!LINKS.has(words, link) || link - first > 2 || small(link + 1) == 0) {
            return null;
        }
        SpelledAmount rest = new SpelledAmount(words);
        Amount high = words.gap(link + 1) == Words.BLANK ? rest.readUpper(link + 1) : null;
        return high == null
                ? null
                : new Amount(words.start(first), high.end(), high.value(), high.currency(), high.sign(), true);
    }

    private @Nullable Amount readUpper(int first) {
        return small(first + 1) > 0 || LINKS.has(words, first + 1) ? null : read(first);
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
            hundreds = true;
            return true;
        }
        int half = halfOf(word);
        if (half > 0 && begun && current > 0) {
            whole = whole.add(BigDecimal.valueOf(half)); // "two and a half thousand"
            return true;
        }
        if (begun && (words.is(word, "a") || words.is(word, "half"))) {
            return halfOf(word - 1) > 0 || halfOf(word - 2) > 0;
        }
        int size = size(word);
        if (size > 0 && begun && current > 0) {
            whole = whole.add(BigDecimal.valueOf(current).multiply(BigDecimal.valueOf(size)));
            current = 0;
            sized = true;
            return true;
        }
        if (words.is(word, "and") && (sized || hundreds) && small(word + 1) > 0) {
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

    /** Half of the size behind "and a half", 0 where no such words begin. */
    private int halfOf(int and) {
        boolean half = words.is(and, "and") && words.is(and + 1, "a") && words.is(and + 2, "half");
        return half ? size(and + 3) / 2 : 0;
    }

    /** "Seven", "seventy", "seventy-five"; 0 for any other word. */
    private int small(int word) {
        Integer value = SMALL.get(words, word);
        if (value != null) {
            return value;
        }
        if (word < 0 || word >= words.count() || words.length(word) < SHORTEST_JOINED) {
            return 0;
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
