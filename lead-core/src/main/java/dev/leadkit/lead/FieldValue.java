package dev.leadkit.lead;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The value of a custom field, typed. Immutable and safe to share; equal values have the same {@link #text}. A value is
 * checked when it is made; whether a field takes it is for the field's definition to say.
 */
public sealed interface FieldValue {
    FieldType type();

    /** The one text form, which {@link FieldType#read} reads back as an equal value. */
    String text();

    static FieldValue of(String text) {
        return new Text(text);
    }

    static FieldValue of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    static FieldValue of(BigDecimal number) {
        return new Decimal(number);
    }

    static FieldValue of(Money amount) {
        return new Amount(amount);
    }

    static FieldValue of(LocalDate date) {
        return new Day(date);
    }

    static FieldValue of(boolean truth) {
        return new Truth(truth);
    }

    /** @param key the choice's key */
    static FieldValue choice(String key) {
        return new Choice(key);
    }

    /** @param id of something in the host */
    static FieldValue ref(String id) {
        return new Reference(id);
    }

    /** @param value cleaned and without blanks around it; may have lines */
    record Text(String value) implements FieldValue {
        /** The most characters of a text. */
        public static final int MAX_LENGTH = 4000;

        /** @throws InvalidInputException if it is blank or too long */
        public Text {
            value = Input.text("field", value).strip();
            if (value.isEmpty()) {
                throw new InvalidInputException("field", "a non-blank text", "a blank text");
            }
            if (value.length() > MAX_LENGTH) {
                throw new InvalidInputException(
                        "field", "at most %d characters".formatted(MAX_LENGTH), value.length() + " characters");
            }
        }

        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }

        @Override
        public String text() {
            return value;
        }
    }

    /** @param value between -10^15 and 10^15, with at most 6 digits after the point */
    record Decimal(BigDecimal value) implements FieldValue {
        private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
        /** The most digits after the point. */
        public static final int MAX_DECIMALS = 6;

        /** @throws InvalidInputException if it is outside of these */
        public Decimal {
            // Compared before it is brought to a scale, so that 1e999999999 costs nothing.
            if (value.abs().compareTo(LIMIT) >= 0 || value.stripTrailingZeros().scale() > MAX_DECIMALS) {
                throw new InvalidInputException(
                        "field", "a number between -10^15 and 10^15 with at most six decimals", "another number");
            }
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }

        @Override
        public FieldType type() {
            return FieldType.NUMBER;
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** @param value such as a lead may be expected to bring */
    record Amount(Money value) implements FieldValue {
        /** @throws InvalidInputException if it is too much for one lead */
        public Amount {
            value = value.asAmountOfALead();
        }

        @Override
        public FieldType type() {
            return FieldType.MONEY;
        }

        @Override
        public String text() {
            return value.toString();
        }
    }

    /** @param value a date of the years 1 to 9999, without a time or a zone */
    record Day(LocalDate value) implements FieldValue {
        /** @throws InvalidInputException if it is of another year */
        public Day {
            if (value.getYear() < 1 || value.getYear() > 9999) {
                throw new InvalidInputException("field", "a date of the years 1 to 9999", "another year");
            }
        }

        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public String text() {
            return value.toString();
        }
    }

    /** @param value the key of the choice */
    record Choice(String value) implements FieldValue {
        /** @throws InvalidInputException if it is no id, see {@link Input#id} */
        public Choice {
            Input.id("field", value);
        }

        @Override
        public FieldType type() {
            return FieldType.ENUM;
        }

        @Override
        public String text() {
            return value;
        }
    }

    /** Yes or no. */
    record Truth(boolean value) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.BOOL;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** @param value the host's id of it */
    record Reference(String value) implements FieldValue {
        /** @throws InvalidInputException if it is no id, see {@link Input#id} */
        public Reference {
            Input.id("field", value);
        }

        @Override
        public FieldType type() {
            return FieldType.REF;
        }

        @Override
        public String text() {
            return value;
        }
    }
}
