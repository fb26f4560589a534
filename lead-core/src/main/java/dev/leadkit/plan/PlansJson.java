package dev.leadkit.plan;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans as JSON. */
final class PlansJson {
    private PlansJson() {}

    static Plans parse(String json) {
        return DefinitionReader.read(json, "plans", (name, version, fields) -> {
            Set<String> keys = new HashSet<>();
            List<Plan> plans = fields.objects("plans", plan -> plan(plan, keys));
            return fields.problems().isEmpty() ? new Plans(name, version, plans) : null;
        });
    }

    private static @Nullable Plan plan(JsonFields fields, Set<String> keys) {
        String key = id(fields, "key");
        requireNew(fields, "key", key, keys);
        Map<Feature, Gate> gates = new EnumMap<>(Feature.class);
        Set<String> features = new HashSet<>();
        fields.optionalObjects("features", gate -> {
            String feature = gate.oneOf("feature", Feature.KEYS);
            requireNew(gate, "feature", feature, features);
            FeatureAccess access = access(gate, "access");
            String hint = gate.optionalText("upgradeHint");
            if (feature != null && access != null) {
                Feature.ofKey(feature).ifPresent(named -> gates.put(named, new Gate(access, hint)));
            }
            return null;
        });
        boolean open = fields.optionalText("otherwise") == null && !fields.has("otherwise");
        FeatureAccess otherwise = open ? FeatureAccess.ON : access(fields, "otherwise");
        Map<Quota, Limit> limits = new EnumMap<>(Quota.class);
        Set<String> quotas = new HashSet<>();
        fields.optionalObjects("quotas", limit -> {
            String quota = limit.oneOf("quota", Quota.KEYS);
            requireNew(limit, "quota", quota, quotas);
            Integer most = limit.integer("most", 0, Integer.MAX_VALUE);
            String hint = limit.optionalText("upgradeHint");
            if (quota != null && most != null) {
                limits.put(Quota.ofKey(quota), new Limit(most, hint));
            }
            return null;
        });
        boolean stated = fields.optionalFlag("captureWhileGated");
        boolean captures = !fields.has("captureWhileGated") || stated;
        return fields.problems().isEmpty() && key != null && otherwise != null
                ? new Plan(key, gates, otherwise, limits, captures)
                : null;
    }

    private static @Nullable String id(JsonFields fields, String member) {
        String text = fields.text(member);
        try {
            return text == null ? null : Input.id(member, text);
        } catch (InvalidInputException unfit) {
            fields.problems()
                    .add(
                            fields.pointer(member),
                            "not-an-id",
                            "expected %s, found %s".formatted(unfit.expected(), unfit.found()),
                            "choose another one");
            return null;
        }
    }

    private static @Nullable FeatureAccess access(JsonFields fields, String member) {
        String key = fields.oneOf(member, FeatureAccess.KEYS);
        return key == null ? null : FeatureAccess.ofKey(key);
    }

    private static void requireNew(JsonFields fields, String member, @Nullable String value, Set<String> known) {
        if (value != null && !known.add(value)) {
            Problems problems = fields.problems();
            problems.add(
                    fields.pointer(member),
                    "duplicate-" + member,
                    "the %s \"%s\" stands twice".formatted(member, value),
                    "keep one of the two");
        }
    }

    static String write(Plans plans) {
        return JsonText.write(new JsonMembers()
                .text("kind", "plans")
                .number("format", 1L)
                .text("name", plans.name())
                .number("version", (long) plans.version())
                .objects("plans", plans.plans().stream().map(PlansJson::plan).toList())
                .toObject());
    }

    private static JsonMembers plan(Plan plan) {
        List<JsonMembers> gates = new ArrayList<>();
        plan.gates()
                .forEach((feature, gate) -> gates.add(new JsonMembers()
                        .text("feature", feature.key())
                        .text("access", gate.access().key())
                        .text("upgradeHint", gate.upgradeHint())));
        List<JsonMembers> limits = new ArrayList<>();
        plan.limits()
                .forEach((quota, limit) -> limits.add(new JsonMembers()
                        .text("quota", quota.key())
                        .number("most", limit.most())
                        .text("upgradeHint", limit.upgradeHint())));
        return new JsonMembers()
                .text("key", plan.key())
                .objects("features", gates)
                .text("otherwise", plan.otherwise().key())
                .objects("quotas", limits)
                .flag("captureWhileGated", plan.captureWhileGated());
    }
}
