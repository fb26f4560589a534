package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.backtest.Quality;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A report in lines for people. */
final class ReportText {
    private static final int FACTORS = 15;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(TrainingReport report) {
        var lines = new ReportText();
        lines.write(report);
        return lines.text.toString();
    }

    private void write(TrainingReport report) {
        line(
                "%s from %,d rows, %,d with a good end (%.1f %%)%s",
                report.card(),
                report.rows(),
                report.positives(),
                100.0 * report.positives() / report.rows(),
                report.usedRows() < report.rows() ? text(", %,d of them looked at", report.usedRows()) : "");
        quality("rows not seen (cross-validated)", report.crossValidated());
        quality("rows learned from", report.inSample());
        line("bands %s; calibration: %s", report.scale(), report.calibration());
        line(
                "regularisation: %s times what the rows themselves say, of %s tried",
                report.strength(), report.strengths().size());
        long pairs =
                report.factors().stream().filter(its -> its.inputs().size() > 1).count();
        line("pairs of columns: %s", pairs == 0 ? "none paid" : pairs + " paid");
        line("factors, the strongest first:");
        List<FactorCurve> strongest = report.factors().stream()
                .sorted(Comparator.comparingDouble(its -> -its.spread()))
                .toList();
        strongest.stream().limit(FACTORS).forEach(this::factor);
        if (strongest.size() > FACTORS) {
            line("  and %d more", strongest.size() - FACTORS);
        }
        report.leftOut().forEach(out -> line("left out: %s (%s): %s", out.input(), out.code(), out.reason()));
        report.warnings().forEach(warning -> line("look at this: %s", warning));
    }

    private void quality(String of, Quality quality) {
        line(
                "%s: AUC %.3f, log loss %.4f (base rate %.4f), Brier %.4f (%.4f), ECE %.3f, lift in the best tenth %.2f",
                of,
                quality.auc(),
                quality.logLoss(),
                quality.baseLogLoss(),
                quality.brier(),
                quality.baseBrier(),
                quality.ece(),
                quality.deciles().get(0).lift());
    }

    private void factor(FactorCurve curve) {
        double least =
                curve.bins().stream().mapToDouble(FactorCurve.Bin::points).min().orElse(0);
        double most =
                curve.bins().stream().mapToDouble(FactorCurve.Bin::points).max().orElse(0);
        line(
                "  %s: %+.1f to %+.1f points in %d bins",
                curve.factor(), least, most, curve.bins().size());
    }

    private void line(String format, Object... values) {
        text.append(text(format, values)).append('\n');
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
