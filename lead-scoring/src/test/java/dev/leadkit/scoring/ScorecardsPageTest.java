package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The definitions of {@code docs/scorecards.md}: each is read, and each key of the schema is in one. */
class ScorecardsPageTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    /** What a whole card is made around a part of one. */
    private static final String CARD =
            "{\"kind\":\"scorecard\",\"format\":1,\"name\":\"p\",\"version\":1,\"factors\":[%s]%s}";

    private static final String FACTOR = "{\"id\":\"f\",\"label\":\"F\",\"dimension\":\"fit\",%s}";
    private static final String MESSAGES = "\"input\":\"engagement.messages\"";

    private final String page;

    ScorecardsPageTest() throws IOException {
        page = Files.readString(Path.of("docs/scorecards.md"));
    }

    private List<JsonValue> blocks() {
        return BLOCK.matcher(page)
                .results()
                .map(block -> JsonText.parse(block.group(1)))
                .toList();
    }

    /** The whole cards that the blocks stand for. */
    private List<String> cards() {
        List<String> cards = new ArrayList<>();
        for (JsonValue block : blocks()) {
            if (block instanceof JsonObject object) {
                boolean whole = object.members().containsKey("kind");
                String text = JsonText.write(block);
                cards.add(whole ? text : ofFactor(text.substring(1, text.length() - 1)));
            } else {
                List<JsonValue> items = ((JsonArray) block).items();
                if (((JsonObject) items.get(0)).members().containsKey("points") && !isCalibration(items)) {
                    cards.add(ofFactor("\"input\":\"column.x\",\"bins\":" + JsonText.write(block)));
                } else {
                    items.forEach(item -> cards.add(ofPart((JsonObject) item)));
                }
            }
        }
        return cards;
    }

    private static boolean isCalibration(List<JsonValue> items) {
        return ((JsonObject) items.get(0)).members().containsKey("kind");
    }

    private static String ofPart(JsonObject part) {
        String text = JsonText.write(part);
        String some = MESSAGES + ",\"each\":1";
        if (part.members().containsKey("each")) {
            return ofFactor(MESSAGES + "," + text.substring(1, text.length() - 1));
        } else if (part.members().containsKey("kind")) {
            return CARD.formatted(FACTOR.formatted(some), ",\"calibration\":" + text);
        } else if (part.members().containsKey("rule")) {
            return CARD.formatted(FACTOR.formatted(some), ",\"bandsBy\":" + text);
        }
        return ofFactor(some + ",\"decay\":" + text);
    }

    private static String ofFactor(String members) {
        return CARD.formatted(FACTOR.formatted(members), "");
    }

    @Test
    void every_definition_is_read_and_written_again() {
        assertThat(cards()).hasSizeGreaterThan(14).allSatisfy(card -> {
            Scorecard read = Scorecard.parse(card);
            assertThat(Scorecard.parse(read.toJson())).isEqualTo(read);
        });
    }

    @Test
    void every_key_of_the_schema_is_explained() {
        JsonValue schema =
                JsonText.parse(DefinitionReader.resource(Scorecard.class.getResourceAsStream("scorecard.schema.json")));
        Set<String> keys = new TreeSet<>();
        collect(schema, keys);

        assertThat(keys)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(page).containsAnyOf("\"" + key + "\"", "`" + key + "`"));
    }

    private static void collect(JsonValue value, Set<String> keys) {
        if (value instanceof JsonArray array) {
            array.items().forEach(item -> collect(item, keys));
        } else if (value instanceof JsonObject object) {
            if (object.members().get("properties") instanceof JsonObject properties) {
                keys.addAll(properties.members().keySet());
            }
            object.members().values().forEach(member -> collect(member, keys));
        }
    }

    @Test
    void every_input_of_a_lead_is_named() {
        assertThat(LeadInput.names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void the_rows_are_scored_as_shown() {
        Scorecard card = Scorecard.named("rows")
                .factor(Factor.fit("visits", "Visits", "column.visits").withBins(Bin.from(10, 30)))
                .factor(Factor.fit("job", "Job", "column.job").withBins(Bin.equalTo("nurse", 12)))
                .build();

        // docs/scorecards.md shows these lines.
        RowScorer scorer = card.forColumns(List.of("id", "visits", "job"));
        RowScore score = scorer.score(List.of("7", "12", "nurse"));

        assertThat(score.value()).isEqualTo(42);
        assertThat(page)
                .contains("RowScorer scorer = card.forColumns(List.of(\"id\", \"visits\", \"job\"));")
                .contains("RowScore score = scorer.score(List.of(\"7\", \"12\", \"nurse\"));");
    }
}
