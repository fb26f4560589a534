package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTest {
    private static final Span SPAN = new Span(2, 5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void is_as_sure_as_it_says(double confidence) {
        assertThat(new Candidate<>("x", SPAN, confidence, "because").confidence())
                .isEqualTo(confidence);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void is_neither_less_nor_more_than_sure(double confidence) {
        assertThatThrownBy(() -> new Candidate<>("x", SPAN, confidence, "because"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1");
    }

    @Test
    void a_span_is_a_piece_of_its_text() {
        assertThat(SPAN.of("abcdefg")).isEqualTo("cde");
        assertThat(SPAN.length()).isEqualTo(3);
        assertThat(new Span(0, 0).length()).isZero();
        assertThatThrownBy(() -> new Span(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, false", "0, 3, true", "4, 9, true", "5, 9, false", "3, 4, true", "0, 9, true"})
    void two_spans_overlap_where_they_share_a_character(int start, int end, boolean overlap) {
        assertThat(SPAN.overlaps(new Span(start, end))).isEqualTo(overlap);
        assertThat(new Span(start, end).overlaps(SPAN)).isEqualTo(overlap);
    }
}
