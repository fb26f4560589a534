package dev.leadkit.capture.intent;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trained model, and how well it does on examples that it was not trained on.
 *
 * <p>In both judgements each example is read by a model that did not see it, built the same way from the others: in
 * {@code crossValidation} a fifth of the examples is left out at a time, in {@code leftOutSources} a whole source, of more than
 * thirty several, which tells what to expect of conversations from elsewhere. The figures are of one decision, intent or none, at a probability
 * of 0.5.
 *
 * @param examples how many there were of each label
 * @param cues how many phrases the model learned
 * @param shift what was added to the log-odds of both labels, so that 0.5 is the threshold chosen; the only number that
 *     comes from the judged examples
 * @param leftOutSources absent when fewer than three sources have both sides
 */
public record IntentTraining(
        IntentModel model,
        Map<IntentLabel, Integer> examples,
        int cues,
        double shift,
        Judgement crossValidation,
        @Nullable Judgement leftOutSources) {
    public IntentTraining {
        Objects.requireNonNull(model, "model");
        examples = Map.copyOf(examples);
    }

    /**
     * How a way to make models did.
     *
     * @param all over all examples
     * @param macroF1 the mean F1 of the sources that have an intent; absent without one
     * @param falseAlarms of the examples without an intent, the share that was taken for one
     * @param brier the mean squared distance of the probability from the truth
     * @param calibrationError the expected calibration error: over ten bins of probability, how far the mean probability
     *     is from the share of intents
     * @param sources by name; the examples of a source of their own, "" the only one
     * @param prior the same of the model that training began with, for comparison; absent in itself
     */
    public record Judgement(
            Figures all,
            @Nullable Double macroF1,
            double falseAlarms,
            double brier,
            double calibrationError,
            Map<String, Figures> sources,
            @Nullable Judgement prior) {
        public Judgement {
            sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        }
    }

    /**
     * Counts and shares.
     *
     * @param intents examples with an intent
     * @param found of these, how many were seen
     * @param purchaseFound the share of the purchases seen; absent without one
     * @param qualifiedFound the share of the qualified inquiries seen; absent without one
     * @param kindRight of those seen, the share whose stronger label is the right one; absent when none was seen
     * @param falseAlarms examples without an intent that were taken for one
     * @param f1 the harmonic mean of precision and recall; absent when there is no intent
     */
    public record Figures(
            int examples,
            int intents,
            int found,
            @Nullable Double purchaseFound,
            @Nullable Double qualifiedFound,
            @Nullable Double kindRight,
            int falseAlarms,
            @Nullable Double f1) {}
}
