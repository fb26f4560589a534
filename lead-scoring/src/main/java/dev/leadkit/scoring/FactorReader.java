package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Contribution;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the factors of one card, with every problem that they have together and each by itself. */
final class FactorReader {
    private static final int MAX_EACH = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final InputCatalog catalog;
    private final Problems problems;
    private final Set<String> ids = new HashSet<>();

    FactorReader(InputCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    @Nullable
    Factor read(JsonFields fields) {
        String id = id(fields);
        String label = fields.text("label");
        String dimension = fields.oneOf("dimension", Dimension.KEYS);
        String input = fields.text("input");
        InputCatalog.Kind kind = input == null ? null : kind(fields, input);
        List<Bin> bins = bins(fields, kind);
        Double each = fields.optionalNumber("each", -MAX_EACH, MAX_EACH);
        Integer cap = fields.optionalInteger("cap", 1, Factor.MAX_POINTS);
        Duration halfLife = halfLife(fields);
        if (fields.has("bins") == fields.has("each")) {
            problems.add(
                    fields.pointer(),
                    "points-unclear",
                    fields.has("each") ? "both \"bins\" and \"each\" are given" : "nothing says how it gives points",
                    "write either \"bins\" or \"each\"");
        }
        if (fields.has("each") && kind != null && kind != InputCatalog.Kind.NUMBER) {
            problems.add(
                    fields.pointer("each"),
                    "not-a-number",
                    "\"%s\" is no number, so there is nothing to multiply".formatted(input),
                    "write \"bins\" instead");
        }
        return id == null || label == null || dimension == null || input == null
                ? null
                : new Factor(id, label, Dimension.ofKey(dimension), input, bins, each, cap, halfLife);
    }

    private @Nullable String id(JsonFields fields) {
        String id = Ids.read(fields, "id");
        if (Contribution.LIMIT.equals(id)) {
            problems.add(
                    fields.pointer("id"),
                    "reserved-id",
                    "\"limit\" is what keeps a score within 0 to 100",
                    "choose another id");
        } else if (id != null && !ids.add(id)) {
            problems.add(
                    fields.pointer("id"),
                    "duplicate-factor",
                    "the factor \"%s\" stands twice".formatted(id),
                    "give each factor an id of its own");
        }
        return id;
    }

    private InputCatalog.@Nullable Kind kind(JsonFields fields, String input) {
        InputCatalog.Entry entry = catalog.find(input);
        if (entry == null) {
            problems.add(
                    fields.pointer("input"),
                    "unknown-input",
                    "there is no input \"%s\"".formatted(input),
                    "use one of: " + String.join(", ", catalog.names()));
            return null;
        }
        return entry.kind();
    }

    private List<Bin> bins(JsonFields fields, InputCatalog.@Nullable Kind kind) {
        var reader = new BinReader(kind, problems);
        return fields.has("bins") ? fields.objects("bins", reader::read) : fields.optionalObjects("bins", reader::read);
    }

    private @Nullable Duration halfLife(JsonFields fields) {
        JsonFields decay = fields.optionalObject("decay");
        if (decay == null) {
            return null;
        }
        Duration halfLife = null;
        if (decay.has("halfLife")) {
            halfLife = decay.optionalDuration("halfLife");
        } else {
            decay.text("halfLife"); // says that it is missing
        }
        decay.rejectUnknown();
        if (halfLife != null && (halfLife.compareTo(SHORTEST) < 0 || halfLife.compareTo(LONGEST) > 0)) {
            problems.add(
                    decay.pointer("halfLife"),
                    "out-of-range",
                    "expected one second to 36500 days, found " + halfLife,
                    "choose a time in that range");
        }
        return halfLife;
    }
}
