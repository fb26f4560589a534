package dev.leadkit.scoring;

import dev.leadkit.lead.Breakdown;
import dev.leadkit.lead.Contribution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a card: the points of each factor, and what the card adds to them. The words are made when they are read,
 * from the same inputs. Immutable.
 */
final class CardBreakdown extends Breakdown {
    private static final int MOST = 100;

    private final CompiledCard card;
    private final Inputs inputs;
    private final boolean decays;
    private final long age; // in microseconds
    private final int[] points; // of the factors at the places that the table gives them, then of the card itself
    private final int size; // of those
    private final long sum; // in thousandths
    private final int value;
    private final long nextAge;

    /** Made when they are first read; two threads may make equal ones. */
    private @Nullable List<Contribution> made;

    /** @param decays whether points decay, which they do by the age */
    CardBreakdown(CompiledCard card, Inputs inputs, boolean decays, long age) {
        this.card = card;
        this.inputs = inputs;
        this.decays = decays;
        this.age = age;
        FactorTable table = card.table();
        int factors = table.size();
        int groups = card.groups();
        points = new int[card.most()];
        long[] ofGroup = groups == 0 ? null : new long[groups];
        long total = card.base();
        long next = DecayCurve.NEVER;
        long ofRows = table.still().add(inputs, points);
        total += ofRows;
        int shown = table.still().shown(ofRows, points, table.inRows());
        for (int f : table.moving()) {
            int its = table.capped(f, table.seen(f, inputs));
            DecayCurve curve = decays ? table.decay(f) : null;
            if (curve != null) {
                int full = its / Numbers.UNIT;
                int left = DecayCurve.left(curve, full, age);
                next = Math.min(next, DecayCurve.nextChange(curve, full, left));
                its = left * Numbers.UNIT;
            }
            total += its;
            int rounded = (int) Numbers.round(its);
            points[table.place(f)] = rounded;
            shown += rounded;
            if (ofGroup != null && table.group(f) >= 0) {
                ofGroup[table.group(f)] += its;
            }
        }
        int at = factors;
        if (card.hasBase()) {
            points[at] = (int) Numbers.round(card.base());
            shown += points[at++];
        }
        if (ofGroup != null) {
            for (int g = 0; g < groups; g++) {
                long over = card.overCap(g, ofGroup[g]);
                total -= over;
                points[at] = (int) -Numbers.round(over);
                shown += points[at++];
            }
        }
        long rounded = Numbers.round(total);
        value = (int) Math.max(0, Math.min(MOST, rounded));
        points[at++] = (int) (rounded - shown);
        points[at] = (int) (value - rounded);
        sum = total;
        nextAge = next;
        size = factors + shownAfter(factors);
    }

    private int shownAfter(int factors) {
        int entries = card.hasBase() ? 1 : 0;
        for (int i = factors + entries; i < points.length; i++) {
            if (points[i] != 0) {
                entries++;
            }
        }
        return entries;
    }

    int value() {
        return value;
    }

    /** Neither rounded nor limited. */
    double total() {
        return Numbers.points(sum);
    }

    /** The age at which decay next changes a factor; {@link DecayCurve#NEVER} if it never does. */
    long nextAge() {
        return nextAge;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int points(int index) {
        FactorTable table = card.table();
        return points[index < table.size() ? table.place(index) : place(index)];
    }

    @Override
    public int sum() {
        return value;
    }

    /** Where an entry of the card itself stands: those that changed nothing are no entries. */
    private int place(int index) {
        int at = card.table().size();
        int seen = at;
        if (card.hasBase()) {
            if (index == at) {
                return at;
            }
            at++;
            seen++;
        }
        for (; at < points.length; at++) {
            if (points[at] != 0 && seen++ == index) {
                return at;
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public Contribution get(int index) {
        List<Contribution> all = made;
        if (all == null) {
            all = make();
            made = all;
        }
        return all.get(index);
    }

    private List<Contribution> make() {
        List<Contribution> all = new ArrayList<>(size);
        int factors = card.table().size();
        for (int f = 0; f < factors; f++) {
            all.add(ofFactor(f));
        }
        for (int index = factors; index < size; index++) {
            all.add(ofCard(place(index)));
        }
        return List.copyOf(all);
    }

    private Contribution ofFactor(int f) {
        FactorTable table = card.table();
        int left = points[table.place(f)];
        long seen = table.seen(f, inputs);
        int capped = table.capped(f, seen);
        long within = Math.max(-table.cap(f), Math.min(table.cap(f), seen));
        String because = table.because(f, inputs);
        if (within != seen) {
            because += ", capped at " + Numbers.decimal(Numbers.points(within));
        }
        if (decays && table.decay(f) != null && left * Numbers.UNIT != capped) {
            because += ", decayed from " + capped / Numbers.UNIT;
        }
        int lostToCap = (int) (Numbers.round(seen) - Numbers.round(within));
        int lostToDecay = (int) (Numbers.round(within) - left);
        Factor factor = card.factor(f);
        return new Contribution(factor.id(), factor.label(), left, because, lostToCap, lostToDecay);
    }

    private Contribution ofCard(int place) {
        int its = points[place];
        if (place == points.length - 1) {
            return new Contribution(Contribution.LIMIT, "Limit", its, "the sum is " + sumInWords());
        } else if (place == points.length - 2) {
            return new Contribution(Contribution.ROUNDING, "Rounding", its, "the sum is " + sumInWords());
        } else if (place == card.table().size() && card.hasBase()) {
            return new Contribution(Contribution.BASE, "Base", its, "what every score begins with");
        }
        Group group = card.group(place - card.table().size() - (card.hasBase() ? 1 : 0));
        String because = "all of the group, capped at " + (its < 0 ? group.cap() : -group.cap());
        return new Contribution(Contribution.CAP_PREFIX + group.id(), group.label(), its, because);
    }

    private String sumInWords() {
        return Numbers.decimal(total()).toPlainString();
    }
}
