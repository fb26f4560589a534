package dev.leadkit.insight;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a history, one activity of the timeline after the other. Not safe to share. */
final class HistoryFold {
    private final Instant createdAt;
    private final long lastVersion;
    private final Instant asOf;
    private @Nullable Over over; // the last first
    private @Nullable String pipeline;
    private @Nullable StageVisit current;
    private long currentVersion;
    private Instant time;
    private @Nullable String assignee;
    private @Nullable String band;
    private @Nullable Instant answeredAt;

    /** What each changeset that moved the lead found: an undo of it brings that back, as if the lead had never left. */
    private final Map<String, Found> found = new HashMap<>();

    private record Found(
            @Nullable String pipeline,
            @Nullable Over over,
            @Nullable StageVisit current) {}

    /** A visit that is over, behind those before it: shared, so that each move costs one. */
    private record Over(StageVisit visit, @Nullable Over before) {}

    HistoryFold(Instant createdAt, long lastVersion, Instant asOf) {
        this.createdAt = createdAt;
        this.lastVersion = lastVersion;
        this.asOf = asOf;
        this.time = createdAt;
    }

    void add(Activity activity) {
        if (activity.version() > lastVersion) {
            return;
        }
        if (activity.change() instanceof Change.Created created) {
            pipeline = created.pipeline();
            // At the lead's own time, which a late message may have brought forward since.
            enter(created.stage(), null, activity);
            return;
        }
        time = activity.at().isAfter(time) ? activity.at() : time;
        if (time.isAfter(asOf)) {
            return;
        }
        Change change = activity.change();
        if (change instanceof Change.StageChanged moved) {
            if (current == null) {
                current = visit(moved.from(), createdAt, null, null);
            }
            if (!isTakenBack(activity, moved.to())) {
                over = new Over(current.until(time), over);
                enter(moved.to(), moved.reason(), activity);
            }
        } else if (change instanceof Change.Migrated migrated) {
            // The visit goes on under the name that its stage has in the other version.
            StageVisit visit = current == null ? visit(migrated.fromStage(), createdAt, null, null) : current;
            current = visit.in(migrated.toStage());
        } else if (change instanceof Change.PipelineChanged moved) {
            if (!isTakenBack(activity, moved.toStage())) {
                pipeline = moved.toPipeline();
                over = null;
                enter(moved.toStage(), moved.reason(), activity);
            }
        } else if (change instanceof Change.Assigned assigned) {
            assignee = assigned.to();
            seen(activity);
        } else if (change instanceof Change.Scored scored) {
            band = scored.bandTo();
            seen(activity);
        }
        boolean response = change instanceof Change.StageChanged
                || change instanceof Change.PipelineChanged
                || change instanceof Change.Noted;
        if (response && answeredAt == null && activity.actor().isPerson()) {
            answeredAt = time;
        }
    }

    /**
     * Whether a move only takes back another, whose visit then was none.
     *
     * @param stage where the lead is again, under its present name
     */
    private boolean isTakenBack(Activity move, String stage) {
        Cause cause = move.cause();
        Found before = cause != null && cause.code().equals(Cause.UNDO) ? found.get(cause.ref()) : null;
        found.put(move.changeset().toString(), new Found(pipeline, over, current));
        if (before == null || before.current() == null) {
            return false;
        }
        pipeline = before.pipeline();
        over = before.over();
        current = before.current().in(stage);
        currentVersion = 0;
        return true;
    }

    private void enter(String stage, @Nullable String reason, Activity activity) {
        current = visit(stage, time, reason, activity);
        currentVersion = activity.version();
    }

    private StageVisit visit(String stage, Instant from, @Nullable String reason, @Nullable Activity activity) {
        return new StageVisit(
                stage,
                from,
                null,
                activity == null ? null : activity.actor(),
                activity == null ? null : activity.cause(),
                reason,
                assignee,
                band);
    }

    /** What the same change set counts as having been so when the lead came into the stage. */
    private void seen(Activity activity) {
        if (current != null && activity.version() == currentVersion) {
            current = current.with(assignee, band);
        }
    }

    LeadHistory history(Lead lead) {
        List<StageVisit> visits = new ArrayList<>();
        visits.add(current == null ? visit(lead.stage(), createdAt, null, null) : current);
        for (Over each = over; each != null; each = each.before()) {
            visits.add(each.visit());
        }
        Collections.reverse(visits);
        return new LeadHistory(
                lead.id(),
                pipeline == null ? lead.pipeline() : pipeline,
                lead.source().key(),
                lead.createdAt(),
                asOf,
                visits,
                assignee,
                band,
                answeredAt);
    }
}
