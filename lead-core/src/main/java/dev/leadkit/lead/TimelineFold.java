package dev.leadkit.lead;

import dev.leadkit.lead.LeadTrace.Entered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A lead while its timeline is gone through, one version after the other. */
final class TimelineFold {
    private final Lead.Builder lead;
    private final LeadId id;
    private final RebuiltValues values = new RebuiltValues();
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> pinned = new TreeSet<>();
    private final Set<Identity> identities = new TreeSet<>();
    private final Set<String> sessions = new LinkedHashSet<>();
    private final Map<String, Attributed<Consent>> consents = new TreeMap<>();
    private final List<LeadId> mergedLeads = new ArrayList<>();
    private @Nullable Lead own;
    private Entered entered;
    private @Nullable Instant lastAt;
    private long version;

    TimelineFold(TenantId tenant, Activity first) {
        if (!(first.change() instanceof Change.Created created)) {
            throw new IllegalArgumentException("a timeline begins with a lead's creation, found "
                    + first.change().getClass().getSimpleName());
        }
        id = first.lead();
        lead = Lead.builder(id, tenant, created.source(), first.at()).previous(created.previous());
        entered = new Entered(created.pipeline(), created.pipelineVersion(), created.stage(), false, first.at());
    }

    /** The lead so far. */
    Lead lead() {
        return lead.version(version)
                .contact(values.contact())
                .expectedAmount(values.amount())
                .fields(values.customFields())
                .tags(tags)
                .pinned(pinned)
                .identities(identities)
                .sessions(List.copyOf(sessions))
                .consents(List.copyOf(consents.values()))
                .stage(entered.pipeline(), entered.pipelineVersion(), entered.stage(), entered.closed(), entered.at())
                .merged(own == null ? null : new MergedLeads(own, mergedLeads, Map.of()))
                .build();
    }

    /** Adds all activities of a version. */
    void add(List<Activity> told) {
        Activity first = told.get(0);
        if (first.version() <= version || !first.lead().equals(id)) {
            throw new IllegalArgumentException("a timeline is one lead's and goes by its versions, found %d after %d"
                    .formatted(first.version(), version));
        }
        boolean merges = told.stream().anyMatch(activity -> activity.change() instanceof Change.Merged);
        if (merges && own == null) {
            own = lead();
        }
        version = first.version();
        told.forEach(this::add);
        add(first.trace());
        if (mergedLeads.isEmpty()) {
            own = null;
        }
    }

    private void add(Activity activity) {
        Change change = activity.change();
        lastAt = lastAt == null || activity.at().isAfter(lastAt) ? activity.at() : lastAt;
        lead.lastActivityAt(lastAt);
        if (change instanceof Change.FieldChanged field) {
            field(field, Provenance.by(activity.actor(), activity.at()));
        } else if (change instanceof Change.Scored scored) {
            lead.score(score(scored, activity.at()));
        } else if (change instanceof Change.Summarised need) {
            lead.need(
                    need.text() == null
                            ? null
                            : new NeedSummary(need.text(), activity.actor().id(), List.of()));
        } else if (change instanceof Change.Captured captured) {
            lead.capturedBecause(captured.because());
        } else if (change instanceof Change.Assigned assigned) {
            lead.assignee(assigned.to());
        } else {
            added(change);
            standing(change);
        }
    }

    private void added(Change change) {
        if (change instanceof Change.Tagged tagged) {
            tags.add(tagged.tag());
        } else if (change instanceof Change.Untagged untagged) {
            tags.remove(untagged.tag());
        } else if (change instanceof Change.ConversationLinked linked) {
            sessions.add(linked.session());
        } else if (change instanceof Change.ConversationUnlinked unlinked) {
            sessions.remove(unlinked.session());
        } else if (change instanceof Change.ConsentStated stated) {
            consents.put(stated.consent().value().purpose(), stated.consent());
        } else if (change instanceof Change.ConsentDropped dropped) {
            consents.remove(dropped.purpose());
        }
    }

    private void standing(Change change) {
        if (change instanceof Change.Merged merged) {
            mergedLeads.add(merged.other());
        } else if (change instanceof Change.Unmerged unmerged) {
            mergedLeads.remove(unmerged.other());
        } else if (change instanceof Change.MergedInto into) {
            lead.mergedInto(into.survivor());
        } else if (change instanceof Change.UnmergedFrom) {
            lead.mergedInto(null);
        } else if (change instanceof Change.Withdrawn) {
            lead.withdrawn(true);
        } else if (change instanceof Change.Restored) {
            lead.withdrawn(false);
        }
    }

    private void field(Change.FieldChanged changed, Provenance provenance) {
        if (changed.field().equals(LeadField.LOST_REASON)) {
            lead.lostReason(changed.to());
        } else if (changed.field().equals(LeadField.PROBABILITY)) {
            lead.probability(changed.to() == null ? null : Double.valueOf(changed.to()));
        } else if (changed.field().equals(LeadField.SNOOZED_UNTIL)) {
            lead.snoozedUntil(changed.to() == null ? null : Instant.parse(changed.to()));
        } else {
            values.change(changed, provenance);
        }
    }

    /** An activity tells the sum alone. */
    private static Score score(Change.Scored scored, Instant at) {
        var sum = new Contribution("sum", "Sum", scored.to(), "as the timeline tells");
        return new Score(scored.to(), scored.bandTo(), List.of(sum), scored.card(), at, null);
    }

    private void add(LeadTrace trace) {
        pinned.addAll(trace.pinned());
        pinned.removeAll(trace.unpinned());
        identities.addAll(trace.known());
        trace.unknown().forEach(identities::remove);
        values.give(trace.values());
        if (trace.entered() != null) {
            entered = trace.entered();
        }
        if (!trace.sessions().isEmpty()) {
            sessions.clear();
            sessions.addAll(trace.sessions());
        }
        if (trace.source() != null) {
            lead.source(trace.source());
        }
        if (trace.createdAt() != null) {
            lead.createdAt(trace.createdAt());
        }
    }
}
