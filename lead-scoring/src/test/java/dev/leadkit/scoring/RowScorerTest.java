package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.NOW;
import static dev.leadkit.scoring.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.LeadKit;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowScorerTest {

    /** What a learned card looks like: decimals, every value of a column somewhere, a pair of columns. */
    private static final Scorecard LEARNED = Scorecard.parse("""
        {"kind": "scorecard", "format": 1, "name": "learned", "version": 4, "base": 40.25,
         "factors": [
           {"id": "visits", "label": "Visits", "dimension": "engagement", "input": "column.Visits, total",
            "bins": [{"below": 2, "points": -7.125}, {"from": 2, "below": 10, "points": 3.5},
              {"from": 10, "points": 12.75}, {"missing": true, "points": -1.5}]},
           {"id": "job", "label": "Job", "dimension": "fit", "input": "column.job",
            "bins": [{"anyOf": ["clerk", "nurse"], "points": 4.4}, {"equals": "pilot", "points": 9.009},
              {"missing": true, "points": -2.2}]},
           {"id": "both", "label": "Visits by job", "dimension": "fit", "input": "column.Visits, total", "with": "column.job",
            "cells": [{"bin": {"from": 10}, "with": {"equals": "pilot"}, "points": -5.25},
              {"bin": {"missing": true}, "with": {"missing": false}, "points": 1.001}]},
           {"id": "calls", "label": "Calls", "dimension": "engagement", "input": "column.calls", "each": 0.125}],
         "bands": [{"key": "hot", "from": 60}, {"key": "cold", "from": 0}],
         "calibration": {"kind": "logistic", "intercept": -4.5, "slope": 0.08},
         "bandsBy": {"rule": "rank", "shares": [{"band": "hot", "share": 0.1}]},
         "learned": {"rows": 12000, "positives": 610, "auc": 0.8125, "note": "by hand, for a test"}}
        """);

    private static final List<String> HEADERS = List.of("id", "job", "calls", "Visits, total");

    private static RowScore score(@Nullable String job, @Nullable String calls, @Nullable String visits) {
        return LEARNED.forColumns(HEADERS).score(new Texts("1", job, calls, visits));
    }

    /** A row as a reader of one's own has it. */
    private record Texts(@Nullable String... cells) implements Row {
        @Override
        public double number(int column) {
            String text = cells[column];
            return text == null ? Double.NaN : Row.number(text);
        }

        @Override
        public @Nullable String text(int column) {
            return cells[column];
        }
    }

    @Test
    void adds_up_unrounded_and_shows_what_the_roundings_leave() {
        RowScore score = score("pilot", "30", "12");

        assertThat(score.sum()).isEqualTo(40.25 + 12.75 + 9.009 - 5.25 + 3.75);
        assertThat(score.value()).isEqualTo(61);
        assertThat(score.band()).isEqualTo("hot");
        assertThat(score.contributions())
                .containsExactly(
                        new Contribution("visits", "Visits", 13, "Visits, total is 12"),
                        new Contribution("job", "Job", 9, "job is pilot"),
                        new Contribution("both", "Visits by job", -5, "Visits, total is 12, job is pilot"),
                        new Contribution("calls", "Calls", 4, "calls is 30"),
                        new Contribution("base", "Base", 40, "what every score begins with"));
    }

    @Test
    void a_difference_of_roundings_is_a_contribution_of_its_own() {
        RowScore score = score("nurse", "2", "3");

        // 40.25 + 3.5 + 4.4 + 0.25 are 48.4; rounded one by one they are 48 + 0.
        assertThat(score.sum()).isEqualTo(48.4);
        assertThat(score.value()).isEqualTo(48);
        assertThat(score("nurse", "5", "3").contributions())
                .extracting(part -> part.factor() + " " + part.points())
                .containsExactly("visits 4", "job 4", "both 0", "calls 1", "base 40");
        assertThat(score("clerk", "12", "3").contributions())
                .extracting(part -> part.factor() + " " + part.points())
                .containsExactly("visits 4", "job 4", "both 0", "calls 2", "base 40");
        assertThat(score("clerk", "0", "0").contributions())
                .last()
                .isEqualTo(new Contribution("rounding", "Rounding", 1, "the sum is 37.525"));
    }

    @Test
    void a_missing_value_an_unknown_text_and_no_number_have_an_answer_each() {
        assertThat(score(null, null, null).contributions())
                .startsWith(
                        new Contribution("visits", "Visits", -1, "Visits, total is missing"),
                        new Contribution("job", "Job", -2, "job is missing"),
                        new Contribution("both", "Visits by job", 0, "Visits, total is missing, job is missing"),
                        new Contribution("calls", "Calls", 0, "calls is missing"));
        assertThat(score("jane@example.com", "many", "n/a").contributions())
                .startsWith(
                        new Contribution("visits", "Visits", -1, "Visits, total is no number"),
                        new Contribution("job", "Job", 0, "job is another text"),
                        new Contribution("both", "Visits by job", 1, "Visits, total is no number, job is another text"),
                        new Contribution("calls", "Calls", 0, "calls is no number"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        12,       12
        ' -3.5 ', -3.5
        +1e3,     1000
        .5,       0.5
        NaN,      -
        Infinity, -
        1e999,    -
        0x10,     -
        1d,       -
        '1,5',    -
        1 000,    -
        --1,      -
        e5,       -
        '',       -
        """)
    void a_text_is_a_number_or_it_is_not(String text, @Nullable Double number) {
        assertThat((Double) Row.number(text)).isEqualTo(number == null ? (Double) Double.NaN : number);
    }

    @Test
    void a_short_row_and_a_blank_cell_are_missing_values() {
        RowScorer scorer = LEARNED.forColumns(HEADERS);

        assertThat(scorer.score(List.of("1"))).isEqualTo(score(null, null, null));
        assertThat(scorer.score(List.of("1", " ", "", "  "))).isEqualTo(score(null, null, null));
    }

    @Test
    void numbers_need_not_be_texts() {
        Row row = new Row() {
            @Override
            public double number(int column) {
                return column == 3 ? Double.POSITIVE_INFINITY : 8;
            }

            @Override
            public @Nullable String text(int column) {
                return null;
            }
        };

        assertThat(LEARNED.forColumns(HEADERS).score(row).contributions())
                .extracting(Contribution::because)
                .contains("Visits, total is missing", "calls is 8");
    }

    @Test
    void probability_is_the_calibration_of_the_unrounded_sum() {
        RowScore score = score("pilot", "30", "12");

        assertThat(score.probability().orElseThrow()).isCloseTo(1 / (1 + Math.exp(4.5 - 0.08 * 60.509)), within(1e-12));
        assertThat(LEARNED.probability(score.sum())).isEqualTo(score.probability());
        assertThat(LEARNED.forColumns(HEADERS).sum(Row.of(List.of("1", "pilot", "30", "12"))))
                .isEqualTo(score.sum());
        assertThat(Scorecard.standard().probability(50)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void a_curve_is_straight_between_its_points_and_level_beyond() {
        Calibration curve = Calibration.points(
                List.of(new Calibration.Point(0, 0.1), new Calibration.Point(10, 0.3), new Calibration.Point(30, 0.3)));

        assertThat(curve.probability(-1e9)).isEqualTo(0.1);
        assertThat(curve.probability(0)).isEqualTo(0.1);
        assertThat(curve.probability(5)).isCloseTo(0.2, within(1e-12));
        assertThat(curve.probability(20)).isEqualTo(0.3);
        assertThat(curve.probability(1e9)).isEqualTo(0.3);
        Calibration later = Calibration.points(List.of(
                new Calibration.Point(10, 0.2), new Calibration.Point(30, 0.6), new Calibration.Point(40, 0.9)));
        assertThat(later.probability(15)).isCloseTo(0.3, within(1e-12));
        assertThat(later.probability(38)).isCloseTo(0.84, within(1e-12));
    }

    @Test
    void a_card_of_columns_scores_no_lead_and_says_so_beforehand() {
        assertThat(LEARNED.inputsBeyondLeads()).containsExactly("column.Visits, total", "column.job", "column.calls");
        assertThat(Scorecard.standard().inputsBeyondLeads()).isEmpty();
        var refused = catchThrowableOfType(UnsuppliedInputsException.class, () -> LEARNED.score(aLead().build(), NOW));

        assertThat(refused.inputs()).isEqualTo(LEARNED.inputsBeyondLeads());
        assertThat(refused).hasMessageContaining("learned@4 reads column.Visits, total");
    }

    @Test
    void a_kit_is_not_built_with_a_card_of_columns() {
        LeadKit.Builder builder =
                LeadKit.builder().store(new InMemoryLeadStore()).scorer(LEARNED);

        assertThatThrownBy(builder::build)
                .isInstanceOf(UnsuppliedInputsException.class)
                .hasMessageContaining("learned@4 reads column.Visits, total");
    }

    @Test
    void a_kit_is_not_built_with_a_card_of_a_field_that_it_does_not_define() {
        Scorecard card = Scorecard.named("ours")
                .factor(Factor.fit("seats", "Seats", "field.seats").withBins(Bin.from(1, 5)))
                .build();
        LeadKit.Builder builder =
                LeadKit.builder().store(new InMemoryLeadStore()).scorer(card);

        assertThatThrownBy(builder::build)
                .hasMessage(
                        "fields: expected a definition of each field that the scorer asks for, found none of field:seats");
        assertThat(builder.fields(LeadFields.named("ours")
                                .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 500)))
                                .build())
                        .build()
                        .wiring()
                        .fields()
                        .find("seats"))
                .isPresent();
    }

    @Test
    void a_column_that_is_not_there_is_named() {
        var refused = catchThrowableOfType(
                UnsuppliedInputsException.class, () -> LEARNED.forColumns(List.of("calls", "Job")));

        assertThat(refused.inputs()).containsExactly("column.Visits, total", "column.job");
    }

    @Test
    void a_column_that_is_there_twice_is_refused_only_if_it_is_read() {
        assertThatThrownBy(() -> LEARNED.forColumns(List.of("job", "calls", "Visits, total", "job")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[job]");
        assertThat(LEARNED.forColumns(List.of("id", "job", "calls", "Visits, total", "id"))
                        .score(List.of("1", "pilot", "30", "12"))
                        .value())
                .isEqualTo(61);
    }

    @Test
    void a_lead_input_is_read_from_the_column_of_its_name() {
        Scorecard card = Scorecard.named("own")
                .factor(Factor.fit("amount", "Amount", "amount").withBins(Bin.from(1000, 30)))
                .factor(Factor.fit("source", "Source", "source").withBins(Bin.equalTo("api", 5)))
                .build();

        RowScore score = card.forColumns(List.of("source", "amount")).score(List.of("api", "2500"));

        assertThat(score.value()).isEqualTo(35);
        assertThat(score.contributions())
                .extracting(Contribution::because)
                .containsExactly("amount is 2500", "source is api");
    }

    @Test
    void a_learned_card_survives_its_own_json() {
        assertThat(Scorecard.parse(LEARNED.toJson())).isEqualTo(LEARNED).hasSameHashCodeAs(LEARNED);
        assertThat(LEARNED.learned().orElseThrow())
                .isEqualTo("{\"rows\":12000,\"positives\":610,\"auc\":0.8125,\"note\":\"by hand, for a test\"}");
    }

    @Test
    void the_builder_makes_the_card_that_the_document_does() {
        Scorecard built = Scorecard.named("learned")
                .version(4)
                .base(40.25)
                .factor(Factor.engagement("visits", "Visits", "column.Visits, total")
                        .withBins(
                                Bin.below(2, -7.125), Bin.between(2, 10, 3.5), Bin.from(10, 12.75), Bin.missing(-1.5)))
                .factor(Factor.fit("job", "Job", "column.job")
                        .withBins(
                                Bin.anyOf(List.of("clerk", "nurse"), 4.4),
                                Bin.equalTo("pilot", 9.009),
                                Bin.missing(-2.2)))
                .factor(Factor.fit("both", "Visits by job", "column.Visits, total")
                        .crossedWith(
                                "column.job",
                                List.of(
                                        new Cell(Bin.from(10, 0), Bin.equalTo("pilot", 1), -5.25),
                                        new Cell(Bin.missing(0), Bin.given(0), 1.001))))
                .factor(Factor.engagement("calls", "Calls", "column.calls").withEach(0.125))
                .band("hot", 60)
                .band("cold", 0)
                .calibration(Calibration.logistic(-4.5, 0.08))
                .bandsBy(BandsBy.rank(List.of(new BandsBy.Share("hot", 0.1))))
                .learned("{\"rows\":12000,\"positives\":610,\"auc\":0.8125,\"note\":\"by hand, for a test\"}")
                .build();

        assertThat(built).isEqualTo(LEARNED);
        assertThat(built.toJson()).isEqualTo(LEARNED.toJson());
    }

    @Test
    void many_texts_and_many_ranges_are_told_apart() {
        Bin[] texts = new Bin[500];
        Bin[] ranges = new Bin[500];
        for (int i = 0; i < 500; i++) {
            texts[i] = Bin.equalTo("t" + i, i % 100);
            ranges[i] = Bin.between(i, i + 1, i % 90);
        }
        RowScorer scorer = Scorecard.named("many")
                .factor(Factor.fit("t", "T", "column.t").withBins(texts))
                .factor(Factor.fit("r", "R", "column.r").withBins(ranges))
                .build()
                .forColumns(List.of("t", "r"));

        for (int i = 0; i < 500; i++) {
            assertThat(scorer.sum(Row.of(Arrays.asList("t" + i, i + ".25")))).isEqualTo(i % 100 + i % 90);
        }
        assertThat(scorer.sum(Row.of(Arrays.asList("t500", "500")))).isZero();
        assertThat(scorer.sum(Row.of(Arrays.asList("", "-1")))).isZero();
    }

    @Test
    void many_factors_of_one_input_give_what_each_would_alone() {
        List<Factor> factors = new ArrayList<>();
        for (int f = 0; f < 300; f++) {
            Bin[] bins = new Bin[40];
            for (int b = 0; b < bins.length; b++) {
                double from = f + b * 7.5;
                bins[b] = Bin.between(from, from + 7.5, ((f * 31 + b * 17) % 200 - 100) / 8.0);
            }
            factors.add(Factor.fit("f" + f, "F", "column.x").withBins(bins).withCap(9));
        }
        ScorecardBuilder all = Scorecard.named("all");
        factors.forEach(all::factor);
        RowScorer together = all.build().forColumns(List.of("x"));

        for (String x : List.of("-1", "0", "7.5", "150.25", "420", "1000", "", "n/a")) {
            RowScore score = together.score(List.of(x));
            double sum = 0;
            for (int f = 0; f < factors.size(); f += 1) {
                RowScore alone = Scorecard.named("one")
                        .factor(factors.get(f))
                        .build()
                        .forColumns(List.of("x"))
                        .score(List.of(x));
                sum += alone.sum();
                assertThat(score.contributions().get(f))
                        .isEqualTo(alone.contributions().get(0));
            }
            assertThat(score.sum()).isEqualTo(sum);
        }
    }
}
