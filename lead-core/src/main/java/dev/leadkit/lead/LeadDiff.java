package dev.leadkit.lead;

import dev.leadkit.lead.Change.Assigned;
import dev.leadkit.lead.Change.BandChanged;
import dev.leadkit.lead.Change.Captured;
import dev.leadkit.lead.Change.ConsentDropped;
import dev.leadkit.lead.Change.ConsentStated;
import dev.leadkit.lead.Change.ConversationLinked;
import dev.leadkit.lead.Change.ConversationUnlinked;
import dev.leadkit.lead.Change.Created;
import dev.leadkit.lead.Change.FieldChanged;
import dev.leadkit.lead.Change.Identified;
import dev.leadkit.lead.Change.Merged;
import dev.leadkit.lead.Change.MergedInto;
import dev.leadkit.lead.Change.Migrated;
import dev.leadkit.lead.Change.PipelineChanged;
import dev.leadkit.lead.Change.Restored;
import dev.leadkit.lead.Change.Scored;
import dev.leadkit.lead.Change.StageChanged;
import dev.leadkit.lead.Change.Summarised;
import dev.leadkit.lead.Change.Tagged;
import dev.leadkit.lead.Change.Unmerged;
import dev.leadkit.lead.Change.UnmergedFrom;
import dev.leadkit.lead.Change.Untagged;
import dev.leadkit.lead.Change.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happened between two values of a lead. The timeline is always made from the very values that are stored, so that
 * the two can't tell different stories.
 */
public final class LeadDiff {
    private final List<Change> changes = new ArrayList<>();

    private LeadDiff() {}

    /** All that a new lead begins with. */
    public static List<Change> ofNew(Lead lead) {
        var diff = new LeadDiff();
        diff.changes.add(
                new Created(lead.source(), lead.pipeline(), lead.pipelineVersion(), lead.stage(), lead.previous()));
        diff.compare(null, lead, lead.stageEnteredAt());
        return diff.changes;
    }

    /**
     * What changed, in a fixed order; empty when only times or the version did.
     *
     * @throws IllegalArgumentException if the two are not the same lead
     */
    public static List<Change> between(Lead before, Lead after) {
        return between(before, after, after.stageEnteredAt());
    }

    /**
     * The same, of what happened at an instant.
     *
     * @param at when it left its stage, if it is back in one that it entered before: an undo takes it there
     */
    public static List<Change> between(Lead before, Lead after, Instant at) {
        if (!before.id().equals(after.id()) || !before.tenant().equals(after.tenant())) {
            throw new IllegalArgumentException("before and after must be the same lead");
        }
        var diff = new LeadDiff();
        diff.standing(before, after);
        diff.compare(before, after, at);
        return diff.changes;
    }

    /**
     * What a new lead begins with beside {@link #ofNew}.
     *
     * @param happenedAt the time of its activities
     */
    public static LeadTrace traceOfNew(Lead lead, Instant happenedAt) {
        return TraceDiff.ofNew(lead, Input.instant("happenedAt", happenedAt));
    }

    /** What changed beside {@link #between}. */
    public static LeadTrace traceBetween(Lead before, Lead after) {
        return TraceDiff.between(before, after);
    }

    /** A merge takes a lead away without a capture being taken back. */
    private void standing(Lead before, Lead after) {
        if (!Objects.equals(before.mergedInto(), after.mergedInto())) {
            if (before.mergedInto() != null) {
                changes.add(new UnmergedFrom(before.mergedInto()));
            }
            if (after.mergedInto() != null) {
                changes.add(new MergedInto(after.mergedInto()));
            }
        } else if (before.withdrawn() != after.withdrawn()) {
            changes.add(after.withdrawn() ? new Withdrawn() : new Restored());
        }
        addMissing(before.mergedLeads(), after.mergedLeads(), Merged::new);
        addMissing(after.mergedLeads(), before.mergedLeads(), Unmerged::new);
    }

    private void compare(@Nullable Lead before, Lead after, Instant at) {
        List<String> sessionsBefore = before == null ? List.of() : before.sessions();
        addMissing(sessionsBefore, after.sessions(), ConversationLinked::new);
        addMissing(after.sessions(), sessionsBefore, ConversationUnlinked::new);
        if (!after.capturedBecause().equals(before == null ? List.of() : before.capturedBecause())) {
            changes.add(new Captured(after.capturedBecause()));
        }
        addMissing(
                before == null ? List.of() : before.identities(),
                after.identities(),
                identity -> new Identified(identity.kind(), identity.assurance()));
        contact(before == null ? Contact.UNKNOWN : before.contact(), after.contact());
        consents(before == null ? List.of() : before.consents(), after.consents());
        field(LeadField.AMOUNT, amount(before), amount(after));
        field(LeadField.PROBABILITY, text(before == null ? null : before.probability()), text(after.probability()));
        customFields(before == null ? Map.of() : before.fields(), after.fields());
        if (!Objects.equals(before == null ? null : before.assignee(), after.assignee())) {
            changes.add(new Assigned(before == null ? null : before.assignee(), after.assignee()));
        }
        Set<String> tagsBefore = before == null ? Set.of() : before.tags();
        addMissing(tagsBefore, after.tags(), Tagged::new);
        addMissing(after.tags(), tagsBefore, Untagged::new);
        field(LeadField.LOST_REASON, before == null ? null : before.lostReason(), after.lostReason());
        if (before != null) {
            stage(before, after, at);
        }
        field(LeadField.SNOOZED_UNTIL, text(before == null ? null : before.snoozedUntil()), text(after.snoozedUntil()));
        String needBefore =
                before == null || before.need() == null ? null : before.need().text();
        String needAfter = after.need() == null ? null : after.need().text();
        if (!Objects.equals(needBefore, needAfter)) {
            changes.add(new Summarised(needAfter));
        }
        score(before == null ? null : before.score(), after.score());
    }

    private void stage(Lead before, Lead after, Instant at) {
        Instant entered = before.stageEnteredAt();
        Instant left = after.stageEnteredAt().isBefore(entered) ? at : after.stageEnteredAt();
        // A channel's clock may be ahead of ours.
        Duration inFrom = left.isBefore(entered) ? Duration.ZERO : Duration.between(entered, left);
        String reason = after.closed() ? after.lostReason() : null;
        if (!before.pipeline().equals(after.pipeline())) {
            changes.add(new PipelineChanged(
                    before.pipeline(),
                    before.stage(),
                    after.pipeline(),
                    after.pipelineVersion(),
                    after.stage(),
                    reason,
                    inFrom));
        } else if (before.pipelineVersion() != after.pipelineVersion()) {
            changes.add(new Migrated(before.pipelineVersion(), after.pipelineVersion(), before.stage(), after.stage()));
        } else if (!before.stage().equals(after.stage())) {
            changes.add(new StageChanged(before.stage(), after.stage(), reason, inFrom));
        }
    }

    private void contact(Contact before, Contact after) {
        field(LeadField.NAME, value(before.name()), value(after.name()));
        values(LeadField.EMAIL, before.emails(), after.emails(), Function.identity());
        values(LeadField.PHONE, before.phones(), after.phones(), PhoneNumber::value);
        field(LeadField.COMPANY, value(before.company()), value(after.company()));
        field(LeadField.LOCATION, value(before.location()), value(after.location()));
        field(LeadField.AVATAR, value(before.avatar()), value(after.avatar()));
    }

    /** The same said once more is no news; the lead has the later time of it. */
    private void consents(List<Attributed<Consent>> before, List<Attributed<Consent>> after) {
        Map<String, Consent> old = new TreeMap<>();
        before.forEach(stated -> old.put(stated.value().purpose(), stated.value()));
        for (Attributed<Consent> stated : after) {
            if (!Objects.equals(stated.value(), old.remove(stated.value().purpose()))) {
                changes.add(new ConsentStated(stated));
            }
        }
        old.keySet().forEach(purpose -> changes.add(new ConsentDropped(purpose)));
    }

    private void customFields(Map<String, Attributed<FieldValue>> before, Map<String, Attributed<FieldValue>> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> field(LeadField.custom(key), text(before.get(key)), text(after.get(key))));
    }

    private <T> void values(
            String field, List<Attributed<T>> before, List<Attributed<T>> after, Function<T, String> text) {
        Set<String> old = new LinkedHashSet<>();
        before.forEach(value -> old.add(text.apply(value.value())));
        Set<String> fresh = new LinkedHashSet<>();
        after.forEach(value -> fresh.add(text.apply(value.value())));
        addMissing(fresh, old, gone -> new FieldChanged(field, gone, null));
        addMissing(old, fresh, added -> new FieldChanged(field, null, added));
    }

    private void score(@Nullable Score before, @Nullable Score after) {
        if (after == null) {
            return;
        }
        if (after.isNewsAfter(before)) {
            changes.add(new Scored(
                    before == null ? null : before.value(),
                    after.value(),
                    before == null ? null : before.band(),
                    after.band(),
                    after.card()));
        }
        if (before != null && !before.band().equals(after.band())) {
            changes.add(new BandChanged(before.band(), after.band()));
        }
    }

    private void field(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChanged(field, before, after));
        }
    }

    private <T> void addMissing(Collection<T> known, Collection<T> wanted, Function<T, Change> change) {
        for (T value : wanted) {
            if (!known.contains(value)) {
                changes.add(change.apply(value));
            }
        }
    }

    private static @Nullable String value(@Nullable Attributed<String> attributed) {
        return attributed == null ? null : attributed.value();
    }

    private static @Nullable String text(@Nullable Attributed<FieldValue> attributed) {
        return attributed == null ? null : attributed.value().text();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String amount(@Nullable Lead lead) {
        return lead == null || lead.expectedAmount() == null
                ? null
                : lead.expectedAmount().value().toString();
    }
}
