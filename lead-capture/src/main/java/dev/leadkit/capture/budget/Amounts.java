package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The amounts of a message from first to last, in digits and in words, the two ends of a range as one. */
public final class Amounts {
    private static final int NONE = Integer.MAX_VALUE;
    private static final int BETWEEN_REACH = 3;
    private static final WordSet BETWEEN = WordSet.listed("""
            between from zwischen entre tra fra tussen mellan mellem mellom między mezi medzi između izmedju între intre
            antara dari arasında arası між между од від от od μεταξύ από välillä từ giữa بين من بین از בין
            khoảng""");

    private final Reply reply;
    private final Lakhs lakhs;
    private final List<NumberLanguage> languages;

    /** Whether some may be in words. */
    private final boolean spelled;

    /** Where the next digit stands, -1 if there is none. */
    private int digit;

    /** The next one in signs of a script without blanks, null if there is none. */
    private @Nullable Amount unspaced;

    /** The word at which the next amount in words may begin. */
    private int word;

    /** Read already, to see whether it ended a range. */
    private @Nullable Amount kept;

    private Amounts(Reply reply, @Nullable String region) {
        this.reply = reply;
        this.lakhs = new Lakhs(reply, region);
        List<NumberLanguage> told = NumberLanguage.in(reply.words());
        this.spelled = told != null;
        this.languages = told == null ? List.of() : told;
        this.digit = reply.nextDigit(0);
        this.unspaced = reply.ascii() == AsciiText.NONE ? UnspacedAmount.from(reply.text(), 0) : null;
    }

    /**
     * Those of a message, null if it has none.
     *
     * @param region two-letter country that it is from, null if unknown
     */
    public static @Nullable Amounts of(Reply reply, @Nullable String region) {
        Amounts amounts = new Amounts(reply, region);
        return amounts.spelled || amounts.nextOther() != NONE ? amounts : null;
    }

    /** The first amount in what somebody wrote, null if there is none. */
    public static @Nullable BigDecimal valueIn(String written) {
        Amounts amounts = of(new Reply(written, null), null);
        Amount amount = amounts == null ? null : amounts.next();
        return amount == null ? null : amount.value();
    }

    /** The next one, null behind the last. */
    public @Nullable Amount next() {
        Amount amount = kept == null ? read() : kept;
        kept = null;
        while (amount != null) {
            kept = read();
            Amount range = kept == null ? null : amount.upTo(kept, reply.text(), isBetween(amount));
            if (range == null) {
                return amount;
            }
            amount = range;
        }
        return null;
    }

    private boolean isBetween(Amount low) {
        Words words = reply.words();
        int first = words.firstFrom(low.start());
        for (int i = first - 1; i >= Math.max(0, first - BETWEEN_REACH); i--) {
            if (BETWEEN.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Amount read() {
        Words words = reply.words();
        int other = nextOther();
        while (spelled && word < words.count() && words.start(word) < other) {
            Amount amount = spelledAt(words);
            if (amount != null && amount.start() < other) {
                skipTo(amount.end());
                return amount;
            }
            word++;
        }
        if (other == NONE) {
            return null;
        }
        Amount amount = unspaced != null && unspaced.start() < digitOrNone()
                ? unspaced
                : DigitAmount.at(reply.text(), digit, lakhs);
        skipTo(Math.max(other + 1, amount.end()));
        return amount;
    }

    private @Nullable Amount spelledAt(Words words) {
        Amount amount = SpelledAmount.at(words, word);
        return amount == null && !languages.isEmpty() ? SummedAmount.at(words, word, languages) : amount;
    }

    /** Where the next amount begins that is not in words. */
    private int nextOther() {
        return unspaced == null ? digitOrNone() : Math.min(unspaced.start(), digitOrNone());
    }

    private int digitOrNone() {
        return digit < 0 ? NONE : digit;
    }

    private void skipTo(int place) {
        if (digit >= 0 && digit < place) {
            digit = reply.nextDigit(place);
        }
        if (unspaced != null && unspaced.start() < place) {
            unspaced = UnspacedAmount.from(reply.text(), place);
        }
        word = spelled ? Math.max(word, reply.words().firstFrom(place)) : word;
    }
}
