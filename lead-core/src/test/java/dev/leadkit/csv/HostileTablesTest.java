package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that were made to break something: each line is taken or refused, and nothing else happens. */
class HostileTablesTest {
    private static final ImportSettings BY_EMAIL = ImportSettings.builder().build();

    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));

    private List<LineOutcome> imported(CsvSource table) {
        List<LineOutcome> outcomes = new ArrayList<>();
        ImportPlan plan = desk.imports().plan(table, BY_EMAIL, line -> {});
        desk.imports().run(plan, outcomes::add);
        assertThat(outcomes).hasSize((int) plan.counts().lines());
        return outcomes;
    }

    private List<LineOutcome> imported(String table) {
        return imported(CsvSource.ofText(table));
    }

    private static List<String> codes(LineOutcome outcome) {
        return ((Refused) outcome).errors().stream().map(LineError::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name\n\"\"\"\"\"",
                "email,name\na@x.example,\"\"x\n",
                "email,amount\na@x.example,1e999999999\n",
                "email,amount\na@x.example,9999999999999999999999999 EUR\n",
                "email,amount\na@x.example,0x10 EUR\n",
                "email,amount\na@x.example,١٢ EUR\n",
                "email,amount\na@x.example,NaN\n",
                "email,created\na@x.example,+999999999-12-31T23:59:59Z\n",
                "email,created\na@x.example,2026-02-29\n",
                "email,created\na@x.example,0000-01-01\n",
                "email,created\na@x.example,2026-01-01T24:00:01Z\n",
                "email,stage\na@x.example,../../etc/passwd\n",
                "email,externalId\na@x.example,\u0000\n",
                "email,assignee\na@x.example,\"a\nb\"\n",
                "email,source\na@x.example,\u0085\n",
                "email,phone\na@x.example,++--()\n",
                "email,name\n\u0000@\u0000,x\n",
                "email,name\na@x.example\u0007,x\n",
                "email,name\n@,x\n",
                "email,name\n;;;,x\n",
                "email,name\na@x.example,b,c\n"
            })
    void a_bad_cell_is_refused(String table) {
        assertThat(imported(table)).hasSize(1).allMatch(Refused.class::isInstance);
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name\n\"a@x.example,\"\"\"\n",
                "email,name\na@x.example,'\n",
                "email,name\na@x.example,\\\n",
                "email,name\n\"a@x.example;\",;\n",
                "email,name\na@x.example,\uFFFF\uFDD0\n",
                "email,name\na@x.example,\u202Egnp.exe\n",
                "email,name\na@x.example,{{7*7}}${jndi:ldap://x}<script>\n",
                "email,name\na@x.example,'; DROP TABLE leadkit_lead;--\n",
                "email,name\na@x.example,a\u0000b\n",
                "\uFEFFemail,name\r\na@x.example,x",
                "email,name\n\n\n\r\r\na@x.example,x\n\n\n",
                "email,,\na@x.example,,\n"
            })
    void a_strange_cell_is_taken(String table) {
        assertThat(imported(table)).hasSize(1).allMatch(Created.class::isInstance);
    }

    @Test
    void a_cell_of_a_megabyte_of_signs_takes_no_longer_than_reading_it() {
        for (String sign : List.of("'", ";", "\\", ",", "=", "-\n", "(", "+1 ", "a@")) {
            String big = sign.repeat((1 << 20) / sign.length() - 1);

            assertThat(imported("email,name,phone,tags,amount,created\n"
                            + "\"%s\",\"%s\",\"%s\",\"%s\"\n".formatted(big, big, big, big)))
                    .hasSize(1)
                    .allMatch(Refused.class::isInstance);
        }
    }

    @Test
    void a_million_columns_are_one_refused_line_and_a_header_of_them_none() {
        String many = ",".repeat(1_000_000);

        assertThat(codes(imported("email,name\na@x.example" + many + "x").get(0)))
                .containsExactly("too-many-columns");
        assertThat(imported("email,name\na@x.example,x\n" + "\n".repeat(1_000_000)))
                .hasSize(1);
        assertThatThrownBy(() -> imported("email" + many))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 1000 cells");
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_table_without_holding_it() {
        byte[] row = "b@x.example,\"y\n".repeat(10).getBytes(StandardCharsets.UTF_8);
        CsvSource endless = () -> new SequenceInputStream(Collections.enumeration(List.<InputStream>of(
                new ByteArrayInputStream("email,name\na@x.example,x\nc@x.example,\"".getBytes(StandardCharsets.UTF_8)),
                new RepeatedBytes("y".getBytes(StandardCharsets.UTF_8), 50_000_000),
                new ByteArrayInputStream(row))));

        List<LineOutcome> outcomes = imported(endless);

        assertThat(outcomes).hasSize(2);
        assertThat(codes(outcomes.get(1))).containsExactly("cell-too-long");
        assertThat(((Refused) outcomes.get(1)).errors().get(0).mend())
                .isEqualTo("mend the line; nothing after it is read");
    }

    @Test
    void half_a_character_at_the_end_is_told_in_each_encoding() {
        byte[] utf8 = {'e', 'm', 'a', 'i', 'l', '\n', 'a', '@', 'x', (byte) 0xE2, (byte) 0x82};
        byte[] utf16 = "\uFEFFemail\na@x\uD83D".getBytes(StandardCharsets.UTF_16BE);
        byte[] cut = Arrays.copyOf("\uFEFFemail\na@xy".getBytes(StandardCharsets.UTF_16LE), 21);

        CsvFormat declared = CsvFormat.DETECTED.withEncoding(StandardCharsets.UTF_8);
        ImportSettings settings = ImportSettings.builder().format(declared).build();
        List<LineOutcome> outcomes = new ArrayList<>();
        desk.imports().plan(CsvSource.ofBytes(utf8), settings, outcomes::add);
        desk.imports().plan(CsvSource.ofBytes(cut), BY_EMAIL, outcomes::add);

        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(codes(outcome)).containsExactly("undecodable"));
        // Java writes "?" for half a pair, so that this table has nothing wrong.
        assertThat(imported(CsvSource.ofBytes(utf16))).allMatch(Created.class::isInstance);
        // Taken for windows-1252, where each byte is a letter or a sign.
        assertThat(imported(CsvSource.ofBytes(utf8))).allMatch(Created.class::isInstance);
    }

    @Test
    void an_encoding_with_states_and_one_of_four_bytes_can_be_declared() {
        for (String name : List.of("ISO-2022-JP", "UTF-32", "Shift_JIS", "GB18030")) {
            ImportSettings settings = ImportSettings.builder()
                    .format(CsvFormat.DETECTED.withEncoding(Charset.forName(name)))
                    .build();
            CsvSource table = CsvSource.ofBytes("email,name\na@x.example,東京\n".getBytes(Charset.forName(name)));
            List<LineOutcome> outcomes = new ArrayList<>();

            desk.imports().plan(table, settings, outcomes::add);

            assertThat(outcomes).hasSize(1).allMatch(Created.class::isInstance);
        }
    }

    /** The same bytes over and over. */
    private static final class RepeatedBytes extends InputStream {
        private final byte[] bytes;
        private long left;

        RepeatedBytes(byte[] bytes, long times) {
            this.bytes = bytes;
            this.left = times * bytes.length;
        }

        @Override
        public int read() {
            return left-- > 0 ? bytes[(int) (left % bytes.length)] : -1;
        }
    }
}
