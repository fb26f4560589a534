package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.BandsBy;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.Backtest;
import dev.leadkit.scoring.backtest.BandResult;
import dev.leadkit.scoring.backtest.Quality;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTrainerTest {
    private static final ScorecardTrainer TRAINER = ScorecardTrainer.standard();

    /** Steps, a hump, categories, values missing for a reason, a code, and columns that say nothing. */
    private static Made leads(int rows, double base, long seed) {
        return new Made(rows, base, seed)
                .column(
                        "Visits",
                        (row, random) -> Integer.toString(random.nextInt(12)),
                        its -> Made.step(Made.number(its) >= 4, 1.2))
                .column(
                        "Age",
                        (row, random) -> Integer.toString(20 + random.nextInt(50)),
                        its -> -0.004 * (Made.number(its) - 45) * (Made.number(its) - 45))
                .column(
                        "Source",
                        Made.oneOf("ads", "fair", "mail", "partner"),
                        its -> Made.step(its.equals("fair"), 1) - Made.step(its.equals("ads"), 0.8))
                .column(
                        "Size",
                        (row, random) -> random.nextInt(4) == 0 ? "" : "" + (1 + random.nextInt(500)),
                        its -> Made.step(its.isEmpty(), -1))
                .column(
                        "Days",
                        (row, random) -> random.nextInt(3) == 0 ? "999" : "" + random.nextInt(60),
                        its -> Made.step(its.equals("999"), 0.9))
                .column("Noise", Made.normal());
    }

    private static LeftOut leftOut(Training training, String column) {
        return training.report().leftOut().stream()
                .filter(out -> out.input().equals("column." + column))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "not left out: " + column + " " + training.report().leftOut()));
    }

    private static Factor factor(Training training, String column) {
        return training.card().factors().stream()
                .filter(factor -> factor.input().equals("column." + column) && factor.with() == null)
                .findFirst()
                .orElseThrow();
    }

    private static double points(Training training, String column, String value) {
        RowScorer scorer = Scorecard.named("one")
                .base(0)
                .factor(factor(training, column))
                .build()
                .forColumns(List.of(column));
        return scorer.score(List.of(value)).sum();
    }

    private static Quality onNewRows(Training training, Made made) {
        return Backtest.of(training.card(), made.history()).quality();
    }

    /** What one who knew the truth would reach. */
    private static Quality best(Made made) {
        var won = new boolean[made.size()];
        var probabilities = new double[made.size()];
        for (int row = 0; row < won.length; row++) {
            won[row] = made.won(row);
            probabilities[row] = made.probability(row);
        }
        return Quality.of(won, probabilities, probabilities);
    }

    @Test
    void comes_near_the_truth_on_rows_that_it_has_not_seen() {
        Training training = TRAINER.train(leads(4000, -1.5, 1).end().history());
        Made unseen = leads(4000, -1.5, 2).end();

        Quality quality = onNewRows(training, unseen);

        assertThat(quality.auc()).isGreaterThan(best(unseen).auc() - 0.015);
        assertThat(quality.logLoss()).isLessThan(best(unseen).logLoss() + 0.01);
        assertThat(quality.ece()).isLessThan(0.03);
        assertThat(training.report().crossValidated().auc()).isCloseTo(quality.auc(), within(0.03));
        assertThat(training.report().inSample().auc())
                .isGreaterThan(training.report().crossValidated().auc());
    }

    @Test
    void finds_steps_humps_categories_codes_and_missing_values() {
        Training training = TRAINER.train(leads(4000, -1.5, 1).end().history());

        assertThat(points(training, "Visits", "9")).isGreaterThan(points(training, "Visits", "1") + 8);
        assertThat(points(training, "Visits", "9")).isCloseTo(points(training, "Visits", "5"), within(4.0));
        assertThat(points(training, "Age", "45")).isGreaterThan(points(training, "Age", "21"));
        assertThat(points(training, "Age", "45")).isGreaterThan(points(training, "Age", "69"));
        assertThat(points(training, "Source", "fair")).isGreaterThan(points(training, "Source", "ads") + 10);
        assertThat(points(training, "Size", "")).isLessThan(points(training, "Size", "100") - 8);
        assertThat(points(training, "Days", "999")).isGreaterThan(points(training, "Days", "59") + 8);
    }

    @Test
    void a_card_is_the_document_that_a_person_would_write() {
        Training training =
                TRAINER.named("leads", 3).train(leads(3000, -1.5, 1).end().history());
        Scorecard card = training.card();

        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
        assertThat(card.id()).isEqualTo("leads@3");
        assertThat(card.factors())
                .allSatisfy(factor -> assertThat(factor.bins()).hasSizeLessThanOrEqualTo(12));
        assertThat(card.factors())
                .flatExtracting(Factor::bins)
                .allSatisfy(bin -> assertThat(bin.points() * 10).isCloseTo(Math.rint(bin.points() * 10), within(1e-9)));
        assertThat(card.calibration()).isPresent();
        assertThat(card.bandsBy()).isPresent();
        assertThat(card.learned().orElseThrow()).contains("\"rows\":3000");
    }

    @Test
    void a_code_far_from_all_quantities_has_a_bin_of_its_own() {
        Training training = TRAINER.train(leads(3000, -1.5, 1).end().history());

        List<Bin> bins = factor(training, "Days").bins();

        assertThat(bins.get(bins.size() - 1))
                .isInstanceOfSatisfying(
                        Bin.Range.class, last -> assertThat(last.from()).isGreaterThanOrEqualTo(60));
    }

    @Test
    void values_never_seen_score_without_trouble() {
        Training training = TRAINER.train(leads(2000, -1.5, 1).end().history());
        RowScorer scorer = training.card().forColumns(leads(1, 0, 1).headers());

        double usual = scorer.score(List.of("4", "45", "mail", "100", "30", "0.1"))
                .probability()
                .orElseThrow();
        double strange = scorer.score(List.of("-7", "1e12", "carrier pigeon", "many", "", ""))
                .probability()
                .orElseThrow();

        assertThat(usual).isBetween(0.0, 1.0);
        assertThat(strange).isBetween(0.0, 1.0);
    }

    @Test
    void the_same_rows_give_the_same_card_in_any_thread() {
        History history = leads(500, -1, 5).end().history();
        String card = TRAINER.train(history).card().toJson();

        List<String> others = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> TRAINER.train(history).card().toJson()))
                .map(CompletableFuture::join)
                .toList();

        assertThat(others).containsOnly(card);
    }

    @Test
    void takes_pairs_of_columns_only_if_they_pay() {
        Made crossed = new Made(4000, -1, 3)
                .column("A", Made.uniform())
                .column("B", Made.uniform())
                .column("C", Made.uniform(), its -> Made.number(its))
                .together("A", "B", (a, b) -> Made.step(Made.number(a) > 0.5 != Made.number(b) > 0.5, 2))
                .end();

        Training training = TRAINER.train(crossed.history());
        Training plain = TRAINER.train(leads(3000, -1.5, 1).end().history());

        assertThat(training.card().factors())
                .filteredOn(factor -> factor.with() != null)
                .extracting(factor -> Set.of(factor.input(), factor.with()))
                .contains(Set.of("column.A", "column.B"));
        assertThat(training.report().crossValidated().auc()).isGreaterThan(0.7);
        assertThat(TRAINER.withPairs(0)
                        .train(crossed.history())
                        .report()
                        .crossValidated()
                        .auc())
                .isLessThan(0.62);
        assertThat(plain.card().factors())
                .allSatisfy(factor -> assertThat(factor.with()).isNull());
    }

    @Test
    void leaves_out_what_names_rows_and_what_says_nothing_and_tells_why() {
        Made made = leads(1000, -1, 4)
                .column("Number", (row, random) -> Integer.toString(50_000 + row))
                .column("Mail", (row, random) -> "visitor" + row + "@example.org")
                .column(
                        "Since",
                        (row, random) -> "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)))
                .column("Land", Made.oneOf("DE"))
                .column("Fax", Made.oneOf(""))
                .column("Word", (row, random) -> "w" + random.nextInt(2000))
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(leftOut(training, "Number").code()).isEqualTo("identifier");
        assertThat(leftOut(training, "Mail").code()).isEqualTo("identifier");
        assertThat(leftOut(training, "Since").code()).isEqualTo("date");
        assertThat(leftOut(training, "Land").code()).isEqualTo("constant");
        assertThat(leftOut(training, "Fax").code()).isEqualTo("empty");
        assertThat(leftOut(training, "Word").code()).isIn("identifier", "too-many-values");
        assertThat(training.card().inputs())
                .doesNotContain("column.Number", "column.Mail", "column.Since", "column.Land");
    }

    @Test
    void a_name_that_is_often_missing_counts_as_given_or_not() {
        Made made = new Made(1000, -1, 12)
                .column(
                        "Firm",
                        (row, random) -> random.nextBoolean() ? "firm number " + row : "",
                        its -> Made.step(!its.isEmpty(), 2))
                .column("Noise", Made.normal())
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(factor(training, "Firm").bins())
                .allMatch(bin -> bin instanceof Bin.Missing || bin instanceof Bin.Given);
        assertThat(training.report().crossValidated().auc()).isGreaterThan(0.65);
    }

    @Test
    void a_category_of_many_values_is_pooled_and_kept() {
        Made made = new Made(4000, -1, 6)
                .column(
                        "City",
                        (row, random) -> "city" + (int) (200 * random.nextDouble() * random.nextDouble()),
                        its -> Made.step(its.hashCode() % 3 == 0, 1.5))
                .column("Noise", Made.normal())
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(training.card().inputs()).contains("column.City");
        assertThat(training.report().crossValidated().auc()).isGreaterThan(0.6);
        assertThat(factor(training, "City").bins()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void leaves_out_columns_that_know_the_outcome_unless_told_to_keep_them() {
        Made made = leads(2000, -1, 7).end();
        made.column(
                        "Stage",
                        (row, random) -> made.won(row) ? "customer" : random.nextInt(50) == 0 ? "customer" : "open")
                .column(
                        "Contract",
                        (row, random) -> made.won(row) && random.nextInt(10) < 6 ? "C" + random.nextInt(3) : "")
                .column("Lost because", (row, random) -> made.won(row) || random.nextBoolean() ? "" : "price");

        Training training = TRAINER.train(made.history());
        Training kept = TRAINER.keeping(Set.of("column.Contract")).train(made.history());

        assertThat(leftOut(training, "Stage").code()).isEqualTo("tells-the-outcome");
        assertThat(leftOut(training, "Contract").code()).isEqualTo("filled-after-the-outcome");
        assertThat(leftOut(training, "Lost because").code()).isEqualTo("filled-after-the-outcome");
        assertThat(training.card().inputs()).contains("column.Visits");
        assertThat(kept.card().inputs()).contains("column.Contract");
        assertThat(kept.report().warnings()).anyMatch(warning -> warning.startsWith("Contract was kept as asked"));
    }

    @Test
    void keeps_a_strong_but_honest_column() {
        Made made = new Made(3000, -2, 8)
                .column(
                        "Basket",
                        (row, random) -> random.nextInt(10) < 7 ? "0" : "" + (1 + random.nextInt(200)),
                        its -> Made.step(!its.equals("0"), 3.5))
                .column("Demo", Made.oneOf("", "", "", "booked"), its -> Made.step(its.equals("booked"), 2.5))
                .column("Noise", Made.normal())
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(training.card().inputs()).contains("column.Basket", "column.Demo");
        assertThat(points(training, "Basket", "50")).isGreaterThan(points(training, "Basket", "0") + 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keeps_a_column_that_alone_is_very_strong_in_a_short_history(long seed) {
        Made made = new Made(300, 0, seed)
                .column("Attitude", Made.normal(), its -> 3.5 * Made.number(its))
                .column("Noise", Made.normal())
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(training.card().inputs()).contains("column.Attitude");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4.7, -4})
    void a_rare_outcome_gets_bands_by_rank_and_true_probabilities(double base) {
        Training training = TRAINER.train(leads(6000, base, 9).end().history());
        Made unseen = leads(6000, base, 10).end();

        Quality quality = onNewRows(training, unseen);

        assertThat(training.report().scale()).startsWith("by rank");
        assertThat(quality.logLoss()).isLessThan(quality.baseLogLoss());
        assertThat(quality.ece()).isLessThan(0.01);
        assertThat(quality.auc()).isGreaterThan(best(unseen).auc() - 0.06);
        double hot =
                Backtest.of(training.card(), unseen.history()).bands().get(0).share();
        assertThat(hot).isBetween(0.005, 0.15);
    }

    @Test
    void a_common_outcome_gets_bands_by_probability() {
        Training training = TRAINER.train(leads(4000, 0.3, 9).end().history());

        assertThat(training.report().scale()).startsWith("by probability");
        assertThat(TRAINER.withBands(Bands.BY_RANK)
                        .train(leads(4000, 0.3, 9).end().history())
                        .report()
                        .scale())
                .startsWith("by rank");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void three_hundred_rows_are_never_calibrated_worse_than_the_base_rate(long seed) {
        Training training = TRAINER.train(leads(300, -2, seed).end().history());

        Quality quality = onNewRows(training, leads(3000, -2, seed + 100).end());

        assertThat(quality.logLoss()).isLessThan(quality.baseLogLoss());
    }

    @Test
    void learns_nothing_where_rows_not_seen_do_no_better_than_the_base_rate() {
        int refused = 0;
        for (int seed = 1; seed <= 20; seed++) {
            History noise = new Made(200, seed % 3 - 1, seed)
                    .column("A", Made.normal())
                    .column("B", Made.oneOf("x", "y", "z"))
                    .column("C", Made.uniform())
                    .end()
                    .history();
            try {
                Quality unseen = TRAINER.train(noise).report().crossValidated();

                assertThat(unseen.logLoss()).isLessThan(unseen.baseLogLoss());
            } catch (InvalidInputException nothingFound) {
                assertThat(nothingFound).hasMessageContaining("a column that says something about the outcome");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void warns_of_what_may_be_chance() {
        Training sure = TRAINER.train(leads(4000, -1.5, 1).end().history());
        Training doubtful = TRAINER.train(new Made(200, 0, 3)
                .column("A", Made.normal(), its -> 0.2 * Made.number(its))
                .end()
                .history());

        assertThat(sure.report().warnings()).isEmpty();
        assertThat(doubtful.report().warnings()).anyMatch(warning -> warning.contains("may be chance"));
    }

    @Test
    void learns_from_what_a_lead_has_as_a_card_reads_it_and_leaves_the_rest_out() {
        Made made = new Made(600, -1, 5)
                .column(
                        "Zip",
                        (row, random) -> "" + (10_000 + 100 * random.nextInt(30)),
                        its -> Made.step(Made.number(its) > 12_000, 2))
                .column("Mail", Made.oneOf("true", "false"))
                .column("Any", Made.normal())
                .column("Long", Made.normal())
                .end();
        List<ClosedRow> rows = new ArrayList<>();
        made.history().forEach(rows::add);
        String endless = "column." + "h".repeat(3000);

        Training training =
                TRAINER.train(History.of(List.of("contact.location", "contact.email", "foo", endless), rows));

        assertThat(training.card().inputs()).containsExactly("contact.location");
        assertThat(training.report().leftOut())
                .extracting(LeftOut::input, LeftOut::code)
                .contains(
                        tuple("contact.email", "other-kind"),
                        tuple("foo", "unread-input"),
                        tuple(endless, "long-name"));
    }

    @Test
    void states_the_shares_that_its_bands_have() {
        Made made = new Made(2000, -3, 5)
                .column("Kind", Made.oneOf("a", "b"), its -> Made.step(its.equals("b"), 0.8))
                .end();

        Training training = TRAINER.withBands(Bands.BY_RANK).train(made.history());

        List<BandResult> bands = Backtest.of(training.card(), made.history()).bands();
        assertThat(((BandsBy.Rank) training.card().bandsBy().orElseThrow()).shares())
                .allSatisfy(share -> assertThat(share.share())
                        .isCloseTo(
                                bands.stream()
                                        .filter(band -> band.band().equals(share.band()))
                                        .findFirst()
                                        .orElseThrow()
                                        .share(),
                                within(0.0001)));
    }

    @Test
    void where_nothing_helps_the_probability_is_the_base_rate() {
        Made noise = new Made(1000, -1, 17)
                .column("A", Made.normal())
                .column("B", Made.oneOf("x", "y", "z"))
                .end();

        try {
            Training training = TRAINER.train(noise.history());
            Quality quality = onNewRows(
                    training,
                    new Made(3000, -1, 18)
                            .column("A", Made.normal())
                            .column("B", Made.oneOf("x", "y", "z"))
                            .end());
            assertThat(quality.logLoss()).isLessThan(quality.baseLogLoss() + 0.005);
        } catch (InvalidInputException nothingFound) {
            assertThat(nothingFound).hasMessageContaining("a column that says something about the outcome");
        }
    }

    @Test
    void says_how_much_is_missing_when_there_is_too_little() {
        assertThatThrownBy(() -> TRAINER.train(leads(30, -4, 1).end().history()))
                .isInstanceOfSatisfying(TooLittleHistoryException.class, tooLittle -> {
                    assertThat(tooLittle.rows()).isEqualTo(30);
                    assertThat(tooLittle.missingRows()).isEqualTo(20);
                    assertThat(tooLittle.missingPositives()).isEqualTo(10 - tooLittle.positives());
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void fifty_rows_with_ten_of_each_end_are_enough(int good) {
        List<ClosedRow> rows = IntStream.range(0, 50)
                .mapToObj(row -> new ClosedRow(
                        "r" + row, Row.of(List.of((row % 7 == 0) == (row < good) ? "no" : "yes")), row < good))
                .toList();

        assertThat(TRAINER.train(History.of(List.of("column.Visited"), rows))
                        .card()
                        .factors())
                .hasSize(1);
    }

    @Test
    void the_report_judges_the_card_as_a_backtest_on_the_same_rows_does() {
        Made made = new Made(300, -0.5, 3)
                .column("Source", Made.oneOf("ads", "fair", "mail"), its -> Made.step(its.equals("fair"), 2))
                .column("Size", Made.oneOf("", "big"), its -> Made.step(its.isEmpty(), 1))
                .end();
        Training training = TRAINER.train(made.history());

        assertThat(training.report().inSample().auc())
                .isCloseTo(onNewRows(training, made).auc(), within(1e-9));
        assertThat(training.report().inSample().logLoss())
                .isCloseTo(onNewRows(training, made).logLoss(), within(1e-9));
        assertThat(training.card().learned().orElseThrow())
                .contains("\"auc\":"
                        + Math.rint(1e6 * training.report().crossValidated().auc()) / 1e6);
    }

    @Test
    void refuses_a_history_of_one_end() {
        assertThatThrownBy(() -> TRAINER.train(leads(100, -50, 1).end().history()))
                .isInstanceOf(TooLittleHistoryException.class)
                .hasMessageContaining("all of them ended alike: 10 more with a good end are missing");
    }

    @Test
    void refuses_names_that_are_not_there() {
        assertThatThrownBy(() -> TRAINER.ignoring(Set.of("column.Colour"))
                        .train(leads(100, 0, 1).end().history()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("column.Colour");
    }

    @Test
    void ignored_columns_are_not_read() {
        Training training = TRAINER.ignoring(Set.of("column.Visits"))
                .train(leads(1500, -1, 1).end().history());

        assertThat(training.card().inputs()).doesNotContain("column.Visits");
        assertThat(leftOut(training, "Visits").code()).isEqualTo("ignored");
    }

    @Test
    void learns_from_a_sample_of_too_many_rows_and_says_so() {
        Training training = TRAINER.withRows(800).train(leads(3000, -1, 1).end().history());

        assertThat(training.report().rows()).isEqualTo(3000);
        assertThat(training.report().usedRows()).isEqualTo(800);
    }

    @Test
    @Tag("reliability")
    void five_hundred_columns_are_learned_from_in_time() {
        Made made = leads(600, -1, 20);
        for (int column = 0; column < 494; column++) {
            made.column("N" + column, Made.normal());
        }

        Training training = TRAINER.train(made.end().history());

        assertThat(training.card().inputs()).contains("column.Visits", "column.Source");
        assertThat(training.report().leftOut()).anyMatch(out -> out.code().equals("not-among-the-strongest"));
        assertThat(training.report().crossValidated().logLoss())
                .isLessThanOrEqualTo(training.report().crossValidated().baseLogLoss() + 1e-3);
    }

    @Test
    void numbers_that_are_none_count_as_missing_and_are_told() {
        Made made = leads(1000, -1, 21)
                .column("Load", (row, random) -> switch (random.nextInt(20)) {
                    case 0 -> "NaN";
                    case 1 -> "1e400";
                    default -> "" + random.nextInt(100);
                })
                .end();

        Training training = TRAINER.train(made.history());

        assertThat(training.report().warnings()).anyMatch(warning -> warning.startsWith("Load holds "));
    }

    @Test
    void the_report_counts_every_row_in_the_bins_of_a_factor() {
        Training training = TRAINER.train(leads(1500, -1, 1).end().history());

        assertThat(training.report().factors())
                .filteredOn(curve -> curve.inputs().size() == 1)
                .isNotEmpty()
                .allSatisfy(curve -> assertThat(curve.bins().stream()
                                .mapToInt(FactorCurve.Bin::rows)
                                .sum())
                        .isEqualTo(1500));
        assertThat(training.report().toJson()).startsWith("{\"card\":\"learned@1\",\"rows\":1500,");
        assertThat(training.report().toText()).startsWith("learned@1 from 1,500 rows");
    }
}
