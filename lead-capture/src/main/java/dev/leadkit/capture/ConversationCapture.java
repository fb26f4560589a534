package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.Intake.Taken;
import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.capture.extract.Regions;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.identity.Resolution;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Optimistic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages and marks into one conversation: fold, lay the desk's values over it, commit the difference.
 *
 * <p>The usual message continues the fold at hand. A late one, one after a close, or one after an extractor failed and works
 * again folds the stored transcript again; both ways give the same.
 */
final class ConversationCapture {
    private static final long PATIENCE_MILLIS = 2_000;

    private static final Reason NOT_READ_WHOLE = Reason.of(
            "not-read-whole", "an extractor or the intent detector failed on a message, and may have missed something");

    private final CaptureEngine engine;
    private final Wiring wiring;
    private final SessionKey key;
    private final LeadProjection projection;
    private final ConversationLoader loader;
    private final ConversationExplainer explainer;
    private final Intake intake;
    private final KnownVisitor visitor;

    /** Whether to bring the leads up to the stored messages, though there is nothing new. */
    private boolean refolding;

    /** Whether the conversation that the engine keeps is this call's to use; else it works on one of its own. */
    private boolean holding;

    /** How often the engine had forgotten a session when this attempt began. */
    private long forgotten;

    ConversationCapture(CaptureEngine engine, SessionKey key) {
        this.engine = engine;
        this.wiring = engine.wiring();
        this.key = key;
        LeadPolicy policy = engine.settings().rules().leads();
        this.projection = new LeadProjection(wiring);
        this.loader = new ConversationLoader(wiring.store(), key, this::newFold, policy);
        this.explainer = new ConversationExplainer(engine.settings().rules());
        this.intake = engine.intake(key);
        this.visitor = new KnownVisitor(wiring, key, policy);
    }

    private ConversationFold newFold() {
        return engine.newFold(
                engine.settings(), key.tenant(), fold -> projection.scoreOf(key.tenant(), key.session(), fold));
    }

    /** @throws InvalidInputException if nothing of the session is stored */
    CaptureOutcome refold() {
        refolding = true;
        return capture(List.of(), null);
    }

    private static InvalidInputException unknownSession() {
        return new InvalidInputException("session", "a session of which messages are stored", "an unknown one");
    }

    CaptureOutcome capture(List<ChatMessage> delivered, @Nullable Mark mark) {
        ReentrantLock lock = engine.lock(key);
        holding = isFreeSoon(lock);
        try {
            return Optimistic.retry(() -> {
                boolean done = false;
                try {
                    CaptureOutcome outcome = attempt(delivered, mark);
                    done = true;
                    return outcome;
                } finally {
                    if (!done) {
                        engine.live().invalidate(key); // it may be ahead of the store, or behind it
                    }
                }
            });
        } finally {
            if (holding) {
                lock.unlock();
            }
        }
    }

    /**
     * Never waits for long: whoever holds the lock may be waiting in the database for a transaction of the host, in which
     * this call is about to take part.
     */
    private static boolean isFreeSoon(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CaptureOutcome attempt(List<ChatMessage> delivered, @Nullable Mark asked) {
        forgotten = engine.forgotten();
        LiveConversation live = atHand();
        Mark mark = asked;
        List<ChatMessage> fresh = live == null ? List.of() : intake.fresh(live, delivered);
        if (live != null && mark == null && fresh.isEmpty()) {
            return outcome(Status.REPEATED, live, delivered);
        }
        Taken taken = live == null ? Taken.NOTHING : intake.take(live, fresh, live.leads());
        boolean late = false;
        boolean someSuppressed = false;
        if (live == null
                || mark != null
                || !live.continuesWith(taken.messages())
                || live.wouldFindMore()
                || suppression(live, fresh).isOfAny(fresh)) {
            Optional<Transcript> stored = wiring.store().transcript(key.tenant(), key.session());
            live = ConversationLoader.known(stored);
            if (refolding && live.stored == null) {
                throw unknownSession();
            }
            mark = asked == null ? null : live.afterAllKnown(asked);
            fresh = intake.fresh(live, delivered);
            Suppression suppression = suppression(live, fresh);
            List<ChatMessage> unsuppressed = suppression.without(fresh);
            someSuppressed = unsuppressed.size() < fresh.size();
            if (someSuppressed && unsuppressed.isEmpty()) {
                engine.live().invalidate(key); // it may be of before the erasure
                return new CaptureOutcome(Status.SUPPRESSED, Optional.empty(), List.of(Suppression.ERASED), List.of());
            }
            live.firstVersion = suppression.firstVersion();
            Collection<Lead> leads = intake.readsLeads() ? loader.leads(stored) : List.of();
            taken = intake.take(live, unsuppressed, leads);
            mark = mark == null ? null : intake.take(live, mark, leads);
            if (taken.messages().isEmpty() && (taken.dropped() > 0 || asked != null && mark == null)) {
                if (live.stored == null && asked != null) {
                    throw unknownSession();
                }
                return notKept(intake.because(live, leads));
            }
            fresh = taken.messages();
            late = live.isLate(fresh);
            loader.fold(live, stored, fresh, mark, null);
            if (fresh.isEmpty() && !refolding && !isNews(live, mark)) {
                // The fold has taken a mark that is not stored, so that it is not kept.
                return outcome(Status.REPEATED, live, delivered);
            }
        } else {
            fresh = taken.messages();
            fresh.forEach(live.current().fold::add);
        }
        Resolution resolution = null;
        if (live.current().lead == null && live.current().fold.isCaptured()) {
            resolution = visitor.resolve(live.current().fold);
            if (resolution instanceof Resolution.Attach attach) {
                live = attached(live, fresh, mark, attach.lead());
            }
        }
        CaptureOutcome outcome = commit(live, fresh, mark, late, delivered, resolution);
        if (taken.isNothing()) {
            return notKept(intake.because(live, live.leads())); // but what it states
        }
        outcome = taken.readWhole() ? outcome : outcome.withReason(NOT_READ_WHOLE);
        outcome = someSuppressed ? outcome.withNotice(CaptureOutcome.SOME_SUPPRESSED) : outcome;
        outcome = taken.withheld() > 0 ? outcome.withNotice(CaptureOutcome.PSEUDONYMOUS) : outcome;
        return taken.statements() + taken.dropped() > 0 ? outcome.withNotice(CaptureOutcome.SOME_NOT_KEPT) : outcome;
    }

    private Suppression suppression(LiveConversation live, List<ChatMessage> fresh) {
        return Suppression.of(wiring, engine.settings().normalizer(), key, live, fresh);
    }

    /** What is kept of the conversation in memory; absent when something else may have been decided at the desk since. */
    private @Nullable LiveConversation atHand() {
        LiveConversation live = holding && !refolding ? engine.live().getIfPresent(key) : null;
        if (live == null || !intake.readsLeads()) {
            return live;
        }
        return live.leads().stream().allMatch(this::isAsStored) ? live : null;
    }

    private boolean isAsStored(Lead lead) {
        return wiring.store()
                .find(key.tenant(), lead.id())
                .filter(stored -> stored.version() == lead.version())
                .isPresent();
    }

    private static CaptureOutcome notKept(Reason because) {
        return new CaptureOutcome(Status.NOT_KEPT, Optional.empty(), List.of(because), List.of());
    }

    /** The conversation, folded again with the others of a lead that its last part turned out to belong to. */
    private LiveConversation attached(LiveConversation alone, List<ChatMessage> fresh, @Nullable Mark mark, Lead lead) {
        Optional<Transcript> stored = wiring.store().transcript(key.tenant(), key.session());
        LiveConversation live = ConversationLoader.known(stored);
        live.firstVersion = alone.firstVersion;
        loader.fold(live, stored, fresh, mark, lead);
        return live;
    }

    /**
     * Whether a mark is the first of its kind in its part of the conversation.
     *
     * @throws InvalidInputException if there is nothing to mark
     */
    private static boolean isNews(LiveConversation live, @Nullable Mark mark) {
        if (mark == null) {
            return false;
        }
        if (live.stored == null) {
            throw unknownSession();
        }
        LiveSegment its = live.at(mark.at());
        return live.stored.marks().stream()
                .noneMatch(known -> known.kind() == mark.kind() && live.at(known.at()) == its);
    }

    private CaptureOutcome commit(
            LiveConversation live,
            List<ChatMessage> fresh,
            @Nullable Mark mark,
            boolean late,
            List<ChatMessage> delivered,
            @Nullable Resolution resolution) {
        Actor actor = mark == null ? Actor.system() : mark.actor();
        ChangesetBuilder unit = wiring.changeset(key.tenant(), actor);
        Conversation before = live.stored;
        Conversation next = before == null
                ? Conversation.begin(key.tenant(), key.session(), fresh.get(0).channel())
                        .withVersion(live.firstVersion)
                : before;
        String channel = live.segments.get(0).fold.channelOf(key.session());
        next = next.withChannel(channel.isEmpty() ? next.channel() : channel);
        next = mark == null ? next : next.withMark(mark);
        LeadId follows = resolution instanceof Resolution.Begin begin ? begin.previous() : null;
        Cause cause = cause(fresh, mark, late, resolution);
        Status status = Status.NOT_CAPTURED;
        Map<LiveSegment, Lead> stored = new LinkedHashMap<>();
        for (LiveSegment segment : live.segments) {
            Status became = Status.NOT_CAPTURED;
            Lead lead = segment.lead;
            if (lead == null && segment.fold.isCaptured()) {
                LeadId previous = previous(live);
                Lead begun =
                        projection.begin(wiring.newLeadId(), segment.fold, next, previous == null ? follows : previous);
                stored.put(segment, unit.create(begun, begun.createdAt(), cause));
                became = Status.CAPTURED;
            } else if (lead != null) {
                CurrentLead current = projection.current(lead);
                Lead after = projection.project(current, segment.fold, next, visitor.of(segment.fold, lead));
                after = isNewlyHeard(lead, segment, live, fresh)
                        ? after.toBuilder().snoozedUntil(null).build()
                        : after;
                boolean takenBack = late && !segment.isCaptured() && isUntouched(lead) && wasSupported(lead);
                after = settle(lead, after, segment.isCaptured(), takenBack, live.isAnotherOpen(segment));
                boolean changed = !after.equals(lead);
                stored.put(
                        segment,
                        changed ? unit.update(lead, current.lead(), after, after.lastActivityAt(), cause) : lead);
                became = after.withdrawn() && !lead.withdrawn()
                        ? Status.WITHDRAWN
                        : after.withdrawn() ? Status.NOT_CAPTURED : Status.ADDED;
            }
            status = segment == live.current() ? became : status;
        }
        for (int i = next.segments().size(); i < live.boundaries.size(); i++) {
            Lead lead = stored.get(live.boundaries.get(i).segment());
            if (lead != null) {
                Instant after = live.boundaries.get(i).after();
                next = next.withSegment(new Conversation.Segment(lead.id(), after));
            }
        }
        Conversation written = unit.conversation(next, before == null ? 0 : before.version());
        boolean joined = wiring.store().commit(unit.messages(fresh).build()).joined();

        stored.forEach((segment, lead) -> segment.lead = lead);
        live.stored = written;
        live.noteStored(fresh, mark == null ? List.of() : List.of(mark));
        if (holding && !joined) {
            engine.keep(key, live, forgotten);
        } else {
            engine.live().invalidate(key); // the host may roll it back
        }
        CaptureOutcome outcome = outcome(status, live, delivered);
        return resolution != null && isTelling(resolution) ? outcome.withReason(resolution.because()) : outcome;
    }

    /** Whether it says more than that the visitor is a new one. */
    private static boolean isTelling(Resolution resolution) {
        return !(resolution instanceof Resolution.Begin begin)
                || begin.previous() != null
                || !begin.suggestions().isEmpty();
    }

    /** The lead that a new one follows: that of the part before; absent for the first. */
    private static @Nullable LeadId previous(LiveConversation live) {
        int last = live.boundaries.size() - 1;
        Lead before = last == 0 ? null : live.boundaries.get(last - 1).segment().lead;
        return before == null ? null : before.id();
    }

    /**
     * Whether the visitor said something, late or not, that whoever put his lead off has not seen: in one of the fresh messages,
     * or in a conversation that comes to the lead.
     */
    private boolean isNewlyHeard(Lead lead, LiveSegment segment, LiveConversation live, List<ChatMessage> fresh) {
        return !lead.sessions().contains(key.session())
                || fresh.stream()
                        .anyMatch(message -> message.isFromVisitor()
                                && !isStatementAlone(message)
                                && live.at(message.at()) == segment);
    }

    /** Whether nothing is kept of a message but what it states of mode and consent. */
    private static boolean isStatementAlone(ChatMessage message) {
        return Withheld.of(message)
                .filter(withheld -> withheld.mode() == CaptureMode.NONE)
                .isPresent();
    }

    /**
     * Whether the lead stands. Only a late message can take back a capture; new rules alone never do. A withdrawn lead does
     * not come back while another of the visitor's is being worked on.
     */
    private static Lead settle(Lead before, Lead after, boolean captured, boolean takenBack, boolean anotherOpen) {
        boolean withdrawn = captured ? before.withdrawn() && anotherOpen : before.withdrawn() || takenBack;
        return after.toBuilder().withdrawn(withdrawn).build();
    }

    /**
     * Whether nobody made a lead at the desk or did anything about it there. A mark is none of that: it is folded with the messages,
     * and counts the same before and after a late one.
     */
    private static boolean isUntouched(Lead lead) {
        return !lead.capturedBecause().isEmpty()
                && lead.pinned().isEmpty()
                && lead.probability() == null
                && lead.snoozedUntil() == null
                && lead.merged() == null
                && lead.consents().stream()
                        .noneMatch(stated -> stated.provenance().isSetAtDesk());
    }

    /**
     * Whether what is stored makes the lead under today's rules, so that it is the late message that takes it back. Where it does
     * not, the rules were others when it was captured, or a detector fails now.
     */
    private boolean wasSupported(Lead lead) {
        Optional<Transcript> stored = wiring.store().transcript(key.tenant(), key.session());
        LiveConversation before = ConversationLoader.known(stored);
        loader.fold(before, stored, List.of(), null, null);
        return before.segments.stream()
                .anyMatch(
                        segment -> segment.lead != null && segment.lead.id().equals(lead.id()) && segment.isCaptured());
    }

    private Cause cause(List<ChatMessage> fresh, @Nullable Mark mark, boolean late, @Nullable Resolution resolution) {
        if (refolding) {
            return new Cause(Cause.REFOLD, key.session());
        }
        if (mark != null) {
            return new Cause(Cause.MARK, mark.kind().name().toLowerCase(Locale.ROOT));
        }
        if (resolution instanceof Resolution.Attach attach) {
            return new Cause(
                    attach.because().code(), fresh.get(fresh.size() - 1).id());
        }
        return late
                ? new Cause(Cause.LATE_MESSAGE, fresh.get(0).id())
                : new Cause(Cause.MESSAGE, fresh.get(fresh.size() - 1).id());
    }

    private CaptureOutcome outcome(Status status, LiveConversation live, List<ChatMessage> delivered) {
        LiveSegment current = live.current();
        Lead visible = current.lead == null || current.lead.withdrawn() ? null : current.lead;
        List<Reason> because = explainer.because(visible, current.fold);
        List<String> notices = new ArrayList<>();
        if (delivered.stream().anyMatch(ChatMessage::cleaned)) {
            notices.add(CaptureOutcome.TEXT_CLEANED);
        }
        if (delivered.stream().anyMatch(message -> message.text().length() > Beginning.ANALYSED)) {
            notices.add(CaptureOutcome.TEXT_NOT_ANALYSED_WHOLE);
        }
        int searched = engine.settings().rules().searchedCharacters();
        if (searched < Beginning.ANALYSED
                && delivered.stream()
                        .anyMatch(message ->
                                message.isFromVisitor() && message.text().length() > searched)) {
            notices.add(CaptureOutcome.TEXT_NOT_SEARCHED_WHOLE);
        }
        if (delivered.stream().anyMatch(ConversationCapture::isFromNowhere)) {
            notices.add(CaptureOutcome.REGION_UNKNOWN);
        }
        var outcome = new CaptureOutcome(status, Optional.ofNullable(visible).map(Lead::id), because, notices);
        return live.isReadWhole() ? outcome : outcome.withReason(NOT_READ_WHOLE);
    }

    private static boolean isFromNowhere(ChatMessage message) {
        String region = message.attributes().get(ChatMessage.REGION);
        return message.isFromVisitor() && region != null && !Regions.isKnown(region);
    }

    /** What the conversation comes to; empty when nothing of it is stored. Writes nothing. */
    Optional<CaptureExplanation> explain() {
        return Optimistic.retry(this::explainStored);
    }

    private Optional<CaptureExplanation> explainStored() {
        Optional<Transcript> stored = wiring.store().transcript(key.tenant(), key.session());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        LiveConversation live = ConversationLoader.known(stored);
        loader.fold(live, stored, List.of(), null, null);
        return Optional.of(explainer.explain(live, key, projection));
    }
}
