package dev.leadkit.assign;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes leads. Immutable; each method gives a copy.
 *
 * @param user the host's id of the person
 * @param weight 1 to {@value #MAX_WEIGHT}: how many leads he gets for each that a member of weight 1 gets; counts in
 *     {@link Order#WEIGHTED} alone
 * @param capacity 1 to {@value #MAX_CAPACITY}: with so many open leads he gets no more; absent for any number
 * @param skills what he can do, see {@link Need}
 * @param away whether he gets nothing for now
 */
public record Member(String user, int weight, @Nullable Integer capacity, Set<String> skills, boolean away) {
    public static final int MAX_WEIGHT = 1_000;
    public static final int MAX_CAPACITY = 1_000_000;

    /** @throws InvalidInputException naming the first part that is not taken */
    public Member {
        Input.id("member.user", user);
        requireIn("member.weight", weight, MAX_WEIGHT);
        if (capacity != null) {
            requireIn("member.capacity", capacity, MAX_CAPACITY);
        }
        skills.forEach(skill -> Input.id("member.skill", skill));
        skills = sorted(skills);
    }

    /** Somebody with weight 1, room for any number of leads and no skills. */
    public static Member of(String user) {
        return new Member(user, 1, null, Set.of(), false);
    }

    public Member withWeight(int itsWeight) {
        return new Member(user, itsWeight, capacity, skills, away);
    }

    public Member withCapacity(int most) {
        return new Member(user, weight, most, skills, away);
    }

    public Member withSkills(String... itsSkills) {
        return new Member(user, weight, capacity, sorted(List.of(itsSkills)), away);
    }

    public Member withAway(boolean isAway) {
        return new Member(user, weight, capacity, skills, isAway);
    }

    /** How many more leads he can take, 0 or more, with so many open; as many as there are numbers without a capacity. */
    long room(long open) {
        return capacity == null ? Long.MAX_VALUE : Math.max(0, capacity - open);
    }

    private static void requireIn(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidInputException(field, "1 to " + most, String.valueOf(value));
        }
    }

    private static Set<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
