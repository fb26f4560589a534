package dev.leadkit.assign;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.Lead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An assignment as its JSON document; the schema is {@code assignment.schema.json} beside this class. */
final class AssignmentJson {
    static final String KIND = "assignment";

    private final Map<String, Predicate<Lead>> conditions;

    AssignmentJson(Map<String, Predicate<Lead>> conditions) {
        this.conditions = conditions;
    }

    Assignment parse(String json) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            var check = new AssignmentCheck(fields.problems());
            JsonFields strategy = fields.object("strategy");
            Order order = null;
            boolean sticky = false;
            List<Placed<Need>> needs = List.of();
            if (strategy != null) {
                String key = strategy.oneOf("order", Order.KEYS);
                order = key == null ? null : Order.ofKey(key);
                sticky = strategy.optionalFlag("sticky");
                needs = strategy.optionalObjects("needs", placed(its -> need(its, check)));
                strategy.rejectUnknown();
            }
            List<Placed<Member>> members = fields.objects("members", placed(its -> member(its, check)));
            check.check(name, order, needs, members);
            return order == null || !fields.problems().isEmpty()
                    ? null
                    : new Assignment(name, version, new Strategy(order, sticky, values(needs)), values(members));
        });
    }

    private static <T> Function<JsonFields, @Nullable Placed<T>> placed(Function<JsonFields, @Nullable T> read) {
        return fields -> {
            T value = read.apply(fields);
            return value == null ? null : new Placed<>(fields.pointer(), value);
        };
    }

    private static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }

    private static @Nullable Member member(JsonFields fields, AssignmentCheck check) {
        String user = id(fields, "user", check);
        Integer weight = fields.optionalInteger("weight", 1, Member.MAX_WEIGHT);
        Integer capacity = fields.optionalInteger("capacity", 1, Member.MAX_CAPACITY);
        Set<String> skills = skills(fields, check);
        boolean away = fields.optionalFlag("away");
        return user == null ? null : new Member(user, weight == null ? 1 : weight, capacity, skills, away);
    }

    private static Set<String> skills(JsonFields fields, AssignmentCheck check) {
        Set<String> skills = new HashSet<>();
        for (String skill : fields.optionalTexts("skills")) {
            if (check.id(fields.pointer("skills"), skill) && !skills.add(skill)) {
                fields.problems()
                        .add(
                                fields.pointer("skills"),
                                "duplicate-skill",
                                "the skill \"%s\" stands twice".formatted(skill),
                                "keep one of the two");
            }
        }
        return skills;
    }

    private @Nullable Need need(JsonFields fields, AssignmentCheck check) {
        String skill = id(fields, "skill", check);
        List<String> kinds = new ArrayList<>(List.of("tag", "source", "condition"));
        kinds.retainAll(fields.keys());
        if (kinds.size() != 1) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "unknown-need",
                            "expected one of tag, source and condition beside the skill, found " + kinds,
                            "say which leads need the skill");
            fields.ignoreUnknown();
            return null;
        }
        String kind = kinds.get(0);
        String which = id(fields, kind, check);
        if (which == null) {
            return null;
        }
        Predicate<Lead> condition = null;
        if (kind.equals("condition")) {
            condition = conditions.get(which);
            if (condition == null) {
                fields.problems()
                        .add(
                                fields.pointer(kind),
                                "unknown-condition",
                                "the host has no condition \"%s\"".formatted(which),
                                "use one of: "
                                        + String.join(
                                                ", ",
                                                conditions.keySet().stream()
                                                        .sorted()
                                                        .toList()));
                return null;
            }
        }
        if (skill == null) {
            return null;
        } else if (condition != null) {
            return Need.forCondition(which, condition, skill);
        }
        return kind.equals("tag") ? Need.forTag(which, skill) : Need.forSource(which, skill);
    }

    private static @Nullable String id(JsonFields fields, String key, AssignmentCheck check) {
        String id = fields.text(key);
        return id != null && check.id(fields.pointer(key), id) ? id : null;
    }

    static String write(Assignment assignment) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonString(KIND));
        members.put("format", number(1));
        members.put("name", new JsonString(assignment.name()));
        members.put("version", number(assignment.version()));
        members.put("strategy", write(assignment.strategy()));
        members.put("members", array(assignment.members(), AssignmentJson::write));
        return JsonText.write(new JsonObject(members));
    }

    private static JsonValue write(Strategy strategy) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("order", new JsonString(strategy.order().key()));
        if (strategy.sticky()) {
            members.put("sticky", new JsonBoolean(true));
        }
        if (!strategy.needs().isEmpty()) {
            members.put("needs", array(strategy.needs(), AssignmentJson::write));
        }
        return new JsonObject(members);
    }

    private static JsonValue write(Need need) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("skill", new JsonString(need.skill()));
        if (need instanceof Need.ForTag forTag) {
            members.put("tag", new JsonString(forTag.tag()));
        } else if (need instanceof Need.ForSource forSource) {
            members.put("source", new JsonString(forSource.source()));
        } else if (need instanceof Need.ForCondition forCondition) {
            members.put("condition", new JsonString(forCondition.name()));
        }
        return new JsonObject(members);
    }

    private static JsonValue write(Member member) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("user", new JsonString(member.user()));
        if (member.weight() != 1) {
            members.put("weight", number(member.weight()));
        }
        if (member.capacity() != null) {
            members.put("capacity", number(member.capacity()));
        }
        if (!member.skills().isEmpty()) {
            members.put("skills", array(member.skills(), JsonString::new));
        }
        if (member.away()) {
            members.put("away", new JsonBoolean(true));
        }
        return new JsonObject(members);
    }

    private static <T> JsonArray array(Collection<T> items, Function<T, JsonValue> write) {
        return new JsonArray(items.stream().map(write).toList());
    }

    private static JsonNumber number(long number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }
}
