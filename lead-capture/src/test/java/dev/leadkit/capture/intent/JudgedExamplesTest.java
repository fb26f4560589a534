package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.intent.IntentTraining.Figures;
import dev.leadkit.capture.intent.IntentTraining.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand from a detector that reads the two probabilities as they are written. */
class JudgedExamplesTest {
    private final JudgedExamples judged = new JudgedExamples();

    private static IntentReading read(String text) {
        String[] parts = text.split(" ");
        return new IntentReading(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), List.of());
    }

    private void add(String source, IntentLabel label, String... messages) {
        judged.add(new IntentExample(List.of(messages), label, source), JudgedExamplesTest::read);
    }

    @Test
    void counts_what_was_found_its_kind_and_what_was_taken_for_it() {
        add("a", IntentLabel.PURCHASE, "0.9 0.2");
        add("a", IntentLabel.PURCHASE, "0.6 0.7");
        add("a", IntentLabel.PURCHASE, "0.2 0.1");
        add("a", IntentLabel.QUALIFIED, "0.1 0.8");
        add("a", IntentLabel.NONE, "0.7 0.1");
        add("a", IntentLabel.NONE, "0.1 0.3");

        Figures all = judged.judgement(0, null).all();

        assertThat(all.examples()).isEqualTo(6);
        assertThat(all.intents()).isEqualTo(4);
        assertThat(all.found()).isEqualTo(3);
        assertThat(all.purchaseFound()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(all.qualifiedFound()).isEqualTo(1.0);
        assertThat(all.kindRight()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(all.falseAlarms()).isEqualTo(1);
        assertThat(all.f1()).isCloseTo(2.0 * 3 / (3 + 1 + 4), within(1e-12));
        assertThat(judged.falseAlarms(0)).isEqualTo(0.5);
    }

    @Test
    void half_is_an_intent_and_of_equals_it_is_a_purchase() {
        add("a", IntentLabel.PURCHASE, "0.5 0.5");

        Figures all = judged.judgement(0, null).all();

        assertThat(all.found()).isEqualTo(1);
        assertThat(all.kindRight()).isEqualTo(1.0);
    }

    @Test
    void a_shift_moves_what_is_taken_for_an_intent() {
        add("a", IntentLabel.PURCHASE, "0.4 0.1");
        add("a", IntentLabel.NONE, "0.3 0.1");
        double between = JudgedExamples.logOdds(0.65);

        assertThat(judged.macroF1(0)).isZero();
        assertThat(judged.macroF1(between)).isEqualTo(1.0);
        assertThat(judged.falseAlarms(between)).isZero();
        assertThat(judged.falseAlarms(2)).isEqualTo(1.0);
        assertThat(judged.macroF1(-between)).isZero();
    }

    @Test
    void the_message_that_shows_most_of_each_kind_stands_for_its_conversation() {
        add("a", IntentLabel.QUALIFIED, "0.1 0.1", "0.6 0.2", "0.3 0.9");

        Figures all = judged.judgement(0, null).all();

        assertThat(all.found()).isEqualTo(1);
        assertThat(all.kindRight()).isEqualTo(1.0);
        assertThat(judged.judgement(0, null).brier()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void the_brier_score_is_the_mean_squared_distance_from_the_truth() {
        add("a", IntentLabel.PURCHASE, "0.9 0.1");
        add("a", IntentLabel.PURCHASE, "0.4 0.1");
        add("a", IntentLabel.NONE, "0.3 0.2");

        assertThat(judged.judgement(0, null).brier()).isCloseTo((0.01 + 0.36 + 0.09) / 3, within(1e-9));
        // At log-odds moved by those of 0.9, a half is 0.9.
        JudgedExamples half = new JudgedExamples();
        half.add(new IntentExample(List.of("0.5 0.5"), IntentLabel.NONE, ""), JudgedExamplesTest::read);
        assertThat(half.judgement(JudgedExamples.logOdds(0.9), null).brier()).isCloseTo(0.81, within(1e-9));
    }

    @Test
    void the_calibration_error_sums_over_bins_how_far_probability_is_from_truth() {
        add("a", IntentLabel.PURCHASE, "0.82 0.1");
        add("a", IntentLabel.NONE, "0.86 0.1");
        add("a", IntentLabel.NONE, "0.24 0.1");
        add("a", IntentLabel.PURCHASE, "1.0 0.1");

        // Bin of 0.8: 0.82 + 0.86 - 1 = 0.68; of 0.2: 0.24; of 0.9 to 1.0: nothing.
        assertThat(judged.judgement(0, null).calibrationError()).isCloseTo((0.68 + 0.24) / 4, within(1e-9));
    }

    @Test
    void sources_are_weighed_alike_and_those_without_an_intent_left_out() {
        add("many", IntentLabel.PURCHASE, "0.9 0.1");
        add("many", IntentLabel.PURCHASE, "0.9 0.1");
        add("many", IntentLabel.PURCHASE, "0.9 0.1");
        add("few", IntentLabel.PURCHASE, "0.1 0.1");
        add("none", IntentLabel.NONE, "0.1 0.1");

        Judgement judgement = judged.judgement(0, null);

        assertThat(judgement.macroF1()).isEqualTo(0.5);
        assertThat(judgement.sources().keySet()).containsExactly("few", "many", "none");
        assertThat(judgement.sources().get("none").f1()).isNull();
        assertThat(judgement.sources().get("none").purchaseFound()).isNull();
        assertThat(judgement.sources().get("few").kindRight()).isNull();
    }

    @Test
    void without_an_intent_there_is_no_mean_and_without_any_other_no_false_alarm() {
        add("a", IntentLabel.NONE, "0.1 0.1");
        assertThat(judged.judgement(0, null).macroF1()).isNull();

        JudgedExamples intents = new JudgedExamples();
        intents.add(new IntentExample(List.of("0.9 0.1"), IntentLabel.PURCHASE, ""), JudgedExamplesTest::read);
        assertThat(intents.falseAlarms(0)).isZero();
    }

    @Test
    void log_odds_of_certainty_are_finite_and_those_of_a_half_nothing() {
        assertThat(JudgedExamples.logOdds(0.5)).isZero();
        assertThat(JudgedExamples.logOdds(0.9)).isCloseTo(Math.log(9), within(1e-12));
        assertThat(JudgedExamples.logOdds(1)).isBetween(20.0, 40.0);
        assertThat(JudgedExamples.logOdds(0)).isBetween(-40.0, -20.0);
    }
}
