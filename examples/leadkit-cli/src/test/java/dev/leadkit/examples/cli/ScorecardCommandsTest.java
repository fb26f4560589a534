package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code train-scorecard}, {@code score} and {@code backtest}, one after another. */
class ScorecardCommandsTest {
    private static final String HEADER = "Lead,part,Visits,Source,Budget,ended";

    @TempDir
    Path folder;

    private Path table(long seed, String... more) throws Exception {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int row = 0; row < 900; row++) {
            int visits = random.nextInt(10);
            String source = random.nextBoolean() ? "fair" : "ads";
            double logOdds = -2 + 0.4 * visits + (source.equals("fair") ? 1 : 0);
            String end = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? "won" : "lost";
            lines.add("\"L, %d\",%s,%d,%s,\"%d,5\",%s"
                    .formatted(row, row % 3 == 0 ? "late" : "early", visits, source, random.nextInt(50), end));
        }
        lines.addAll(List.of(more));
        return Cli.write(folder, "leads.csv", lines.toArray(String[]::new));
    }

    private Cli.Run train(Path table, Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "train-scorecard", "--in", table, "--label", "ended", "--where", "part=early", "--out", card()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray());
    }

    private Path card() {
        return folder.resolve("card.json");
    }

    private static JsonNode json(Cli.Run run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void a_card_is_trained_checked_used_and_looked_back_on() throws Exception {
        Path table = table(1);
        Path scores = folder.resolve("scores.csv");

        Cli.Run trained = train(table, "--ignore", "Lead,part");
        Cli.Run checked = Cli.run("check", card());
        Cli.Run scored = Cli.run(
                "score", "--scorecard", card(), "--in", table, "--id", "Lead", "--where", "part=late", "--out", scores);
        Cli.Run looked =
                Cli.run("backtest", "--scorecard", card(), "--in", table, "--label", "ended", "--where", "part=late");

        assertThat(List.of(trained.code(), checked.code(), scored.code(), looked.code()))
                .as(trained.err() + checked.out() + scored.err() + looked.err())
                .containsOnly(0);
        assertThat(json(trained).get("rows").asInt()).isEqualTo(600);
        assertThat(trained.err()).contains("numbers decimal-comma", "learned@1 from 600 rows");
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines).hasSize(301);
        assertThat(lines.get(0)).isEqualTo("id,score,probability,band");
        assertThat(lines.get(1)).matches("\"L, 0\",\\d{1,3},0\\.\\d{1,6},(hot|warm|cold)");
        assertThat(json(looked).get("card").asString()).isEqualTo("learned@1");
        assertThat(json(looked).get("quality").get("auc").asDouble()).isGreaterThan(0.7);
        assertThat(json(looked).get("quality").get("rows").asInt()).isEqualTo(300);
        assertThat(Files.readString(card())).doesNotContain("column.Lead", "column.part");
    }

    @Test
    void rows_without_an_id_are_numbered_as_in_the_table() throws Exception {
        Path table = table(1);
        train(table);

        Cli.Run scored = Cli.run("score", "--scorecard", card(), "--in", table, "--where", "part=late");

        assertThat(scored.out().lines().skip(1).limit(3).map(line -> line.split(",")[0]))
                .containsExactly("1", "4", "7");
    }

    @Test
    void the_same_table_gives_the_same_card() throws Exception {
        Path table = table(1);
        train(table);
        String first = Files.readString(card());
        train(table);

        assertThat(Files.readString(card())).isEqualTo(first);
    }

    @Test
    void two_cards_are_set_side_by_side() throws Exception {
        Path table = table(1);
        train(table, "--name", "first");
        Path other = folder.resolve("other.json");
        Cli.run(
                "train-scorecard",
                "--in",
                table,
                "--label",
                "ended",
                "--out",
                other,
                "--ignore",
                "Source",
                "--name",
                "second");

        Cli.Run compared =
                Cli.run("backtest", "--scorecard", card(), "--compare", other, "--in", table, "--label", "ended");

        assertThat(json(compared).get("first").get("card").asString()).isEqualTo("first@1");
        assertThat(json(compared).get("second").get("card").asString()).isEqualTo("second@1");
        assertThat(json(compared).get("changed").asInt()).isPositive();
    }

    @Test
    void bad_lines_are_told_and_the_rest_is_used() throws Exception {
        Path table = table(1, "short", "x,early,1,ads,\"1,5\",perhaps", "y,early,1,ads,\"1,5\",");

        Cli.Run trained = train(table);
        Cli.Run scored = Cli.run("score", "--scorecard", card(), "--in", table);

        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.reports())
                .containsExactly(
                        "line 902: expected 6 cells as the header has, found 1",
                        "line 903: expected 1, true, yes or won for a good end, 0, false, no or lost for a bad one in the"
                                + " label's column, found another text");
        assertThat(trained.err()).contains("1 rows without an outcome were passed over");
        assertThat(card()).exists();
        assertThat(scored.code()).isEqualTo(1);
        assertThat(scored.out().lines()).hasSize(903);
    }

    @Test
    void says_what_is_wrong_with_a_table_as_a_whole() throws Exception {
        Path twice = Cli.write(folder, "twice.csv", "a,a,ended", "1,2,won");
        Path oneEnd = Cli.write(folder, "one.csv", "a,ended", "1,won", "2,won");
        Path table = table(1);

        assertThat(Cli.run("train-scorecard", "--in", twice, "--label", "ended", "--out", card())
                        .err())
                .contains("leadkit: line 1: expected each column once, found \"a\" in columns 1 and 2");
        assertThat(Cli.run("train-scorecard", "--in", oneEnd, "--label", "ended", "--out", card())
                        .err())
                .contains("48 more rows and 8 more with a good end")
                .contains("all of them ended alike");
        assertThat(Cli.run("train-scorecard", "--in", table, "--label", "end", "--out", card())
                        .err())
                .contains("expected a column \"end\"");
        assertThat(train(table, "--ignore", "Colour").err()).contains("expected a column \"Colour\"");
        assertThat(card()).doesNotExist();
    }

    @Test
    void a_card_that_reads_what_the_table_does_not_have_is_refused() throws Exception {
        train(table(1));
        Path other = Cli.write(folder, "other.csv", "Visits", "1");

        Cli.Run scored = Cli.run("score", "--scorecard", card(), "--in", other);

        assertThat(scored.code()).isEqualTo(1);
        assertThat(scored.err()).contains("column.Source");
        assertThat(scored.out()).isEmpty();
    }

    @Test
    void nothing_is_written_over_the_card_that_is_read() throws Exception {
        Path table = table(1);
        train(table);
        String card = Files.readString(card());
        Path other = Files.writeString(folder.resolve("other.json"), card);

        List<Cli.Run> runs = List.of(
                Cli.run("score", "--scorecard", card(), "--in", table, "--out", card()),
                Cli.run("backtest", "--scorecard", card(), "--in", table, "--label", "ended", "--out", card()),
                Cli.run(
                        "backtest",
                        "--scorecard",
                        other,
                        "--compare",
                        card(),
                        "--in",
                        table,
                        "--label",
                        "ended",
                        "--out",
                        card()));

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--out: expected another file than --");
        });
        assertThat(card()).hasContent(card);
    }

    @Test
    void wrong_usage_is_told_as_such() throws Exception {
        Path table = table(1);

        assertThat(Cli.run("train-scorecard", "--in", table, "--out", card()).code())
                .isEqualTo(2);
        assertThat(train(table, "--bands", "feeling").code()).isEqualTo(2);
        assertThat(Cli.run("score", "--scorecard", card(), "--in", table, "--out", table)
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("backtest", "--scorecard", card(), "--in", table, "--label", "ended", "--where", "part")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("score", "--scorecard", card(), "--in", table).code())
                .isEqualTo(1);
    }
}
