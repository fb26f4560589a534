package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.capture.CaptureReplay;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Usage;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.tenant.CardRole;
import dev.leadkit.scoring.tenant.ScorecardDesk;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a tenant chose for itself: capture rules, scorecard, plan. Read by all, changed by an admin. */
final class DefinitionRoutes {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_SESSIONS = 1_000;

    private DefinitionRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/capture-rules", DefinitionRoutes::rules),
                Route.put("/capture-rules", DefinitionRoutes::putRules),
                Route.post("/capture-rules/replay", DefinitionRoutes::replay),
                Route.get("/scorecard", DefinitionRoutes::card),
                Route.put("/scorecard", DefinitionRoutes::putCard),
                Route.get("/plan", DefinitionRoutes::plan),
                Route.put("/plan", DefinitionRoutes::putPlan));
    }

    private static Answer rules(Call call) {
        return shown(call.host().captureRules().current(call.who().tenant()), CaptureRules::toJson);
    }

    private static Answer putRules(Call call) {
        return save(call, call.host().captureRules(), CaptureRules::toJson);
    }

    private static Answer card(Call call) {
        return shown(call.host().scorecard(call.who().tenant()), Scorecard::toJson);
    }

    private static Answer putCard(Call call) {
        String text = definition(call);
        ScorecardDesk cards = call.host().scorecards(call.desk());
        long version = cards.history().version();
        call.requireSeen(version);
        long now = cards.publish(CardRole.LIVE, Scorecard.parse(text), version).version();
        if (now != version) {
            call.host().rescorer().begin(call.who().tenant());
        }
        return card(call);
    }

    private static <T> Answer shown(Current<T> current, Function<T, String> toJson) {
        return Answer.ok(Json.read(toJson.apply(current.value()).getBytes(StandardCharsets.UTF_8)))
                .version(current.version());
    }

    private static <T> Answer save(Call call, TenantDefinitions<T> definitions, Function<T, String> toJson) {
        return shown(save(call, definitions, definition(call)), toJson);
    }

    private static String definition(Call call) {
        call.require(Role.ADMIN);
        call.requireMediaType("application/json");
        return new String(call.bytes(MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static <T> Current<T> save(Call call, TenantDefinitions<T> definitions, String text) {
        long version = definitions.current(call.who().tenant()).version();
        call.requireSeen(version);
        return definitions.save(call.who().tenant(), call.who().actor(), version, text);
    }

    /** What other rules would make of stored conversations. @param counts by added, gone and changed */
    record Replay(int same, Map<String, Long> counts, List<Difference> differences, List<String> unknown) {}

    record Difference(String session, int segment, String kind, Side before, Side after) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            boolean captured,
            String stage,
            Collection<String> tags,
            @Nullable String assignee,
            @Nullable Integer score,
            List<String> fired) {
        static Side of(CaptureReplay.Outcome outcome) {
            return new Side(
                    outcome.captured(),
                    outcome.stage(),
                    outcome.tags(),
                    outcome.assignee(),
                    outcome.score(),
                    outcome.fired());
        }
    }

    private static Answer replay(Call call) {
        call.require(Role.ADMIN);
        Body body = call.body();
        String rules = body.json("rules");
        boolean bySessions = body.has("sessions");
        List<String> sessions = body.texts("sessions");
        String from = body.optionalText("from");
        String to = body.optionalText("to");
        if (rules == null) {
            body.wrong("rules", "missing", "expected the definition of capture rules");
        }
        if (sessions.size() > MOST_SESSIONS) {
            body.wrong("sessions", "too-many", "expected at most %s".formatted(MOST_SESSIONS));
        }
        body.done();
        CaptureRules wanted = CaptureRules.parse(rules == null ? "" : rules);
        CaptureReplay replay = bySessions
                ? call.capture().replay(wanted, sessions)
                : call.capture()
                        .replay(wanted, Windows.between(from, to, call.host().now()));
        Map<String, Long> counts = new TreeMap<>();
        for (CaptureReplay.Kind kind : CaptureReplay.Kind.values()) {
            counts.put(key(kind), replay.count(kind));
        }
        return Answer.ok(new Replay(
                replay.same(),
                counts,
                replay.differences().stream()
                        .map(each -> new Difference(
                                each.session(),
                                each.segment(),
                                key(each.kind()),
                                Side.of(each.before()),
                                Side.of(each.after())))
                        .toList(),
                replay.unknown()));
    }

    private static String key(CaptureReplay.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The tenant's plan: what it opens, and how much is used. */
    record PlanState(String plan, List<String> plans, Map<String, String> features, List<Used> usages) {}

    record Used(String quota, long used, long most) {
        static Used of(Usage usage) {
            return new Used(usage.quota().key(), usage.used(), usage.limit().most());
        }
    }

    private static Answer plan(Call call) {
        return plan(call, call.host().planOfTenant().current(call.who().tenant()));
    }

    private static Answer putPlan(Call call) {
        call.require(Role.ADMIN);
        Body body = call.body();
        String key = body.text("plan");
        if (call.host().plans().find(key).isEmpty()) {
            body.wrong("plan", "unknown-value", "expected one of " + String.join(", ", plans(call)));
        }
        body.done();
        return plan(call, save(call, call.host().planOfTenant(), key));
    }

    private static Answer plan(Call call, Current<Plan> current) {
        Map<String, String> features = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            features.put(feature.key(), current.value().gate(feature).access().key());
        }
        return Answer.ok(new PlanState(
                        current.value().key(),
                        plans(call),
                        features,
                        call.desk().plan().usages().stream().map(Used::of).toList()))
                .version(current.version());
    }

    private static List<String> plans(Call call) {
        return call.host().plans().plans().stream().map(Plan::key).toList();
    }
}
