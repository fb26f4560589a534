package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Learned cards on the public tables of leads that lie beside a developer's clone, with {@code -Dleadkit.shared=true}. */
@EnabledIfSystemProperty(named = "leadkit.shared", matches = "true")
class SharedScorecardsTest {
    private static final int DRAWS = 8;

    @TempDir
    Path folder;

    private static List<Path> tables() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("shared/data"))) {
            here = here.getParent();
        }
        assumeTrue(here != null, "no shared/data above this folder");
        try (Stream<Path> files = Files.walk(here.resolve("shared/data"))) {
            return files.filter(path -> path.endsWith("leads.csv")).sorted().toList();
        }
    }

    private JsonNode judge(Path train, String trainWhere, Path test, String testWhere) {
        Path card = folder.resolve("card.json");
        Cli.Run trained = Cli.run(
                "train-scorecard",
                "--in",
                train,
                "--label",
                "converted",
                "--where",
                trainWhere,
                "--ignore",
                "id",
                "--out",
                card);
        assertThat(trained.code()).as(trained.err()).isZero();
        Cli.Run looked =
                Cli.run("backtest", "--scorecard", card, "--in", test, "--label", "converted", "--where", testWhere);
        return JsonMapper.shared().readTree(looked.out()).get("quality");
    }

    @Test
    void cards_do_well_on_rows_that_they_have_not_seen() throws Exception {
        for (Path table : tables()) {
            JsonNode quality = judge(table, "split=train", table, "split=test");
            System.out.printf("%s: %s%n", table.getParent().getFileName(), figures(quality));

            assertThat(quality.get("auc").asDouble()).isGreaterThan(0.79);
            assertThat(quality.get("logLoss").asDouble()).isLessThan(0.291);
            assertThat(quality.get("ece").asDouble()).isLessThan(0.03);
        }
    }

    /** Drawn from the rows to train on, and judged on the rest of them. */
    @Test
    void three_hundred_rows_beat_the_base_rate() throws Exception {
        for (Path table : tables()) {
            List<String> lines = Files.readAllLines(table);
            double auc = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                Path drawn = draw(lines, draw);
                JsonNode quality = judge(drawn, "split=learn", drawn, "split=judge");
                auc += quality.get("auc").asDouble() / DRAWS;

                assertThat(quality.get("logLoss").asDouble())
                        .isLessThan(quality.get("baseLogLoss").asDouble());
            }
            System.out.printf(
                    "%s, 300 rows: AUC %.3f in %d draws%n", table.getParent().getFileName(), auc, DRAWS);

            assertThat(auc).isGreaterThan(0.7);
        }
    }

    private Path draw(List<String> lines, int draw) throws Exception {
        List<String> rows = new ArrayList<>(
                lines.stream().filter(line -> line.contains(",train,")).toList());
        Collections.shuffle(rows, new Random(draw));
        List<String> drawn = new ArrayList<>(List.of(lines.get(0)));
        for (int row = 0; row < rows.size(); row++) {
            drawn.add(rows.get(row).replaceFirst(",train,", row < 300 ? ",learn," : ",judge,"));
        }
        return Files.write(folder.resolve("drawn.csv"), drawn);
    }

    private static String figures(JsonNode quality) {
        return "AUC %s, log loss %s (base %s), Brier %s, ECE %s, lift %s"
                .formatted(
                        quality.get("auc"),
                        quality.get("logLoss"),
                        quality.get("baseLogLoss"),
                        quality.get("brier"),
                        quality.get("ece"),
                        quality.get("deciles").get(0).get("lift"));
    }
}
