package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last value that is taken, and the first that is not. */
class ValueBoundsTest {
    private static final BigDecimal TEN_TO_15 = BigDecimal.TEN.pow(15);
    private static final BigDecimal TEN_TO_30 = BigDecimal.TEN.pow(30);

    static Stream<Arguments> taken() {
        return Stream.of(
                bound("the lowest band", () -> new Band("cold", 0)),
                bound("the highest band", () -> new Band("hot", 100)),
                bound("no money", () -> new Money(BigDecimal.ZERO, "EUR")),
                bound("four decimals", () -> new Money(new BigDecimal("0.0001"), "EUR")),
                bound("the largest sum", () -> new Money(TEN_TO_30.subtract(BigDecimal.ONE), "EUR")),
                bound("64 digits", () -> Money.of("0".repeat(63) + "7", "EUR")),
                bound("the longest summary", () -> new NeedSummary("x".repeat(160), "extractive", List.of())),
                bound("the longest text", () -> FieldValue.of("x".repeat(FieldValue.Text.MAX_LENGTH))),
                bound("the largest number", () -> FieldValue.of(TEN_TO_15.subtract(BigDecimal.ONE))),
                bound("the lowest number", () -> FieldValue.of(BigDecimal.ONE.subtract(TEN_TO_15))),
                bound("six decimals", () -> FieldValue.of(new BigDecimal("0.000001"))),
                bound("the first day", () -> FieldValue.of(LocalDate.of(1, 1, 1))),
                bound("the last day", () -> FieldValue.of(LocalDate.of(9999, 12, 31))),
                bound("text of two bytes a character", () -> Input.text("text", "\u0080".repeat(512 * 1024))),
                bound("text of three bytes a character", () -> Input.text("text", "\u0800".repeat(349_525))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bound("a band below", () -> new Band("cold", -1)),
                bound("a band above", () -> new Band("hot", 101)),
                bound("a debt", () -> new Money(new BigDecimal("-0.0001"), "EUR")),
                bound("five decimals", () -> new Money(new BigDecimal("0.00001"), "EUR")),
                bound("too large a sum", () -> new Money(TEN_TO_30, "EUR")),
                bound("65 digits", () -> Money.of("0".repeat(64) + "7", "EUR")),
                bound("too long a summary", () -> new NeedSummary("x".repeat(161), "extractive", List.of())),
                bound("too long a text", () -> FieldValue.of("x".repeat(FieldValue.Text.MAX_LENGTH + 1))),
                bound("too large a number", () -> FieldValue.of(TEN_TO_15)),
                bound("too low a number", () -> FieldValue.of(TEN_TO_15.negate())),
                bound("seven decimals", () -> FieldValue.of(new BigDecimal("0.0000001"))),
                bound("a day before Christ", () -> FieldValue.of(LocalDate.of(0, 12, 31))),
                bound("a day too late", () -> FieldValue.of(LocalDate.of(10_000, 1, 1))),
                bound("text of two bytes a character", () -> Input.text("text", "\u0080".repeat(512 * 1024 + 1))),
                bound("text of three bytes a character", () -> Input.text("text", "\u0800".repeat(349_526))));
    }

    private static Arguments bound(String what, Runnable made) {
        return Arguments.of(what, made);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void taken(String what, Runnable made) {
        assertThatCode(made::run).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_purpose_is_of_letters_digits_and_two_signs() {
        assertThat(Consent.to("azAZ09-_").purpose()).isEqualTo("azAZ09-_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "{", "@", "[", "/", ":", ".", "^", "é"})
    void a_purpose_has_no_other_character(String character) {
        assertThatThrownBy(() -> Consent.to("a" + character)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_next_rank_is_as_long_unless_there_is_none() {
        assertThat(Rank.next("09")).isEqualTo("0a");
        assertThat(Rank.next("0z")).isEqualTo("10");
        assertThat(Rank.next("zz")).isEqualTo("zz1");
    }

    @Test
    void a_rank_between_two_is_found_where_there_is_just_one() {
        assertThat(Rank.between("0", "2")).contains("1");
        assertThat(Rank.between("0", "1")).contains("0i");
        assertThat(Rank.between("0".repeat(64), "0".repeat(63) + "1")).isEmpty();
        assertThat(Rank.between("0".repeat(64), "0".repeat(63) + "2")).contains("0".repeat(63) + "1");
        assertThatThrownBy(() -> Rank.between("A", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranks_by_time_sort_both_ways() {
        Instant early = Instant.parse("2026-03-02T09:00:00Z");
        Instant late = early.plusSeconds(1);

        assertThat(List.of(
                        Rank.newestFirst(late), Rank.newestFirst(early), Rank.oldestLast(early), Rank.oldestLast(late)))
                .isSorted();
    }

    /** Two contributions that are made when they are read. */
    private static final class Lazy extends Breakdown {
        @Override
        public int points(int index) {
            return index == 0 ? 30 : 12;
        }

        @Override
        public Contribution get(int index) {
            return new Contribution("factor-" + index, "Factor", points(index), "because");
        }

        @Override
        public int size() {
            return 2;
        }
    }

    @Test
    void a_score_keeps_a_breakdown_as_it_is_and_believes_its_sum() {
        var lazy = new Lazy();

        assertThat(new Score(42, "warm", lazy, "card@1", Instant.EPOCH, null).contributions())
                .isSameAs(lazy);
        assertThatThrownBy(() -> new Score(43, "warm", lazy, "card@1", Instant.EPOCH, null))
                .isInstanceOf(IllegalArgumentException.class);
        var plain = new ArrayList<>(List.of(lazy.get(0)));
        Score copied = new Score(30, "warm", plain, "card@1", Instant.EPOCH, null);
        plain.clear();
        assertThat(copied.contributions()).hasSize(1);
    }
}
