package dev.leadkit.field;

import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with some fields beyond the form of their document. */
final class FieldsCheck {
    private final Problems problems;

    private FieldsCheck(Problems problems) {
        this.problems = problems;
    }

    /**
     * A field in its document.
     *
     * @param keyed whether it has a key; one without is a problem already
     */
    record Placed(String pointer, boolean keyed, FieldDef field) {}

    static void check(List<Placed> fields, Problems problems) {
        var check = new FieldsCheck(problems);
        if (fields.size() > LeadFields.MAX_FIELDS) {
            problems.add(
                    "/fields",
                    "too-many",
                    "expected at most %d fields, found %d".formatted(LeadFields.MAX_FIELDS, fields.size()),
                    "remove some");
        }
        Set<String> keys = new HashSet<>();
        for (Placed placed : fields) {
            if (placed.keyed()) {
                check.key(placed.field().key(), keys, "field", placed.pointer() + "/key");
            }
            check.rule(placed.field().rule(), placed.pointer());
            check.initial(placed.field(), placed.pointer() + "/default");
        }
    }

    private void key(String key, Set<String> before, String what, String at) {
        if (!LeadField.isCustomKey(key)) {
            problems.add(
                    at,
                    "bad-key",
                    "expected 1 to 64 letters, digits, - and _, found \"%s\"".formatted(key),
                    "choose such a key");
        } else if (!before.add(key)) {
            problems.add(at, "duplicate-key", "there is a %s \"%s\" before".formatted(what, key), "choose another key");
        }
    }

    private void rule(FieldRule rule, String at) {
        if (rule instanceof FieldRule.OfText text) {
            range(text.maxLength(), 1, FieldValue.Text.MAX_LENGTH, at + "/maxLength");
        } else if (rule instanceof FieldRule.OfNumber number) {
            range(number.decimals(), 0, FieldValue.Decimal.MAX_DECIMALS, at + "/decimals");
            order(number.least(), number.most(), at);
        } else if (rule instanceof FieldRule.OfMoney money) {
            currencies(money.currencies(), at + "/currencies/");
            order(money.least(), money.most(), at);
        } else if (rule instanceof FieldRule.OfDate date) {
            if (date.least() != null && date.most() != null && date.least().isAfter(date.most())) {
                empty(date.least(), date.most(), at);
            }
        } else if (rule instanceof FieldRule.OfEnum options) {
            options(options.options(), at + "/options");
        }
    }

    private void range(int value, int least, int most, String at) {
        if (value < least || value > most) {
            problems.add(
                    at,
                    "out-of-range",
                    "expected %d to %d, found %d".formatted(least, most, value),
                    "choose a number in that range");
        }
    }

    private void order(@Nullable BigDecimal least, @Nullable BigDecimal most, String at) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            empty(least, most, at);
        }
    }

    private void empty(Object least, Object most, String at) {
        problems.add(
                at + "/max",
                "empty-range",
                "expected at least the minimum %s, found %s".formatted(least, most),
                "swap min and max");
    }

    private void currencies(List<String> currencies, String at) {
        for (int i = 0; i < currencies.size(); i++) {
            try {
                Currency.getInstance(currencies.get(i));
            } catch (IllegalArgumentException unknown) {
                problems.add(
                        at + i,
                        "unknown-currency",
                        "expected an ISO 4217 code, found \"%s\"".formatted(currencies.get(i)),
                        "write it like EUR");
            }
        }
    }

    private void options(List<FieldRule.Option> options, String at) {
        if (options.isEmpty()) {
            problems.add(at, "empty", "expected at least one item, found none", "add one");
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            key(options.get(i).key(), keys, "option", at + "/" + i + "/key");
        }
    }

    private void initial(FieldDef field, String at) {
        try {
            if (field.initial() != null) {
                field.accept(field.initial());
            }
        } catch (InvalidInputException refused) {
            problems.add(
                    at,
                    "default-not-taken",
                    "expected %s, found %s".formatted(refused.expected(), refused.found()),
                    "choose a default that the field takes");
        }
    }
}
