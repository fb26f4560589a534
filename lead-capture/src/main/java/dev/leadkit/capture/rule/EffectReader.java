package dev.leadkit.capture.rule;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code then} of rules. */
final class EffectReader {
    private EffectReader() {}

    /** @return null when problems were added */
    static @Nullable Effect read(JsonFields fields) {
        boolean createLead = fields.optionalFlag("createLead");
        String stage = fields.optionalText("stage");
        Set<String> tags = new LinkedHashSet<>(fields.optionalTexts("tags"));
        Assignment assign = assignment(fields);
        boolean budget = fields.isText("amount");
        Money amount = null;
        if (budget) {
            fields.oneOf("amount", List.of("budget"));
        } else {
            JsonFields money = fields.optionalObject("amount", "\"budget\" or an object with amount and currency");
            amount = money == null ? null : money(money);
        }
        JsonFields stated = fields.optionalObject("consent");
        Consent consent = stated == null ? null : consent(stated);
        if (fields.keys().isEmpty()) {
            fields.problems()
                    .add(fields.pointer(), "empty", "the rule does nothing", "add createLead, tags, stage or another");
        }
        fields.rejectUnknown();
        try {
            return new Effect(createLead, stage, tags, assign, amount, budget, consent);
        } catch (InvalidInputException refused) {
            badValue(fields, fields.pointer(), refused);
            return null;
        }
    }

    private static @Nullable Assignment assignment(JsonFields fields) {
        try {
            if (fields.isText("assign")) {
                String user = fields.optionalText("assign");
                return user == null ? null : Assignment.to(user);
            }
            JsonFields several =
                    fields.optionalObject("assign", "the id of a person or an object with roundRobin or capacity");
            return several == null ? null : several(several);
        } catch (InvalidInputException refused) {
            badValue(fields, fields.pointer("assign"), refused);
            return null;
        }
    }

    private static @Nullable Assignment several(JsonFields fields) {
        List<String> users = fields.optionalTexts("roundRobin");
        List<Assignment.Share> shares = fields.optionalObjects("capacity", EffectReader::share);
        fields.rejectUnknown();
        if (fields.has("roundRobin") == fields.has("capacity")) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "unknown-assignment",
                            "expected exactly one of roundRobin, capacity, found " + fields.keys(),
                            "write one of them, or the id of one person");
            return null;
        }
        return fields.has("capacity") ? new Assignment.Capacity(shares) : new Assignment.RoundRobin(users);
    }

    private static Assignment.@Nullable Share share(JsonFields fields) {
        String user = fields.text("user");
        Integer share = fields.integer("share", 1, Assignment.Share.MAX);
        return user == null || share == null ? null : new Assignment.Share(user, share);
    }

    private static @Nullable Money money(JsonFields fields) {
        String amount = fields.amount("amount");
        String currency = fields.text("currency");
        fields.rejectUnknown();
        if (amount == null || currency == null) {
            return null;
        }
        try {
            return Money.of(amount, currency);
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "bad-amount",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "write it like \"1200.50\" and \"EUR\"");
            return null;
        }
    }

    private static @Nullable Consent consent(JsonFields fields) {
        String purpose = fields.text("purpose");
        boolean given = fields.optionalFlag("given") || !fields.has("given");
        String basis = fields.optionalText("basis");
        String textVersion = fields.optionalText("textVersion");
        fields.rejectUnknown();
        if (purpose == null) {
            return null;
        }
        try {
            return new Consent(purpose, given, basis == null ? Consent.CONSENT : basis, textVersion);
        } catch (InvalidInputException refused) {
            badValue(fields, fields.pointer(), refused);
            return null;
        }
    }

    static void badValue(JsonFields fields, String pointer, InvalidInputException refused) {
        fields.problems()
                .add(
                        pointer,
                        "bad-value",
                        "%s: expected %s, found %s".formatted(refused.field(), refused.expected(), refused.found()),
                        "shorten or mend it");
    }
}
