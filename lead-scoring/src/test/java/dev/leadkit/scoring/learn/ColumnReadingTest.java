package dev.leadkit.scoring.learn;

import static dev.leadkit.scoring.learn.Columns.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.Row;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnReadingTest {
    private static ColumnReading read(int rows, IntFunction<@Nullable String> cells) {
        return new ColumnReading(column("Visits", rows, cells), rows);
    }

    private static @Nullable String code(ColumnReading reading) {
        LeftOut rejected = reading.reject();
        return rejected == null ? null : rejected.code();
    }

    @ParameterizedTest
    @CsvSource({"100, 95, 5, true", "100, 94, 6, false", "4, 2, 2, true", "100, 49, 3, false", "100, 97, 0, true"})
    void a_column_is_one_of_numbers_if_nearly_all_are_or_half_beside_few_words(
            int rows, int numbers, int words, boolean number) {
        ColumnReading reading = read(rows, row -> row < numbers ? "" + row % 9 : words == 0 ? null : "w" + row % words);

        assertThat(reading.isNumber()).isEqualTo(number);
        assertThat(reading.strangers()).isEqualTo(number && words > 0 ? rows - numbers : 0);
    }

    @Test
    void words_for_nothing_are_no_words() {
        String[] nothing = {"n/a", "NULL", "none", "?", "unknown"};

        assertThat(read(20, row -> row < 10 ? "" + row : nothing[row % 5]).isNumber())
                .isTrue();
        assertThat(read(20, row -> row < 10 ? "" + row : "w" + row % 5).isNumber())
                .isFalse();
    }

    private static ColumnReading readInput(String input, IntFunction<@Nullable String> cells) {
        var column = new Column(input, 0);
        for (int row = 0; row < 40; row++) {
            String cell = cells.apply(row);
            column.set(row, cell == null ? Double.NaN : Row.number(cell), cell);
        }
        return new ColumnReading(column, 40);
    }

    @Test
    void what_a_lead_has_is_read_as_a_card_will_read_it() {
        assertThat(readInput("contact.location", row -> "10" + row % 9).isNumber())
                .isFalse();
        assertThat(readInput("engagement.questions", row -> row < 30 ? "many" + row : "3")
                        .isNumber())
                .isTrue();
        assertThat(code(readInput("engagement.questions", row -> "many" + row % 3)))
                .isEqualTo("other-kind");
        assertThat(code(readInput("contact.email", row -> row % 2 == 0 ? "true" : "false")))
                .isEqualTo("other-kind");
        assertThat(code(readInput("contact.email", row -> row % 2 == 0 ? "yes" : null)))
                .isNull();
        assertThat(readInput("field.zip", row -> "10" + row % 9).isNumber()).isTrue();
    }

    @Test
    void nothing_is_learned_from_a_column_without_two_values() {
        assertThat(code(read(40, row -> null))).isEqualTo("empty");
        assertThat(code(read(40, row -> "7"))).isEqualTo("constant");
        assertThat(code(read(40, row -> "yes"))).isEqualTo("constant");
        assertThat(code(read(40, row -> row == 3 ? null : "7"))).isNull();
        assertThat(code(read(40, row -> row == 3 ? null : "yes"))).isNull();
        assertThat(code(read(40, row -> row == 3 ? "no" : "yes"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30, 0, identifier", "29, 0,", "30, 0.5,"})
    void thirty_whole_numbers_one_after_the_other_name_the_rows(int rows, double more, String code) {
        assertThat(code(read(rows, row -> "" + (100 + row + more)))).isEqualTo(code);
    }

    @Test
    void rising_whole_numbers_name_the_rows_however_far_apart() {
        assertThat(code(read(50, row -> "" + 1_000 * (row + 1)))).isEqualTo("identifier");
        assertThat(code(read(50, row -> "" + 1_000 * (1 + row * 7 % 50)))).isNull();
    }

    @Test
    void whole_numbers_called_an_id_name_the_rows() {
        for (String name : new String[] {"Customer ID", "leadId", "id", "user_uuid"}) {
            var column = column(name, 50, row -> "" + 1_000 * (1 + row * 7 % 50));

            assertThat(code(new ColumnReading(column, 50))).isEqualTo("identifier");
        }
        var paid = column("Paid", 50, row -> "" + 1_000 * (1 + row * 7 % 50));

        assertThat(code(new ColumnReading(paid, 50))).isNull();
    }

    @Test
    void numbers_that_many_rows_share_name_none() {
        assertThat(code(read(100, row -> "" + row % 97))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"19, date", "18,"})
    void nearly_all_dates_say_when(int dates, String code) {
        assertThat(code(read(20, row -> row < dates ? "2024-0" + (1 + row % 9) + "-11" : "soon")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"60, 30, identifier", "61, 30,", "29, 29,", "30, 30, identifier"})
    void texts_that_every_other_row_has_anew_name_the_rows(int rows, int distinct, String code) {
        assertThat(code(read(rows, row -> "name" + row % distinct))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"30, true", "29, false"})
    void a_name_often_given_and_often_not_is_kept(int given, boolean kept) {
        ColumnReading reading = read(100, row -> row < given ? "name" + row : null);

        assertThat(reading.isOftenMissing()).isEqualTo(kept);
        assertThat(code(reading)).isNull();
        assertThat(code(read(100, row -> row < 90 ? "name" + row : null))).isEqualTo("identifier");
        assertThat(code(read(100, row -> row < 50 ? "name" + row : null))).isNull();
    }
}
