package dev.leadkit.assign;

import dev.leadkit.lead.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a lead finds its member. Immutable; each method gives a copy.
 *
 * <p>A member who is away, has as many open leads as he can take, or lacks a skill that the lead needs gets nothing. Among
 * the others {@code order} decides, unless the strategy is sticky and one of them had the visitor's previous lead.
 *
 * @param sticky whether a visitor who comes back meets whoever had his previous lead; that takes no turn
 * @param needs all those that hold for a lead count
 */
public record Strategy(Order order, boolean sticky, List<Need> needs) {
    public Strategy {
        needs = List.copyOf(needs);
    }

    public static Strategy roundRobin() {
        return new Strategy(Order.ROUND_ROBIN, false, List.of());
    }

    public static Strategy weighted() {
        return new Strategy(Order.WEIGHTED, false, List.of());
    }

    public static Strategy byCapacity() {
        return new Strategy(Order.CAPACITY, false, List.of());
    }

    /** Whoever had the visitor's previous lead comes first. */
    public Strategy stickyToPrevious() {
        return new Strategy(order, true, needs);
    }

    public Strategy needing(Need need) {
        List<Need> more = new ArrayList<>(needs);
        more.add(need);
        return new Strategy(order, sticky, more);
    }

    /** The skills that a lead needs, sorted. */
    public SortedSet<String> skillsFor(Lead lead) {
        SortedSet<String> skills = new TreeSet<>();
        needs.stream().filter(need -> need.isOf(lead)).map(Need::skill).forEach(skills::add);
        return skills;
    }
}
