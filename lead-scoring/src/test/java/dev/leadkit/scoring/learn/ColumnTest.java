package dev.leadkit.scoring.learn;

import static dev.leadkit.scoring.learn.Columns.column;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTest {
    @Test
    void has_one_zero_only() {
        var column = new Column("column.Visits", 0);
        column.set(0, -0.0, "-0");

        assertThat(1 / column.number(0)).isPositive();
    }

    @Test
    void infinite_numbers_are_none_and_blank_texts_are_missing() {
        var column = new Column("column.Visits", 0);
        column.set(0, Double.POSITIVE_INFINITY, "inf");
        column.set(1, Double.NaN, " ");
        column.set(2, Double.NaN, null);

        assertThat(column.number(0)).isNaN();
        assertThat(column.isMissing(0)).isFalse();
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.isMissing(2)).isTrue();
    }

    @Test
    void equal_texts_have_one_code_and_texts_past_ten_thousand_none() {
        Column column = column("Name", 10_002, row -> row == 10_001 ? "n7" : "n" + row);

        assertThat(column.code(7)).isNotEqualTo(column.code(8));
        assertThat(column.texts().get(column.code(9_999))).isEqualTo("n9999");
        assertThat(column.code(10_000)).isEqualTo(Column.OVERFLOW);
        assertThat(column.isMissing(10_000)).isFalse();
        assertThat(column.code(10_001)).isEqualTo(column.code(7));
    }

    @Test
    void keeps_the_texts_of_a_thousand_numbers_and_all_numbers() {
        Column column = column("Size", 1_001, Integer::toString);

        assertThat(column.texts().get(column.code(999))).isEqualTo("999");
        assertThat(column.code(1_000)).isEqualTo(Column.OVERFLOW);
        assertThat(column.number(1_000)).isEqualTo(1_000);
    }
}
