package dev.leadkit.csv;

import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors that lines may have, each in one place. */
final class LineErrors {
    private LineErrors() {}

    static LineError unreadable(CsvProblem problem) {
        String found = "%s at line %d, character %d".formatted(problem.found(), problem.line(), problem.column());
        String mend = problem.last() ? "mend the line; nothing after it is read" : "mend the line";
        return new LineError(null, problem.code(), problem.expected(), found, mend);
    }

    static LineError tooManyCells(int columns, int cells) {
        return new LineError(
                null,
                "more-cells-than-columns",
                "at most %d cells, as the header has".formatted(columns),
                Integer.toString(cells),
                "put quotes around a cell that holds a separator");
    }

    static LineError invalid(@Nullable String column, InvalidInputException invalid) {
        return new LineError(
                column, "invalid-value", invalid.expected(), invalid.found(), "correct the cell or leave it empty");
    }

    static LineError noKey(List<MatchKey> keys) {
        String fields =
                String.join(" or ", keys.stream().map(key -> key.field().key()).toList());
        return new LineError(
                null,
                "no-key",
                "a value for " + fields + ", by which leads are matched",
                "none",
                "fill it in, or match by something that each line has");
    }

    /** @param normalizer without a numbering plan, no number of the table is valid */
    static LineError unmatchablePhone(@Nullable String column, ContactNormalizer normalizer) {
        return new LineError(
                column,
                "unmatchable-phone",
                "a valid number, since leads are matched by it",
                "one that no numbering plan is known to hold",
                normalizer == ContactNormalizer.plainDigits()
                        ? "give the kit a normalizer that knows numbering plans, such as LibPhoneNormalizer"
                        : "write it with its country code, or name the region of the table");
    }

    static LineError duplicate(@Nullable String column, long earlier) {
        return new LineError(
                column,
                "duplicate-key",
                "one line about a lead",
                "the same lead in line " + earlier,
                "put both into one line");
    }

    static LineError unknownLead(@Nullable String column) {
        return new LineError(
                column,
                "unknown-lead",
                "the id of a lead of this tenant",
                "another id",
                "match by something else to make new leads");
    }

    static LineError merged(LeadId survivor) {
        return new LineError(
                null, "merged", "a lead that stands by itself", "one that was merged", "use lead " + survivor);
    }

    static LineError otherPipeline(@Nullable String column, String own, String found) {
        return new LineError(
                column,
                "other-pipeline",
                "a lead in the pipeline \"%s\", since only there a table moves leads".formatted(own),
                "one in \"%s\"".formatted(found),
                "leave the stage and the reason for its loss empty, and move it at the desk");
    }

    static LineError externalIdTaken(@Nullable String column, LeadId holder) {
        return new LineError(
                column,
                "external-id-taken",
                "an external id of no other open lead",
                "that of lead " + holder,
                "match by external id, or correct the cell");
    }

    static LineError notLost(@Nullable String column) {
        return new LineError(
                column,
                "not-lost",
                "no reason for being lost, since the lead is not",
                "one",
                "give it a stage that means lost, or leave the cell empty");
    }

    static List<LineError> forbidden(List<Refusal> refusals) {
        return refusals.stream()
                .distinct()
                .map(refusal -> new LineError(
                        null,
                        refusal.code(),
                        "what the actor and the tenant's plan may write",
                        refusal.text(),
                        "leave the line out, or ask whoever may change the policy or the plan"))
                .toList();
    }

    static List<LineError> refused(ImportColumns columns, List<Refusal> refusals) {
        return refusals.stream()
                .distinct()
                .map(refusal -> new LineError(
                        columns.headerOf(
                                LeadField.LOST_REASON.equals(refusal.field()) ? CsvField.LOST_REASON : CsvField.STAGE),
                        refusal.code(),
                        "a stage that the pipeline lets the lead into",
                        refusal.text(),
                        refusal.field() == null
                                ? "choose another stage"
                                : "give a value for \"%s\" in the same line".formatted(refusal.field())))
                .toList();
    }
}
