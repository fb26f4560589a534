package dev.leadkit.capture.rule;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes capture rules as the document that {@link CaptureRulesJson} reads as the same rules. */
final class CaptureRulesWriter {
    private CaptureRulesWriter() {}

    /** @param rules in the order of the document */
    static String write(String name, int version, CapturePolicy policy, List<CaptureRule> rules) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonString(CaptureRulesJson.KIND));
        members.put("format", number(1));
        members.put("name", new JsonString(name));
        members.put("version", number(version));
        members.put("policy", new JsonString(policy.key()));
        members.put(
                "rules",
                new JsonArray(
                        rules.stream().<JsonValue>map(CaptureRulesWriter::write).toList()));
        return JsonText.write(new JsonObject(members));
    }

    private static JsonObject write(CaptureRule rule) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", new JsonString(rule.id()));
        if (rule.priority() != 0) {
            members.put("priority", number(rule.priority()));
        }
        members.put("when", write(rule.when()));
        members.put("then", write(rule.then()));
        if (rule.stop()) {
            members.put("stop", new JsonBoolean(true));
        }
        if (rule.cooldown() != null) {
            members.put("cooldown", new JsonString(rule.cooldown().toString()));
        }
        return new JsonObject(members);
    }

    private static JsonObject write(Effect then) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (then.createLead()) {
            members.put("createLead", new JsonBoolean(true));
        }
        if (then.stage() != null) {
            members.put("stage", new JsonString(then.stage()));
        }
        putUnlessEmpty(members, "tags", then.tags());
        if (then.assign() != null) {
            members.put("assign", write(then.assign()));
        }
        if (then.amountFromBudget()) {
            members.put("amount", new JsonString("budget"));
        } else if (then.amount() != null) {
            members.put("amount", money("amount", then.amount()));
        }
        if (members.isEmpty()) {
            members.put("createLead", new JsonBoolean(false)); // for a rule that only stops others
        }
        return new JsonObject(members);
    }

    private static JsonValue write(Assignment assignment) {
        if (assignment instanceof Assignment.Capacity capacity) {
            return object(
                    "capacity",
                    new JsonArray(capacity.shares().stream()
                            .<JsonValue>map(CaptureRulesWriter::share)
                            .toList()));
        } else if (assignment instanceof Assignment.RoundRobin several) {
            return object("roundRobin", array(several.users()));
        }
        return new JsonString(((Assignment.Person) assignment).user());
    }

    private static JsonObject share(Assignment.Share share) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("user", new JsonString(share.user()));
        members.put("share", number(share.share()));
        return new JsonObject(members);
    }

    private static JsonObject write(Condition condition) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (condition instanceof Condition.All all) {
            members.put("all", parts(all.parts()));
        } else if (condition instanceof Condition.Any any) {
            members.put("any", parts(any.parts()));
        } else if (condition instanceof Condition.Not not) {
            members.put("not", write(not.part()));
        } else if (condition instanceof Condition.ContactGiven contact) {
            members.put("contact", new JsonString(contact.kind().key()));
        } else if (condition instanceof Condition.MarkedQualified) {
            members.put("marked", new JsonString("qualified"));
        } else if (condition instanceof Condition.IntentAtLeast intent) {
            members.put("intent", new JsonString(intent.kind().key()));
            members.put("atLeast", new JsonNumber(BigDecimal.valueOf(intent.least())));
        } else if (condition instanceof Condition.TextMatches text) {
            members.put("text", object("matches", new JsonString(text.pattern().toString())));
        } else if (condition instanceof Condition.OnChannel channel) {
            members.put("channel", array(channel.channels()));
        } else if (condition instanceof Condition.ScoreAtLeast score) {
            members.put("score", atLeast(score.least()));
        } else if (condition instanceof Condition.Tagged tagged) {
            members.put("tags", tags(tagged));
        } else if (condition instanceof Condition.SentAt sent) {
            members.put("time", time(sent.window()));
        } else if (condition instanceof Condition.MessagesAtLeast messages) {
            members.put("messages", atLeast(messages.least()));
        } else if (condition instanceof Condition.QuestionsAtLeast questions) {
            members.put("questions", atLeast(questions.least()));
        } else if (condition instanceof Condition.BudgetAtLeast budget) {
            members.put("budget", money("atLeast", budget.least()));
        } else if (condition instanceof Condition.WithAttribute attribute) {
            members.put("attribute", attribute(attribute));
        }
        return new JsonObject(members);
    }

    private static JsonArray parts(List<Condition> parts) {
        return new JsonArray(
                parts.stream().<JsonValue>map(CaptureRulesWriter::write).toList());
    }

    private static JsonObject tags(Condition.Tagged tagged) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        putUnlessEmpty(members, "any", tagged.any());
        putUnlessEmpty(members, "all", tagged.all());
        putUnlessEmpty(members, "none", tagged.none());
        return new JsonObject(members);
    }

    private static JsonObject time(TimeWindow window) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("zone", new JsonString(window.zone().getId()));
        putUnlessEmpty(members, "days", window.isEveryDay() ? List.of() : window.dayKeys());
        members.put("from", new JsonString(window.from().toString()));
        members.put("until", new JsonString(window.until().toString()));
        return new JsonObject(members);
    }

    private static JsonObject money(String key, Money money) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(key, new JsonString(money.amount().toPlainString()));
        members.put("currency", new JsonString(money.currency()));
        return new JsonObject(members);
    }

    private static JsonObject attribute(Condition.WithAttribute attribute) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", new JsonString(attribute.name()));
        putUnlessEmpty(members, "any", attribute.values());
        return new JsonObject(members);
    }

    private static void putUnlessEmpty(Map<String, JsonValue> members, String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            members.put(key, array(texts));
        }
    }

    private static JsonArray array(Collection<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static JsonObject atLeast(int least) {
        return object("atLeast", number(least));
    }

    private static JsonNumber number(int value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    private static JsonObject object(String key, JsonValue value) {
        return new JsonObject(Map.of(key, value));
    }
}
