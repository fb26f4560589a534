package dev.leadkit.csv;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in single cells. Each method throws {@link InvalidInputException} for a text that is none. */
final class CellValues {
    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Za-z]{3}) ?)?([^A-Za-z]+?)(?: ?([A-Za-z]{3}))?");
    private static final int MAX_AMOUNT_CHARS = 64;

    private CellValues() {}

    /** Not that it exists, but that it is not some other text: the desk takes what somebody types, a table has columns. */
    static String address(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new InvalidInputException(
                    "email",
                    "an address such as jane@acme.example",
                    "a text of %d characters".formatted(text.length()));
        }
        return text;
    }

    /** @param usual the currency where the text names none; absent when it must */
    static Money money(String text, @Nullable String usual, NumberForm form) {
        String stripped = text.strip();
        Matcher parts = AMOUNT.matcher(stripped);
        if (stripped.length() > MAX_AMOUNT_CHARS
                || !parts.matches()
                || parts.group(1) != null && parts.group(3) != null) {
            throw new InvalidInputException(
                    "amount",
                    "an amount such as %s, with a currency or without".formatted(form.sample()),
                    "a text of %d characters".formatted(text.length()));
        }
        String own = parts.group(1) == null ? parts.group(3) : parts.group(1);
        String currency = own == null ? usual : own;
        if (currency == null) {
            throw new InvalidInputException(
                    "amount", "a currency beside the amount, in a column of its own or for the whole table", "none");
        }
        return Money.of(form.plain(parts.group(2)), currency.strip().toUpperCase(Locale.ROOT));
    }

    /** A number of a custom field, which may be below zero. */
    static String number(String text, NumberForm form) {
        String stripped = text.strip();
        if (form == NumberForm.PLAIN || stripped.length() > MAX_AMOUNT_CHARS) {
            return stripped;
        }
        return stripped.startsWith("-") ? "-" + form.plain(stripped.substring(1)) : form.plain(stripped);
    }

    /** A number from 0 to 1, or a percentage, by its sign or because it is above 1. */
    static double probability(String text, NumberForm form) {
        String stripped = text.strip();
        boolean isPercentage = stripped.endsWith("%");
        String number = number(isPercentage ? stripped.substring(0, stripped.length() - 1) : stripped, form);
        try {
            var value = new BigDecimal(number.strip().length() > MAX_AMOUNT_CHARS ? "" : number.strip());
            boolean isOfHundred = isPercentage || value.compareTo(BigDecimal.ONE) > 0;
            return Input.probability("probability", (isOfHundred ? value.movePointLeft(2) : value).doubleValue());
        } catch (NumberFormatException none) {
            throw new InvalidInputException(
                    "probability",
                    "a number from 0 to 1, or a percentage",
                    "a text of %d characters".formatted(text.length()));
        }
    }

    /** The key of the stage with this key, else of the only one with this name. */
    static String stage(String text, Pipeline pipeline) {
        if (pipeline.findStage(text).isPresent()) {
            return text;
        }
        List<String> named = pipeline.stages().stream()
                .filter(stage ->
                        stage.name().equalsIgnoreCase(text) || stage.key().equalsIgnoreCase(text))
                .map(Stage::key)
                .toList();
        if (named.size() != 1) {
            String keys =
                    String.join(", ", pipeline.stages().stream().map(Stage::key).toList());
            throw new InvalidInputException("stage", "one of " + keys, named.isEmpty() ? "another text" : "several");
        }
        return named.get(0);
    }

    /** An instant that is not after now, with its offset or in the zone. */
    static Instant past(String text, ZoneId zone, Instant now) {
        Instant instant = Input.instant("createdAt", instant("createdAt", text, zone));
        if (instant.isAfter(now)) {
            throw new InvalidInputException("createdAt", "a time that is past", "one to come");
        }
        return instant;
    }

    static Instant instant(String field, String text, ZoneId zone) {
        try {
            TemporalAccessor read = text.length() == 10
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T"),
                            Instant::from,
                            LocalDateTime::from);
            if (read instanceof Instant instant) {
                return instant;
            }
            return read instanceof LocalDateTime local
                    ? local.atZone(zone).toInstant()
                    : LocalDate.from(read).atStartOfDay(zone).toInstant();
        } catch (DateTimeException none) {
            throw new InvalidInputException(
                    field,
                    "a time such as 2026-01-31T09:30:00Z, 2026-01-31 09:30 or 2026-01-31",
                    "a text of %d characters".formatted(text.length()));
        }
    }
}
