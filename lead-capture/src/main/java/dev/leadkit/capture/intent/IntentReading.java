package dev.leadkit.capture.intent;

import java.util.List;

/**
 * What one message says about buying.
 *
 * @param purchase the probability, 0.0 to 1.0, that the visitor wants to buy, book or order
 * @param qualified the probability, 0.0 to 1.0, that they inquire about a product before buying it
 * @param evidence the words that moved the probabilities, in the order of the text
 */
public record IntentReading(double purchase, double qualified, List<IntentEvidence> evidence) {
    /** @throws IllegalArgumentException if a probability is not 0.0 to 1.0 */
    public IntentReading {
        if (!(purchase >= 0 && purchase <= 1) || !(qualified >= 0 && qualified <= 1)) {
            throw new IllegalArgumentException(
                    "probabilities are 0 to 1, were purchase %s and qualified %s".formatted(purchase, qualified));
        }
        evidence = List.copyOf(evidence);
    }

    /** The same with no evidence but what stands in a text of so many characters. */
    public IntentReading within(int length) {
        return evidence.stream().allMatch(each -> each.span().end() <= length)
                ? this
                : new IntentReading(
                        purchase,
                        qualified,
                        evidence.stream()
                                .filter(each -> each.span().end() <= length)
                                .toList());
    }

    /** The higher of the two. */
    public double strongest() {
        return Math.max(purchase, qualified);
    }
}
