package dev.leadkit.capture.intent;

import dev.leadkit.capture.intent.AgreementRegression.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Learns the cues of one model from examples: which phrases speak for an intent rather than none. A cue weighs the same for
 * both labels, since which of the two it is differs from source to source; the prior's terms tell them apart.
 */
final class CueLearner {
    private static final int ROUNDS = 5;
    private static final int STEPS = 80;
    private static final int MOST_CUES = 3000;
    private static final double LEAST_WEIGHT = 0.05;

    private final IntentModel prior;
    private final List<IntentExample> examples;
    private final CueCandidates candidates;
    private final ExampleSources sources;
    private final List<List<Row>> read = new ArrayList<>();

    /** A message: what stands in it, and the log-odds of an intent by the prior. */
    private record Row(int[] features, double offset) {}

    CueLearner(IntentModel prior, List<IntentExample> examples) {
        this.prior = prior;
        this.examples = examples;
        candidates = CueCandidates.of(examples);
        sources = new ExampleSources(examples);
        for (IntentExample example : examples) {
            read.add(example.messages().stream().map(this::row).toList());
        }
    }

    private Row row(String text) {
        return new Row(
                candidates.in(text), JudgedExamples.logOdds(prior.read(text).strongest()));
    }

    /** The prior with what the examples add to it. */
    IntentModel learn(String name, int version) {
        var regression = new AgreementRegression(candidates.count());
        for (int round = 0; round < ROUNDS; round++) {
            regression.descend(sample(regression, round == 0), STEPS);
        }
        return model(name, version, regression);
    }

    /** Of each example the message that shows the intent most; at first all of them, where the prior sees no difference. */
    private Sample sample(AgreementRegression regression, boolean first) {
        int size = examples.size();
        var sample = new Sample(
                new int[size][],
                new double[size],
                new boolean[size],
                new int[size],
                new double[size],
                sources.count(),
                sources.agreeing());
        for (int i = 0; i < size; i++) {
            IntentExample example = examples.get(i);
            Row strongest = strongest(read.get(i), regression);
            boolean alike = first && read.get(i).stream().allMatch(row -> row.offset() == strongest.offset());
            Row row = alike ? new Row(features(read.get(i)), strongest.offset()) : strongest;
            sample.rows()[i] = row.features();
            sample.offsets()[i] = row.offset();
            sample.positive()[i] = example.label().isIntent();
            sample.source()[i] = sources.of(example);
            sample.shares()[i] = 0.5 / sources.alike(example); // each side of a source weighs the same
        }
        return sample;
    }

    private static int[] features(List<Row> messages) {
        return messages.stream()
                .flatMapToInt(row -> Arrays.stream(row.features()))
                .distinct()
                .toArray();
    }

    private static Row strongest(List<Row> messages, AgreementRegression regression) {
        return messages.stream()
                .max(Comparator.comparingDouble(row -> regression.logOdds(row.features(), row.offset())))
                .orElseThrow();
    }

    private IntentModel model(String name, int version, AgreementRegression regression) {
        List<Term> cues = new ArrayList<>();
        for (int i = 0; i < candidates.count(); i++) {
            double weight = bounded(regression.weights()[i]);
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                cues.add(new Term(candidates.phrase(i), weight, weight));
            }
        }
        if (cues.size() > MOST_CUES) {
            cues.sort(Comparator.comparingDouble((Term cue) -> -Math.abs(cue.purchase())));
            cues = new ArrayList<>(cues.subList(0, MOST_CUES));
        }
        cues.sort(Comparator.comparing(Term::phrase));
        return new IntentModel(
                name,
                version,
                bounded(prior.purchaseBias() + regression.bias()),
                bounded(prior.qualifiedBias() + regression.bias()),
                prior.terms(),
                cues,
                prior.negations());
    }

    /** Within what a term may weigh, to three digits. */
    static double bounded(double weight) {
        return Math.round(Math.max(-Term.MOST, Math.min(Term.MOST, weight)) * 1000) / 1000.0;
    }
}
