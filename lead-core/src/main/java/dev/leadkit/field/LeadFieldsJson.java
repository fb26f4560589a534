package dev.leadkit.field;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.field.FieldRule.Option;
import dev.leadkit.field.FieldsCheck.Placed;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads custom fields from their JSON document; the schema is {@code lead-fields.schema.json} beside this class. */
final class LeadFieldsJson {
    private static final int USUAL_LENGTH = 1000;

    private LeadFieldsJson() {}

    static LeadFields parse(String json) {
        return DefinitionReader.read(json, "lead-fields", (name, version, fields) -> {
            List<Placed> read = fields.objects("fields", LeadFieldsJson::field);
            FieldsCheck.check(read, fields.problems());
            return new LeadFields(
                    name, version, read.stream().map(Placed::field).toList());
        });
    }

    private static Placed field(JsonFields fields) {
        String key = fields.text("key");
        String label = fields.text("label");
        String type = fields.oneOf("type", FieldType.KEYS);
        boolean personal = fields.optionalFlag("pii");
        boolean indexed = fields.optionalFlag("index");
        FieldRule rule = type == null ? null : rule(FieldType.ofKey(type), fields);
        FieldValue initial = rule == null ? null : initial(rule, fields);
        if (rule == null) {
            fields.ignoreUnknown(); // its members are those of a type, and that is not known
        }
        var field = new FieldDef(
                Objects.requireNonNullElse(key, ""),
                Objects.requireNonNullElse(label, "?"),
                Objects.requireNonNullElse(rule, FieldRule.ref()),
                personal,
                indexed,
                initial);
        return new Placed(fields.pointer(), key != null, field);
    }

    private static FieldRule rule(FieldType type, JsonFields fields) {
        return switch (type) {
            case TEXT ->
                new FieldRule.OfText(Objects.requireNonNullElse(
                        fields.optionalInteger("maxLength", 1, FieldValue.Text.MAX_LENGTH), USUAL_LENGTH));
            case NUMBER ->
                new FieldRule.OfNumber(
                        decimal("min", fields),
                        decimal("max", fields),
                        Objects.requireNonNullElse(
                                fields.optionalInteger("decimals", 0, FieldValue.Decimal.MAX_DECIMALS),
                                FieldValue.Decimal.MAX_DECIMALS));
            case MONEY ->
                new FieldRule.OfMoney(
                        fields.optionalTexts("currencies"), decimal("min", fields), decimal("max", fields));
            case DATE -> new FieldRule.OfDate(date("min", fields), date("max", fields));
            case ENUM -> options(fields.objects("options", LeadFieldsJson::option));
            case BOOL -> FieldRule.bool();
            case REF -> FieldRule.ref();
        };
    }

    /** Without any, which is a problem already, any key is as good. */
    private static FieldRule options(List<Option> options) {
        return options.isEmpty() ? FieldRule.ref() : new FieldRule.OfEnum(options);
    }

    private static @Nullable Option option(JsonFields fields) {
        String key = fields.text("key");
        String label = fields.text("label");
        return key == null || label == null ? null : new Option(key, label);
    }

    private static @Nullable BigDecimal decimal(String key, JsonFields fields) {
        return limit(
                key,
                fields,
                JsonFields::decimal,
                text -> ((FieldValue.Decimal) FieldType.NUMBER.read(key, text)).value());
    }

    private static @Nullable LocalDate date(String key, JsonFields fields) {
        return limit(key, fields, JsonFields::text, text -> ((FieldValue.Day) FieldType.DATE.read(key, text)).value());
    }

    private interface Member {
        @Nullable
        String of(JsonFields fields, String key);
    }

    private static <T> @Nullable T limit(String key, JsonFields fields, Member member, Function<String, T> read) {
        String text = fields.hasOptional(key) ? member.of(fields, key) : null;
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (InvalidInputException refused) {
            return refuse(key, "not-a-limit", fields, refused);
        }
    }

    private static @Nullable FieldValue initial(FieldRule rule, JsonFields fields) {
        String key = "default";
        if (!fields.hasOptional(key)) {
            return null;
        }
        if (rule.type() == FieldType.BOOL) {
            return FieldValue.of(fields.optionalFlag(key));
        }
        String text = rule.type() == FieldType.NUMBER ? fields.decimal(key) : fields.text(key);
        if (text == null) {
            return null;
        }
        try {
            return rule.type().read(key, text);
        } catch (InvalidInputException refused) {
            return refuse(key, "default-not-taken", fields, refused);
        }
    }

    private static <T> @Nullable T refuse(String key, String code, JsonFields fields, InvalidInputException refused) {
        fields.problems()
                .add(
                        fields.pointer(key),
                        code,
                        "expected %s, found %s".formatted(refused.expected(), refused.found()),
                        "write " + refused.expected());
        return null;
    }
}
