package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The amounts of a message from first to last, in digits and in words, the two ends of a range as one. */
public final class Amounts {
    private static final int BETWEEN_REACH = 3;
    private static final WordSet BETWEEN =
            WordSet.listed("between from zwischen entre tra fra tussen mellan mellem między de da");

    private final Reply reply;
    private final Lakhs lakhs;
    private final boolean spelled;

    /** Where the next digit stands, -1 if there is none. */
    private int digit;

    /** The word at which the next amount in words may begin. */
    private int word;

    /** Read already, to see whether it ended a range. */
    private @Nullable Amount kept;

    private Amounts(Reply reply, @Nullable String region, boolean spelled) {
        this.reply = reply;
        this.lakhs = new Lakhs(reply, region);
        this.spelled = spelled;
        this.digit = reply.nextDigit(0);
    }

    /**
     * Those of a message, null if it has none.
     *
     * @param region two-letter country that it is from, null if unknown
     */
    public static @Nullable Amounts of(Reply reply, @Nullable String region) {
        boolean spelled = SpelledAmount.mayBeIn(reply.words());
        return spelled || reply.nextDigit(0) >= 0 ? new Amounts(reply, region, spelled) : null;
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
        while (spelled && word < words.count() && (digit < 0 || words.start(word) < digit)) {
            Amount amount = SpelledAmount.at(words, word);
            if (amount != null && (digit < 0 || amount.start() < digit)) {
                skipTo(amount.end());
                return amount;
            }
            word++;
        }
        if (digit < 0) {
            return null;
        }
        Amount amount = DigitAmount.at(reply.text(), digit, lakhs);
        skipTo(Math.max(digit + 1, amount.end()));
        return amount;
    }

    private void skipTo(int place) {
        if (digit >= 0 && digit < place) {
            digit = reply.nextDigit(place);
        }
        word = spelled ? Math.max(word, reply.words().firstFrom(place)) : word;
    }
}
