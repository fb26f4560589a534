package dev.leadkit.lead;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of cards within a column: texts that are compared character by character, the lowest first. A new card's rank
 * comes from its time alone, so that no neighbour is read; one that is put between two others gets a text between theirs
 * (fractional indexing: the texts are fractions to the base 36).
 */
public final class Rank {
    /** The most characters of a rank. Where none of this length fits between two cards, others must give way. */
    public static final int MAX_LENGTH = 64;

    private static final int BASE = 36;

    private Rank() {}

    /** Sixteen hexadecimal digits that sort younger instants first. */
    public static String newestFirst(Instant at) {
        return "%016x".formatted(Long.MAX_VALUE / 2 - Input.micros(at));
    }

    /** Seventeen characters that sort after every rank of {@link #newestFirst}, and older instants first. */
    public static String oldestLast(Instant at) {
        return "z%016x".formatted(Long.MAX_VALUE / 2 + Input.micros(at));
    }

    /**
     * The least rank of the same length that comes after another; with a digit more where there is none.
     *
     * @throws IllegalArgumentException if it is no rank
     */
    public static String next(String rank) {
        String next = number(rank, rank.length()).add(BigInteger.ONE).toString(BASE);
        return next.length() > rank.length() ? rank + "1" : "0".repeat(rank.length() - next.length()) + next;
    }

    /**
     * The shortest rank between two others, about in the middle.
     *
     * @param low absent for no limit
     * @param high absent for no limit
     * @return empty when none of {@value #MAX_LENGTH} characters is between them
     * @throws IllegalArgumentException if one of them is no rank
     */
    public static Optional<String> between(@Nullable String low, @Nullable String high) {
        List<String> one = spread(low, high, 1);
        return one.isEmpty() ? Optional.empty() : Optional.of(one.get(0));
    }

    /**
     * So many ranks between two others, in their order, about equally far apart, all of the least length that has room.
     *
     * @param low absent for no limit
     * @param high absent for no limit
     * @return empty when there is no room at {@value #MAX_LENGTH} characters
     * @throws IllegalArgumentException if one of them is no rank
     */
    public static List<String> spread(@Nullable String low, @Nullable String high, int count) {
        BigInteger gaps = BigInteger.valueOf(count + 1L);
        for (int length = 1; length <= MAX_LENGTH; length++) {
            BigInteger from = low == null ? BigInteger.ZERO : number(low, length);
            BigInteger to = high == null ? BigInteger.valueOf(BASE).pow(length) : number(high, length);
            BigInteger room = to.subtract(from);
            if (room.compareTo(gaps) >= 0) {
                return spread(from, room, count, length);
            }
        }
        return List.of();
    }

    private static List<String> spread(BigInteger from, BigInteger room, int count, int length) {
        List<String> ranks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            BigInteger step = room.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(count + 1L));
            String digits = from.add(step).toString(BASE);
            ranks.add("0".repeat(length - digits.length()) + digits);
        }
        return ranks;
    }

    /** The first digits of a rank, as a number; of a shorter one with zeros behind it. */
    private static BigInteger number(String rank, int length) {
        String digits = rank.length() >= length ? rank.substring(0, length) : rank + "0".repeat(length - rank.length());
        if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'z')) {
            throw new IllegalArgumentException("a rank has digits and small letters only");
        }
        return new BigInteger(digits, BASE);
    }
}
