package dev.leadkit.lead;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What kind of value a custom field holds. Each value has one text form, which is read back as an equal value. */
public enum FieldType {
    TEXT,
    NUMBER,
    MONEY,
    DATE,
    /** One of some choices, by its key. */
    ENUM,
    BOOL,
    /** The id of something in the host. */
    REF;

    private static final int MAX_DIGITS = 64;

    /** The names of all types in documents. */
    public static final List<String> KEYS =
            Arrays.stream(values()).map(FieldType::key).toList();

    /** Its name in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such type */
    public static FieldType ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /**
     * Reads a value's text form.
     *
     * @param field the name of the field, for the exception
     * @throws InvalidInputException if it is no text of this type, naming the field, without the text
     */
    public FieldValue read(String field, String text) {
        try {
            return value(field, text);
        } catch (InvalidInputException none) {
            boolean tells = none.field().equals(LeadField.AMOUNT);
            throw new InvalidInputException(field, none.expected(), tells ? "another amount" : none.found());
        }
    }

    private FieldValue value(String field, String text) {
        return switch (this) {
            case TEXT -> FieldValue.of(text);
            case ENUM -> new FieldValue.Choice(text);
            case REF -> new FieldValue.Reference(text);
            case NUMBER -> FieldValue.of(decimal(field, text, "a decimal number such as 12.5"));
            case MONEY -> money(field, text);
            case DATE -> date(field, text);
            case BOOL -> truth(field, text);
        };
    }

    private static BigDecimal decimal(String field, String text, String expected) {
        try {
            if (text.length() <= MAX_DIGITS) {
                return new BigDecimal(text.strip());
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as what is too long to be read quickly.
        }
        throw refused(field, expected, text);
    }

    private static FieldValue money(String field, String text) {
        String expected = "an amount and a currency such as 1200.50 EUR";
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 2) {
            throw refused(field, expected, text);
        }
        return FieldValue.of(new Money(decimal(field, parts[0], expected), parts[1]));
    }

    private static FieldValue date(String field, String text) {
        try {
            return FieldValue.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notADate) {
            throw refused(field, "a date such as 2026-03-02", text);
        }
    }

    private static FieldValue truth(String field, String text) {
        return switch (text.strip()) {
            case "true" -> FieldValue.of(true);
            case "false" -> FieldValue.of(false);
            default -> throw refused(field, "true or false", text);
        };
    }

    private static InvalidInputException refused(String field, String expected, String text) {
        return new InvalidInputException(field, expected, "a text of %d characters".formatted(text.length()));
    }
}
