package dev.leadkit.scoring.past;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.LeadTrace.Entered;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timeline of a closed lead, gone through for when it was closed and what it was before. Pure. */
final class LeadPast {
    private final TenantId tenant;
    private final List<Activity> timeline;
    private final long closing;
    private final @Nullable Instant closedAt;

    /** @param timeline whole, from the beginning */
    LeadPast(TenantId tenant, List<Activity> timeline) {
        this.tenant = tenant;
        this.timeline = timeline;
        long version = 0;
        Instant at = null;
        boolean isClosed = false;
        for (Activity activity : timeline) {
            Entered entered = activity.trace().entered();
            if (entered == null) {
                continue;
            }
            if (entered.closed() && !isClosed) {
                version = activity.version();
                at = entered.at();
            }
            isClosed = entered.closed();
        }
        closing = version;
        closedAt = isClosed ? at : null;
    }

    /** When it was closed for good; empty where the timeline does not tell. */
    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /**
     * The lead at an instant before it was closed; empty where it had not come yet. What was written later of something earlier
     * is not known then, and what was written when it was closed may follow from that.
     */
    Optional<Lead> asOf(Instant instant) {
        long last = 0;
        for (Activity activity : timeline) {
            if (activity.version() >= closing || activity.at().isAfter(instant)) {
                // A version that is known in part is not known.
                last = Math.min(last, activity.version() - 1);
                break;
            }
            last = activity.version();
        }
        boolean hasCome = !timeline.isEmpty() && last >= timeline.get(0).version();
        return hasCome ? Optional.of(LeadRebuild.asOf(tenant, timeline, last)) : Optional.empty();
    }
}
