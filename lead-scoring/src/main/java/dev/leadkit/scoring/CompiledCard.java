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
    private final int hysteresis;
    private final String[] bandOfScore = new String[101];

    CompiledCard(CardParts parts) {
        factors = parts.factors();
        groups = parts.groups();
        table = new FactorTable(factors, groups);
        hasBase = parts.base() != null;
        base = parts.base() == null ? 0 : Numbers.thousandths(parts.base());
        hysteresis = parts.hysteresis() == null ? 0 : parts.hysteresis();
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

    /** The band of a score of one who was in another before; it stays until it is beyond the edge by the hysteresis. */
    String band(int score, String before) {
        // At both ends there is nothing beyond, so that every band can be left and reached.
        if (hysteresis == 0 || score == 0 || score == bandOfScore.length - 1) {
            return bandOfScore[score];
        }
        int from = -1;
        int above = -1;
        for (int i = 0; i < bandOfScore.length; i++) {
            if (bandOfScore[i].equals(before)) {
                from = from < 0 ? i : from;
                above = i + 1;
            }
        }
        boolean stays = from >= 0 && score >= from - hysteresis && score < above + hysteresis;
        return stays ? before : bandOfScore[score];
    }
}
