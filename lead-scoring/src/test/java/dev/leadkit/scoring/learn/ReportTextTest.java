package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.backtest.Quality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static Quality quality(double auc) {
        return new Quality(
                2_000, 500, auc, 0.125, 0.4321, 0.1875, 0.5623, 0.021, List.of(new Quality.Decile(0.5, 2.5, 0.25)));
    }

    private static String text(int usedRows, List<FactorCurve> factors, List<LeftOut> leftOut, List<String> warnings) {
        return new TrainingReport(
                        "leads@3",
                        2_000,
                        500,
                        usedRows,
                        1,
                        leftOut,
                        warnings,
                        quality(0.812),
                        quality(0.834),
                        List.of(new StrengthTried(2, 0.43), new StrengthTried(1, 0.44)),
                        2,
                        List.of(),
                        "logistic",
                        "by probability: 70 at 70 %, 40 at 40 %",
                        factors)
                .toText();
    }

    private static FactorCurve factor(String name, double spread, String... inputs) {
        return new FactorCurve(
                name,
                List.of(inputs),
                spread,
                List.of(
                        new FactorCurve.Bin("low", 10, 0.1, -spread),
                        new FactorCurve.Bin("high", 10, 0.4, spread / 2)));
    }

    @Test
    void says_in_lines_what_one_wants_to_know_first() {
        String text = text(
                2_000,
                List.of(factor("Weak", 1, "column.Weak"), factor("Strong", 9, "column.Strong")),
                List.of(new LeftOut("column.Id", "identifier", "it names the rows")),
                List.of("Stage alone is strong"));

        assertThat(text.lines())
                .containsExactly(
                        "leads@3 from 2,000 rows, 500 with a good end (25.0 %)",
                        "rows not seen (cross-validated): AUC 0.812, log loss 0.4321 (base rate 0.5623), Brier 0.1250"
                                + " (0.1875), ECE 0.021, lift in the best tenth 2.50",
                        "rows learned from: AUC 0.834, log loss 0.4321 (base rate 0.5623), Brier 0.1250 (0.1875), ECE"
                                + " 0.021, lift in the best tenth 2.50",
                        "bands by probability: 70 at 70 %, 40 at 40 %; calibration: logistic",
                        "regularisation: 2.0 times what the rows themselves say, of 2 tried",
                        "pairs of columns: none paid",
                        "factors, the strongest first:",
                        "  Strong: -9.0 to +4.5 points in 2 bins",
                        "  Weak: -1.0 to +0.5 points in 2 bins",
                        "left out: column.Id (identifier): it names the rows",
                        "look at this: Stage alone is strong");
    }

    @Test
    void says_how_many_rows_of_a_large_history_were_looked_at() {
        assertThat(text(1_500, List.of(), List.of(), List.of()).lines().findFirst())
                .hasValue("leads@3 from 2,000 rows, 500 with a good end (25.0 %), 1,500 of them looked at");
    }

    @Test
    void counts_the_pairs_among_the_factors() {
        List<FactorCurve> factors = List.of(
                factor("A × B", 3, "column.A", "column.B"),
                factor("A", 2, "column.A"),
                factor("A × C", 1, "column.A", "column.C"));

        assertThat(text(2_000, factors, List.of(), List.of()).lines()).contains("pairs of columns: 2 paid");
    }

    @Test
    void names_the_fifteen_strongest_factors_and_counts_the_rest() {
        List<FactorCurve> factors = new ArrayList<>(IntStream.rangeClosed(1, 18)
                .mapToObj(n -> factor("F" + n, n, "column.F" + n))
                .toList());
        Collections.reverse(factors.subList(3, 9));

        List<String> lines =
                text(2_000, factors, List.of(), List.of()).lines().skip(7).toList();
        List<String> fifteen = text(2_000, factors.subList(0, 15), List.of(), List.of())
                .lines()
                .skip(7)
                .toList();

        assertThat(lines).hasSize(16).last().isEqualTo("  and 3 more");
        assertThat(lines.get(0)).startsWith("  F18: ");
        assertThat(lines.get(14)).startsWith("  F4: ");
        assertThat(fifteen).hasSize(15).last().asString().startsWith("  F1: ");
    }
}
