package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount in words of a {@link NumberLanguage}.
 *
 * <p>Reads "yüz yirmi bin dolar", "hai triệu", "полтора миллиона", "مليون ونص", "חמישה עשר אלף", "femtusen". Not "yirmi dolar", "два",
 * "beş milyon kişi": without a size, or a hundred and a currency, number words are no amount; what is counted is seen by its reader.
 */
final class SummedAmount {
    private static final int MAX_WORDS = 9;
    private static final int QUARTERS = 4;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    private final NumberLanguage language;
    private final Words words;
    private long total;

    /** What is counted of the size to come, below a thousand. */
    private int group;

    /** The parts of it that are no whole ones. */
    private int quarters;

    private int size;
    private boolean ended;

    private SummedAmount(NumberLanguage language, Words words) {
        this.language = language;
        this.words = words;
    }

    /** The amount whose first word is this one, null if none begins there in any of some languages. */
    static @Nullable Amount at(Words words, int first, List<NumberLanguage> languages) {
        for (NumberLanguage language : languages) {
            Amount amount = new SummedAmount(language, words).read(first);
            if (amount != null) {
                return amount;
            }
        }
        return null;
    }

    private @Nullable Amount read(int first) {
        int next = first;
        while (!ended
                && next < words.count()
                && next - first < MAX_WORDS
                && isJoined(next, first)
                && take(next, first)) {
            next++;
        }
        if (next == first || group > 0 && quarters > 0) {
            return null;
        }
        Numeral last = language.numeral(words, next - 1);
        if (last == null || last.sort() == Numeral.Sort.AND) {
            return null;
        }
        int named = isJoined(next, first) && (words.is(next, "de") || words.is(next, "d'")) ? next + 1 : next;
        String word = isJoined(named, first) ? words.foldedOrEmpty(named) : "";
        String currency = Currencies.isWordToo(word) ? null : Currencies.code(word);
        boolean money = currency != null || Currencies.isShared(word);
        long value = total + group;
        if (quarters > 0 || size < THOUSAND && !(money && value >= HUNDRED)) {
            return null;
        }
        return new Amount(
                words.start(first),
                words.end(money ? named : next - 1),
                BigDecimal.valueOf(value),
                currency,
                money ? Amount.Sign.MONEY : Amount.Sign.SIZE,
                false);
    }

    private boolean isJoined(int word, int first) {
        return word == first || word < words.count() && words.gap(word) == Words.BLANK;
    }

    private boolean take(int word, int first) {
        Numeral numeral = language.numeral(words, word);
        if (numeral == null) {
            return false;
        }
        return switch (numeral.sort()) {
            case NUMBER -> add(numeral.value());
            case TEEN -> addTeen(numeral.value());
            case TIMES -> times(numeral.value());
            case SIZE, SIZE_ALONE -> size(numeral, word, first);
            case WHOLE -> whole(numeral.value());
            case QUARTERS -> part(numeral.value(), word);
            case AND -> word > first && isNumber(word + 1);
        };
    }

    private boolean isNumber(int word) {
        Numeral numeral = isJoined(word, 0) ? language.numeral(words, word) : null;
        return numeral != null && numeral.sort() != Numeral.Sort.AND;
    }

    /** A smaller one behind a larger, or a ten behind its unit: "yüz yirmi", "خمسة وعشرين". */
    private boolean add(int value) {
        boolean smaller = group % HUNDRED == 0 && value < HUNDRED || group % 10 == 0 && value < 10;
        boolean ten = group % HUNDRED > 0 && group % HUNDRED < 10 && value >= 10 && value < HUNDRED && value % 10 == 0;
        if (group > 0 && !smaller && !ten) {
            return false;
        }
        group += value;
        return true;
    }

    private boolean addTeen(int ten) {
        boolean unit = group % HUNDRED > 0 && group % HUNDRED < 10;
        group += unit ? ten : 0;
        return unit;
    }

    /** "Dua puluh", "năm trăm"; alone it is one of it. */
    private boolean times(int factor) {
        int unit = group % 10;
        boolean counted = unit > 0 && group / 10 % 10 == 0 && (factor < HUNDRED || group < 10);
        boolean alone = group == 0;
        group += alone ? factor : counted ? unit * (factor - 1) : 0;
        return counted || alone;
    }

    private boolean size(Numeral numeral, int word, int first) {
        boolean falls = size == 0 || numeral.value() < size;
        boolean counted = group > 0 || quarters > 0;
        if (!falls || !counted && !isOne(numeral, word, first)) {
            return false;
        }
        total += counted ? (long) numeral.value() * (QUARTERS * (long) group + quarters) / QUARTERS : numeral.value();
        size = numeral.value();
        group = 0;
        quarters = 0;
        return true;
    }

    /** "مليون", "тысяча", "bin lira"; not behind digits, which count it. */
    private boolean isOne(Numeral numeral, int word, int first) {
        boolean counted = word > 0 && words.gap(word) == Words.BLANK && words.startsWithDigit(word - 1);
        boolean alone = numeral.sort() == Numeral.Sort.SIZE_ALONE
                || isJoined(word + 1, first) && Currencies.isMoney(words.folded(word + 1));
        return alone && word == first && !counted || isHalved(word + 1);
    }

    /** "Triệu rưỡi". */
    private boolean isHalved(int word) {
        Numeral numeral = isJoined(word, 0) ? language.numeral(words, word) : null;
        return numeral != null && numeral.sort() == Numeral.Sort.QUARTERS;
    }

    private boolean whole(int value) {
        if (total > 0 || group > 0 || quarters > 0) {
            return false;
        }
        total = value;
        size = value % 1_000_000 == 0 ? 1_000_000 : THOUSAND;
        return true;
    }

    /** "Полтора миллиона", "bir buçuk milyon" before a size; "مليون ونص" behind it. */
    private boolean part(int value, int word) {
        boolean behind = size > 0 && group == 0 && !isSize(word + 1);
        if (behind) {
            total += (long) size * value / QUARTERS;
            ended = true;
            return true;
        }
        boolean first = quarters == 0;
        quarters += first ? value : 0;
        return first;
    }

    private boolean isSize(int word) {
        Numeral numeral = isJoined(word, 0) ? language.numeral(words, word) : null;
        return numeral != null && numeral.isSize();
    }
}
