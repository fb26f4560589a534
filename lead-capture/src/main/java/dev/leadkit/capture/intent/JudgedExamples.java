package dev.leadkit.capture.intent;

import dev.leadkit.capture.intent.IntentTraining.Figures;
import dev.leadkit.capture.intent.IntentTraining.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Examples beside what a model that had not seen them made of each. Not safe to share. */
final class JudgedExamples {
    private static final int BINS = 10;

    private final List<Judged> all = new ArrayList<>();
    private final Map<String, List<Judged>> bySource = new TreeMap<>();

    /** @param purchase log-odds, as is {@code qualified} */
    private record Judged(IntentExample example, double purchase, double qualified) {
        double strongest() {
            return Math.max(purchase, qualified);
        }
    }

    void add(IntentExample example, IntentDetector model) {
        double purchase = Double.NEGATIVE_INFINITY;
        double qualified = Double.NEGATIVE_INFINITY;
        for (String message : example.messages()) {
            IntentReading reading = model.read(message);
            purchase = Math.max(purchase, logOdds(reading.purchase()));
            qualified = Math.max(qualified, logOdds(reading.qualified()));
        }
        var judged = new Judged(example, purchase, qualified);
        all.add(judged);
        bySource.computeIfAbsent(example.source(), first -> new ArrayList<>()).add(judged);
    }

    static double logOdds(double probability) {
        double inside = Math.min(1 - 1e-12, Math.max(1e-12, probability));
        return Math.log(inside / (1 - inside));
    }

    double macroF1(double shift) {
        return bySource.values().stream()
                .map(examples -> figures(examples, shift).f1())
                .filter(f1 -> f1 != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    double falseAlarms(double shift) {
        Figures figures = figures(all, shift);
        int without = figures.examples() - figures.intents();
        return without == 0 ? 0 : (double) figures.falseAlarms() / without;
    }

    Judgement judgement(double shift, @Nullable Judgement prior) {
        Map<String, Figures> sources = new LinkedHashMap<>();
        bySource.forEach((source, examples) -> sources.put(source, figures(examples, shift)));
        boolean anyIntent = all.stream().anyMatch(each -> each.example().label().isIntent());
        return new Judgement(
                figures(all, shift),
                anyIntent ? macroF1(shift) : null,
                falseAlarms(shift),
                brier(shift),
                calibrationError(shift),
                sources,
                prior);
    }

    private static Figures figures(List<Judged> examples, double shift) {
        int[] of = new int[IntentLabel.values().length];
        int[] seen = new int[of.length];
        int kindRight = 0;
        for (Judged each : examples) {
            IntentLabel label = each.example().label();
            of[label.ordinal()]++;
            if (each.strongest() + shift >= 0) {
                seen[label.ordinal()]++;
                IntentLabel stronger =
                        each.purchase() >= each.qualified() ? IntentLabel.PURCHASE : IntentLabel.QUALIFIED;
                kindRight += stronger == label ? 1 : 0;
            }
        }
        int purchases = of[IntentLabel.PURCHASE.ordinal()];
        int inquiries = of[IntentLabel.QUALIFIED.ordinal()];
        int intents = purchases + inquiries;
        int found = seen[IntentLabel.PURCHASE.ordinal()] + seen[IntentLabel.QUALIFIED.ordinal()];
        int falseAlarms = seen[IntentLabel.NONE.ordinal()];
        return new Figures(
                examples.size(),
                intents,
                found,
                share(seen[IntentLabel.PURCHASE.ordinal()], purchases),
                share(seen[IntentLabel.QUALIFIED.ordinal()], inquiries),
                share(kindRight, found),
                falseAlarms,
                intents == 0 ? null : 2.0 * found / (found + falseAlarms + intents));
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private double brier(double shift) {
        return all.stream()
                .mapToDouble(each -> Math.pow(probability(each, shift) - truth(each), 2))
                .average()
                .orElse(0);
    }

    private double calibrationError(double shift) {
        double[] distance = new double[BINS];
        for (Judged each : all) {
            double probability = probability(each, shift);
            distance[Math.min(BINS - 1, (int) (probability * BINS))] += probability - truth(each);
        }
        double sum = 0;
        for (double each : distance) {
            sum += Math.abs(each);
        }
        return sum / all.size();
    }

    private static double probability(Judged each, double shift) {
        return IntentTally.probability(each.strongest() + shift);
    }

    private static int truth(Judged each) {
        return each.example().label().isIntent() ? 1 : 0;
    }
}
