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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a card together: its factors, its bands, its calibration and where it came from. */
record CardDocument(String name, int version, Calibrator calibrator, Scale scale) {
    private static final String TRAINER = "leadkit additive 1";

    /** @param bandsBy what the bands stand for; absent while nobody knows */
    Scorecard build(CardWriter writer, Sample sample, Quality crossValidated, long seed, @Nullable BandsBy bandsBy) {
        ScorecardBuilder builder = Scorecard.named(name)
                .version(version)
                .base(Math.max(-1000, Math.min(1000, writer.base())))
                .band("hot", Scale.HOT)
                .band("warm", Scale.WARM)
                .band("cold", 0)
                .calibration(calibration())
                .learned(learned(sample, crossValidated, seed));
        if (bandsBy != null) {
            builder.bandsBy(bandsBy);
        }
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
