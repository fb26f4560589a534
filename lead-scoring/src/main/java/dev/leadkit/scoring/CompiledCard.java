package dev.leadkit.scoring;

import dev.leadkit.lead.Band;
import java.util.Arrays;
import java.util.List;

/** What a card says, laid out for scoring. Immutable. */
final class CompiledCard {
    private final List<Factor> factors;
    private final List<Group> groups;
    private final FactorTable table;
    private final boolean hasBase;
    private final long base;
    private final String[] bandOfScore = new String[101];

    CompiledCard(CardParts parts) {
        factors = parts.factors();
        groups = parts.groups();
        table = new FactorTable(factors, groups);
        hasBase = parts.base() != null;
        base = parts.base() == null ? 0 : Numbers.thousandths(parts.base());
        int above = bandOfScore.length;
        for (Band band : parts.bands()) {
            Arrays.fill(bandOfScore, band.from(), above, band.key());
            above = band.from();
        }
    }

    FactorTable table() {
        return table;
    }

    Factor factor(int f) {
        return factors.get(f);
    }

    int groups() {
        return groups.size();
    }

    Group group(int g) {
        return groups.get(g);
    }

    /** What is over the group's cap, or under it where it is negative; in thousandths. */
    long overCap(int g, long sum) {
        long cap = (long) groups.get(g).cap() * Numbers.UNIT;
        return sum - Math.max(-cap, Math.min(cap, sum));
    }

    boolean hasBase() {
        return hasBase;
    }

    /** In thousandths. */
    long base() {
        return base;
    }

    /** The most contributions: of the factors, the base, the groups, the rounding and the limit. */
    int most() {
        return table.size() + (hasBase ? 1 : 0) + groups.size() + 2;
    }

    String band(int score) {
        return bandOfScore[score];
    }
}
