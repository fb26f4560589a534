package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.csv.CsvDialect.EncodingBy;
import dev.leadkit.csv.CsvDialect.SeparatorBy;
import dev.leadkit.lead.InvalidInputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static List<CsvRecord> read(byte[] table, CsvFormat format) throws IOException {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(CsvSource.ofBytes(table), format)) {
            for (CsvRecord line = reader.next(); line != null; line = reader.next()) {
                records.add(line);
            }
            assertThat(reader.next()).isNull();
        }
        return records;
    }

    private static List<CsvRecord> read(String table) throws IOException {
        return read(table.getBytes(StandardCharsets.UTF_8), CsvFormat.DETECTED);
    }

    private static List<List<String>> cells(String table) throws IOException {
        return read(table).stream().map(CsvRecord::cells).toList();
    }

    private static CsvDialect dialect(byte[] table) throws IOException {
        try (CsvReader reader = CsvReader.open(CsvSource.ofBytes(table), CsvFormat.DETECTED)) {
            return reader.dialect();
        }
    }

    @Test
    void reads_quotes_doubled_quotes_and_line_breaks_within_cells() throws Exception {
        assertThat(cells("a,b\r\n\"say \"\"hi\"\", Bo\",\"two\r\nlines\"\r\n,\"\"\r\n"))
                .containsExactly(List.of("a", "b"), List.of("say \"hi\", Bo", "two\r\nlines"), List.of("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void lines_end_with_any_of_the_usual_breaks_and_are_counted_alike(String end) throws Exception {
        List<CsvRecord> records = read(String.join(end, "a,b", "1,\"x", "y\"", "", "2,z"));

        assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 5L);
        assertThat(records.get(1).cells()).containsExactly("1", "x" + end + "y");
        assertThat(records.get(2).cells()).containsExactly("2", "z");
    }

    @Test
    void a_quote_within_a_cell_that_does_not_begin_with_one_is_a_character() throws Exception {
        assertThat(cells("a,b\n5\" pipe,it\"s\n").get(1)).containsExactly("5\" pipe", "it\"s");
    }

    @Test
    void an_empty_table_has_no_lines() throws Exception {
        assertThat(read("")).isEmpty();
        assertThat(read("\r\n\n")).isEmpty();
        assertThat(read("\uFEFF")).isEmpty();
    }

    @Test
    void tells_the_place_of_what_follows_a_closing_quote_and_goes_on() throws Exception {
        List<CsvRecord> records = read("a,b\n1,\"two\"x,3\n4,5\n\"y\"z\n6,7");

        assertThat(records.get(1).problem())
                .isEqualTo(new CsvProblem(
                        "text-after-quote",
                        2,
                        8,
                        "the cell's end after its closing quote; a quote within is written twice",
                        "another character",
                        false));
        assertThat(records.get(2).cells()).containsExactly("4", "5");
        assertThat(records.get(3).problem()).extracting(CsvProblem::line).isEqualTo(4L);
        assertThat(records.get(4).cells()).containsExactly("6", "7");
    }

    @Test
    void an_unclosed_quote_ends_the_table_with_the_place_where_it_was_opened() throws Exception {
        List<CsvRecord> records = read("a,b\n1,2\n3,\"4\n5,6\n7,8");

        assertThat(records).hasSize(3);
        assertThat(records.get(2).problem())
                .isEqualTo(new CsvProblem(
                        "unclosed-quote", 3, 3, "a quote that ends the cell", "the end of the table", true));
    }

    @Test
    void holds_no_more_of_a_cell_or_line_than_allowed() throws Exception {
        CsvFormat format = CsvFormat.DETECTED.withLimits(3, 5, 12);

        List<CsvRecord> records = read(
                "a,b\n123456,2\n12345,1234,12345\n1,2,3,4,5\n\"12345\",ok\nx,\"1\n2\n3\n4\nthe rest"
                        .getBytes(StandardCharsets.UTF_8),
                format);

        assertThat(records.stream().map(CsvRecord::problem).map(problem -> problem == null ? "" : problem.code()))
                .containsExactly("", "cell-too-long", "line-too-long", "too-many-columns", "", "cell-too-long");
        assertThat(records.get(3).cells()).hasSize(3);
        assertThat(records.get(5).problem().last()).isTrue();
        assertThat(records.get(5).problem().found())
                .isEqualTo("more; is the quote at line 6, character 3 never closed?");
    }

    @Test
    void sees_the_encoding_by_its_mark() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] table = "\uFEFFname;city\nJosé;Kraków\n".getBytes(charset);

            assertThat(dialect(table).encoding()).isEqualTo(charset);
            assertThat(dialect(table).encodingBy()).isEqualTo(EncodingBy.BYTE_ORDER_MARK);
            assertThat(read(table, CsvFormat.DETECTED).get(0).cells()).containsExactly("name", "city");
            assertThat(read(table, CsvFormat.DETECTED).get(1).cells()).containsExactly("José", "Kraków");
        }
    }

    @Test
    void sees_utf_16_without_a_mark_by_its_zero_bytes() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] table = "name,city\nСофия,東京\n".getBytes(charset);

            assertThat(dialect(table).encoding()).isEqualTo(charset);
            assertThat(dialect(table).encodingBy()).isEqualTo(EncodingBy.ZERO_BYTES);
            assertThat(read(table, CsvFormat.DETECTED).get(1).cells()).containsExactly("София", "東京");
        }
    }

    @Test
    void takes_for_windows_1252_what_is_not_utf_8_even_by_one_byte_at_the_end() throws Exception {
        String ascii = "name\n" + "plain\n".repeat(50_000);

        assertThat(dialect(ascii.getBytes(StandardCharsets.UTF_8)).encodingBy()).isEqualTo(EncodingBy.VALID_UTF_8);
        byte[] table = (ascii + "Zoë “quoted” €\n").getBytes(WINDOWS_1252);
        assertThat(dialect(table)).hasToString("windows-1252 (not-utf-8), , (header)");
        List<CsvRecord> records = read(table, CsvFormat.DETECTED);
        assertThat(records.get(records.size() - 1).cells()).containsExactly("Zoë “quoted” €");
    }

    @Test
    void reads_a_declared_encoding_and_tells_where_a_byte_is_none() throws Exception {
        byte[] table = "name\nZoë\nBo\n".getBytes(WINDOWS_1252);

        List<CsvRecord> records = read(table, CsvFormat.DETECTED.withEncoding(StandardCharsets.UTF_8));

        assertThat(records.get(1).problem())
                .isEqualTo(new CsvProblem("undecodable", 2, 3, "text in UTF-8", "a byte that is none", false));
        assertThat(records.get(2).cells()).containsExactly("Bo");
        assertThat(read(table, CsvFormat.DETECTED.withEncoding(WINDOWS_1252))
                        .get(1)
                        .cells())
                .containsExactly("Zoë");
    }

    @Test
    void finds_the_separator_in_the_header_outside_of_quotes() throws Exception {
        assertThat(cells("\"a,b,c\";d\n1;2").get(1)).containsExactly("1", "2");
        assertThat(cells("a\tb\n1,5\t2").get(1)).containsExactly("1,5", "2");
        assertThat(cells("a\n1;2").get(1)).containsExactly("1;2");
        assertThat(read("a,b;c\n1,2;3".getBytes(StandardCharsets.UTF_8), CsvFormat.DETECTED.withSeparator(';'))
                        .get(1)
                        .cells())
                .containsExactly("1,2", "3");
    }

    @Test
    void obeys_the_line_that_spreadsheets_put_first_and_does_not_give_it() throws Exception {
        byte[] table = "\uFEFFsep=|\r\na|b\r\n1|2".getBytes(StandardCharsets.UTF_8);

        assertThat(dialect(table).separatorBy()).isEqualTo(SeparatorBy.SEP_LINE);
        assertThat(read(table, CsvFormat.DETECTED).stream().map(CsvRecord::cells))
                .containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void refuses_a_separator_that_could_not_be_told_from_a_text() {
        assertThatThrownBy(() -> CsvFormat.DETECTED.withSeparator('"')).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CsvFormat.DETECTED.withLimits(0, 1, 1)).isInstanceOf(InvalidInputException.class);
    }
}
