package dev.leadkit.examples.leaddesk.insight;

import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class Figures {
    /** Stands for a figure that nobody can tell yet. */
    public static final String UNKNOWN = "–";

    private Figures() {}

    /** Such as {@code 12,400}. */
    public static String count(long number) {
        return format("#,##0", BigDecimal.valueOf(number));
    }

    /** Such as {@code EUR 12,400} or {@code EUR 9.50}. */
    public static String money(Money money) {
        BigDecimal amount = money.amount().stripTrailingZeros();
        return money.currency() + " " + format(amount.scale() > 0 ? "#,##0.00" : "#,##0", amount);
    }

    /** Such as {@code 37 %}. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : UNKNOWN;
    }

    /** Of two counts; unknown of none. */
    public static String percent(long part, long whole) {
        return percent(whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole));
    }

    /** The two largest units, such as {@code 3 d 4 h}. */
    public static String duration(@Nullable Duration duration) {
        if (duration == null) {
            return UNKNOWN;
        }
        if (duration.toDays() > 0) {
            return two(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return duration.toMinutes() > 0 ? two(duration.toMinutes(), "min", 0, "s") : duration.toSeconds() + " s";
    }

    private static String two(long large, String unit, long small, String smaller) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smaller;
    }

    // A format is not safe to share, and this one is made in a microsecond.
    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
