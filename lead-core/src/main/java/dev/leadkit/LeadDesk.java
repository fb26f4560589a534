package dev.leadkit;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where leads are worked on: one tenant's, in the name of one actor. Immutable and safe to share.
 *
 * <p>What adds to a lead (a tag, a note, a value) is repeated on the fresh state when somebody else was faster. A move
 * is not: it fails with {@link StaleLeadException}, because the person decided on what he saw.
 *
 * <p>Every method that takes a lead's id throws {@link LeadNotFoundException} when the tenant has no such lead, unless
 * it says otherwise, and {@link InvalidInputException} for a value that is not taken, before anything is written.
 *
 * <p>When the storage fails, a method throws a {@link StoreException} and nothing was written; or its subclass {@link
 * UnknownOutcomeException}, when it may have been after all. Then simply call again what moves, edits, tags or assigns: it
 * changes nothing where all is as wanted. What adds must not be done twice: before {@link #note} look at the timeline,
 * before {@link #create} look for the lead, or give it an external id, of which there is only one open lead.
 */
public final class LeadDesk {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;

    LeadDesk(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
    }

    /**
     * Adds a lead in the pipeline's first stage.
     *
     * @throws IdentityTakenException if another open lead has its external id
     */
    public Lead create(NewLead wanted) {
        Instant now = wiring.clock().instant();
        Lead empty = wiring.pipeline()
                .enter(Lead.builder(wiring.newLeadId(), tenant, wanted.source(), now), now)
                .build();
        Lead lead = wiring.scored(edits(now).fill(empty, wanted), now);
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        Lead stored = unit.create(lead, now, null);
        wiring.store().commit(unit.build());
        return stored;
    }

    public Optional<Lead> find(LeadId id) {
        return wiring.store().find(tenant, id);
    }

    public Lead get(LeadId id) {
        return find(id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    /** The lead known by an identity: the open one, else the one created last. */
    public Optional<Lead> findByIdentity(Identity identity) {
        return wiring.store()
                .findByIdentity(
                        tenant, wiring.pipeline().name(), wiring.hasher().key(identity));
    }

    public Page<Lead> list(LeadQuery query) {
        return wiring.store().list(tenant, query);
    }

    /** All columns of the pipeline, empty ones included; leads whose stage it no longer has come in columns at the end. */
    public Board board(BoardQuery query) {
        BoardQuery ofPipeline =
                new BoardQuery(query.filter().inPipeline(wiring.pipeline().name()), query.cards());
        Map<String, Board.Column> filled = new LinkedHashMap<>();
        wiring.store().board(tenant, ofPipeline).columns().forEach(column -> filled.put(column.stage(), column));
        List<Board.Column> columns = new ArrayList<>();
        for (Stage stage : wiring.pipeline().stages()) {
            Board.Column column = filled.remove(stage.key());
            columns.add(column == null ? Board.Column.empty(stage.key()) : column);
        }
        columns.addAll(filled.values());
        return new Board(columns);
    }

    /** What the pipeline says to a move, with every reason against it. Writes nothing. */
    public Decision preview(LeadId id, String to) {
        return wiring.pipeline().decide(get(id), to, actor);
    }

    /** What the pipeline says to a move to each other stage, in the order of the board. */
    public List<Decision> options(LeadId id) {
        return wiring.pipeline().options(get(id), actor);
    }

    /** Moves a lead, see {@link #transition(LeadId, String, String)}. */
    public Lead transition(LeadId id, String to) {
        return transition(id, to, null);
    }

    /**
     * Moves a lead to another stage; one that is there already stays as it is.
     *
     * @param to the stage's key
     * @param reason why it is lost, for a stage that means so; may be absent unless the stage requires it
     * @throws TransitionRefusedException if the pipeline refuses it
     * @throws StaleLeadException if somebody else changed the lead meanwhile
     * @throws IdentityTakenException if it would open the lead again while the visitor has another open lead
     */
    public Lead transition(LeadId id, String to, @Nullable String reason) {
        Lead before = get(id);
        if (before.stage().equals(to)) {
            return before;
        }
        Lead asked = reason == null
                ? before
                : before.toBuilder()
                        .lostReason(Input.name(LeadField.LOST_REASON, reason))
                        .build();
        Decision decision = wiring.pipeline().decide(asked, to, actor);
        if (!(decision instanceof Decision.Allowed allowed)) {
            throw new TransitionRefusedException(id, decision);
        }
        // The channel's clock may be ahead of ours; a move never comes before what it was decided on.
        Instant clock = wiring.clock().instant();
        Instant now = clock.isAfter(before.lastActivityAt()) ? clock : before.lastActivityAt();
        Lead moved = allowed.apply(asked, now);
        return commit(before, moved.toBuilder().pin(LeadField.STAGE).build(), now);
    }

    /** @param user the host's id of the person who looks after the lead from now on; absent for nobody */
    public Lead assign(LeadId id, @Nullable String user) {
        String assignee = user == null ? null : Input.id("assignee", user);
        return edit(id, (lead, edits) -> edits.assign(lead, assignee));
    }

    public Lead tag(LeadId id, String tag) {
        String name = Input.name("tag", tag);
        return edit(id, (lead, edits) -> edits.tag(lead, name));
    }

    public Lead untag(LeadId id, String tag) {
        String name = Input.name("tag", tag);
        return edit(id, (lead, edits) -> edits.untag(lead, name));
    }

    /** Sets the values that the update names. */
    public Lead update(LeadId id, LeadUpdate wanted) {
        return edit(id, (lead, edits) -> edits.update(lead, wanted));
    }

    /** Adds a note to the lead's timeline. */
    public Lead note(LeadId id, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("note", "a non-blank text", "a blank text");
        }
        var noted = new Change.Noted(Input.text("note", text));
        return edit(id, (lead, edits) -> lead.toBuilder().pin(LeadField.NOTES).build(), noted);
    }

    /** What happened to the lead, oldest first; empty when the tenant has no such lead. */
    public Page<Activity> timeline(LeadId id, PageRequest page) {
        return wiring.store().timeline(tenant, id, page);
    }

    /** The lead's conversations with all their messages, in the order in which they were linked. */
    public List<Transcript> transcript(LeadId id) {
        return get(id).sessions().stream()
                .flatMap(session -> wiring.store().transcript(tenant, session).stream())
                .toList();
    }

    private Lead edit(LeadId id, BiFunction<Lead, LeadEdits, Lead> edit, Change... extra) {
        return Optimistic.retry(() -> {
            Lead before = get(id);
            Instant now = wiring.clock().instant();
            Lead after = edit.apply(before, edits(now));
            return after.equals(before) && extra.length == 0 ? before : commit(before, after, now, extra);
        });
    }

    private Lead commit(Lead before, Lead after, Instant now, Change... extra) {
        Instant lastActivity = now.isAfter(before.lastActivityAt()) ? now : before.lastActivityAt();
        Lead touched = after.toBuilder()
                .lastActivityAt(lastActivity)
                // Whoever works on a lead wants it, whatever became of the capture.
                .withdrawn(false)
                .build();
        Lead next = wiring.scored(touched, lastActivity);
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        Lead stored = unit.update(before, next, now, null, extra);
        wiring.store().commit(unit.build());
        return stored;
    }

    private LeadEdits edits(Instant now) {
        return new LeadEdits(wiring.normalizer(), actor, now);
    }
}
