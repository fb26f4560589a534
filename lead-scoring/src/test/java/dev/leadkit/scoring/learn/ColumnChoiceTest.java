package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {
    private static final int ROWS = 200;

    private final List<String> inputs = new ArrayList<>();
    private final List<IntFunction<String>> columns = new ArrayList<>();

    private void column(String name, IntFunction<String> cells) {
        inputs.add("column." + name);
        columns.add(cells);
    }

    /** In a hundred rows of each end so many have the value of their end. */
    private void right(String name, int inHundred) {
        column(name, row -> (row / 2 < inHundred) == (row % 2 == 0) ? "good" : "bad");
    }

    private ColumnChoice choice() {
        List<ClosedRow> rows = IntStream.range(0, ROWS)
                .mapToObj(row -> new ClosedRow(
                        "r" + row,
                        Row.of(columns.stream().map(cells -> cells.apply(row)).toList()),
                        row % 2 == 0))
                .toList();
        Sample sample = Sample.read(
                History.of(inputs, rows),
                IntStream.range(0, inputs.size()).boxed().toList(),
                ROWS,
                1);
        return new ColumnChoice(sample, Columns.ends(ROWS, row -> row % 2 == 0), Set.of());
    }

    private static List<String> names(ColumnChoice choice) {
        return choice.chosen().stream().map(bins -> bins.column().label()).toList();
    }

    @Test
    void sixty_columns_are_all_learned_from() {
        right("Even", 50);
        for (int c = 1; c < 60; c++) {
            right("C" + c, 80);
        }

        assertThat(names(choice())).hasSize(60).contains("Even");
        assertThat(choice().leftOut()).isEmpty();
    }

    @Test
    void of_more_the_one_that_says_least_is_left_out() {
        for (int c = 0; c < 30; c++) {
            right("C" + c, 80);
        }
        right("Even", 52);
        right("Weak", 60);
        for (int c = 30; c < 59; c++) {
            right("C" + c, 80);
        }

        assertThat(names(choice())).hasSize(60).contains("Weak").doesNotContain("Even");
        assertThat(choice().leftOut())
                .containsExactly(new LeftOut(
                        "column.Even",
                        "not-among-the-strongest",
                        "only the 60 columns that say most by themselves are used"));
    }

    @Test
    void many_values_must_differ_by_more_than_few_to_say_as_much() {
        for (int c = 0; c < 59; c++) {
            right("C" + c, 80);
        }
        right("Two", 60);
        // Ten values of twenty rows each, 14 or 6 of which ended well, while two of a hundred have 60 and 40.
        column("Ten", row -> {
            int place = row / 2;
            boolean many = row % 2 == 0 ? place < 70 : place >= 70;
            int value = row % 2 == 0 ? (many ? place / 14 : (place - 70) / 6) : (many ? (place - 70) / 6 : place / 14);
            return (many ? "m" : "f") + value;
        });

        assertThat(names(choice())).hasSize(60).contains("Two").doesNotContain("Ten");
    }
}
