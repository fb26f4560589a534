package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phrases add up to, negated or not. */
class IntentTallyTest {
    @Test
    void a_negation_turns_half_of_what_speaks_for_and_leaves_what_speaks_against() {
        var tally = new IntentTally(0.25, -0.25);
        Words words = Words.of("never want refund");

        tally.add(new PhraseTree.Match(new Term("want", 2, -1), 1), true, words, 1);

        IntentReading reading = tally.reading();
        assertThat(reading.purchase()).isCloseTo(IntentTally.probability(0.25 - 1), within(1e-12));
        assertThat(reading.qualified()).isCloseTo(IntentTally.probability(-0.25 - 1), within(1e-12));
        assertThat(reading.evidence()).extracting(IntentEvidence::term).containsExactly("not … want");
    }

    @Test
    void what_only_speaks_against_is_not_negated() {
        var tally = new IntentTally(0, 0);
        Words words = Words.of("never refund nothing");
        tally.add(new PhraseTree.Match(new Term("refund", -1, -2), 1), true, words, 1);
        tally.add(new PhraseTree.Match(new Term("nothing", 0, 0), 1), true, words, 2);

        IntentReading reading = tally.reading();

        assertThat(reading.purchase()).isCloseTo(IntentTally.probability(-1), within(1e-12));
        assertThat(reading.qualified()).isCloseTo(IntentTally.probability(-2), within(1e-12));
        assertThat(reading.evidence()).extracting(IntentEvidence::term).containsExactly("refund", "nothing");
        assertThat(reading.evidence().get(0).weight()).isEqualTo(-2);
    }

    @Test
    void what_speaks_for_either_kind_alone_is_negated_too() {
        Words words = Words.of("never buy ask");
        var tally = new IntentTally(0, 0);
        tally.add(new PhraseTree.Match(new Term("buy", 2, 0), 1), true, words, 1);
        tally.add(new PhraseTree.Match(new Term("ask", 0, 1), 1), true, words, 2);

        IntentReading reading = tally.reading();

        assertThat(reading.evidence()).extracting(IntentEvidence::term).containsExactly("not … buy", "not … ask");
        assertThat(reading.evidence()).extracting(IntentEvidence::weight).containsExactly(-1.0, -0.5);
    }

    @Test
    void a_phrase_counts_once_and_its_evidence_spans_it() {
        Words words = Words.of("buy now, buy now");
        var tally = new IntentTally(0, 0);
        Term term = new Term("buy now", 1, 1);
        tally.add(new PhraseTree.Match(term, 2), false, words, 0);
        tally.add(new PhraseTree.Match(term, 2), false, words, 2);

        IntentReading reading = tally.reading();

        assertThat(reading.purchase()).isCloseTo(IntentTally.probability(1), within(1e-12));
        assertThat(reading.evidence()).hasSize(1);
        assertThat(reading.evidence().get(0).span().of("buy now, buy now")).isEqualTo("buy now");
    }

    @Test
    void a_phrase_that_comes_without_a_negation_counts_so_in_either_order() {
        Words words = Words.of("not buy but buy");
        var match = new PhraseTree.Match(new Term("buy", 2, 1), 1);
        var deniedFirst = new IntentTally(0, 0);
        deniedFirst.add(match, true, words, 1);
        deniedFirst.add(match, false, words, 3);
        var deniedLast = new IntentTally(0, 0);
        deniedLast.add(match, false, words, 3);
        deniedLast.add(match, true, words, 1);

        assertThat(deniedFirst.reading()).isEqualTo(deniedLast.reading());
        assertThat(deniedLast.reading().evidence()).containsExactly(new IntentEvidence("buy", new Span(12, 15), 2, 1));
    }

    @Test
    void weights_and_probabilities_have_bounds_that_they_may_reach() {
        assertThat(new Term("x", 10, -10).purchase()).isEqualTo(10);
        assertThat(new IntentReading(0, 1, List.of()).strongest()).isEqualTo(1);
        assertThat(new IntentReading(1, 0, List.of()).strongest()).isEqualTo(1);
        assertThatThrownBy(() -> new Term("x", 10.01, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term("x", 0, -10.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntentReading(-0.01, 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntentReading(0, 1.01, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(CueLearner.bounded(12)).isEqualTo(10);
        assertThat(CueLearner.bounded(-12)).isEqualTo(-10);
        assertThat(CueLearner.bounded(0.12345)).isEqualTo(0.123);
    }
}
