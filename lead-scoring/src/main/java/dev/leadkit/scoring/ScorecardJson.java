package dev.leadkit.scoring;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.Band;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between a scorecard and its JSON document; the schema is {@code scorecard.schema.json} beside this class. */
final class ScorecardJson {
    static final String KIND = "scorecard";

    private ScorecardJson() {}

    /** @param catalog the inputs that the card may name */
    static Scorecard parse(String json, InputCatalog catalog) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            var reader = new FactorReader(catalog, fields.problems());
            List<Factor> factors = fields.objects("factors", reader::read);
            List<Band> bands = BandReader.read(fields);
            return fields.problems().isEmpty() ? new Scorecard(name, version, factors, bands, catalog) : null;
        });
    }

    static String write(String name, int version, List<Factor> factors, List<Band> bands) {
        Map<String, JsonValue> card = new LinkedHashMap<>();
        card.put("kind", new JsonString(KIND));
        card.put("format", whole(1));
        card.put("name", new JsonString(name));
        card.put("version", whole(version));
        card.put(
                "factors",
                new JsonArray(factors.stream().map(ScorecardJson::factor).toList()));
        if (!bands.isEmpty()) {
            card.put(
                    "bands",
                    new JsonArray(bands.stream().map(ScorecardJson::band).toList()));
        }
        return JsonText.write(new JsonObject(card));
    }

    private static JsonValue factor(Factor factor) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("id", new JsonString(factor.id()));
        fields.put("label", new JsonString(factor.label()));
        fields.put("dimension", new JsonString(factor.dimension().key()));
        fields.put("input", new JsonString(factor.input()));
        if (!factor.bins().isEmpty()) {
            fields.put(
                    "bins",
                    new JsonArray(factor.bins().stream().map(ScorecardJson::bin).toList()));
        }
        if (factor.each() != null) {
            fields.put("each", number(factor.each()));
        }
        if (factor.cap() != null) {
            fields.put("cap", whole(factor.cap()));
        }
        if (factor.halfLife() != null) {
            JsonValue halfLife = new JsonString(factor.halfLife().toString());
            fields.put("decay", new JsonObject(Map.of("halfLife", halfLife)));
        }
        return new JsonObject(fields);
    }

    private static JsonValue bin(Bin bin) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (bin instanceof Bin.Range range) {
            if (range.from() != null) {
                fields.put("from", number(range.from()));
            }
            if (range.below() != null) {
                fields.put("below", number(range.below()));
            }
        } else if (bin instanceof Bin.AnyOf anyOf) {
            List<JsonValue> texts =
                    List.copyOf(anyOf.texts().stream().map(JsonString::new).toList());
            if (texts.size() == 1) {
                fields.put("equals", texts.get(0));
            } else {
                fields.put("anyOf", new JsonArray(texts));
            }
        } else {
            fields.put("missing", new JsonBoolean(bin instanceof Bin.Missing));
        }
        fields.put("points", whole(bin.points()));
        return new JsonObject(fields);
    }

    private static JsonValue band(Band band) {
        return new JsonObject(Map.of("key", new JsonString(band.key()), "from", whole(band.from())));
    }

    private static JsonValue whole(int number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }

    private static JsonValue number(double number) {
        return new JsonNumber(Numbers.decimal(number));
    }
}
