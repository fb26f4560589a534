package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainIntentCommandTest {
    @TempDir
    Path folder;

    private static List<String> utterances() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (String source : List.of("a", "b", "c")) {
                lines.add("{\"text\":\"let us moor at pier %d\",\"label\":\"purchase\",\"source\":\"%s\"}"
                        .formatted(i, source));
                lines.add("{\"text\":\"fog over pier %d\",\"label\":\"none\",\"source\":\"%s\"}".formatted(i, source));
            }
        }
        return lines;
    }

    private Path write(List<String> lines) throws Exception {
        return Cli.write(folder, "utterances.jsonl", lines.toArray(String[]::new));
    }

    @Test
    void writes_a_model_that_check_accepts_and_capture_uses() throws Exception {
        Path model = folder.resolve("model.json");
        Path chat = Cli.write(
                folder,
                "chat.jsonl",
                "{\"id\":\"1\",\"turns\":[{\"speaker\":\"visitor\",\"text\":\"let us moor at pier 40\"}]}");

        Cli.Run trained = Cli.run("train-intent", "--in", write(utterances()), "--out", model);

        assertThat(trained.code()).isZero();
        assertThat(Cli.run("check", model).code()).isZero();
        assertThat(Cli.run("capture", "--in", chat)
                        .results()
                        .get(0)
                        .get("purchaseIntent")
                        .asBoolean())
                .isFalse();
        JsonNode captured = Cli.run("capture", "--in", chat, "--intent-model", model)
                .results()
                .get(0);
        assertThat(captured.get("purchaseIntent").asBoolean()).isTrue();
    }

    @Test
    void reports_counts_and_figures_of_sources_left_out() throws Exception {
        Cli.Run run = Cli.run("train-intent", "--in", write(utterances()), "--out", folder.resolve("model.json"));

        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.get("examples").get("purchase").asInt()).isEqualTo(36);
        assertThat(report.get("examples").get("qualified").asInt()).isZero();
        assertThat(report.get("badLines").asInt()).isZero();
        assertThat(report.get("threshold").asDouble()).isEqualTo(0.5);
        assertThat(report.get("crossValidation").get("all").get("f1").asDouble())
                .isEqualTo(1);
        assertThat(report.get("leftOutSources").get("sources").propertyNames()).containsExactly("a", "b", "c");
        assertThat(report.get("leftOutSources").get("prior").get("macroF1").asDouble())
                .isLessThan(0.5);
    }

    @Test
    void takes_conversations_with_gold_too() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (String intent : List.of("qualified", "none")) {
                String said = intent.equals("none") ? "fog" : "moor";
                lines.add("""
                        {"id":"%d","turns":[{"speaker":"bot","text":"ahoy"},{"speaker":"visitor","text":"%s"}],\
                        "gold":{"intent":"%s"}}""".formatted(i, said, intent));
            }
        }

        Cli.Run run = Cli.run("train-intent", "--in", write(lines), "--out", folder.resolve("model.json"));

        assertThat(run.code()).isZero();
        assertThat(Files.readString(folder.resolve("model.json")))
                .contains("moor")
                .doesNotContain("ahoy");
    }

    @Test
    void a_bad_line_is_reported_with_its_number_and_does_not_stop_the_others() throws Exception {
        List<String> lines = utterances();
        lines.add(0, "{\"text\":\"secret\",\"label\":\"maybe\"}");
        lines.add(1, "");
        lines.add(2, "{\"text\":7,\"label\":\"none\"}");
        lines.add(3, "{\"label\":\"none\"}");
        lines.add(4, "secret");
        lines.add(5, "[]");
        lines.add(6, "{\"turns\":[],\"gold\":{\"intent\":\"none\"}}");

        Cli.Run run = Cli.run("train-intent", "--in", write(lines), "--out", folder.resolve("model.json"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports())
                .containsExactly(
                        "line 1: label: expected purchase, qualified or none, found another text",
                        "line 3: text: expected a text, found another value",
                        "line 4: text: expected a text, found none",
                        "line 5: not JSON: broken at column 1",
                        "line 6: the line: expected a JSON object, found another value",
                        "line 7: turns: expected a list with at least one turn of the visitor, found none");
        assertThat(folder.resolve("model.json")).exists();
    }

    @Test
    void without_both_sides_there_is_no_model() throws Exception {
        Cli.Run run = Cli.run(
                "train-intent",
                "--in",
                write(List.of("{\"text\":\"fog\",\"label\":\"none\"}")),
                "--out",
                folder.resolve("model.json"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("at least 10 examples with an intent and as many without");
        assertThat(folder.resolve("model.json")).doesNotExist();
    }
}
