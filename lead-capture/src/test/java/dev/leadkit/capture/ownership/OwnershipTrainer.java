package dev.leadkit.capture.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns the weights of {@link OwnershipModel} from messages whose values are marked: logistic regression with a quadratic penalty, all
 * examples at once, by Adam (Kingma and Ba, "Adam: a method for stochastic optimization", 2015). No chance in it.
 */
public final class OwnershipTrainer {
    private static final double PENALTY = 1;

    /** Of fewer examples, each of which would tell more than it should. */
    private static final double PENALTY_OF_FEW = 3;

    private static final int FEW = 5000;
    private static final int LEAST_SEEN = 2;
    private static final int STEPS = 250;
    private static final int FINE_STEPS = 80;
    private static final double PACE = 0.05;
    private static final double FINE_PACE = 0.02;

    /** Smaller weights are left out. */
    private static final double LEAST_WEIGHT = 0.1;

    private OwnershipTrainer() {}

    /** A value, by the names of the clues around it. */
    public record Example(String source, List<String> clues, boolean own) {}

    /** A name, by the names of the clues around it. */
    public static Example example(MarkedMessage message, int start, int end, ValueSigns signs, boolean own) {
        List<String> clues = OwnershipModel.clues(new Surroundings(message.reply(), start, end, signs));
        return new Example(message.source(), clues, own);
    }

    /** The model that has learned from some examples. */
    public static OwnershipModel model(List<Example> examples) {
        return new OwnershipModel(train(examples));
    }

    /**
     * What share of one source is told rightly by what the others teach.
     *
     * @param own of the visitor's own
     * @param others of what is not
     */
    public record Right(double own, double others) {}

    public static Right leftOut(String source, List<Example> examples) {
        Map<String, Double> weights = train(examples.stream()
                .filter(example -> !example.source().equals(source))
                .toList());
        double[][] counts = new double[2][2];
        for (Example example : examples) {
            if (example.source().equals(source)) {
                double odds = weights.get("bias")
                        + example.clues().stream()
                                .mapToDouble(clue -> weights.getOrDefault(clue, 0.0))
                                .sum();
                counts[example.own() ? 1 : 0][odds > 0 == example.own() ? 1 : 0]++;
            }
        }
        return new Right(counts[1][1] / (counts[1][0] + counts[1][1]), counts[0][1] / (counts[0][0] + counts[0][1]));
    }

    /** Writes weights as they ship. */
    public static void write(List<Example> examples, Path file) throws IOException {
        var lines = new StringBuilder();
        train(examples).forEach((clue, weight) -> lines.append(String.format(Locale.ROOT, "%.2f\t%s%n", weight, clue)));
        Files.writeString(file, lines);
    }

    /** Every value on which the model is asked: not what is quoted or repeated, which is refused without it. */
    static List<Example> examples(List<MarkedMessage> messages) {
        List<Example> examples = new ArrayList<>();
        for (MarkedMessage message : messages) {
            for (MarkedMessage.Value value : message.values()) {
                if (Repetition.objection(message.reply(), value.start(), value.end()) == null) {
                    List<String> clues =
                            OwnershipModel.clues(new Surroundings(message.reply(), value.start(), value.end()));
                    examples.add(new Example(message.source(), clues, value.own()));
                }
            }
        }
        return examples;
    }

    /** The weights, by the names of the clues. */
    static Map<String, Double> train(List<Example> examples) {
        Map<String, Integer> index = index(examples);
        int[][] rows = new int[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = examples.get(i).clues().stream()
                    .filter(index::containsKey)
                    .mapToInt(index::get)
                    .toArray();
        }
        double[] weights = descend(examples, rows, index.size());
        Map<String, Double> named = new TreeMap<>();
        index.forEach((clue, i) -> {
            if (Math.abs(weights[i]) >= LEAST_WEIGHT) {
                named.put(clue, weights[i]);
            }
        });
        named.put("bias", weights[index.size()]);
        return named;
    }

    private static Map<String, Integer> index(List<Example> examples) {
        Map<String, Integer> seen = new TreeMap<>();
        examples.forEach(example -> example.clues().forEach(clue -> seen.merge(clue, 1, Integer::sum)));
        Map<String, Integer> index = new HashMap<>();
        seen.forEach((clue, count) -> {
            if (count >= LEAST_SEEN) {
                index.put(clue, index.size());
            }
        });
        return index;
    }

    /** @return the weights, the last of which is the bias, on which there is no penalty */
    private static double[] descend(List<Example> examples, int[][] rows, int clues) {
        double[] weights = new double[clues + 1];
        double[] mean = new double[clues + 1];
        double[] square = new double[clues + 1];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(examples, rows, weights);
            double pace = step <= STEPS - FINE_STEPS ? PACE : FINE_PACE;
            for (int i = 0; i <= clues; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                double middle = mean[i] / (1 - Math.pow(0.9, step));
                weights[i] -= pace * middle / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        return weights;
    }

    private static double[] gradient(List<Example> examples, int[][] rows, double[] weights) {
        int bias = weights.length - 1;
        double penalty = rows.length < FEW ? PENALTY_OF_FEW : PENALTY;
        double[] gradient = Arrays.copyOf(weights, weights.length);
        for (int i = 0; i < bias; i++) {
            gradient[i] *= penalty;
        }
        gradient[bias] = 0;
        for (int i = 0; i < rows.length; i++) {
            double odds = weights[bias];
            for (int clue : rows[i]) {
                odds += weights[clue];
            }
            double sign = examples.get(i).own() ? 1 : -1;
            double slope = -sign / (1 + Math.exp(sign * odds));
            for (int clue : rows[i]) {
                gradient[clue] += slope;
            }
            gradient[bias] += slope;
        }
        return gradient;
    }
}
