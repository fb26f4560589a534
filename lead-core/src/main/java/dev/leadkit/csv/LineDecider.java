package dev.leadkit.csv;

import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Change.Noted;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Touch;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.StageCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of a line of a table: a function of its values, the lead that it is about, and an instant. Whatever of
 * the line the lead has already is left as it is, so that the same line does nothing twice.
 */
final class LineDecider {
    private final CsvDesk desk;
    private final OnMatch onMatch;
    private final ImportColumns columns;
    private final StageWay ways;

    LineDecider(CsvDesk desk, OnMatch onMatch, ImportColumns columns, StageRooms rooms) {
        this.desk = desk;
        this.onMatch = onMatch;
        this.columns = columns;
        this.ways = new StageWay(desk.pipeline(), desk.actor(), rooms);
    }

    /** For a line that is about no lead yet. */
    LineDecision create(long line, LineValues values, Instant now) {
        Instant at = values.createdAt() == null ? now : values.createdAt();
        Lead.Builder empty =
                Lead.builder(desk.newLeadId(), desk.tenant(), values.lead().source(), at);
        Lead entered =
                desk.pipeline().enter(empty, at).lostReason(values.lostReason()).build();
        Lead filled = desk.fill(desk.fields().begin(entered, at), values.lead(), now);
        filled = filled.toBuilder()
                .probability(values.probability())
                .snoozedUntil(values.snoozedUntil())
                .build();
        String to = values.stage() == null ? filled.stage() : values.stage();
        StageWay.Arrival arrival = to.equals(filled.stage())
                ? new StageWay.Arrival(filled, List.of())
                : ways.fromStart(filled, to, at, now);
        if (!arrival.isAllowed()) {
            return refused(line, arrival);
        }
        if (values.lostReason() != null && !isLost(arrival.lead())) {
            return notLost(line);
        }
        Lead after = values.stage() == null ? arrival.lead() : pinned(arrival.lead(), LeadField.STAGE);
        List<Change> notes = notes(values.notes(), note -> false);
        List<Change> changes = new ArrayList<>(LeadDiff.ofNew(after));
        changes.addAll(notes);
        return new LineDecision(
                new Created(line, null, changes), null, null, noted(after, notes), after.createdAt(), notes);
    }

    /**
     * For a line about a lead.
     *
     * @param hasNote whether the lead has a note already
     */
    LineDecision update(long line, LineValues values, Lead before, Predicate<String> hasNote, Instant now) {
        if (before.mergedInto() != null) {
            return LineDecision.refused(line, List.of(LineErrors.merged(before.mergedInto())));
        }
        if (onMatch == OnMatch.SKIP) {
            return LineDecision.none(new Unchanged(line, before.id()));
        }
        CurrentLead current = desk.current(before);
        String to = wantedStage(values, current.lead());
        if (!isInPipeline(before) && (to != null || isWantedReason(values, before))) {
            return otherPipeline(line, before);
        }
        Lead between = to == null ? before : current.lead();
        Lead filled = putOff(desk.fill(between, news(values.lead(), between), now), values);
        Instant at = before.momentOf(now);
        StageWay.Arrival arrival = to == null
                ? withReason(filled, values.lostReason())
                : moved(new CurrentLead(filled, current.pipeline()), to, values.lostReason(), at);
        if (!arrival.isAllowed()) {
            return refused(line, arrival);
        }
        if (isWantedReason(values, arrival.lead()) && !isLost(arrival.lead())) {
            return notLost(line);
        }
        List<Change> notes = notes(values.notes(), hasNote);
        List<Change> changes = new ArrayList<>(LeadDiff.between(before, between));
        changes.addAll(LeadDiff.between(between, arrival.lead()));
        changes.addAll(notes);
        if (changes.isEmpty()) {
            return LineDecision.none(new Unchanged(line, before.id()));
        }
        Lead after = touched(between, noted(arrival.lead(), notes), notes, now);
        return new LineDecision(new Updated(line, before.id(), changes), before, between, after, at, notes);
    }

    private Lead putOff(Lead lead, LineValues values) {
        Lead.Builder next = lead.toBuilder();
        if (isWanted(lead.probability(), values.probability())) {
            next.probability(values.probability());
        }
        if (isWanted(lead.snoozedUntil(), values.snoozedUntil())) {
            next.snoozedUntil(values.snoozedUntil());
        }
        return next.build();
    }

    /** As whatever is done at the desk: machines keep no lead from going stale, unless they move it. */
    private Lead touched(Lead before, Lead after, List<Change> notes, Instant now) {
        // Whoever works on a lead wants it, whatever became of the capture.
        Lead.Builder next = after.toBuilder().withdrawn(false);
        if (!after.stage().equals(before.stage())) {
            next.touched(Touch.MOVED, now);
        } else if (desk.actor().isPerson() && !(notes.isEmpty() && before.isButForSnooze(after))) {
            boolean assigned = !Objects.equals(before.assignee(), after.assignee());
            next.touched(!notes.isEmpty() ? Touch.NOTED : assigned ? Touch.ASSIGNED : Touch.EDITED, now);
        }
        return next.build();
    }

    /** The stage that the line moves the lead to; absent when it moves it nowhere. */
    private @Nullable String wantedStage(LineValues values, Lead lead) {
        String to = values.stage();
        return onMatch == OnMatch.UPDATE && to != null && !to.equals(lead.stage()) ? to : null;
    }

    private boolean isWantedReason(LineValues values, Lead lead) {
        String reason = values.lostReason();
        return onMatch == OnMatch.UPDATE && reason != null && !reason.equals(lead.lostReason());
    }

    /** In the stage that the line gives it, with the reason for its loss. */
    private StageWay.Arrival moved(CurrentLead current, String to, @Nullable String reason, Instant at) {
        Lead lead = current.lead();
        Lead asked = reason == null ? lead : lead.toBuilder().lostReason(reason).build();
        StageWay.Arrival arrival = ways.move(new CurrentLead(asked, current.pipeline()), to, at);
        return arrival.isAllowed() ? new StageWay.Arrival(pinned(arrival.lead(), LeadField.STAGE), List.of()) : arrival;
    }

    /** In the stage that it is in. */
    private StageWay.Arrival withReason(Lead lead, @Nullable String reason) {
        if (reason == null || !isLost(lead) || !isWanted(lead.lostReason(), reason)) {
            return new StageWay.Arrival(lead, List.of());
        }
        Lead asked = lead.toBuilder().lostReason(reason).build();
        List<Refusal> refusals = ways.reasonRefused(asked);
        return new StageWay.Arrival(refusals.isEmpty() ? asked : lead, refusals);
    }

    /** Those of the values that the lead is to get. */
    private NewLead news(NewLead values, Lead lead) {
        Contact contact = lead.contact();
        Set<String> tags = new TreeSet<>(values.tags());
        tags.removeAll(lead.tags());
        return new NewLead(
                wanted(value(contact.name()), values.name()),
                added(contact.emails().stream().map(Attributed::value).toList(), values.emails(), this::email),
                added(
                        contact.phones().stream()
                                .map(phone -> phone.value().value())
                                .toList(),
                        values.phones(),
                        phone -> phone(phone, values.region())),
                wanted(value(contact.company()), values.company()),
                wanted(value(contact.location()), values.location()),
                wanted(value(contact.avatar()), values.avatar()),
                values.source(),
                tags,
                wanted(value(lead.expectedAmount()), values.expectedAmount()),
                values.probability(),
                values.snoozedUntil(),
                wanted(lead.assignee(), values.assignee()),
                externalId(lead, values.externalId()),
                values.region(),
                fields(lead, values.fields()));
    }

    private Map<String, FieldValue> fields(Lead lead, Map<String, FieldValue> given) {
        Map<String, FieldValue> wanted = new TreeMap<>(given);
        wanted.entrySet().removeIf(each -> !isWanted(value(lead.fields().get(each.getKey())), each.getValue()));
        return wanted;
    }

    private <T> @Nullable T wanted(@Nullable T has, @Nullable T wanted) {
        return isWanted(has, wanted) ? wanted : null;
    }

    private boolean isWanted(@Nullable Object has, @Nullable Object wanted) {
        return wanted != null && !wanted.equals(has) && (has == null || onMatch == OnMatch.UPDATE);
    }

    private interface Form {
        String of(String given);
    }

    /** Those that the lead has not, in their order. */
    private List<String> added(List<String> has, List<String> given, Form form) {
        if (onMatch == OnMatch.FILL_GAPS && !has.isEmpty()) {
            return List.of();
        }
        return given.stream().filter(value -> !has.contains(form.of(value))).toList();
    }

    private @Nullable String externalId(Lead lead, @Nullable String given) {
        List<String> has = lead.identities().stream()
                .filter(identity -> identity.kind() == IdentityKind.EXTERNAL_ID)
                .map(Identity::value)
                .toList();
        boolean isNew = given != null && !has.contains(given) && (has.isEmpty() || onMatch == OnMatch.UPDATE);
        return isNew ? given : null;
    }

    private String email(String given) {
        return desk.normalizer().email(given);
    }

    private String phone(String given, @Nullable String region) {
        return desk.normalizer().phone(given, region).value();
    }

    private boolean isLost(Lead lead) {
        return isInPipeline(lead)
                && desk.pipeline()
                        .findStage(lead.stage())
                        .map(stage -> stage.category() == StageCategory.LOST)
                        .orElse(false);
    }

    private boolean isInPipeline(Lead lead) {
        return lead.pipeline().equals(desk.pipeline().name());
    }

    private LineDecision otherPipeline(long line, Lead lead) {
        return LineDecision.refused(
                line,
                List.of(LineErrors.otherPipeline(
                        columns.headerOf(CsvField.STAGE), desk.pipeline().name(), lead.pipeline())));
    }

    private LineDecision refused(long line, StageWay.Arrival arrival) {
        return LineDecision.refused(line, LineErrors.refused(columns, desk.told(arrival.refusals())));
    }

    private LineDecision notLost(long line) {
        return LineDecision.refused(line, List.of(LineErrors.notLost(columns.headerOf(CsvField.LOST_REASON))));
    }

    private static List<Change> notes(List<String> texts, Predicate<String> has) {
        Set<String> seen = new HashSet<>();
        return texts.stream()
                .filter(text -> seen.add(text) && !has.test(text))
                .<Change>map(Noted::new)
                .toList();
    }

    private static Lead noted(Lead lead, List<Change> notes) {
        if (notes.isEmpty()) {
            return lead;
        }
        return pinned(lead, LeadField.NOTES).toBuilder()
                .own(own -> pinned(own, LeadField.NOTES))
                .build();
    }

    private static Lead pinned(Lead lead, String field) {
        return lead.toBuilder().pin(field).build();
    }

    private static <T> @Nullable T value(@Nullable Attributed<T> attributed) {
        return attributed == null ? null : attributed.value();
    }
}
