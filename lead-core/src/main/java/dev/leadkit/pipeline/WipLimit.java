package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many leads a stage should hold at most. A soft limit warns, a hard one refuses; both look at moves into the stage
 * alone, so that no lead is lost for want of room: one that is created or captured is taken in at any time.
 *
 * @param leads in the stage, 1 or more; absent when any number
 * @param perAssignee of one assignee in the stage, 1 or more; absent when any number. Leads that nobody looks after have no
 *     such limit
 * @param hard whether a move beyond it is refused
 */
public record WipLimit(@Nullable Integer leads, @Nullable Integer perAssignee, boolean hard) {
    /** The code of what it refuses, or warns of. */
    public static final String CODE = "wip-limit";

    public WipLimit {
        if (leads == null && perAssignee == null) {
            throw new IllegalArgumentException("a limit needs a number of leads, of an assignee's leads, or both");
        }
    }

    /** A soft limit on the leads in a stage. */
    public static WipLimit of(int leads) {
        return new WipLimit(leads, null, false);
    }

    /** The same limit, refusing. */
    public WipLimit asHard() {
        return new WipLimit(leads, perAssignee, true);
    }

    /** The same limit with another one for each assignee. */
    public WipLimit perAssignee(int most) {
        return new WipLimit(leads, most, hard);
    }

    /** Whether so many leads are more than the stage should hold. */
    public boolean isExceededBy(long count) {
        return leads != null && count > leads;
    }

    /** A decision on a move, with what the limit of the stage says to it. */
    static Decision asked(Pipeline pipeline, Lead lead, Decision decision, Occupancy occupancy) {
        Stage to = pipeline.findStage(decision.to()).orElse(null);
        WipLimit limit = to == null ? null : to.wipLimit();
        boolean isThere = lead.stage().equals(decision.to()) && lead.pipeline().equals(pipeline.name());
        if (to == null || limit == null || isThere) {
            return decision;
        }
        List<Refusal> full = limit.against(lead, to.key(), occupancy);
        if (full.isEmpty()) {
            return decision;
        }
        if (limit.hard()) {
            List<Refusal> all = new ArrayList<>(decision.refusals());
            all.addAll(full);
            return new Decision.Refused(to.key(), all);
        }
        return decision.isAllowed() ? new Decision.Allowed(pipeline, to, warnings(full), List.of()) : decision;
    }

    private static List<Reason> warnings(List<Refusal> full) {
        return full.stream().map(each -> Reason.of(each.code(), each.text())).toList();
    }

    /** What speaks against one lead more. A number that is not known speaks against it where the limit is hard. */
    List<Refusal> against(Lead lead, String stage, Occupancy occupancy) {
        List<Refusal> against = new ArrayList<>();
        if (leads != null) {
            add(against, leads, occupancy.leads().get(stage), "\"%s\"".formatted(stage));
        }
        if (perAssignee != null && lead.assignee() != null) {
            add(against, perAssignee, occupancy.ofAssignee().get(stage), "the assignee in \"%s\"".formatted(stage));
        }
        return against;
    }

    private void add(List<Refusal> against, int most, @Nullable Long found, String whose) {
        if (found == null && hard) {
            String text = "at most %d leads for %s, and how many there are is not known here";
            against.add(new Refusal(CODE, text.formatted(most, whose), null));
        } else if (found != null && found >= most) {
            against.add(new Refusal(
                    CODE, "at most %d leads for %s, there are %d already".formatted(most, whose, found), null));
        }
    }
}
