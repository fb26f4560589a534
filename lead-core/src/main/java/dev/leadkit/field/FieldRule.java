package dev.leadkit.field;

import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a custom field, with the limits of its values. Immutable, safe to share. */
public sealed interface FieldRule {
    FieldType type();

    /** What is taken, as a noun phrase. */
    String expected();

    /** Whether a value of the type is within the limits. */
    boolean takes(FieldValue value);

    /** Any text of at most so many characters. */
    static FieldRule text(int maxLength) {
        return new OfText(maxLength);
    }

    /** Any number. */
    static FieldRule number() {
        return new OfNumber(null, null, FieldValue.Decimal.MAX_DECIMALS);
    }

    /** A whole number between two, both included. */
    static FieldRule number(long least, long most) {
        return new OfNumber(BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0);
    }

    /** An amount of one of some currencies, by their ISO 4217 codes; of any when none is given. */
    static FieldRule money(String... currencies) {
        return new OfMoney(List.of(currencies), null, null);
    }

    /** Any date. */
    static FieldRule date() {
        return new OfDate(null, null);
    }

    /** One of some choices, whose keys are what people see. */
    static FieldRule oneOf(String... keys) {
        return new OfEnum(Arrays.stream(keys).map(key -> new Option(key, key)).toList());
    }

    /** True or false. */
    static FieldRule bool() {
        return new OfBool();
    }

    /** The id of something in the host, which LeadKit does not look up. */
    static FieldRule ref() {
        return new OfRef();
    }

    /** @param maxLength the most characters, 1 to {@value FieldValue.Text#MAX_LENGTH} */
    record OfText(int maxLength) implements FieldRule {
        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }

        @Override
        public String expected() {
            return "a text of at most %d characters".formatted(maxLength);
        }

        @Override
        public boolean takes(FieldValue value) {
            return value.text().length() <= maxLength;
        }
    }

    /**
     * @param least the least number taken; absent for none
     * @param most the greatest
     * @param decimals the most digits after the point, 0 to {@value FieldValue.Decimal#MAX_DECIMALS}
     */
    record OfNumber(@Nullable BigDecimal least, @Nullable BigDecimal most, int decimals) implements FieldRule {
        @Override
        public FieldType type() {
            return FieldType.NUMBER;
        }

        @Override
        public String expected() {
            return (decimals == 0 ? "a whole number" : "a number with at most %d decimals".formatted(decimals))
                    + bounds(least, most);
        }

        @Override
        public boolean takes(FieldValue value) {
            BigDecimal number = ((FieldValue.Decimal) value).value();
            return number.scale() <= decimals && isWithin(number, least, most);
        }
    }

    /**
     * @param currencies the ISO 4217 codes taken; every one when empty
     * @param least the least amount taken, in whatever currency; absent for none
     * @param most the greatest
     */
    record OfMoney(
            List<String> currencies,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements FieldRule {
        public OfMoney {
            currencies = List.copyOf(currencies);
        }

        @Override
        public FieldType type() {
            return FieldType.MONEY;
        }

        @Override
        public String expected() {
            return "an amount" + (currencies.isEmpty() ? "" : " in " + String.join(" or ", currencies))
                    + bounds(least, most);
        }

        @Override
        public boolean takes(FieldValue value) {
            var money = ((FieldValue.Amount) value).value();
            return (currencies.isEmpty() || currencies.contains(money.currency()))
                    && isWithin(money.amount(), least, most);
        }
    }

    /**
     * @param least the first date taken; absent for none
     * @param most the last
     */
    record OfDate(@Nullable LocalDate least, @Nullable LocalDate most) implements FieldRule {
        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public String expected() {
            return "a date" + bounds(least, most);
        }

        @Override
        public boolean takes(FieldValue value) {
            LocalDate date = ((FieldValue.Day) value).value();
            return (least == null || !date.isBefore(least)) && (most == null || !date.isAfter(most));
        }
    }

    /**
     * A choice.
     *
     * @param key stable; what is stored
     * @param label what people see
     */
    record Option(String key, String label) {}

    /** @param options in the order in which people see them; at least one, each with a key of its own */
    record OfEnum(List<Option> options) implements FieldRule {
        public OfEnum {
            options = List.copyOf(options);
        }

        @Override
        public FieldType type() {
            return FieldType.ENUM;
        }

        @Override
        public String expected() {
            return "one of "
                    + String.join(", ", options.stream().map(Option::key).toList());
        }

        @Override
        public boolean takes(FieldValue value) {
            return options.stream().anyMatch(option -> option.key().equals(value.text()));
        }
    }

    /** Takes both. */
    record OfBool() implements FieldRule {
        @Override
        public FieldType type() {
            return FieldType.BOOL;
        }

        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public boolean takes(FieldValue value) {
            return true;
        }
    }

    /** Takes every id. */
    record OfRef() implements FieldRule {
        @Override
        public FieldType type() {
            return FieldType.REF;
        }

        @Override
        public String expected() {
            return "an id";
        }

        @Override
        public boolean takes(FieldValue value) {
            return true;
        }
    }

    private static boolean isWithin(BigDecimal number, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    private static String bounds(@Nullable Object least, @Nullable Object most) {
        return (least == null ? "" : " from " + least) + (most == null ? "" : " to " + most);
    }
}
