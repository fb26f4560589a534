package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class TrainerProperties {
    private static final List<Made.Cell> STRANGE = List.of(
            Made.normal(),
            Made.oneOf("0", "1"),
            Made.oneOf("", "x"),
            Made.oneOf("1e300", "-1e300", "0", "1e-300"),
            Made.oneOf("999999999999999999", "3", "4"),
            Made.oneOf("a\tb", "a\u0000b", "c"),
            Made.oneOf("😀", "é", "e\u0301", "\u202Eabc"),
            Made.oneOf("-0", "0", "0.0", "5", "5.0"),
            Made.oneOf("limit", "base", "missing", "\"quoted\""),
            (row, random) -> Integer.toString(row),
            (row, random) -> "t" + row,
            (row, random) -> "x".repeat(1 + random.nextInt(3) * 700),
            (row, random) -> Double.toString(Double.longBitsToDouble(random.nextLong())),
            (row, random) -> random.nextInt(10) < 9 ? "0" : Integer.toString(random.nextInt(1000)),
            (row, random) -> random.nextBoolean() ? "many" : Integer.toString(random.nextInt(5)));

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatever_a_table_holds_the_card_is_sound_or_the_reason_is_told(
            @ForAll @IntRange(min = 20, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @IntRange(min = -4, max = 3) int base,
            @ForAll long seed) {
        var random = new Random(seed);
        Made made = new Made(rows, base, seed);
        for (int column = 0; column < columns; column++) {
            String name =
                    List.of("base", "cap:x", "A B", "ü", "limit", "rounding").get(column);
            made.column(name, STRANGE.get(random.nextInt(STRANGE.size())), cell -> (cell.hashCode() % 7 + 7) % 7 * 0.3);
        }
        made.end();
        try {
            Training training = ScorecardTrainer.standard().train(made.history());
            Scorecard card = training.card();
            assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
            RowScorer scorer = card.forColumns(made.headers());
            for (int row = 0; row < rows; row++) {
                RowScore score = scorer.score(made.cells(row));
                assertThat(score.probability().orElseThrow()).isBetween(0.0, 1.0);
            }
            Set<String> used = Set.copyOf(card.inputs());
            assertThat(training.report().leftOut())
                    .extracting(LeftOut::input)
                    .doesNotHaveDuplicates()
                    .noneMatch(used::contains);
            assertThat(used.size() + training.report().leftOut().size()).isEqualTo(columns);
        } catch (TooLittleHistoryException | InvalidInputException told) {
            assertThat(told).hasMessageContaining("expected");
        }
    }
}
