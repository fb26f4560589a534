package dev.leadkit.capture.intent;

import java.util.Objects;

/**
 * A word or a phrase with what it adds to the log-odds of each label.
 *
 * @param phrase one to four words; a number in it, such as "2" or "two", stands for any number. Of a cue, {@code ^} before
 *     them is the beginning of a sentence and {@code ?} behind them the end of a question
 * @param purchase -10 to 10; 0 says nothing
 * @param qualified -10 to 10; 0 says nothing
 */
public record Term(String phrase, double purchase, double qualified) {
    static final double MOST = 10;

    public Term {
        Objects.requireNonNull(phrase, "phrase");
        if (!(Math.abs(purchase) <= MOST) || !(Math.abs(qualified) <= MOST)) {
            throw new IllegalArgumentException(
                    "weights are -10 to 10, were %s and %s for \"%s\"".formatted(purchase, qualified, phrase));
        }
    }
}
