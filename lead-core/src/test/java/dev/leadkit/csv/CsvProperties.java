package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvProperties {
    /** Rich in what separates, quotes, escapes and makes formulas. */
    static Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.of(
                        "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "\"", ",", ";", "\\", " ", "a", "é", "東", "😀",
                        "\uFF1D", "\uFEFF", "sep=", "0")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(signs, Arbitraries.strings().ofMaxLength(30).map(Input::clean));
    }

    @Provide
    Arbitrary<String> text() {
        return texts();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(columns ->
                        texts().list().ofSize(columns).list().ofMinSize(1).ofMaxSize(5));
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    @Property(tries = 500)
    void what_is_written_is_read_whatever_it_is(
            @ForAll("tables") List<List<String>> table, @ForAll("charsets") Charset charset) throws IOException {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            var out = new StringBuilder("\uFEFF");
            var writer = new CsvWriter(out, separator);
            for (List<String> line : table) {
                writer.write(line);
            }

            List<CsvRecord> read =
                    CsvReaderTest.read(out.toString().getBytes(charset), CsvFormat.DETECTED.withSeparator(separator));

            assertThat(read.stream().map(CsvRecord::cells)).isEqualTo(table);
            assertThat(read).allMatch(line -> line.problem() == null);
        }
    }

    @Property(tries = 500)
    void any_bytes_are_read_to_the_end_without_an_exception(@ForAll byte[] bytes, @ForAll("text") String text)
            throws IOException {
        CsvReaderTest.read(bytes, CsvFormat.DETECTED.withLimits(5, 10, 20));
        CsvReaderTest.read(text.getBytes(StandardCharsets.UTF_8), CsvFormat.DETECTED.withLimits(5, 10, 20));
    }

    @Property(tries = 2000)
    void a_formula_escape_is_taken_back_exactly(@ForAll("text") String text) {
        assertThat(FormulaEscape.READ.apply(FormulaEscape.SPREADSHEET_SAFE.apply(text)))
                .isEqualTo(text);
        assertThat(FormulaEscape.READ.apply(FormulaEscape.LOSSLESS.apply(text))).isEqualTo(text);
    }

    @Property(tries = 2000)
    void no_safe_cell_begins_like_a_formula_in_any_country(@ForAll("text") String text) {
        String safe = FormulaEscape.SPREADSHEET_SAFE.apply(text);

        for (String part : safe.split("[,;\t\r\n]")) {
            assertThat(part)
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("@");
        }
        assertThat(safe).doesNotStartWith("\t").doesNotStartWith("\r").doesNotStartWith("\n");
    }

    @Property(tries = 1000)
    void a_lossless_cell_is_the_text_unless_that_looks_escaped(@ForAll("text") String text) {
        if (!text.contains("'")) {
            assertThat(FormulaEscape.LOSSLESS.apply(text)).isEqualTo(text);
        }
    }

    @Property(tries = 1000)
    void a_list_comes_out_of_its_cell_as_it_went_in(@ForAll("text") String a, @ForAll("text") String b) {
        Set<String> values = new TreeSet<>();
        for (String value : List.of(a, b)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }

        assertThat(ListCell.split(ListCell.join(values))).isEqualTo(new ArrayList<>(values));
    }

    @Property(tries = 500)
    void keys_are_remembered_with_their_first_line(@ForAll List<Long> ids) {
        var seen = new SeenKeys();
        for (int i = 0; i < ids.size(); i++) {
            seen.add(lead(ids.get(i)), i + 1);
        }

        for (long id : ids) {
            assertThat(seen.line(lead(id))).hasValue(ids.indexOf(id) + 1L);
            assertThat(seen.line(lead(id + 1)).isPresent()).isEqualTo(ids.contains(id + 1));
        }
    }

    @Example
    void many_keys_are_all_remembered() {
        var seen = new SeenKeys();
        for (long id = 1; id <= 100_000; id++) {
            seen.add(lead(id), id);
        }

        for (long id = 1; id <= 100_000; id++) {
            assertThat(seen.line(lead(id))).hasValue(id);
            assertThat(seen.line(lead(-id))).isEmpty();
        }
    }

    private static LeadId lead(long id) {
        return new LeadId(new UUID(id, ~id));
    }
}
