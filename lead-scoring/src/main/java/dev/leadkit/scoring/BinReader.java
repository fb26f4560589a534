package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bins, which must suit their input; those of one table of points may take no value twice. */
final class BinReader {
    /** Far beyond any fact of a lead, and well within what a double holds exactly. */
    private static final long MOST = 1_000_000_000_000_000L;

    private final @Nullable InputKind kind;
    private final Problems problems;
    private final TakenValues taken = new TakenValues();
    private @Nullable Boolean numbers; // what the bins of an open input take so far; null while nobody knows

    /** @param kind of the input; null when the input is unknown, so that any bin may suit it */
    BinReader(@Nullable InputKind kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    /** A bin with its points, which takes nothing that one before it did. */
    @Nullable
    Bin read(JsonFields fields) {
        Double points = Points.read(fields, "points", Factor.MAX_POINTS);
        Bin bin = readValues(fields);
        if (bin == null) {
            return null;
        }
        takesNothingTwice(fields, bin);
        return bin.withPoints(points == null ? 0 : points);
    }

    /** A bin without points. */
    @Nullable
    Bin readValues(JsonFields fields) {
        Double from = fields.optionalNumber("from", -MOST, MOST);
        Double below = fields.optionalNumber("below", -MOST, MOST);
        String equals = fields.optionalText("equals");
        List<String> anyOf = fields.optionalTexts("anyOf");
        boolean missing = fields.optionalFlag("missing");

        boolean isRange = fields.has("from") || fields.has("below");
        int shapes = (isRange ? 1 : 0)
                + (fields.has("equals") ? 1 : 0)
                + (fields.has("anyOf") ? 1 : 0)
                + (fields.has("missing") ? 1 : 0);
        if (shapes != 1) {
            add(
                    fields.pointer(),
                    "unclear-bin",
                    "expected either from and below, or equals, or anyOf, or missing, found keys " + fields.keys(),
                    shapes == 0 ? "say which values it takes" : "make a bin of each");
            return null;
        }
        Bin bin;
        if (isRange) {
            bin = new Bin.Range(from, below, 0);
            if (lost(fields, "from", from) || lost(fields, "below", below)) {
                return null;
            }
        } else if (fields.has("missing")) {
            bin = missing ? new Bin.Missing(0) : new Bin.Given(0);
        } else {
            bin = new Bin.AnyOf(equals == null ? anyOf : List.of(equals), 0);
            if (lost(fields, "equals", equals)) {
                return null;
            }
        }
        suits(fields, bin);
        takesSomething(fields, bin);
        return bin;
    }

    private static boolean lost(JsonFields fields, String key, @Nullable Object value) {
        return value == null && fields.has(key);
    }

    private void suits(JsonFields fields, Bin bin) {
        if (kind == null || bin instanceof Bin.Missing || bin instanceof Bin.Given) {
            return;
        }
        if (kind == InputKind.OPEN) {
            suitsTheOthers(fields, bin instanceof Bin.Range);
            return;
        }
        boolean isNumber = kind == InputKind.NUMBER;
        if (isNumber != bin instanceof Bin.Range) {
            add(
                    fields.pointer(),
                    "wrong-bin",
                    isNumber ? "the factor's input is a number" : "the factor's input is a text",
                    isNumber ? "write \"from\" and \"below\"" : "write \"equals\" or \"anyOf\"");
        } else if (kind == InputKind.FLAG && !((Bin.AnyOf) bin).texts().contains("yes")) {
            add(
                    fields.pointer(),
                    "empty-bin",
                    "the factor's input is \"yes\" or missing, so this bin takes nothing",
                    "write {\"equals\": \"yes\"} or {\"missing\": true}");
        }
    }

    private void suitsTheOthers(JsonFields fields, boolean isRange) {
        if (numbers != null && numbers != isRange) {
            add(
                    fields.pointer(),
                    "wrong-bin",
                    numbers ? "a bin before it takes numbers" : "a bin before it takes texts",
                    "take all values of one input as numbers, or all as texts");
        }
        numbers = isRange;
    }

    private void takesSomething(JsonFields fields, Bin bin) {
        if (bin instanceof Bin.Range range
                && range.from() != null
                && range.below() != null
                && range.from() >= range.below()) {
            add(
                    fields.pointer(),
                    "empty-bin",
                    "no number is at least %s and below %s"
                            .formatted(Numbers.decimal(range.from()), Numbers.decimal(range.below())),
                    "let \"below\" be greater than \"from\"");
        } else if (bin instanceof Bin.AnyOf anyOf && anyOf.texts().isEmpty()) {
            add(fields.pointer("anyOf"), "empty-bin", "no text is listed", "list one or more");
        } else if (bin instanceof Bin.AnyOf anyOf
                && Set.copyOf(anyOf.texts()).size() < anyOf.texts().size()) {
            add(fields.pointer("anyOf"), "duplicate-text", "a text stands twice", "keep one of the two");
        }
    }

    private void takesNothingTwice(JsonFields fields, Bin bin) {
        if (!taken.add(bin)) {
            add(
                    fields.pointer(),
                    "overlapping-bins",
                    "a bin before it takes some of the same values",
                    "let each value fall into one bin");
        }
    }

    private void add(String pointer, String code, String message, String mend) {
        problems.add(pointer, code, message, mend);
    }
}
