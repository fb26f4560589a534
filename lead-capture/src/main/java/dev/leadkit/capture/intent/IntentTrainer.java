package dev.leadkit.capture.intent;

import dev.leadkit.capture.intent.IntentTraining.Judgement;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Makes intent models from labelled texts: a model that is there already, plus cues. Pure: the same examples, in any
 * number of runs, make the same model. Immutable and safe to share.
 *
 * <p>A cue is a phrase of one to three words. Its weight comes from a logistic regression that begins with what the prior
 * says, weighs each source and each side of it alike, and trusts what sources agree on; see {@code docs/intent.md} of this
 * module. Give examples of several sources, and say which is which, to get a model that carries over.
 */
public final class IntentTrainer {
    /** Of the examples without an intent, the largest share that may be taken for one; in texts of other origins it is up to twice as many. */
    private static final double MOST_FALSE_ALARMS = 0.08;

    private static final int FOLDS = 5;
    private static final int LEAST_SOURCES = 3;

    /** Of more sources several are left out at a time. */
    private static final int MOST_GROUPS = 30;

    private static final int SHIFTS = 40;
    private static final double SHIFT_STEP = 0.05;

    private final IntentModel prior;

    private IntentTrainer(IntentModel prior) {
        this.prior = prior;
    }

    /** Training that begins with {@link IntentModel#lexical()}. */
    public static IntentTrainer standard() {
        return beginningWith(IntentModel.lexical());
    }

    /** @param prior its terms stay as they are; cues of its own are not kept */
    public static IntentTrainer beginningWith(IntentModel prior) {
        return new IntentTrainer(new IntentModel(
                prior.name(),
                prior.version(),
                prior.purchaseBias(),
                prior.qualifiedBias(),
                prior.terms(),
                List.of(),
                prior.negations()));
    }

    /**
     * Trains a model and judges the way it was made.
     *
     * @param name of the model
     * @param version of the model, from 1
     * @throws InvalidDefinitionException if no model may have the name or the version
     * @throws InvalidInputException if there are fewer than ten examples with an intent or without one
     */
    public IntentTraining train(String name, int version, List<IntentExample> examples) {
        requireReadable(name, version);
        Map<IntentLabel, Integer> counts = new EnumMap<>(IntentLabel.class);
        examples.forEach(example -> counts.merge(example.label(), 1, Integer::sum));
        int none = counts.getOrDefault(IntentLabel.NONE, 0);
        if (none < 2 * FOLDS || examples.size() - none < 2 * FOLDS) {
            throw new InvalidInputException(
                    "label",
                    "at least %s examples with an intent and as many without".formatted(2 * FOLDS),
                    "%s with and %s without".formatted(examples.size() - none, none));
        }
        var sources = new ExampleSources(examples);
        JudgedExamples folds = judge(examples, FOLDS, folds(examples));
        int groups = Math.min(sources.count(), MOST_GROUPS);
        JudgedExamples leftOut = sources.withBothSides(1) < LEAST_SOURCES
                ? null
                : judge(examples, groups, example -> sources.of(example) % groups);
        double shift = shift(leftOut == null ? folds : leftOut);
        IntentModel model = shifted(new CueLearner(prior, examples).learn(name, version), shift);
        var ofPrior = new JudgedExamples();
        examples.forEach(example -> ofPrior.add(example, prior));
        Judgement before = ofPrior.judgement(0, null);
        return new IntentTraining(
                model,
                counts,
                model.cues().size(),
                shift,
                folds.judgement(shift, before),
                leftOut == null ? null : leftOut.judgement(shift, before));
    }

    /** Before long work: a model that is written must be read again. */
    private void requireReadable(String name, int version) {
        IntentModel.parse(new IntentModel(
                        Objects.requireNonNull(name, "name"),
                        version,
                        prior.purchaseBias(),
                        prior.qualifiedBias(),
                        prior.terms(),
                        List.of(),
                        prior.negations())
                .toJson());
    }

    /** Every fifth example of a source and label is in the same fold. */
    private static ToIntFunction<IntentExample> folds(List<IntentExample> examples) {
        Map<IntentExample, Integer> fold = new IdentityHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (IntentExample example : examples) {
            int number = seen.merge(example.label() + " " + example.source(), 1, Integer::sum);
            fold.put(example, number % FOLDS);
        }
        return example -> fold.getOrDefault(example, 0);
    }

    private JudgedExamples judge(List<IntentExample> examples, int parts, ToIntFunction<IntentExample> part) {
        var judged = new JudgedExamples();
        for (int i = 0; i < parts; i++) {
            List<IntentExample> seen = new ArrayList<>();
            List<IntentExample> unseen = new ArrayList<>();
            for (IntentExample example : examples) {
                (part.applyAsInt(example) == i ? unseen : seen).add(example);
            }
            IntentModel model = new CueLearner(prior, seen).learn(prior.name(), prior.version());
            unseen.forEach(example -> judged.add(example, model));
        }
        return judged;
    }

    /**
     * The one with the highest mean F1 over sources among those with few enough false alarms, of equals the smallest; the
     * lowest of all when each has too many.
     */
    private static double shift(JudgedExamples judged) {
        double best = -SHIFTS * SHIFT_STEP;
        double bestF1 = -1;
        for (int i = -SHIFTS; i <= SHIFTS; i++) {
            double shift = Math.round(i * SHIFT_STEP * 100) / 100.0;
            if (judged.falseAlarms(shift) <= MOST_FALSE_ALARMS) {
                double f1 = judged.macroF1(shift);
                if (f1 > bestF1 || f1 == bestF1 && Math.abs(shift) < Math.abs(best)) {
                    best = shift;
                    bestF1 = f1;
                }
            }
        }
        return best;
    }

    private static IntentModel shifted(IntentModel model, double shift) {
        return new IntentModel(
                model.name(),
                model.version(),
                CueLearner.bounded(model.purchaseBias() + shift),
                CueLearner.bounded(model.qualifiedBias() + shift),
                model.terms(),
                model.cues(),
                model.negations());
    }
}
