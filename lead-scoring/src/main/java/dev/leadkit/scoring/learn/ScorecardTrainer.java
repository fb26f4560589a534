package dev.leadkit.scoring.learn;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.InputKind;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.Quality;
import dev.leadkit.scoring.history.History;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a scorecard of history: rows of values, each with how it ended.
 *
 * <p>The card is additive, its points are rescaled log-odds, and it is the same document that a person would write: few bins
 * with round limits, points with one decimal. The same rows in the same order give the same card, on every machine.
 *
 * <p>Immutable and safe to share.
 *
 * <pre>{@code
 * Training training = ScorecardTrainer.standard().named("leads", 1).train(history);
 * Files.writeString(path, training.card().toJson());
 * }</pre>
 */
public final class ScorecardTrainer {
    /** The fewest rows to learn from. */
    public static final int LEAST_ROWS = 50;

    /** The fewest rows of each end to learn from. */
    public static final int LEAST_OF_EACH_END = 10;

    private static final int FEW = 100;
    private static final int LONGEST_NAME =
            500; // the ids of factors, two names long where columns are paired, go to 1 KiB
    private static final int MOST_PAIRS = 6;
    private static final int MOST_ROWS = 200_000;

    private final String name;
    private final int version;
    private final Set<String> ignored;
    private final Set<String> kept;
    private final Bands bands;
    private final int mostPairs;
    private final int mostRows;
    private final long seed;

    private ScorecardTrainer(
            String name,
            int version,
            Set<String> ignored,
            Set<String> kept,
            Bands bands,
            int mostPairs,
            int mostRows,
            long seed) {
        this.name = name;
        this.version = version;
        this.ignored = Set.copyOf(ignored);
        this.kept = Set.copyOf(kept);
        this.bands = bands;
        this.mostPairs = mostPairs;
        this.mostRows = mostRows;
        this.seed = seed;
    }

    /** Makes cards {@code learned@1}, with bands by rank where a good end is rare. */
    public static ScorecardTrainer standard() {
        return new ScorecardTrainer("learned", 1, Set.of(), Set.of(), Bands.BY_RANK_IF_RARE, MOST_PAIRS, MOST_ROWS, 1);
    }

    /** Calls its cards so. */
    public ScorecardTrainer named(String newName, int newVersion) {
        return new ScorecardTrainer(newName, newVersion, ignored, kept, bands, mostPairs, mostRows, seed);
    }

    /** Never looks at these inputs, such as {@code column.Region}. */
    public ScorecardTrainer ignoring(Set<String> inputs) {
        return new ScorecardTrainer(name, version, inputs, kept, bands, mostPairs, mostRows, seed);
    }

    /** Keeps these inputs even if they seem to be known only after the outcome. */
    public ScorecardTrainer keeping(Set<String> inputs) {
        return new ScorecardTrainer(name, version, ignored, inputs, bands, mostPairs, mostRows, seed);
    }

    /** Chooses what the bands stand for. */
    public ScorecardTrainer withBands(Bands newBands) {
        return new ScorecardTrainer(name, version, ignored, kept, newBands, mostPairs, mostRows, seed);
    }

    /**
     * Uses no more pairs of columns than that.
     *
     * @param most 0 to 6
     */
    public ScorecardTrainer withPairs(int most) {
        if (most < 0 || most > MOST_PAIRS) {
            throw new InvalidInputException("pairs", "0 to " + MOST_PAIRS, Integer.toString(most));
        }
        return new ScorecardTrainer(name, version, ignored, kept, bands, most, mostRows, seed);
    }

    /**
     * Learns from no more rows than that, chosen by chance; 200,000 otherwise, and fewer if the table is very wide.
     *
     * @param most 1 or more
     */
    public ScorecardTrainer withRows(int most) {
        if (most < 1) {
            throw new InvalidInputException("rows", "1 or more", Integer.toString(most));
        }
        return new ScorecardTrainer(name, version, ignored, kept, bands, mostPairs, most, seed);
    }

    /** Decides what is left to chance: how rows are divided for cross-validation. */
    public ScorecardTrainer withSeed(long newSeed) {
        return new ScorecardTrainer(name, version, ignored, kept, bands, mostPairs, mostRows, newSeed);
    }

    /**
     * Learns a card.
     *
     * @throws TooLittleHistoryException if there are too few rows, or too few of one end
     * @throws InvalidInputException if two inputs have one name, none is left to learn from, all together say no more about rows
     *     not seen than the base rate does, or one that is to be ignored or kept is not there
     * @throws InvalidDefinitionException if no card may have the name or the version that was asked for
     */
    public Training train(History history) {
        List<LeftOut> leftOut = new ArrayList<>();
        Sample sample = Sample.read(history, places(history.inputs(), leftOut), mostRows, seed);
        requireEnough(sample);
        var won = new boolean[sample.size()];
        for (int row = 0; row < won.length; row++) {
            won[row] = sample.won(row);
        }
        var choice = new ColumnChoice(sample, won, kept);
        leftOut.addAll(choice.leftOut());
        List<String> warnings = new ArrayList<>(choice.warnings());
        requireColumns(choice.chosen().size(), history, leftOut);
        Model model = Model.learn(choice.chosen(), won, mostPairs, seed);
        Calibrator calibrator = Calibrator.learn(model.leftOutSums(), won, seed);
        Scale scale = Scale.choose(bands, model.leftOutSums(), won, calibrator);
        var writer = new CardWriter(choice.chosen(), model, scale, won);
        leftOut.addAll(writer.leftOut());
        requireColumns(writer.factors().size(), history, leftOut);
        Quality crossValidated = Quality.of(won, model.leftOutSums(), probabilities(calibrator, model.leftOutSums()));
        requireBetterThanBaseRate(crossValidated);
        if (isWithinChance(calibrator.losses(model.leftOutSums(), won), won)) {
            warnings.add(
                    "on rows not seen it does better than the base rate by less than a standard error: that may be chance");
        }
        if (sample.positives() < FEW) {
            warnings.add("only %d rows ended well: figures and points will move as more are known"
                    .formatted(sample.positives()));
        }
        var document = new CardDocument(name, version, calibrator, scale);
        Scorecard unbanded = document.build(writer, sample, crossValidated, seed, null);
        InSample inSample = InSample.of(unbanded, history, sample, won);
        BandsStand bandsStand = BandsStand.of(unbanded, scale.byRank(), inSample.values());
        Scorecard card = document.build(writer, sample, crossValidated, seed, bandsStand.toBandsBy());
        var report = new TrainingReport(
                card.id(),
                sample.seen(),
                sample.seenPositives(),
                sample.size(),
                seed,
                leftOut,
                warnings,
                crossValidated,
                inSample.quality(),
                model.strengths(),
                model.strength(),
                model.pairsTried(),
                calibrator.isLogistic() ? "logistic" : "points",
                bandsStand.describe(),
                writer.curves());
        return new Training(card, report);
    }

    private List<Integer> places(List<String> inputs, List<LeftOut> leftOut) {
        List<Integer> places = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (int place = 0; place < inputs.size(); place++) {
            String input = inputs.get(place);
            if (!seen.add(input)) {
                throw new InvalidInputException("history.inputs", "each input once", "two or more of " + input);
            }
            if (ignored.contains(input)) {
                leftOut.add(new LeftOut(input, "ignored", "it was asked to be ignored"));
            } else if (isNameless(input)) {
                leftOut.add(new LeftOut(input, "nameless", "its name is empty or holds control characters"));
            } else if (input.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                leftOut.add(new LeftOut(input, "long-name", "its name has more than %d bytes".formatted(LONGEST_NAME)));
            } else if (InputKind.of(input).isEmpty()) {
                leftOut.add(new LeftOut(input, "unread-input", "no card can read an input of this name"));
            } else {
                places.add(place);
            }
        }
        for (Set<String> asked : List.of(ignored, kept)) {
            Set<String> unknown = new TreeSet<>(asked);
            unknown.removeAll(seen);
            if (!unknown.isEmpty()) {
                throw new InvalidInputException(
                        "history.inputs", "the inputs that were named", "none called " + unknown);
            }
        }
        return places;
    }

    private static boolean isNameless(String input) {
        return input.equals("column.") || !CardText.fits(input);
    }

    private static void requireEnough(Sample sample) {
        long positives = sample.seenPositives();
        long negatives = sample.seen() - positives;
        if (sample.seen() < LEAST_ROWS || Math.min(positives, negatives) < LEAST_OF_EACH_END) {
            throw new TooLittleHistoryException(sample.seen(), positives, LEAST_ROWS, LEAST_OF_EACH_END);
        }
        int kept = sample.positives();
        if (Math.min(kept, sample.size() - kept) < LEAST_OF_EACH_END) {
            throw new TooLittleHistoryException(sample.size(), kept, LEAST_ROWS, LEAST_OF_EACH_END);
        }
    }

    private static void requireColumns(int count, History history, List<LeftOut> leftOut) {
        if (count == 0) {
            String found = "none among %d".formatted(history.inputs().size());
            throw new InvalidInputException(
                    "history",
                    "a column that says something about the outcome",
                    leftOut.isEmpty() ? found : found + ": " + reasons(leftOut));
        }
    }

    private static void requireBetterThanBaseRate(Quality crossValidated) {
        if (crossValidated.logLoss() >= crossValidated.baseLogLoss()) {
            throw new InvalidInputException(
                    "history",
                    "a column that says something about the outcome",
                    String.format(
                            Locale.ROOT,
                            "none: all together have a log loss of %.4f on rows not seen, the base rate alone has %.4f",
                            crossValidated.logLoss(),
                            crossValidated.baseLogLoss()));
        }
    }

    private static boolean isWithinChance(double[] losses, boolean[] won) {
        double[] gains = Losses.gains(Losses.ofBaseRate(won), losses);
        return Losses.mean(gains) < Losses.standardError(gains);
    }

    private static String reasons(List<LeftOut> leftOut) {
        return String.join(
                "; ",
                leftOut.stream()
                        .limit(10)
                        .map(out -> out.input() + ": " + out.code())
                        .toList());
    }

    private static double[] probabilities(Calibrator calibrator, double[] sums) {
        var probabilities = new double[sums.length];
        for (int row = 0; row < sums.length; row++) {
            probabilities[row] = calibrator.probability(sums[row]);
        }
        return probabilities;
    }
}
