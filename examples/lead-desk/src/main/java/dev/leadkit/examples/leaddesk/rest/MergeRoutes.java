package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.LeadDesk;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.identity.FieldMerge;
import dev.leadkit.identity.KeptWork;
import dev.leadkit.identity.MergePreview;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads that are one person, and taking back what was done. */
final class MergeRoutes {
    private MergeRoutes() {}

    /** @param merged the survivor with all of both */
    record Preview(LeadJson merged, List<Field> fields) {}

    /** What becomes of a field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String field, List<OfLead> values, @Nullable String result, String rule, boolean contested) {
        static Field of(FieldMerge field) {
            return new Field(
                    field.field(),
                    field.values().stream()
                            .map(value -> new OfLead(value.lead().toString(), value.text()))
                            .toList(),
                    field.result(),
                    field.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    field.isContested());
        }
    }

    record OfLead(String lead, String text) {}

    record Apart(LeadJson survivor, LeadJson restored, List<KeptWork> kept) {}

    record Item(String id, String outcome, List<Reason> reasons) {}

    /** @param changeset by which this can be undone in turn; absent when nothing was written */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Undone(@Nullable String changeset, @Nullable String operation, List<Item> items) {}

    static List<Route> all() {
        return List.of(
                Route.decision("/leads/merge", MergeRoutes::merge),
                Route.decision("/merges/{id}/undo", MergeRoutes::takeApart),
                Route.decision("/changes/{id}/undo", MergeRoutes::undo));
    }

    private static Answer merge(Call call) {
        Body body = call.body();
        String survivor = body.text("survivor");
        String other = body.text("other");
        Map<String, String> chosen = body.textsByName("chosen");
        boolean dryRun = body.flag("dryRun");
        body.done();
        Map<String, LeadId> leads = new LinkedHashMap<>();
        chosen.forEach((field, lead) -> leads.put(field, LeadId.parse(lead)));
        LeadDesk desk = call.desk();
        MergePreview preview = desk.merges().preview(LeadId.parse(survivor), LeadId.parse(other), leads);
        if (dryRun) {
            return Answer.ok(new Preview(
                    LeadJson.of(preview.merged()),
                    preview.fields().stream().map(Field::of).toList()));
        }
        call.requireSeen(preview.survivor().version());
        var lead = desk.merges().apply(preview);
        return Answer.ok(new Preview(
                        LeadJson.of(lead),
                        preview.fields().stream().map(Field::of).toList()))
                .version(lead);
    }

    private static Answer takeApart(Call call) {
        call.optionalBody().done();
        Unmerge apart = call.desk().merges().undo(call.lead());
        return Answer.ok(new Apart(LeadJson.of(apart.survivor()), LeadJson.of(apart.restored()), apart.kept()));
    }

    /** The id is that of one change, as the timeline has it, or of an operation on many leads. */
    private static Answer undo(Call call) {
        call.optionalBody().done();
        UUID id = uuid(call.path("id"));
        LeadDesk desk = call.desk();
        UndoResult result = desk.undo(new ChangesetId(id));
        List<Item> items = new ArrayList<>();
        if (!result.outcomes().isEmpty()) {
            result.outcomes().forEach((lead, outcome) -> items.add(item(lead, outcome)));
            String changeset =
                    result.changeset() == null ? null : result.changeset().toString();
            return Answer.ok(new Undone(changeset, null, items));
        }
        var operation = new OperationId(id);
        if (desk.operations().find(operation).isEmpty()) {
            throw new ProblemException(
                    404, "change-not-found", "there is no such change, or its lead is not yours to see any more");
        }
        OperationReport report = desk.undo(
                operation, portion -> portion.outcomes().forEach((lead, outcome) -> items.add(item(lead, outcome))));
        return Answer.ok(new Undone(
                null, report.operation() == null ? null : report.operation().toString(), items));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(404, "change-not-found", "there is no such change");
        }
    }

    private static Item item(LeadId lead, UndoOutcome outcome) {
        List<Reason> reasons = List.of();
        if (outcome instanceof UndoOutcome.Partly partly) {
            reasons = reasons(partly.kept());
        } else if (outcome instanceof UndoOutcome.Refused refused) {
            reasons = reasons(refused.kept());
        } else if (outcome instanceof UndoOutcome.NotSeen) {
            reasons = List.of(new Reason(outcome.code(), null, "the lead is no longer yours to see"));
        }
        return new Item(lead.toString(), outcome.code(), reasons);
    }

    private static List<Reason> reasons(List<KeptChange> kept) {
        return kept.stream()
                .map(each -> new Reason(each.code(), each.field(), each.text()))
                .toList();
    }
}
