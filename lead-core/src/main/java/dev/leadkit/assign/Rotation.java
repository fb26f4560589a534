package dev.leadkit.assign;

import dev.leadkit.definition.InvalidDefinitionException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Whose turn it is: for each member how much of a lead he has been due and not got, or got beforehand.
 *
 * <p>At each turn every contender is due his share of one lead, his weight over the weights of all; whoever is due the
 * most gets it, the first of them in the order of the members, and pays the lead. With constant contenders that is the
 * smooth weighted round robin of nginx (Dounin 2012), which spreads a member's turns over the round; with equal weights it
 * is plain round robin. As credit is counted in leads and not in weights, a turn among few counts as one among many, and
 * a change of weights leaves no one with a debt that is worth more than it was: the fair carpool of Fagin and Williams
 * (1983). Who is no contender is due nothing, so nobody comes back to a heap of leads.
 *
 * @param credits by the member's user, in 10<sup>-12</sup> of a lead, from -{@value #MOST} to {@value #MOST}; zero when a
 *     user is not in it
 */
public record Rotation(Map<String, Long> credits) {
    /** Nobody had a turn yet. */
    public static final Rotation START = new Rotation(Map.of());

    static final long LEAD = 1_000_000_000_000L;

    /** A thousand leads. */
    static final long MOST = 1_000 * LEAD;

    public Rotation {
        Map<String, Long> within = new TreeMap<>();
        credits.forEach((user, credit) -> {
            if (credit != 0) {
                within.put(user, Math.max(-MOST, Math.min(MOST, credit)));
            }
        });
        credits = Collections.unmodifiableMap(within);
    }

    /**
     * The rotation that a text holds.
     *
     * @throws InvalidDefinitionException if it holds none
     */
    public static Rotation parse(String json) {
        return RotationJson.parse(json);
    }

    /**
     * The text that {@link #parse} reads as an equal rotation, in which it is kept.
     *
     * @param by which decided last, for whoever looks into the store
     */
    public String toJson(Assignment by) {
        return RotationJson.write(this, by);
    }

    /** A turn that was taken. */
    record Turn(Member chosen, Rotation next) {}

    /** @param contenders at least one */
    Turn take(List<Member> contenders, ToIntFunction<Member> weight) {
        long weights = contenders.stream().mapToLong(weight::applyAsInt).sum();
        Map<String, Long> next = new TreeMap<>(credits);
        Member chosen = contenders.get(0);
        long paid = 0;
        for (Member member : contenders) {
            long share = LEAD * weight.applyAsInt(member) / weights;
            paid += share; // not a whole lead, where shares don't divide it: so the sum of all credits stays as it is
            next.merge(member.user(), share, Long::sum);
            if (next.getOrDefault(member.user(), 0L) > next.getOrDefault(chosen.user(), 0L)) {
                chosen = member;
            }
        }
        next.merge(chosen.user(), -paid, Long::sum);
        return new Turn(chosen, new Rotation(next));
    }

    /** Without those who left. */
    Rotation of(Set<String> users) {
        Map<String, Long> kept = new TreeMap<>(credits);
        kept.keySet().retainAll(users);
        return new Rotation(kept);
    }
}
