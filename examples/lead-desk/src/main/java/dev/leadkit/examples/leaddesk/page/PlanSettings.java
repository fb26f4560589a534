package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.examples.leaddesk.insight.Figures;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.Gate;
import dev.leadkit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan of the tenant, to switch in this demo by a click; a real host would ask its billing. */
final class PlanSettings {
    private PlanSettings() {}

    /** A plan to choose. @param closed what it does not open, with a hint @param others how many more, without one */
    record Choice(String key, String name, boolean current, String words, List<Closed> closed, int others) {}

    /** What a plan does not open. */
    record Closed(String feature, String access, String hint) {}

    /** One feature in each plan. */
    record FeatureRow(String feature, List<Cell> cells) {}

    record Cell(String access, boolean on) {}

    record Used(String quota, String used, String most) {}

    static void show(PageCall call) {
        Current<Plan> current = call.host().planOfTenant().current(call.who().tenant());
        List<Plan> plans = call.host().plans().plans();
        List<Used> usages = call.desk().plan().usages().stream()
                .map(usage -> new Used(
                        words(usage.quota().key()),
                        Figures.count(usage.used()),
                        Figures.count(usage.limit().most())))
                .toList();
        call.render(
                "settings-plan",
                Map.of(
                        "plans",
                                plans.stream()
                                        .map(plan -> choice(plan, current.value()))
                                        .toList(),
                        "rows", rows(plans),
                        "usages", usages,
                        "seen", current.version(),
                        "switched", call.query("switched") != null));
    }

    private static Choice choice(Plan plan, Plan current) {
        List<Closed> closed = new ArrayList<>();
        int others = 0;
        for (Feature feature : Feature.values()) {
            Gate gate = plan.gate(feature);
            String hint = gate.upgradeHint();
            if (gate.access() != FeatureAccess.ON && hint != null) {
                closed.add(new Closed(words(feature.key()), words(gate.access().key()), hint));
            } else if (gate.access() != FeatureAccess.ON) {
                others++;
            }
        }
        int open = Feature.values().length - closed.size() - others;
        return new Choice(
                plan.key(),
                capital(plan.key()),
                plan.key().equals(current.key()),
                "%s of %s features are open".formatted(open, Feature.values().length),
                closed,
                others);
    }

    private static List<FeatureRow> rows(List<Plan> plans) {
        List<FeatureRow> rows = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            rows.add(new FeatureRow(
                    capital(words(feature.key())),
                    plans.stream()
                            .map(plan -> plan.gate(feature).access())
                            .map(access -> new Cell(words(access.key()), access == FeatureAccess.ON))
                            .toList()));
        }
        return rows;
    }

    private static String words(String key) {
        return key.replace('-', ' ');
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static void choose(PageCall call) {
        String key = call.ctx().formParam("plan");
        if (key == null || call.host().plans().find(key).isEmpty()) {
            throw new ProblemException(400, "invalid-input", "there is no such plan");
        }
        long version = call.host().planOfTenant().current(call.who().tenant()).version();
        call.host().planOfTenant().save(call.who().tenant(), call.who().actor(), version, key);
        call.ctx().redirect("/settings/plan?switched");
    }
}
