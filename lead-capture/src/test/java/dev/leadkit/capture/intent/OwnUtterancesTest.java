package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.intent.IntentTraining.Judgement;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The 1,500 utterances written for this project, of 22 trades in four groups of which no trade is in two, and its 1,041 chats of four
 * writers: the shipped model was trained on them, and the way it is trained finds intents in trades that it was not shown. And 1,480
 * messages in German, French, Spanish, Portuguese, Italian, Dutch, Polish and Turkish, after which the phrases of those languages were
 * written.
 */
class OwnUtterancesTest {
    private static List<IntentExample> examples = List.of();
    private static List<IntentExample> chats = List.of();

    @BeforeAll
    static void read() throws IOException {
        examples = read("own-utterances.jsonl", OwnUtterancesTest::example);
        chats = read("own-chats.jsonl", OwnUtterancesTest::chat);
    }

    private static List<IntentExample> read(String file, Function<String, IntentExample> parser) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(OwnUtterancesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines().map(parser).toList();
        }
    }

    private static IntentExample chat(String line) {
        var fields = (JsonObject) JsonText.parse(line);
        var gold = (JsonObject) fields.members().get("gold");
        List<String> texts = ((JsonArray) fields.members().get("turns"))
                .items().stream().map(turn -> text((JsonObject) turn, "text")).toList();
        return new IntentExample(
                texts, IntentLabel.valueOf(text(gold, "intent").toUpperCase(Locale.ROOT)), text(fields, "source"));
    }

    private static IntentExample example(String line) {
        var fields = (JsonObject) JsonText.parse(line);
        IntentLabel label = IntentLabel.valueOf(text(fields, "label").toUpperCase(Locale.ROOT));
        return new IntentExample(List.of(text(fields, "text")), label, text(fields, "source"));
    }

    private static String text(JsonObject fields, String key) {
        return ((JsonString) fields.members().get(key)).value();
    }

    private static Judgement judgement(IntentModel model, List<IntentExample> of) {
        var judged = new JudgedExamples();
        of.forEach(example -> judged.add(example, model));
        return judged.judgement(0, null);
    }

    @Test
    void the_trained_model_knows_them() {
        Judgement known = judgement(IntentModel.trained(), examples);

        assertThat(known.all().examples()).isEqualTo(1585);
        assertThat(known.all().f1()).isGreaterThan(0.75);
        assertThat(known.falseAlarms()).isLessThan(0.07);
    }

    @Test
    void the_trained_model_knows_the_chats() {
        Judgement known = judgement(IntentModel.trained(), chats);

        assertThat(known.all().examples()).isEqualTo(1041);
        assertThat(known.all().f1()).isGreaterThan(0.8);
        assertThat(known.falseAlarms()).isLessThan(0.15);
    }

    @Test
    void intents_are_found_in_eight_other_languages_than_english() throws IOException {
        List<IntentExample> foreign = read("own-languages.jsonl", OwnUtterancesTest::example);

        Judgement trained = judgement(IntentModel.trained(), foreign);
        Judgement lexical = judgement(IntentModel.lexical(), foreign);

        assertThat(trained.all().examples()).isEqualTo(1480);
        assertThat(trained.all().f1()).isGreaterThan(0.7);
        assertThat(trained.falseAlarms()).isLessThan(0.15);
        assertThat(lexical.all().f1()).isGreaterThan(0.65);
    }

    @Test
    void of_chats_left_out_three_in_four_intents_are_found_by_what_the_others_say() {
        List<IntentExample> others = new ArrayList<>(examples);
        chats.stream().filter(chat -> !chat.source().equals("chats-2")).forEach(others::add);
        List<IntentExample> leftOut =
                chats.stream().filter(chat -> chat.source().equals("chats-2")).toList();

        Judgement learned = judgement(new CueLearner(IntentModel.lexical(), others).learn("own", 1), leftOut);

        assertThat(learned.all().f1())
                .isGreaterThan(0.75)
                .isGreaterThan(judgement(IntentModel.lexical(), leftOut).all().f1());
    }

    @Test
    void the_lexical_model_finds_more_than_half_with_few_false_alarms() {
        Judgement lexical = judgement(IntentModel.lexical(), examples);

        assertThat(lexical.all().f1()).isGreaterThan(0.6);
        assertThat(lexical.falseAlarms()).isLessThan(0.1);
    }

    @Test
    void of_trades_left_out_most_intents_are_found_by_what_the_others_say() {
        List<IntentExample> others = new ArrayList<>(examples);
        others.removeIf(example -> example.source().equals("own-4"));
        List<IntentExample> leftOut = new ArrayList<>(examples);
        leftOut.removeAll(others);

        Judgement learned = judgement(new CueLearner(IntentModel.lexical(), others).learn("own", 1), leftOut);

        assertThat(learned.all().examples()).isEqualTo(339);
        assertThat(learned.all().f1())
                .isGreaterThan(0.75)
                .isGreaterThan(judgement(IntentModel.lexical(), leftOut).all().f1());
        assertThat(learned.falseAlarms()).isLessThan(0.2);
    }
}
