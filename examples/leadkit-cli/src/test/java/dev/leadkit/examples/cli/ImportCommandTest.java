package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    private static final String[] TABLE = {
        "Full name;E-mail;Mobile;Stage;Deal value;Shoe size",
        "Jane Roe;jane@roe.example;+47 22 33 44 55;contacted;1200.50 EUR;38",
        "Bo;bo@roe.example;;somewhere;-1 EUR;",
        "=2+3;calc@roe.example;;;;"
    };

    @TempDir
    Path folder;

    private Path in;
    private Path database;

    @BeforeEach
    void set_up() throws Exception {
        in = Cli.write(folder, "leads.csv", TABLE);
        database = folder.resolve("leads");
    }

    private Cli.Run leadkit(Object... command) {
        Object[] all = new Object[command.length + 4];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--jdbc-url";
        all[command.length + 1] = "jdbc:h2:" + database;
        all[command.length + 2] = "--identity-key";
        all[command.length + 3] = "a key for this test only";
        return Cli.run(all);
    }

    private static List<String> outcomes(Cli.Run run) {
        return run.results().stream()
                .map(line ->
                        line.get("line").asString() + " " + line.get("outcome").asString())
                .toList();
    }

    @Test
    void a_dry_run_says_what_the_run_then_does_and_a_second_run_changes_nothing() throws Exception {
        Cli.Run planned = leadkit("import", "--in", in, "--dry-run");
        assertThat(StoreImage.rows(database).get("LEADKIT_LEAD")).isZero();
        Cli.Run done = leadkit("import", "--in", in);
        Cli.Run again = leadkit("import", "--in", in);

        assertThat(outcomes(planned)).containsExactly("2 created", "3 refused", "4 created");
        assertThat(outcomes(done)).isEqualTo(outcomes(planned));
        assertThat(outcomes(again)).containsExactly("2 unchanged", "3 refused", "4 unchanged");
        assertThat(again.results().get(0).get("leadId"))
                .isEqualTo(done.results().get(0).get("leadId"));
        assertThat(planned.results().get(0).has("leadId")).isFalse();
        assertThat(done.results().get(0).get("fields").valueStream().map(JsonNode::asString))
                .containsExactly("amount", "email", "name", "phone");
        assertThat(List.of(planned.code(), done.code(), again.code())).containsOnly(1);
        assertThat(done.reports())
                .containsExactly(
                        "line 3: Deal value: invalid-value: expected an amount such as 1200.50, found a text of 2"
                                + " characters; correct the cell or leave it empty",
                        "line 3: Stage: invalid-value: expected one of new, contacted, qualified, converted, lost,"
                                + " found another text; correct the cell or leave it empty");
        assertThat(done.err())
                .contains(
                        "read as UTF-8 (valid-utf-8), ; (header)",
                        "notice: the column \"Shoe size\" is passed over",
                        ": 3 lines (2 created, 0 updated, 0 unchanged, 1 refused, 0 conflicted)")
                .doesNotContain("Jane");
        assertThat(done.results().get(1).get("errors").get(1).get("code").asString())
                .isEqualTo("invalid-value");
    }

    @Test
    void an_import_is_taken_back_by_the_id_that_it_told() {
        Cli.Run done = leadkit("import", "--in", in);
        String hint = "to take it back: leadkit import --undo ";
        String id =
                done.err().substring(done.err().indexOf(hint) + hint.length()).strip();

        Cli.Run undone = leadkit("import", "--undo", id);

        assertThat(undone.code()).isZero();
        assertThat(undone.results().stream().map(line -> line.get("outcome").asString()))
                .containsExactly("restored", "restored");
        assertThat(undone.err()).contains("restored: 2", "undone as ");
        assertThat(leadkit("export", "--columns", "name").out()).isEqualTo("\uFEFFname\r\n");
        assertThat(leadkit("import", "--undo", "00000000-0000-7000-8000-000000000000")
                        .code())
                .isEqualTo(1);
        assertThat(leadkit("import", "--undo", "yesterday").code()).isEqualTo(1);
    }

    @Test
    void custom_fields_come_in_and_go_out_by_their_definition() throws Exception {
        Path fields = Cli.write(folder, "fields.json", """
                {"kind": "lead-fields", "format": 1, "name": "sales", "version": 1, "fields": [
                  {"key": "shoe", "label": "Shoe size", "type": "number", "min": 20, "max": 60}]}
                """);

        Cli.Run run = leadkit("import", "--in", in, "--fields", fields, "--map", "Shoe size=field:shoe");

        assertThat(outcomes(run)).containsExactly("2 created", "3 refused", "4 created");
        assertThat(run.err()).doesNotContain("passed over");
        assertThat(leadkit("export", "--fields", fields, "--columns", "name,field:shoe", "--lossless")
                        .out())
                .isEqualTo("name,field:shoe\r\nJane Roe,38\r\n\"=2+3\",\r\n");
        assertThat(leadkit("import", "--in", in, "--map", "Shoe size=field:shoe")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void imports_nothing_when_strict_and_a_line_is_refused() throws Exception {
        Cli.Run run = leadkit("import", "--in", in, "--strict");

        assertThat(run.code()).isEqualTo(1);
        assertThat(outcomes(run)).containsExactly("2 created", "3 refused", "4 created");
        assertThat(run.err()).contains("planned: 3 lines");
        assertThat(StoreImage.rows(database).get("LEADKIT_LEAD")).isZero();
    }

    @Test
    void makes_no_database_to_export_from_or_take_an_import_back_in() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("mistyped");

        Cli.Run exported = Cli.run("export", "--jdbc-url", url, "--identity-key", "sixteen bytes and more");
        Cli.Run undone =
                Cli.run("import", "--undo", "any", "--jdbc-url", url, "--identity-key", "sixteen bytes and more");

        assertThat(exported.code()).isEqualTo(2);
        assertThat(undone.code()).isEqualTo(2);
        assertThat(exported.err()).contains("--jdbc-url: expected a database that is there, found none");
        assertThat(folder.resolve("mistyped.mv.db")).doesNotExist();
    }

    @Test
    void what_was_exported_comes_back_in_either_way() throws Exception {
        leadkit("import", "--in", in);
        Path safe = folder.resolve("safe.csv");
        Path lossless = folder.resolve("lossless.csv");

        Cli.Run first = leadkit("export", "--out", safe);
        Cli.Run second = leadkit("export", "--out", lossless, "--lossless", "--separator", "tab");

        assertThat(List.of(first.code(), second.code())).containsOnly(0);
        assertThat(first.err()).contains("2 leads");
        assertThat(Files.readString(safe))
                .startsWith("\uFEFFleadId,externalId,name,")
                .contains("'=2+3", ",'+4722334455,");
        assertThat(Files.readString(lossless))
                .startsWith("leadId\texternalId\tname\t")
                .contains("\t\"=2+3\"\t");
        for (Path table : List.of(safe, lossless)) {
            Cli.Run back = leadkit("import", "--in", table);
            assertThat(back.code()).isZero();
            assertThat(outcomes(back)).allMatch(outcome -> outcome.endsWith("unchanged"));
            database = folder.resolve("other-" + table.getFileName());
            assertThat(outcomes(leadkit("import", "--in", table))).allMatch(outcome -> outcome.endsWith("created"));
            assertThat(leadkit("export", "--columns", "name,phone,stage,amount,currency,createdAt")
                            .out())
                    .contains("'+4722334455,contacted,1200.5,EUR,");
            database = folder.resolve("leads");
        }
    }

    @Test
    void exports_the_leads_that_are_asked_for() {
        leadkit("import", "--in", in);

        Cli.Run run = leadkit("export", "--columns", "name,stage", "--filter", "stage=contacted", "--filter", "q=jane");

        assertThat(run.out()).isEqualTo("\uFEFFname,stage\r\nJane Roe,contacted\r\n");
        assertThat(leadkit("export", "--columns", "name", "--filter", "stage=lost")
                        .out())
                .isEqualTo("\uFEFFname\r\n");
    }

    @Test
    void takes_columns_keys_and_encoding_as_said() throws Exception {
        Path table = folder.resolve("latin.csv");
        Files.write(
                table, "Navn|Ref|Tlf|Verdi\nZoë|7|22 33 44 55|1.200,50\n".getBytes(Charset.forName("windows-1252")));

        Cli.Run run = leadkit(
                "import",
                "--in",
                table,
                "--match",
                "externalId,phone",
                "--map",
                "Navn=name",
                "--map",
                "Ref=externalId",
                "--map",
                "Tlf=phone",
                "--map",
                "Verdi=amount",
                "--separator",
                "|",
                "--region",
                "no",
                "--currency",
                "NOK",
                "--numbers",
                "decimal-comma",
                "--encoding",
                "windows-1252",
                "--source",
                "fair",
                "--on-match",
                "fill-gaps",
                "--zone",
                "Europe/Oslo");

        assertThat(run.err()).contains("read as windows-1252 (declared), | (declared)");
        assertThat(run.code()).isZero();
        assertThat(leadkit("export", "--columns", "externalId,name,phone,source,amount", "--lossless")
                        .out())
                .isEqualTo("externalId,name,phone,source,amount\r\n7,Zoë,+4722334455,fair,1200.5\r\n");
    }

    @Test
    void a_table_that_is_not_clear_is_a_problem_of_the_input() throws Exception {
        Path table = Cli.write(folder, "nameless.csv", "jane@roe.example,Jane");

        Cli.Run run = leadkit("import", "--in", table);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("leadkit: columns: expected a header").doesNotContain("jane");
        assertThat(leadkit("import", "--in", folder.resolve("none.csv")).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import --in IN --match name",
                "import --in IN --match email,email",
                "import --in IN --map name=nothing",
                "import --in IN --map name=score",
                "import --in IN --encoding utf-nine",
                "import --in IN --encoding ?",
                "import --in IN --separator ab",
                "import --in IN --region Norway",
                "import --in IN --currency Krone",
                "import --in IN --numbers roman",
                "import --in IN --zone Mars",
                "import --in IN --on-match replace",
                "import --in IN --out IN",
                "import --jdbc-url jdbc:h2:mem:x",
                "import --in IN --undo 00000000-0000-7000-8000-000000000000",
                "import --undo 00000000-0000-7000-8000-000000000000 --dry-run",
                "export --columns name,nothing",
                "export --separator ab",
                "export --filter stage",
                "export --filter shoe=38",
                "export --filter limit=1"
            })
    void wrong_usage_is_told_apart(String command) {
        Object[] words = command.replace("IN", in.toString()).split(" ");

        assertThat((command.contains("jdbc") ? Cli.run(words) : leadkit(words)).code())
                .isEqualTo(2);
    }

    @Test
    void a_database_is_asked_for_unless_nothing_is_written() {
        assertThat(Cli.run("import", "--in", in).code()).isEqualTo(2);
        assertThat(Cli.run("export").code()).isEqualTo(2);
        assertThat(outcomes(Cli.run("import", "--in", in, "--dry-run"))).hasSize(3);
    }
}
