package dev.leadkit;

import dev.leadkit.pipeline.Refusal;
import dev.leadkit.plan.Quota;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.plan.Usage;
import dev.leadkit.store.Changeset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of a tenant's quotas is left while leads are decided one after the other, before any of them is written. A quota
 * is counted once something is to be taken of it. Not safe to share.
 */
final class QuotaLeft {
    private final @Nullable DeskPlan plan;
    private final Map<Quota, Long> left = new EnumMap<>(Quota.class);

    /** @param plan absent where no plan limits anything */
    QuotaLeft(@Nullable DeskPlan plan) {
        this.plan = plan;
    }

    /** Takes what a changeset adds; else the reasons against it, of each quota that is used up, and nothing is taken. */
    List<Refusal> take(Changeset changeset) {
        DeskPlan its = plan;
        if (its == null) {
            return List.of();
        }
        Map<Quota, Long> added = new EnumMap<>(Quota.class);
        List<Refusal> against = new ArrayList<>();
        its.plan().limits().forEach((quota, limit) -> {
            long more = its.added(quota, List.of(changeset));
            if (more > 0 && more > left(its, quota)) {
                against.add(refusal(quota, limit.most()));
            }
            added.put(quota, more);
        });
        if (against.isEmpty()) {
            added.forEach((quota, more) -> left.computeIfPresent(quota, (same, count) -> count - more));
        }
        return against;
    }

    /** Gives back what a changeset took that is not to be written after all. */
    void giveBack(Changeset changeset) {
        DeskPlan its = plan;
        if (its != null) {
            left.replaceAll((quota, count) -> count + its.added(quota, List.of(changeset)));
        }
    }

    private long left(DeskPlan its, Quota quota) {
        return left.computeIfAbsent(
                quota, counted -> its.usage(counted).map(Usage::left).orElse(Long.MAX_VALUE));
    }

    /** What was decided is written or given up, so that all is counted anew. */
    void forget() {
        left.clear();
    }

    static Refusal refusal(QuotaExceededException exceeded) {
        Usage usage = exceeded.usage();
        return refusal(usage.quota(), usage.limit().most());
    }

    private static Refusal refusal(Quota quota, long most) {
        return new Refusal(
                "quota-exceeded",
                "the tenant's plan holds %d of \"%s\", and no more".formatted(most, quota.key()),
                null);
    }
}
