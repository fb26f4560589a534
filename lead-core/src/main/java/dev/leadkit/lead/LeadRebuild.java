package dev.leadkit.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Makes a lead again from its timeline alone: for an audit, or to see what it was before something happened to it. Pure.
 *
 * <pre>{@code
 * Lead before = LeadRebuild.asOf(lead.tenant(), timeline, 3);
 * }</pre>
 *
 * <p>The lead comes as it is stored, pins and the provenance of its values included, but for what no activity tells: its
 * {@link Engagement}, its last {@link Touch} and when it was, its rank, the contributions of its score, the evidence of its
 * need summary, the time of a consent that was stated again, the closed lead that it follows since a merge, and the choices
 * of its merges. What was merged into it stands with the lead by itself as it was before the first of these merges.
 */
public final class LeadRebuild {
    private LeadRebuild() {}

    /**
     * The lead at the end of a timeline.
     *
     * @param timeline whole from the beginning, by version and then index
     * @throws IllegalArgumentException if it is empty, does not begin with the lead's creation or goes back
     */
    public static Lead of(TenantId tenant, List<Activity> timeline) {
        return asOf(tenant, timeline, Long.MAX_VALUE);
    }

    /**
     * The lead at a version; of one of which nothing is told, the last before it.
     *
     * @throws IllegalArgumentException if the timeline has no such version or is none, as for {@link #of}
     */
    public static Lead asOf(TenantId tenant, List<Activity> timeline, long version) {
        if (timeline.isEmpty() || timeline.get(0).version() > version) {
            throw new IllegalArgumentException(
                    "a lead can't be rebuilt as of version %d from a timeline that begins later".formatted(version));
        }
        List<Activity> until =
                timeline.stream().takeWhile(each -> each.version() <= version).toList();
        var fold = new TimelineFold(tenant, until.get(0));
        byVersion(until).forEach(fold::add);
        return fold.lead();
    }

    /**
     * Shows the lead at each version of which something is told, in as much time as the timeline is long.
     *
     * @param timeline as for {@link #of}
     * @param each gets what is told of a version, and the lead as it was then
     */
    public static void eachVersion(TenantId tenant, List<Activity> timeline, BiConsumer<List<Activity>, Lead> each) {
        var fold = new TimelineFold(tenant, timeline.get(0));
        for (List<Activity> told : byVersion(timeline)) {
            fold.add(told);
            each.accept(told, fold.lead());
        }
    }

    private static List<List<Activity>> byVersion(List<Activity> timeline) {
        List<List<Activity>> versions = new ArrayList<>();
        for (Activity activity : timeline) {
            List<Activity> last = versions.isEmpty() ? List.of() : versions.get(versions.size() - 1);
            if (last.isEmpty() || last.get(0).version() != activity.version()) {
                versions.add(new ArrayList<>());
            }
            versions.get(versions.size() - 1).add(activity);
        }
        return versions;
    }
}
