package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Contribution;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the factors of one card, with every problem that they have together and each by itself. */
final class FactorReader {
    private static final int MAX_EACH = 100;
    private static final Set<String> RESERVED = Set.of(Contribution.LIMIT, Contribution.BASE, Contribution.ROUNDING);

    private final List<Group> groups;
    private final Problems problems;
    private final Set<String> ids = new HashSet<>();
    private final CellReader cells;

    /** @param groups those of the card */
    FactorReader(List<Group> groups, Problems problems) {
        this.groups = groups;
        this.problems = problems;
        this.cells = new CellReader(problems);
    }

    @Nullable
    Factor read(JsonFields fields) {
        String id = id(fields);
        String label = fields.text("label");
        String dimension = fields.oneOf("dimension", Dimension.KEYS);
        String input = fields.text("input");
        InputKind kind = input == null ? null : kind(fields, "input", input);
        List<Bin> bins = bins(fields, kind);
        Double each = each(fields, input, kind);
        Repeat repeat = RepeatReader.read(fields, input);
        String with = with(fields, input);
        List<Cell> table = cells.read(fields, kind, with == null ? null : InputCatalog.kind(with));
        Integer cap = fields.optionalInteger("cap", 1, Factor.MAX_POINTS);
        String group = group(fields);
        Decay decay = DecayReader.read(fields);
        givesPoints(fields);
        return id == null || label == null || dimension == null || input == null
                ? null
                : new Factor(
                        id,
                        label,
                        Dimension.ofKey(dimension),
                        input,
                        bins,
                        each,
                        repeat,
                        with,
                        table,
                        cap,
                        group,
                        decay);
    }

    private void givesPoints(JsonFields fields) {
        List<String> given =
                Stream.of("bins", "each", "cells").filter(fields::has).toList();
        if (given.size() != 1) {
            problems.add(
                    fields.pointer(),
                    "points-unclear",
                    given.isEmpty() ? "nothing says how it gives points" : "more than one is given: " + given,
                    "write either \"bins\" or \"each\" or \"cells\"");
        }
    }

    private @Nullable String id(JsonFields fields) {
        String id = Ids.read(fields, "id");
        if (id != null && (RESERVED.contains(id) || id.startsWith(Contribution.CAP_PREFIX))) {
            problems.add(
                    fields.pointer("id"),
                    "reserved-id",
                    "\"%s\" is what a card itself adds to its factors".formatted(id),
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

    private @Nullable InputKind kind(JsonFields fields, String key, String input) {
        InputKind kind = InputCatalog.kind(input);
        if (kind == null) {
            problems.add(
                    fields.pointer(key),
                    "unknown-input",
                    "there is no input \"%s\"".formatted(input),
                    "use one of: " + InputCatalog.choice());
        }
        return kind;
    }

    private List<Bin> bins(JsonFields fields, @Nullable InputKind kind) {
        var reader = new BinReader(kind, problems);
        return fields.has("bins") ? fields.objects("bins", reader::read) : fields.optionalObjects("bins", reader::read);
    }

    private @Nullable Double each(JsonFields fields, @Nullable String input, @Nullable InputKind kind) {
        Double each = Points.readOptional(fields, "each", MAX_EACH);
        if (fields.has("each") && (kind == InputKind.TEXT || kind == InputKind.FLAG)) {
            problems.add(
                    fields.pointer("each"),
                    "not-a-number",
                    "\"%s\" is no number, so there is nothing to multiply".formatted(input),
                    "write \"bins\" instead");
        }
        return each;
    }

    private @Nullable String with(JsonFields fields, @Nullable String input) {
        String with = fields.has("cells") ? fields.text("with") : fields.optionalText("with");
        if (with == null) {
            return null;
        }
        kind(fields, "with", with);
        if (!fields.has("cells")) {
            problems.add(
                    fields.pointer("with"),
                    "unused-input",
                    "a second input is read by \"cells\" alone",
                    "write \"cells\", or leave it out");
        } else if (with.equals(input)) {
            problems.add(
                    fields.pointer("with"),
                    "same-input",
                    "both inputs are \"%s\"".formatted(with),
                    "name another, or write \"bins\"");
        }
        return with;
    }

    private @Nullable String group(JsonFields fields) {
        String group = fields.optionalText("group");
        if (group != null && groups.stream().noneMatch(its -> its.id().equals(group))) {
            problems.add(
                    fields.pointer("group"),
                    "unknown-group",
                    "the card has no group \"%s\"".formatted(group),
                    "add it to \"groups\", or name another");
        }
        return group;
    }
}
