package dev.leadkit.scoring.learn;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.scoring.BandsBy;
import dev.leadkit.scoring.Calibration;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.ScorecardBuilder;
import dev.leadkit.scoring.backtest.Quality;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a card together: its factors, its bands and what they stand for, its calibration and where it came from. */
record CardDocument(String name, int version, Calibrator calibrator, Scale scale) {
    private static final String TRAINER = "leadkit additive 1";

    Scorecard build(CardWriter writer, Sample sample, Quality crossValidated, long seed) {
        ScorecardBuilder builder = Scorecard.named(name)
                .version(version)
                .base(Math.max(-1000, Math.min(1000, writer.base())))
                .band("hot", Scale.HOT)
                .band("warm", Scale.WARM)
                .band("cold", 0)
                .calibration(calibration())
                .bandsBy(bandsBy())
                .learned(learned(sample, crossValidated, seed));
        writer.factors().forEach(builder::factor);
        return builder.build();
    }

    private Calibration calibration() {
        if (calibrator.isLogistic()) {
            double slope = calibrator.slope() / scale.perUnit();
            return Calibration.logistic(digits(calibrator.intercept() - slope * scale.shift()), digits(slope));
        }
        return Calibration.points(calibrator.steps().stream()
                .map(step -> new Calibration.Point(digits(scale.shift() + scale.perUnit() * step[0]), digits(step[1])))
                .toList());
    }

    private BandsBy bandsBy() {
        return scale.byRank()
                ? BandsBy.rank(List.of(
                        new BandsBy.Share("hot", scale.hot()),
                        new BandsBy.Share("warm", scale.warm()),
                        new BandsBy.Share("cold", digits(1 - scale.hot() - scale.warm()))))
                : BandsBy.probability(
                        List.of(new BandsBy.Least("hot", scale.hot()), new BandsBy.Least("warm", scale.warm())));
    }

    private static String learned(Sample sample, Quality quality, long seed) {
        Map<String, JsonValue> learned = new LinkedHashMap<>();
        learned.put("rows", number(sample.seen()));
        learned.put("positives", number(sample.seenPositives()));
        learned.put("auc", number(digits(quality.auc())));
        learned.put("logLoss", number(digits(quality.logLoss())));
        learned.put("trainer", new JsonString(TRAINER));
        learned.put("seed", number(seed));
        learned.put("note", new JsonString("auc and logLoss are cross-validated"));
        return JsonText.write(new JsonObject(learned));
    }

    private static JsonNumber number(double number) {
        return new JsonNumber(BigDecimal.valueOf(number).stripTrailingZeros());
    }

    private static JsonNumber number(long number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }

    /** Six digits, which no one can tell from more. */
    private static double digits(double number) {
        return new BigDecimal(number).round(new MathContext(6)).doubleValue();
    }
}
