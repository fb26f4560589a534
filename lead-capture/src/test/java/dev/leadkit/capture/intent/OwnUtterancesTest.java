package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.intent.IntentTraining.Judgement;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The 1,500 utterances written for this project, of 22 trades in four groups of which no trade is in two: the shipped model was
 * trained on them, and the way it is trained finds intents in trades that it was not shown.
 */
class OwnUtterancesTest {
    private static List<IntentExample> examples = List.of();

    @BeforeAll
    static void read() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                OwnUtterancesTest.class.getResourceAsStream("own-utterances.jsonl"), StandardCharsets.UTF_8))) {
            examples = reader.lines().map(OwnUtterancesTest::example).toList();
        }
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

        assertThat(known.all().examples()).isEqualTo(1500);
        assertThat(known.all().f1()).isGreaterThan(0.8);
        assertThat(known.falseAlarms()).isLessThan(0.1);
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
