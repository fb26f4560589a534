package dev.leadkit;

import dev.leadkit.conflict.FieldChoice;
import dev.leadkit.conflict.ThreeWay;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked at the desk of a lead that exists, whether of one or of many. Each method checks what is asked
 * before any lead is read, and gives it as a pure function of the lead.
 */
final class DeskWork {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskHistory history;

    DeskWork(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.history = new DeskHistory(wiring.store(), tenant);
    }

    /** Something that is asked of a lead. */
    interface Task {
        /**
         * Decides what becomes of a lead; writes nothing.
         *
         * @param before as it is stored
         */
        default Step decide(Lead before, Instant now) {
            return before.mergedInto() == null ? on(before, now) : new Step.Merged(before.mergedInto());
        }

        /** The same of a lead that is known to stand by itself. */
        Step on(Lead before, Instant now);
    }

    /** What becomes of a lead. */
    sealed interface Step {
        /**
         * It gets a next value.
         *
         * @param between where the lead is first brought to the current version of its pipeline; {@code before} where it is
         *     on it already
         * @param extra what happens beside the difference of the values
         * @param decision that of the pipeline; absent where none was asked
         */
        record Next(
                Lead before,
                Lead between,
                Lead after,
                Instant at,
                List<Change> extra,
                @Nullable Decision decision) implements Step {
            Next(Lead before, Lead after, Instant at, List<Change> extra) {
                this(before, before, after, at, extra, null);
            }

            Next by(Decision its) {
                return new Next(before, between, after, at, extra, its);
            }
        }

        /** It stays as it is. */
        record Unchanged(Lead lead) implements Step {}

        /** The pipeline refuses the move. */
        record Refused(Decision decision) implements Step {}

        /** It was merged into another, which is to be worked on instead. */
        record Merged(LeadId survivor) implements Step {}
    }

    /**
     * A step as it is committed.
     *
     * @param before as it is stored
     * @param lead as it will be stored
     */
    record Unit(Changeset changeset, Lead before, Lead lead) {}

    Unit unit(Step.Next step) {
        return unit(step, wiring.changeset(tenant, actor), null);
    }

    Unit unit(Step.Next step, ChangesetBuilder unit, @Nullable Cause cause) {
        Lead stored = unit.update(
                step.before(),
                step.between(),
                step.after(),
                step.at(),
                cause,
                step.extra().toArray(Change[]::new));
        return new Unit(unit.build(), step.before(), stored);
    }

    Task transition(String to, @Nullable String reason) {
        return move(to, reason, (pipeline, lead, at) -> pipeline.decide(lead, to, actor, at));
    }

    /** @param decide what the pipeline says to it at an instant */
    Task move(String to, @Nullable String reason, Decider decide) {
        return move(to, reason, decide, "");
    }

    /** @param why it may override what the pipeline says */
    Task move(String to, @Nullable String reason, Decider decide, String why) {
        String lostReason = reason == null ? null : Input.name(LeadField.LOST_REASON, reason);
        return (before, clock) -> {
            CurrentLead its = wiring.pipelines().current(before);
            Lead current = its.lead();
            if (current.stage().equals(to)) {
                return current.equals(before)
                        ? new Step.Unchanged(before)
                        : new Step.Next(before, current, clock, List.of());
            }
            return moved(before, its, current, to, lostReason, clock, decide, why);
        };
    }

    /**
     * @param stage the key of the stage that it comes to, as far as one is named for the stage in which it is
     * @param occupancy how full a stage of that pipeline is for a lead
     */
    Task moveTo(
            Pipeline target, Function<Lead, Optional<String>> stage, BiFunction<String, Lead, Occupancy> occupancy) {
        return (before, clock) -> {
            if (before.pipeline().equals(target.name())) {
                return new Step.Unchanged(before);
            }
            String to = stage.apply(before).orElse(null);
            if (to == null) {
                String text =
                        "no stage of pipeline \"%s\" is named for \"%s\"".formatted(target.name(), before.stage());
                var refusal = new Refusal("unmapped-stage", text, null);
                return new Step.Refused(new Decision.Refused(before.stage(), List.of(refusal)));
            }
            Decision decision = target.decideEntry(before, to, actor, occupancy.apply(to, before));
            return moved(before, before, before, decision, before.momentOf(clock), "");
        };
    }

    /** What a rule says of a lead by now; nothing when it does not. */
    Task timed(TimedRule rule, Decider decide) {
        return (before, now) -> {
            CurrentLead its = wiring.pipelines().current(before);
            Lead current = its.lead();
            if (!rule.isDue(current, now)) {
                return new Step.Unchanged(before);
            }
            Lead tagged =
                    rule.tag() != null && rule.isTagDue(current) ? edits(now).tag(current, rule.tag()) : current;
            return rule.to() == null
                    ? next(before, current, tagged, now)
                    : moved(before, its, tagged, rule.to(), rule.reason(), now, decide, "");
        };
    }

    /** What a pipeline says to a lead's move at an instant. */
    interface Decider {
        Decision decide(Pipeline pipeline, Lead lead, Instant at);
    }

    private Step moved(
            Lead before,
            CurrentLead its,
            Lead edited,
            String to,
            @Nullable String lostReason,
            Instant clock,
            Decider decide,
            String why) {
        Lead asked = lostReason == null
                ? edited
                : edited.toBuilder().lostReason(lostReason).build();
        Instant now = before.momentOf(clock);
        Decision decision = its.decide(to, pipeline -> decide.decide(pipeline, asked, now));
        return moved(before, its.lead(), asked, decision, now, why);
    }

    private Step moved(Lead before, Lead between, Lead asked, Decision decision, Instant now, String why) {
        if (!(decision instanceof Decision.Allowed allowed)) {
            return new Step.Refused(decision);
        }
        Lead moved = allowed.apply(asked, now).toBuilder().pin(LeadField.STAGE).build();
        List<Reason> overridden = allowed.overridden().stream()
                .map(refusal -> Reason.of(refusal.code(), refusal.text()))
                .toList();
        Step.Next next = overridden.isEmpty()
                ? next(before, between, moved, now)
                : next(before, between, moved, now, new Change.Overridden(why, overridden));
        return next.by(decision);
    }

    Task assign(@Nullable String user) {
        String assignee = user == null ? null : Input.id("assignee", user);
        return (before, now) -> edited(before, now, edits(now).assign(before, assignee));
    }

    Task tag(String tag) {
        String name = Input.name("tag", tag);
        return (before, now) -> edited(before, now, edits(now).tag(before, name));
    }

    Task untag(String tag) {
        String name = Input.name("tag", tag);
        return (before, now) -> edited(before, now, edits(now).untag(before, name));
    }

    Task update(LeadUpdate wanted) {
        LeadUpdate accepted = accepted(wanted);
        return (before, now) -> edited(before, now, edits(now).update(before, accepted));
    }

    Task consent(Consent stated) {
        return (before, now) -> edited(before, now, edits(now).consent(before, stated));
    }

    Task verify(IdentityKind kind, String value) {
        return (before, now) -> edited(before, now, edits(now).verify(before, kind, value));
    }

    /** @param seen the lead of whose messages the need is */
    Task summarize(Lead seen, NeedSummary need) {
        return (before, now) -> before.engagement().equals(seen.engagement())
                ? edited(before, now, before.toBuilder().need(need).build())
                : new Step.Unchanged(before);
    }

    Task note(String text) {
        var noted = new Change.Noted(noteText(text));
        return (before, now) -> noted(before, now, noted);
    }

    Task editNote(NoteId id, String text) {
        String cleaned = noteText(text);
        return (before, now) -> history.note(before.id(), id).text().equals(cleaned)
                ? new Step.Unchanged(before)
                : noted(before, now, new Change.NoteEdited(id, cleaned));
    }

    Task removeNote(NoteId id) {
        return (before, now) -> noted(
                before,
                now,
                new Change.NoteRemoved(history.note(before.id(), id).id()));
    }

    private Step noted(Lead before, Instant now, Change change) {
        return next(before, LeadEdits.noted(before), now, change);
    }

    private static String noteText(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("note", "a non-blank text", "a blank text");
        }
        return Input.text("note", text);
    }

    /** An update of the version that somebody saw, on whatever the lead has become since. */
    Task reconcile(long seen, LeadUpdate wanted) {
        LeadUpdate accepted = accepted(wanted);
        return (before, now) -> {
            ThreeWay both = compare(before, seen, accepted, now);
            if (!both.isFree()) {
                throw new OverlapException(before.id(), before.version(), both);
            }
            // What he left as he saw it must not put back what others changed.
            LeadUpdate mine = accepted.without(both.fields(FieldChoice.Take.THEIRS));
            return edited(before, now, edits(now).update(before, mine));
        };
    }

    /** What somebody wants of the version that he saw, beside what others made of it. */
    ThreeWay compare(Lead stored, long seen, LeadUpdate wanted, Instant now) {
        Lead base = history.asOf(stored, seen);
        return ThreeWay.of(base, edits(now).update(base, accepted(wanted)), stored);
    }

    private LeadUpdate accepted(LeadUpdate wanted) {
        return wanted.with(wiring.fields().accept(wanted.fields()));
    }

    LeadEdits edits(Instant now) {
        return new LeadEdits(wiring.normalizer(), actor, now);
    }

    private Step edited(Lead before, Instant now, Lead after) {
        return after.equals(before) ? new Step.Unchanged(before) : next(before, after, now);
    }

    private Step next(Lead before, Lead after, Instant now, Change... extra) {
        return next(before, before, after, now, extra);
    }

    /** @param between see {@link Step.Next#between} */
    private Step.Next next(Lead before, Lead between, Lead after, Instant now, Change... extra) {
        // Whoever works on a lead wants it, whatever became of the capture. To write down a consent is no work on it.
        boolean isRecord = extra.length == 0 && isButForConsents(before, after);
        Lead.Builder next = after.toBuilder().withdrawn(isRecord && before.withdrawn());
        boolean isMove =
                !after.stage().equals(between.stage()) || !after.pipeline().equals(between.pipeline());
        boolean isPutOff = extra.length == 0 && before.isButForSnooze(after);
        if (isMove || actor.isPerson() && !isPutOff) {
            next.touched(isMove ? Touch.MOVED : touch(before, after, extra), now);
        }
        return new Step.Next(
                before, between, wiring.scored(next.build(), before.momentOf(now)), now, List.of(extra), null);
    }

    private static boolean isButForConsents(Lead before, Lead after) {
        return before.equals(after.toBuilder().consents(before.consents()).build());
    }

    private static Touch touch(Lead before, Lead after, Change... extra) {
        if (extra.length > 0) {
            return Touch.NOTED;
        }
        return Objects.equals(before.assignee(), after.assignee()) ? Touch.EDITED : Touch.ASSIGNED;
    }
}
