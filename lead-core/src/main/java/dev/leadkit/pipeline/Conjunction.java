package dev.leadkit.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guards that must all hold, added one after the other, as far as it is easy to see whether they can. Of each kind it keeps
 * what is strictest so far, so that it takes time in proportion to their number. Not safe to share.
 */
final class Conjunction {
    private final Set<Guard> wanted = new HashSet<>();
    private final Set<Guard> unwanted = new HashSet<>();
    private final Map<Class<?>, BigDecimal> least = new HashMap<>();
    private final Map<Class<?>, BigDecimal> below = new HashMap<>();
    private final Map<Class<?>, Set<?>> among = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> withoutTags = new HashSet<>();

    /** Whether the guard can hold together with those that were added before. */
    boolean add(Guard guard) {
        if (guard instanceof Guard.Not not) {
            unwanted.add(not.part());
            lower(not.part());
            return !wanted.contains(not.part()) && isBetween(not.part());
        }
        wanted.add(guard);
        raise(guard);
        return !unwanted.contains(guard) && isBetween(guard) && isAmong(guard) && areTagsPossible(guard);
    }

    private void raise(Guard guard) {
        BigDecimal measure = measure(guard);
        if (measure != null) {
            least.merge(guard.getClass(), measure, BigDecimal::max);
        }
    }

    private void lower(Guard excluded) {
        BigDecimal measure = measure(excluded);
        if (measure != null) {
            below.merge(excluded.getClass(), measure, BigDecimal::min);
        }
    }

    /** What a guard asks for at least, where it is one number. */
    private static @Nullable BigDecimal measure(Guard guard) {
        if (guard instanceof Guard.ScoreAtLeast score) {
            return BigDecimal.valueOf(score.least());
        } else if (guard instanceof Guard.InStageFor time) {
            Duration duration = time.least();
            return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        }
        return null;
    }

    private boolean isBetween(Guard guard) {
        BigDecimal from = least.get(guard.getClass());
        BigDecimal to = below.get(guard.getClass());
        return from == null || to == null || from.compareTo(to) < 0;
    }

    private boolean isAmong(Guard guard) {
        Set<?> values = values(guard);
        if (values.isEmpty()) {
            return true;
        }
        Set<Object> common = new HashSet<>(values);
        Set<?> before = among.get(guard.getClass());
        if (before != null) {
            common.retainAll(before);
        }
        among.put(guard.getClass(), common);
        return !common.isEmpty();
    }

    /** Of which values the guard asks for one; none where it is not so. */
    private static Set<?> values(Guard guard) {
        if (guard instanceof Guard.From from) {
            return from.sources();
        } else if (guard instanceof Guard.AmountAtLeast amount) {
            return Set.of(amount.least().currency());
        }
        return Set.of();
    }

    private boolean areTagsPossible(Guard guard) {
        if (!(guard instanceof Guard.Tagged its)) {
            return true;
        }
        tags.addAll(its.all());
        withoutTags.addAll(its.none());
        boolean anyLeft = its.any().isEmpty() || !withoutTags.containsAll(its.any());
        return anyLeft && Collections.disjoint(its.none(), tags) && Collections.disjoint(its.all(), withoutTags);
    }
}
