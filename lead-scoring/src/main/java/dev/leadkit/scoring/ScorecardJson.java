package dev.leadkit.scoring;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between a scorecard and its JSON document; the schema is {@code scorecard.schema.json} beside this class. */
final class ScorecardJson {
    static final String KIND = "scorecard";

    private static final int MAX_BASE = 1000;
    private static final int MAX_HYSTERESIS = 50;

    private ScorecardJson() {}

    static Scorecard parse(String json) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            CardParts parts = read(name, version, fields);
            return fields.problems().isEmpty() ? new Scorecard(parts) : null;
        });
    }

    private static CardParts read(String name, int version, JsonFields fields) {
        Double base = Points.readOptional(fields, "base", MAX_BASE);
        List<Group> groups = GroupReader.read(fields);
        var factors = new FactorReader(groups, fields.problems());
        List<Factor> its = fields.objects("factors", factors::read);
        List<Band> bands = BandReader.read(fields);
        return new CardParts(
                name,
                version,
                base,
                its,
                groups,
                bands,
                fields.optionalInteger("hysteresis", 1, MAX_HYSTERESIS),
                CalibrationReader.read(fields),
                BandsByReader.read(fields, bands),
                fields.optionalObjectAsItIs("learned"));
    }

    static String write(CardParts parts) {
        Map<String, JsonValue> card = new LinkedHashMap<>();
        card.put("kind", text(KIND));
        card.put("format", whole(1));
        card.put("name", text(parts.name()));
        card.put("version", whole(parts.version()));
        putNumber(card, "base", parts.base());
        putAll(card, "groups", parts.groups(), ScorecardJson::group);
        card.put("factors", all(parts.factors(), ScorecardJson::factor));
        putAll(card, "bands", parts.bands(), ScorecardJson::band);
        putWhole(card, "hysteresis", parts.hysteresis());
        if (parts.calibration() != null) {
            card.put("calibration", calibration(parts.calibration()));
        }
        if (parts.bandsBy() != null) {
            card.put("bandsBy", bandsBy(parts.bandsBy()));
        }
        if (parts.learned() != null) {
            card.put("learned", parts.learned());
        }
        return JsonText.write(new JsonObject(card));
    }

    private static JsonValue group(Group group) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("id", text(group.id()));
        fields.put("label", text(group.label()));
        fields.put("cap", whole(group.cap()));
        return new JsonObject(fields);
    }

    private static JsonValue factor(Factor factor) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("id", text(factor.id()));
        fields.put("label", text(factor.label()));
        fields.put("dimension", text(factor.dimension().key()));
        fields.put("input", text(factor.input()));
        putText(fields, "with", factor.with());
        putAll(fields, "bins", factor.bins(), ScorecardJson::bin);
        putNumber(fields, "each", factor.each());
        if (factor.repeat() != null) {
            fields.put("repeat", repeat(factor.repeat()));
        }
        putAll(fields, "cells", factor.cells(), ScorecardJson::cell);
        putWhole(fields, "cap", factor.cap());
        putText(fields, "group", factor.group());
        if (factor.decay() != null) {
            fields.put("decay", new JsonObject(decay(factor.decay())));
        }
        return new JsonObject(fields);
    }

    private static JsonValue repeat(Repeat repeat) {
        if (repeat instanceof Repeat.First first) {
            return first.most() == 1 ? text("once") : new JsonObject(Map.of("first", whole(first.most())));
        } else if (repeat instanceof Repeat.PerDay perDay) {
            return new JsonObject(Map.of("perDay", whole(perDay.most())));
        }
        return text("each");
    }

    private static Map<String, JsonValue> decay(Decay decay) {
        if (decay instanceof Decay.HalfLife its) {
            return Map.of("halfLife", text(its.time().toString()));
        } else if (decay instanceof Decay.Linear its) {
            return Map.of("linear", text(its.time().toString()));
        } else if (decay instanceof Decay.Window its) {
            return Map.of("window", text(its.time().toString()));
        }
        return Map.of("steps", all(((Decay.Steps) decay).steps(), ScorecardJson::step));
    }

    private static JsonValue step(Decay.Step step) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("after", text(step.after().toString()));
        fields.put("keep", number(step.keep()));
        return new JsonObject(fields);
    }

    private static JsonValue bin(Bin bin) {
        Map<String, JsonValue> fields = values(bin);
        fields.put("points", number(bin.points()));
        return new JsonObject(fields);
    }

    private static JsonValue cell(Cell cell) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("bin", new JsonObject(values(cell.bin())));
        fields.put("with", new JsonObject(values(cell.with())));
        fields.put("points", number(cell.points()));
        return new JsonObject(fields);
    }

    /** Which values a bin takes, without its points. */
    private static Map<String, JsonValue> values(Bin bin) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (bin instanceof Bin.Range range) {
            putNumber(fields, "from", range.from());
            putNumber(fields, "below", range.below());
        } else if (bin instanceof Bin.AnyOf anyOf) {
            if (anyOf.texts().size() == 1) {
                fields.put("equals", text(anyOf.texts().get(0)));
            } else {
                fields.put("anyOf", all(anyOf.texts(), ScorecardJson::text));
            }
        } else {
            fields.put("missing", new JsonBoolean(bin instanceof Bin.Missing));
        }
        return fields;
    }

    private static JsonValue band(Band band) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("key", text(band.key()));
        fields.put("from", whole(band.from()));
        return new JsonObject(fields);
    }

    private static JsonValue calibration(Calibration calibration) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (calibration instanceof Calibration.Logistic logistic) {
            fields.put("kind", text("logistic"));
            fields.put("intercept", number(logistic.intercept()));
            fields.put("slope", number(logistic.slope()));
        } else {
            fields.put("kind", text("points"));
            fields.put("points", all(((Calibration.Points) calibration).points(), ScorecardJson::point));
        }
        return new JsonObject(fields);
    }

    private static JsonValue point(Calibration.Point point) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("sum", number(point.sum()));
        fields.put("probability", number(point.probability()));
        return new JsonObject(fields);
    }

    private static JsonValue bandsBy(BandsBy bandsBy) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (bandsBy instanceof BandsBy.Rank rank) {
            fields.put("rule", text("rank"));
            fields.put("shares", all(rank.shares(), its -> ofBand(its.band(), "share", its.share())));
        } else {
            fields.put("rule", text("probability"));
            fields.put(
                    "probabilities",
                    all(
                            ((BandsBy.Probability) bandsBy).probabilities(),
                            its -> ofBand(its.band(), "from", its.from())));
        }
        return new JsonObject(fields);
    }

    private static JsonValue ofBand(String band, String key, double number) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("band", text(band));
        fields.put(key, number(number));
        return new JsonObject(fields);
    }

    private static <T> void putAll(
            Map<String, JsonValue> fields, String key, List<T> items, Function<T, JsonValue> write) {
        if (!items.isEmpty()) {
            fields.put(key, all(items, write));
        }
    }

    private static void putText(Map<String, JsonValue> fields, String key, @Nullable String value) {
        if (value != null) {
            fields.put(key, text(value));
        }
    }

    private static void putWhole(Map<String, JsonValue> fields, String key, @Nullable Integer value) {
        if (value != null) {
            fields.put(key, whole(value));
        }
    }

    private static void putNumber(Map<String, JsonValue> fields, String key, @Nullable Double value) {
        if (value != null) {
            fields.put(key, number(value));
        }
    }

    private static <T> JsonArray all(List<T> items, Function<T, JsonValue> write) {
        return new JsonArray(items.stream().map(write).toList());
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }

    private static JsonValue whole(int number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }

    private static JsonValue number(double number) {
        return new JsonNumber(Numbers.decimal(number));
    }
}
