package dev.leadkit.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.scoring.history.ClosedRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTableTest {
    private final List<TableProblem> problems = new ArrayList<>();

    private static LeadTable table(String text) throws IOException {
        return LeadTable.open(CsvSource.ofText(text));
    }

    private List<List<String>> rows(LeadTable table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        table.read(null, (line, row, cells) -> rows.add(table.values(cells)), problems::add);
        return rows;
    }

    private List<ClosedRow> history(String text, String label) throws IOException {
        List<ClosedRow> rows = new ArrayList<>();
        table(text).history(label, null, problems::add).forEach(rows::add);
        return rows;
    }

    @Test
    void leaves_out_blanks_around_cells_and_headers() throws IOException {
        LeadTable table = table(" Age ,Job\n 44 , clerk \n");

        assertThat(table.headers()).containsExactly("Age", "Job");
        assertThat(rows(table)).containsExactly(List.of("44", "clerk"));
    }

    @Test
    void tells_lines_of_another_length_with_their_numbers_and_goes_on() throws IOException {
        List<List<String>> rows = rows(table("a,b\n1,2\n3\n4,5,6\n7,8\n"));

        assertThat(rows).containsExactly(List.of("1", "2"), List.of("7", "8"));
        assertThat(problems)
                .extracting(TableProblem::toString)
                .containsExactly(
                        "line 3: expected 2 cells as the header has, found 1",
                        "line 4: expected 2 cells as the header has, found 3");
    }

    @Test
    void counts_rows_beside_lines() throws IOException {
        List<Long> places = new ArrayList<>();

        table("a,b\n\"x\ny\",1\nz,2\n")
                .read(null, (line, row, cells) -> places.addAll(List.of(line, row)), problems::add);

        assertThat(places).containsExactly(2L, 1L, 4L, 2L);
    }

    @Test
    void refuses_a_column_that_is_there_twice() {
        assertThatThrownBy(() -> table("id,Age,Age \n1,2,3\n"))
                .isInstanceOfSatisfying(InvalidTableException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("duplicate-header");
                    assertThat(refused.line()).isEqualTo(1);
                })
                .hasMessage("line 1: expected each column once, found \"Age\" in columns 2 and 3: rename one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " , \n1,2\n"})
    void refuses_a_table_without_a_header(String text) {
        assertThatThrownBy(() -> table(text))
                .isInstanceOfSatisfying(
                        InvalidTableException.class,
                        refused -> assertThat(refused.code()).isEqualTo("no-header"));
    }

    @Test
    void refuses_a_label_that_is_not_there() throws IOException {
        LeadTable table = table("a,b\n1,2\n");

        assertThatThrownBy(() -> table.history("won", null, problems::add))
                .isInstanceOf(InvalidTableException.class)
                .hasMessage("line 1: expected a column \"won\", found 2 others: check how it is written");
    }

    @Test
    void the_label_and_the_column_of_where_are_no_inputs() throws IOException {
        var history =
                table("id,split,a,won\n1,x,5,1\n2,y,6,0\n").history("won", new Where("split", "x"), problems::add);
        List<ClosedRow> rows = new ArrayList<>();

        history.forEach(rows::add);

        assertThat(history.inputs()).containsExactly("column.id", "column.a");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.won()).isTrue();
            assertThat(row.row().number(1)).isEqualTo(5);
        });
    }

    @Test
    void reads_every_way_of_writing_an_outcome() throws IOException {
        List<ClosedRow> rows = history("a,won\n1,1\n1,TRUE\n1,Yes\n1,won\n1,0\n1,false\n1,NO\n1,lost\n", "won");

        assertThat(rows).extracting(ClosedRow::won).containsExactly(true, true, true, true, false, false, false, false);
        assertThat(problems).isEmpty();
    }

    @Test
    void passes_over_open_rows_and_tells_outcomes_that_are_none() throws IOException {
        var history = table("a,won\n1,1\n2,\n3,maybe\n").history("won", null, problems::add);

        history.forEach(row -> {});

        assertThat(history.open()).isEqualTo(1);
        assertThat(problems)
                .extracting(TableProblem::toString)
                .containsExactly(
                        "line 4: expected 1, true, yes or won for a good end, 0, false, no or lost for a bad one"
                                + " in the label's column, found another text");
    }

    @Test
    void numbers_that_are_not_finite_are_missing() throws IOException {
        List<ClosedRow> rows = history("a,won\nNaN,1\nInfinity,1\n1e400,0\n1e3,0\n", "won");

        assertThat(rows)
                .extracting(row -> row.row().number(0))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 1000.0);
    }

    @Test
    void sees_semicolons_another_encoding_and_decimal_commas() throws IOException {
        byte[] bytes = "Größe;Umsatz\nklein;1.200,5\ngroß;0,25\n".getBytes(Charset.forName("windows-1252"));

        LeadTable table = LeadTable.open(CsvSource.ofBytes(bytes));

        assertThat(table.headers()).containsExactly("Größe", "Umsatz");
        assertThat(table.numbers()).isEqualTo(NumberStyle.DECIMAL_COMMA);
        assertThat(rows(table)).containsExactly(List.of("klein", "1200.5"), List.of("groß", "0.25"));
    }

    @Test
    void reads_quoted_decimal_commas_between_commas() throws IOException {
        assertThat(rows(table("a,b\n\"12,5\",\"x, y\"\n3,\"1,2,3\"\n")))
                .containsExactly(List.of("12.5", "x, y"), List.of("3", "1,2,3"));
    }

    @Test
    void whole_thousands_stand_in_groups_where_commas_are_decimal() throws IOException {
        assertThat(rows(table(
                        "a;b\n1.200;0,5\n950,50;1.20\n12.000;1.2345\n-1.234.567;0.125\n1.234.567,00;12.34.567\n")))
                .containsExactly(
                        List.of("1200", "0.5"),
                        List.of("950.50", "1.20"),
                        List.of("12000", "1.2345"),
                        List.of("-1234567", "0.125"),
                        List.of("1234567.00", "12.34.567"));
    }

    @Test
    void takes_groups_of_three_for_thousands_unless_a_decimal_comma_is_seen() throws IOException {
        assertThat(rows(table("a\n\"1,200\"\n\"12,300.5\"\n"))).containsExactly(List.of("1200"), List.of("12300.5"));
        assertThat(rows(table("a\n\"1,200\"\n\"12,5\"\n"))).containsExactly(List.of("1.200"), List.of("12.5"));
    }

    @Test
    void leaves_numbers_as_they_are_when_told_so() throws IOException {
        LeadTable table = LeadTable.open(CsvSource.ofText("a\n\"12,5\"\n"), CsvFormat.DETECTED, NumberStyle.PLAIN);

        assertThat(rows(table)).containsExactly(List.of("12,5"));
    }

    @Test
    void tells_a_broken_line_and_that_an_open_quote_ends_the_table() throws IOException {
        List<List<String>> rows = rows(table("a,b\n1,\"x\"y\n2,3\n4,\"open\n5,6\n"));

        assertThat(rows).containsExactly(List.of("2", "3"));
        assertThat(problems).extracting(TableProblem::code).containsExactly("text-after-quote", "unclosed-quote");
        assertThat(problems.get(1).found()).endsWith("nothing after it is read");
    }

    @Test
    void five_hundred_columns_are_no_trouble() throws IOException {
        var header = new StringBuilder("c0");
        var line = new StringBuilder("0");
        for (int column = 1; column < 500; column++) {
            header.append(",c").append(column);
            line.append(',').append(column);
        }

        List<List<String>> rows = rows(table(header + "\n" + line + "\n"));

        assertThat(rows).singleElement().satisfies(cells -> assertThat(cells).hasSize(500));
    }
}
