package dev.leadkit.examples.leaddesk.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar of parts, side by side or one over the other, in percent of the room that it has.
 *
 * @param parts from left to right; those of no length are left out
 */
public record Bar(List<Part> parts) {
    /** A part. @param kind its class in the style sheet @param x where it begins, in percent @param width in percent */
    public record Part(String kind, String x, String width) {}

    public Bar {
        parts = List.copyOf(parts);
    }

    /** Nothing yet, of a whole that all parts together make at most. */
    public static Builder of(double whole) {
        return new Builder(whole);
    }

    /** Not safe to share. */
    public static final class Builder {
        private final double whole;
        private final List<Part> parts = new ArrayList<>();
        private double end;

        private Builder(double whole) {
            this.whole = whole;
        }

        /** Adds a part at the end of the last one. */
        public Builder then(String kind, double length) {
            return from(kind, end, end + length);
        }

        /** Adds a part at a place of its own. */
        public Builder from(String kind, double from, double to) {
            if (whole > 0 && to > from) {
                parts.add(new Part(kind, percent(from), percent(to - from)));
            }
            end = to;
            return this;
        }

        /** Adds a mark that is as wide as a line. */
        public Builder mark(String kind, double at) {
            if (whole > 0) {
                parts.add(new Part(kind, percent(at), "0"));
            }
            return this;
        }

        public Bar build() {
            return new Bar(parts);
        }

        private String percent(double value) {
            double share = Math.min(100, Math.max(0, 100 * value / whole));
            return BigDecimal.valueOf(share)
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
