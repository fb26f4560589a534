package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what probabilities sums stand for. */
final class CalibrationReader {
    private static final int MOST = 1000;
    private static final double LEAST_SLOPE = 1e-9;
    private static final int MOST_SUM = 1_000_000;

    private Calibration.@Nullable Point before;
    private boolean rising = true;

    private CalibrationReader() {}

    static @Nullable Calibration read(JsonFields card) {
        JsonFields fields = card.optionalObject("calibration");
        if (fields == null) {
            return null;
        }
        String kind = fields.oneOf("kind", List.of("logistic", "points"));
        Calibration calibration = null;
        if ("logistic".equals(kind)) {
            calibration = logistic(fields);
        } else if ("points".equals(kind)) {
            calibration = new CalibrationReader().points(fields);
        } else {
            fields.ignoreUnknown();
        }
        fields.rejectUnknown();
        return calibration;
    }

    private static @Nullable Calibration logistic(JsonFields fields) {
        Double intercept = fields.number("intercept", -MOST, MOST);
        Double slope = fields.number("slope", -MOST, MOST);
        if (slope != null && slope < LEAST_SLOPE) {
            fields.problems()
                    .add(
                            fields.pointer("slope"),
                            "not-rising",
                            "expected a slope above 0, found " + Numbers.decimal(slope),
                            "let a greater sum have a greater probability");
            return null;
        }
        return intercept == null || slope == null ? null : Calibration.logistic(intercept, slope);
    }

    private @Nullable Calibration points(JsonFields fields) {
        List<Calibration.Point> points = fields.objects("points", this::point);
        if (!rising || points.size() == 1) {
            fields.problems()
                    .add(
                            fields.pointer("points"),
                            rising ? "one-point" : "not-rising",
                            rising ? "expected two points or more" : "a sum does not rise, or a probability falls",
                            "list two points or more, by rising sums, with probabilities that never fall");
        }
        return Calibration.points(points);
    }

    private Calibration.@Nullable Point point(JsonFields fields) {
        Double sum = fields.number("sum", -MOST_SUM, MOST_SUM);
        Double probability = fields.number("probability", 0, 1);
        if (sum == null || probability == null) {
            return null;
        }
        var point = new Calibration.Point(sum, probability);
        rising &= before == null || before.sum() < point.sum() && before.probability() <= point.probability();
        before = point;
        return point;
    }
}
