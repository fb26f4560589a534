package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Money;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as people read them. */
final class Words {
    private Words() {}

    /** Such as {@code €9,500} or {@code CHF 1,200.50}. */
    static String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(money.currency()));
        boolean isWhole = money.amount().stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(isWhole ? 0 : 2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(money.amount());
        // A code would run into the number, as a sign may.
        return text.startsWith(money.currency())
                ? money.currency() + "\u00a0"
                        + text.substring(money.currency().length()).strip()
                : text;
    }

    /** The sums of several currencies; empty without any. */
    static String money(List<Money> sums) {
        return sums.stream().map(Words::money).collect(Collectors.joining(" + "));
    }

    /** The same without what is smaller than the currency's unit, for what is an estimate anyway. */
    static String roughly(List<Money> sums) {
        return sums.stream()
                .map(sum -> money(new Money(sum.amount().setScale(0, RoundingMode.HALF_EVEN), sum.currency())))
                .collect(Collectors.joining(" + "));
    }

    /** A key in kebab-case as a word with a capital, such as {@code Last 7 days}. */
    static String ofKey(String key) {
        String words = key.replace('-', ' ').replace('_', ' ');
        return switch (key) {
            case "whatsapp" -> "WhatsApp";
            case "api" -> "API";
            default -> capital(words);
        };
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Its two greatest units, such as {@code 3 days 4 hours}. */
    static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 60) {
            return count(minutes, "minute");
        }
        if (minutes < 24 * 60) {
            return both(count(minutes / 60, "hour"), minutes % 60, "minute");
        }
        return both(count(minutes / 1440, "day"), minutes % 1440 / 60, "hour");
    }

    private static String both(String greater, long rest, String unit) {
        return rest == 0 ? greater : greater + " " + count(rest, unit);
    }

    /** Such as {@code 1 lead} or {@code 3 leads}. */
    static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** Who did something. */
    static String actor(Actor actor) {
        return switch (actor.kind()) {
            case USER -> actor.id();
            case BOT -> "the bot " + actor.id() + onBehalf(actor);
            case RULE -> "the rule " + actor.id() + onBehalf(actor);
            case IMPORT -> "an import" + onBehalf(actor);
            case SYSTEM -> "the system" + onBehalf(actor);
        };
    }

    private static String onBehalf(Actor actor) {
        return actor.onBehalfOf() == null ? "" : " for " + actor.onBehalfOf();
    }
}
