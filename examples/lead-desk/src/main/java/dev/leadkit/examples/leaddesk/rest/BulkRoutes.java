package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.LeadDesk;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.store.LeadFilter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The same done to many leads, with an outcome for each. */
final class BulkRoutes {
    private static final Set<String> NO_FILTERS = Set.of("limit", "cursor", "sort");

    private BulkRoutes() {}

    /** What became of a lead. @param outcome such as applied, unchanged, refused or stale */
    record Item(String id, String outcome, List<Reason> reasons) {}

    /** @param operation by which it can be undone; absent after a dry run and when there was nothing to do */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(@Nullable String operation, boolean dryRun, Map<String, Long> counts, List<Item> items) {}

    static List<Route> all() {
        return List.of(Route.decision("/leads/bulk", BulkRoutes::bulk));
    }

    private static Answer bulk(Call call) {
        Body body = call.body();
        boolean dryRun = body.flag("dryRun");
        boolean byIds = body.has("ids");
        List<String> ids = body.texts("ids");
        Body filter = body.object("filter");
        if (byIds == (filter != null)) {
            body.wrong("ids", "either", "expected either ids or filter");
        }
        Map<String, List<String>> parameters = filter == null ? Map.of() : parameters(filter);
        String action = body.json("action");
        if (action == null) {
            body.wrong("action", "missing", "expected an object such as {\"type\":\"tag\",\"tag\":\"vip\"}");
        }
        body.done();
        LeadDesk desk = call.desk();
        BulkAction wanted = action(action == null ? "" : action);
        BulkTarget target = byIds ? BulkTarget.of(leadIds(ids)) : BulkTarget.matching(filter(desk, parameters));
        List<Item> items = new ArrayList<>();
        Consumer<Portion<BulkOutcome>> collect =
                portion -> portion.outcomes().forEach((id, outcome) -> items.add(item(id, outcome)));
        OperationReport report = dryRun
                ? desk.bulk().dryRun(wanted, target, collect)
                : desk.bulk().run(wanted, target, collect);
        String operation =
                report.operation() == null ? null : report.operation().toString();
        Answer answer = Answer.ok(new Result(operation, dryRun, report.counts(), items));
        return wanted instanceof BulkAction.Erase && !dryRun ? answer.afterErasure() : answer;
    }

    private static Set<LeadId> leadIds(List<String> ids) {
        Set<LeadId> leads = new LinkedHashSet<>();
        ids.forEach(id -> leads.add(LeadId.parse(id)));
        return leads;
    }

    /** The values by the names that a URL has too; a single one may stand without an array. */
    private static Map<String, List<String>> parameters(Body filter) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : filter.names()) {
            List<String> values = filter.textOrTexts(name);
            if (!values.isEmpty()) {
                parameters.put(name, values);
            }
        }
        return parameters;
    }

    private static LeadFilter filter(LeadDesk desk, Map<String, List<String>> parameters) {
        for (String name : NO_FILTERS) {
            if (parameters.containsKey(name)) {
                throw new InvalidInputException("filter." + name, "filters alone", name);
            }
        }
        return desk.parameters(ZoneOffset.UTC).query(parameters).filter();
    }

    private static BulkAction action(String json) {
        try {
            return BulkAction.parse(json);
        } catch (InvalidDefinitionException invalid) {
            List<Reason> reasons = invalid.problems().stream()
                    .map(each -> new Reason(each.code(), "action" + each.pointer(), each.message()))
                    .toList();
            throw new ProblemException(Problem.of(400, "invalid-body", "action: can't be read", reasons));
        }
    }

    private static Item item(LeadId id, BulkOutcome outcome) {
        List<Reason> reasons =
                outcome instanceof BulkOutcome.Refused refused ? Problems.reasons(refused.refusals()) : List.of();
        return new Item(id.toString(), outcome.code(), reasons);
    }
}
