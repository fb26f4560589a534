package dev.leadkit.capture.budget;

import dev.leadkit.capture.notation.CountedNumber;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount in words of German, Dutch, French, Spanish, Portuguese or Italian.
 *
 * <p>Reads "zwanzig Euro", "fünftausend Euro", "deux cents euros", "mille cinq cents euros", "doscientos dólares", "dez mil reais",
 * "cento euro", "tremila". Not "zwanzig Gäste", "cento": without a thousand or a currency a number word is no amount.
 */
final class ForeignSpelledAmount {
    /** Thousands, as words of their own and as the ends of words. */
    private static final WordSet THOUSANDS = WordSet.of("tausend", "duizend", "mille", "mil");

    private static final String[] ENDS_IN_THOUSAND = {"tausend", "duizend", "mila"};
    private static final WordSet HUNDREDS = WordSet.of("hundert", "honderd", "cent", "cien", "ciento", "cem", "cento");
    private static final WordSet MILLIONS = WordSet.listed("""
            millón millon millones million millions millionen milhão milhao milhões milhoes milione milioni miljoen""");
    private static final WordSet ONE = WordSet.listed("un um ein eine een");
    private static final WordSet HALF_OF = WordSet.listed("medio meio mezzo halbe half demi");
    private static final WordSet AND = WordSet.listed("y e et en");
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;

    private final Words words;

    /** The word behind what was read. */
    private int next;

    private int value;
    private boolean thousands;

    private ForeignSpelledAmount(Words words, int first) {
        this.words = words;
        this.next = first;
    }

    /** The amount whose first word is this one, null if none begins there. */
    static @Nullable Amount at(Words words, int first) {
        return new ForeignSpelledAmount(words, first).read(first);
    }

    private @Nullable Amount read(int first) {
        if (!readMillions()) {
            readThousands();
        }
        if (next == first || isJoined()) {
            readHundreds();
        }
        if (value == 0) {
            return null;
        }
        if (thousands && isJoined() && words.is(next, "de") && next + 1 < words.count()) {
            next = Currencies.isMoney(words.folded(next + 1)) ? next + 1 : next;
        }
        String word = isJoined() ? words.folded(next) : "";
        String currency = Currencies.isWordToo(word) ? null : Currencies.code(word);
        boolean money = currency != null || Currencies.isShared(word);
        if (!money && !thousands) {
            return null;
        }
        Amount.Sign sign = money ? Amount.Sign.MONEY : Amount.Sign.SIZE;
        int end = words.end(money ? next : next - 1);
        return new Amount(words.start(first), end, BigDecimal.valueOf(value), currency, sign, false);
    }

    private boolean isJoined() {
        return next < words.count() && words.gap(next) == Words.BLANK;
    }

    /** "Dos millones", "un milhão e meio", "mezzo milione". */
    private boolean readMillions() {
        CountedNumber counted = CountedNumber.at(words, next, false);
        int behind = counted != null ? counted.next() : next + 1;
        boolean half = HALF_OF.has(words, next);
        boolean said = counted != null || half || ONE.has(words, next);
        if (!said || words.gap(behind) != Words.BLANK || !MILLIONS.has(words, behind)) {
            return false;
        }
        value = half ? MILLION / 2 : counted == null ? MILLION : counted.value() * MILLION;
        next = behind + 1;
        thousands = true;
        if (isJoined() && AND.has(words, next) && words.gap(next + 1) == Words.BLANK && HALF_OF.has(words, next + 1)) {
            value += MILLION / 2;
            next += 2;
        }
        return true;
    }

    /** "Mille", "dez mil", "fünf tausend", "fünftausend". */
    private void readThousands() {
        CountedNumber counted = CountedNumber.at(words, next, false);
        int behind = counted == null ? next : counted.next();
        int before = counted == null ? inThousands(next) : counted.value() * THOUSAND;
        boolean said = counted == null || words.gap(behind) == Words.BLANK && THOUSANDS.has(words, behind);
        if (before > 0 && said) {
            value = before;
            next = behind + 1;
            thousands = true;
        }
    }

    /** "Fünftausend" and "mille"; 0 for any other word. */
    private int inThousands(int word) {
        if (THOUSANDS.has(words, word)) {
            return words.is(word, "mille") || words.is(word, "tausend") || words.is(word, "duizend") ? THOUSAND : 0;
        }
        String folded = words.foldedOrEmpty(word);
        for (String end : ENDS_IN_THOUSAND) {
            if (folded.length() > end.length() && folded.endsWith(end)) {
                Words head = Words.of(folded.substring(0, folded.length() - end.length()));
                CountedNumber counted = CountedNumber.at(head, 0, false);
                return counted == null || counted.next() < head.count() ? 0 : counted.value() * THOUSAND;
            }
        }
        return 0;
    }

    /** "Cento", "deux cents", "zwanzig"; also behind thousands. */
    private void readHundreds() {
        CountedNumber counted = CountedNumber.at(words, next, false);
        if (counted != null) {
            value += counted.value();
            next = counted.next();
            return;
        }
        if (HUNDREDS.has(words, next)) {
            next++;
            CountedNumber rest = isJoined() ? CountedNumber.at(words, next, false) : null;
            value += 100 + (rest == null ? 0 : rest.value());
            next = rest == null ? next : rest.next();
        }
    }
}
