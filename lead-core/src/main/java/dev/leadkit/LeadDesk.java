package dev.leadkit;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.assign.Assignments;
import dev.leadkit.board.Cards;
import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.conflict.ThreeWay;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.NeedSummarizer;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.csv.Exports;
import dev.leadkit.csv.Imports;
import dev.leadkit.identity.Merges;
import dev.leadkit.insight.Insights;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Note;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.migration.StageMap;
import dev.leadkit.migration.TenantPipelines;
import dev.leadkit.move.MovePreview;
import dev.leadkit.move.Moves;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationLog;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Operations;
import dev.leadkit.operation.Portion;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.TenantPlan;
import dev.leadkit.privacy.PersonalData;
import dev.leadkit.retention.Retention;
import dev.leadkit.score.RescoredDue;
import dev.leadkit.score.Rescoring;
import dev.leadkit.search.SearchResult;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadParameters;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.Staleness;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoResult;
import dev.leadkit.view.Views;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where leads are worked on: one tenant's, in the name of one actor. Immutable and safe to share.
 *
 * <p>What adds to a lead (a tag, a note, a value) is repeated on the fresh state when somebody else was faster. A move
 * is not: it fails with {@link StaleLeadException}, because the person decided on what he saw.
 *
 * <p>Every method that takes a lead's id throws {@link LeadNotFoundException} when the tenant has no such lead, unless
 * it says otherwise; one that works on it throws {@link LeadMergedException} when it was merged into another; and {@link InvalidInputException} for a value that is not taken, before anything is written.
 *
 * <p>Each method throws {@link NotEntitledException} where the tenant's plan does not open its {@linkplain Feature
 * feature} so far, and {@link NotPermittedException} where the host's policy does not let the actor do it. Leads that he may
 * not see are to him as if they did not exist; fields that are hidden from him are left out.
 *
 * <p>When the storage fails, a method throws a {@link StoreException} and nothing was written; or its subclass {@link
 * UnknownOutcomeException}, when it may have been after all. Then simply call again what moves, edits, tags or assigns: it
 * changes nothing where all is as wanted. What adds must not be done twice: before {@link #note} look at the timeline,
 * before {@link #create} look for the lead, or give it an external id, of which there is only one open lead.
 */
public final class LeadDesk {
    private final DeskGate gate;
    private final TenantId tenant;
    private final Actor actor;

    LeadDesk(Wiring wiring, TenantId tenant, Actor actor) {
        this.gate = new DeskGate(wiring, tenant, actor);
        this.tenant = tenant;
        this.actor = actor;
    }

    /**
     * Adds a lead in the pipeline's first stage.
     *
     * @throws IdentityTakenException if another open lead has its external id
     */
    public Lead create(NewLead wanted) {
        Wiring wiring = gate.working(Feature.LEADS);
        return create(wiring, wanted, wiring.pipeline(tenant));
    }

    /**
     * Adds a lead in the first stage of a pipeline.
     *
     * @param pipeline its name
     * @throws InvalidInputException if the tenant has no such pipeline
     * @throws IdentityTakenException if another open lead of the pipeline has its external id
     */
    public Lead create(NewLead wanted, String pipeline) {
        Wiring wiring = gate.working(Feature.LEADS);
        return create(wiring, wanted, wiring.pipelines().get(tenant, pipeline).current());
    }

    private Lead create(Wiring wiring, NewLead wanted, Pipeline pipeline) {
        Instant now = wiring.clock().instant();
        NewLead accepted = wanted.fields(wiring.fields().accept(wanted.fields()));
        Lead empty = pipeline.enter(Lead.builder(wiring.newLeadId(), tenant, accepted.source(), now), now)
                .build();
        Lead begun = wiring.fields().begin(empty, now);
        Lead lead = wiring.scored(work(wiring).edits(now).fill(begun, accepted), now);
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        Lead stored = unit.create(lead, now, null);
        wiring.store().commit(unit.build());
        return gate.shown(stored);
    }

    public Optional<Lead> find(LeadId id) {
        return gate.reading(Feature.LEADS).store().find(tenant, id);
    }

    public Lead get(LeadId id) {
        return find(id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    /**
     * The lead known by an identity: the open one, else the one created last. The identity's value is compared as it is; for an
     * address or a number as somebody writes it, see {@link #findByEmail(String)} and {@link #findByPhone(String, String)}.
     */
    public Optional<Lead> findByIdentity(Identity identity) {
        return lookup().byIdentity(identity);
    }

    /** The same among the leads of a pipeline, by its name; each has claims of its own. */
    public Optional<Lead> findByIdentity(Identity identity, String pipeline) {
        return lookup(pipeline).byIdentity(identity);
    }

    /**
     * The lead known by an e-mail address, in whatever case it is written: the open one, else the one created last.
     *
     * <pre>{@code
     * desk.findByEmail("Jane@Acme.example");
     * }</pre>
     */
    public Optional<Lead> findByEmail(String address) {
        return lookup().byEmail(address);
    }

    /** The same among the leads of a pipeline, by its name. */
    public Optional<Lead> findByEmail(String address, String pipeline) {
        return lookup(pipeline).byEmail(address);
    }

    /**
     * The lead known by a phone number, however it is written: the open one, else the one created last. Empty for a number that
     * no numbering plan holds, for no lead is known by such.
     *
     * <pre>{@code
     * desk.findByPhone("+49 170 1234567", null);
     * desk.findByPhone("0170 1234567", "DE");
     * }</pre>
     *
     * @param region the ISO 3166 region whose national format is assumed; absent when unknown, as for a number with its country code
     * @throws InvalidInputException if there is no digit in it, or the kit has no normalizer that knows numbering plans
     */
    public Optional<Lead> findByPhone(String number, @Nullable String region) {
        return lookup().byPhone(number, region);
    }

    /** The same among the leads of a pipeline, by its name. */
    public Optional<Lead> findByPhone(String number, @Nullable String region, String pipeline) {
        return lookup(pipeline).byPhone(number, region);
    }

    private DeskLookup lookup() {
        Wiring wiring = gate.reading(Feature.LEADS);
        return new DeskLookup(wiring, gate, wiring.pipeline(tenant).name());
    }

    private DeskLookup lookup(String pipeline) {
        return new DeskLookup(gate.reading(Feature.LEADS), gate, pipeline);
    }

    /** @throws UnsupportedCapabilityException if the filter asks for what the store declares not to find */
    public Page<Lead> list(LeadQuery query) {
        return gate.reading(Feature.LIST).store().list(tenant, query);
    }

    /** What fits a text best, twenty leads at most, see {@link #search(LeadFilter, int)}. */
    public SearchResult search(String text) {
        return search(LeadFilter.all().matching(text), 20);
    }

    /**
     * The leads that fit a text best, with how well each does and by what. The newest {@value PageRequest#MAX_LIMIT} leads that are found
     * are ranked, by {@link dev.leadkit.search.SearchRanking}, unless the kit has a {@link dev.leadkit.search.SearchIndex}. To go
     * through all that are found, newest first say, use {@link #list}.
     *
     * @param filter searches for a text, see {@link LeadFilter#matching}; whatever else it asks holds as well
     * @param limit how many at most, 1 to {@value PageRequest#MAX_LIMIT}
     * @throws InvalidInputException if there is no letter or digit in the text, or the limit is out of range
     */
    public SearchResult search(LeadFilter filter, int limit) {
        return new DeskSearch(gate.reading(Feature.LIST), tenant).run(filter, limit);
    }

    /**
     * Reads queries from named texts, as a URL or a saved view has them, as of now.
     *
     * @param zone in which days begin and end
     */
    public LeadParameters parameters(ZoneId zone) {
        Wiring wiring = gate.reading(Feature.LIST);
        return parameters(wiring, zone, wiring.pipeline(tenant));
    }

    /** The same where the stages of another pipeline, by its name, say what is stale. */
    public LeadParameters parameters(ZoneId zone, String pipeline) {
        Wiring wiring = gate.reading(Feature.LIST);
        return parameters(wiring, zone, wiring.pipelines().get(tenant, pipeline).current());
    }

    private static LeadParameters parameters(Wiring wiring, ZoneId zone, Pipeline pipeline) {
        return new LeadParameters(pipeline, zone, wiring.now());
    }

    /**
     * All columns of the pipeline that the filter names, else of the one that new leads enter, empty ones included; leads
     * whose stage it no longer has come in columns at the end.
     *
     * @throws InvalidInputException if the tenant has no pipeline of the name
     */
    public Board board(BoardQuery query) {
        Wiring wiring = gate.reading(Feature.BOARD);
        String named = query.filter().pipeline();
        Pipeline pipeline = named == null
                ? wiring.pipeline(tenant)
                : wiring.pipelines().get(tenant, named).current();
        BoardQuery ofPipeline = query.filter(query.filter().inPipeline(pipeline.name()))
                .countingStale(Staleness.of(pipeline, wiring.now()));
        Map<String, Board.Column> filled = new LinkedHashMap<>();
        Board board = wiring.store().board(tenant, ofPipeline);
        board.columns().forEach(column -> filled.put(column.stage(), column));
        Set<String> exceeded = new StageLimits(wiring, tenant, pipeline).exceeded(board, ofPipeline.filter());
        List<Board.Column> columns = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            Board.Column column = filled.remove(stage.key());
            Board.Column known = column == null ? Board.Column.empty(stage.key()) : column;
            columns.add(known.judged(stage, exceeded.contains(stage.key())));
        }
        columns.addAll(filled.values());
        return new Board(columns);
    }

    /** What a move would come to, see {@link #preview(LeadId, String, String)}. */
    public MovePreview preview(LeadId id, String to) {
        return preview(id, to, null);
    }

    /**
     * What a move would come to: every reason against it, or all that it would do. Writes nothing.
     *
     * @param to the stage's key
     * @param reason why it is lost, for a stage that means so; may be absent
     */
    public MovePreview preview(LeadId id, String to, @Nullable String reason) {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor).preview(id, to, reason);
    }

    /** What the pipeline says to a move to each other stage, in the order of the board. */
    public List<Decision> options(LeadId id) {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor).options(id);
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
     * @throws dev.leadkit.store.StaleDocumentException if others were faster, time and again, into a stage with a hard limit
     */
    public Lead transition(LeadId id, String to, @Nullable String reason) {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor).transition(id, to, reason);
    }

    /**
     * Moves a lead to another pipeline; one that is there already stays as it is. No transition leads there, so that the
     * stage's own requirements decide.
     *
     * @param pipeline its name
     * @param stage the key of the stage that it comes to
     * @throws InvalidInputException if the tenant has no such pipeline
     * @throws TransitionRefusedException if that pipeline refuses it
     * @throws StaleLeadException if somebody else changed the lead meanwhile
     * @throws IdentityTakenException if the visitor has an open lead there
     * @throws dev.leadkit.store.StaleDocumentException if others were faster, time and again, into a stage with a hard limit
     */
    public Lead moveTo(LeadId id, String pipeline, String stage) {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor)
                .moveTo(id, pipeline, from -> Optional.of(stage));
    }

    /**
     * Moves a lead to another pipeline, see {@link #moveTo(LeadId, String, String)}.
     *
     * @param map the stages of that pipeline by those of the lead's own; the lead's stage must be in it
     */
    public Lead moveTo(LeadId id, String pipeline, StageMap map) {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor)
                .moveTo(id, pipeline, lead -> map.find(lead.stage()));
    }

    /** @param user the host's id of the person who looks after the lead from now on; absent for nobody */
    public Lead assign(LeadId id, @Nullable String user) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).assign(user)));
    }

    public Lead tag(LeadId id, String tag) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).tag(tag)));
    }

    public Lead untag(LeadId id, String tag) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).untag(tag)));
    }

    /** Sets the values that the update names. */
    public Lead update(LeadId id, LeadUpdate wanted) {
        Wiring wiring = gate.working(Feature.LEADS);
        gate.requireMaySet(wanted);
        return gate.shown(repeated(wiring, id, work(wiring).update(wanted)));
    }

    /**
     * Sets the values that the update names, if nobody changed the lead since: for a host whose users send the version that
     * they saw, such as in {@code If-Match}.
     *
     * @param seen the version on which the update was decided
     * @throws StaleLeadException if the lead has another version; {@link #compare} then says what others did
     */
    public Lead update(LeadId id, long seen, LeadUpdate wanted) {
        Wiring wiring = gate.working(Feature.LEADS);
        gate.requireMaySet(wanted);
        DeskWork.Task update = work(wiring).update(wanted);
        return gate.shown(once(wiring, id, (before, now) -> {
            if (before.version() != seen) {
                throw new StaleLeadException(id, seen, before.version());
            }
            return update.on(before, now);
        }));
    }

    /**
     * Sets the values that the update names beside what others changed since, as long as they set none of the same fields to
     * another value. So no change is lost, and none is asked for twice.
     *
     * @param seen the version on which the update was decided, 1 to the present one
     * @throws OverlapException if others did; nothing is written
     */
    public Lead reconcile(LeadId id, long seen, LeadUpdate wanted) {
        Wiring wiring = gate.whole(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).reconcile(seen, wanted)));
    }

    /**
     * What an update would change of the version on which it was decided, beside what others changed since, field by field.
     * Writes nothing.
     *
     * @param seen 1 to the present version
     */
    public ThreeWay compare(LeadId id, long seen, LeadUpdate wanted) {
        Wiring wiring = gate.whole(Feature.LEADS);
        return work(wiring).compare(get(wiring, id), seen, wanted, wiring.now());
    }

    /**
     * Records what the person said about one use of his data; the same said again changes nothing.
     *
     * <pre>{@code
     * desk.consent(id, Consent.to("contact").text("2026-03"));
     * desk.consent(id, Consent.withdrawnFrom("newsletter"));
     * }</pre>
     */
    public Lead consent(LeadId id, Consent stated) {
        Wiring wiring = gate.ungated();
        return gate.shownUngated(repeated(wiring, id, work(wiring).consent(stated)));
    }

    /**
     * Records who the lead is by the host's word: an address or a number that was confirmed, or the host's own id of him. A
     * visitor for whom the host vouches with the same, see {@link dev.leadkit.conversation.ChatMessage.Builder#verified}, comes to this
     * lead. An address or a number goes before the others, as one that is set.
     *
     * <pre>{@code
     * desk.verify(id, IdentityKind.EMAIL, "jane@acme.example");
     * }</pre>
     *
     * <p>What it records stays when the address is taken away; {@link #undo(ChangesetId)} takes it back.
     *
     * @param kind address, number or external id
     * @param value a number with its country code; the others as they are
     * @throws InvalidInputException if it is of another kind, or the kit has no normalizer by which the number is one
     * @throws IdentityTakenException if another open lead of the pipeline is known by the same
     */
    public Lead verify(LeadId id, IdentityKind kind, String value) {
        Wiring wiring = gate.working(Feature.LEADS);
        if (kind == IdentityKind.EMAIL) {
            gate.requireMaySet(LeadUpdate.begin().email(value));
        } else if (kind == IdentityKind.PHONE) {
            gate.requireMaySet(LeadUpdate.begin().phone(value, null));
        }
        return gate.shown(repeated(wiring, id, work(wiring).verify(kind, value)));
    }

    /**
     * Writes what the lead wants by another summarizer than capture's, such as a language model. It stands until the visitor says
     * something new: then capture's own takes its place, until this is called again. What he said while the summarizer was at
     * work is not in its answer, so that nothing is written then.
     *
     * <pre>{@code
     * desk.summarize(id, CheckedSummarizer.over(model, executor));
     * }</pre>
     *
     * <p>The summarizer is called once, before anything is written; what it throws comes to the caller. A lead without conversations is
     * left as it is.
     *
     * @throws NotPermittedException if fields are hidden from the actor, since all that was said is read
     */
    public Lead summarize(LeadId id, NeedSummarizer summarizer) {
        Wiring wiring = gate.whole(Feature.LEADS);
        Lead seen = get(wiring, id);
        List<ChatMessage> messages = new DeskHistory(wiring.store(), tenant).messages(seen);
        NeedSummary need =
                messages.isEmpty() ? null : summarizer.summarize(messages).orElse(null);
        return gate.shown(
                need == null ? seen : repeated(wiring, id, work(wiring).summarize(seen, need)));
    }

    /** Adds a note to the lead's timeline; {@link #notes} tells its id. */
    public Lead note(LeadId id, String text) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).note(text)));
    }

    /** The lead's notes in the order in which they were written, each with all that it ever said. */
    public List<Note> notes(LeadId id) {
        Wiring wiring = gate.reading(Feature.HISTORY);
        return new DeskHistory(wiring.store(), tenant).notes(get(wiring, id).id());
    }

    /**
     * Lets a note say something else. Of two edits of one note the later one stands; both are in its history.
     *
     * @throws NoteNotFoundException if the lead has no such note, or has it no longer
     */
    public Lead editNote(LeadId id, NoteId note, String text) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).editNote(note, text)));
    }

    /**
     * Takes a note away. The timeline keeps what it said, until the person is erased.
     *
     * @throws NoteNotFoundException if the lead has no such note, or has it no longer
     */
    public Lead removeNote(LeadId id, NoteId note) {
        Wiring wiring = gate.working(Feature.LEADS);
        return gate.shown(repeated(wiring, id, work(wiring).removeNote(note)));
    }

    /** The same for many leads at once, with an outcome for each. */
    public BulkEdits bulk() {
        Wiring wiring = gate.working(Feature.BULK);
        return new DeskBulk(wiring, tenant, actor, work(wiring));
    }

    /**
     * Takes back what one unit of work did: an edit, a move, a creation, a merge; {@link Activity#changeset} names it. Each lead
     * that is still as it left it gets back what was before; what somebody did since to something else stays, and where he
     * did it to the same, that stays too and is told. The undo is a unit of work of its own, and can be undone.
     *
     * <p>A stage goes back through the pipeline, a lead that was created is withdrawn, leads that were merged are taken
     * apart. What follows from a conversation is not undone: the messages are still there.
     *
     * @throws StaleLeadException if others were faster each time
     * @throws IdentityTakenException if it would open a lead again while the visitor gets another one at the same time
     */
    public UndoResult undo(ChangesetId changeset) {
        return new DeskUndo(gate.working(Feature.UNDO), tenant, actor).undo(changeset);
    }

    /** Undoes an operation on many leads, see {@link #undo(OperationId, Consumer)}. */
    public OperationReport undo(OperationId operation) {
        return undo(operation, portion -> {});
    }

    /**
     * Takes back what an operation, such as a bulk, did to each of its leads. It is an operation of its own: undo that, and all
     * is done again. Undone twice, nothing happens; so when the storage failed in between, simply undo it again.
     *
     * @param each is told the outcomes of each portion of leads
     * @throws dev.leadkit.operation.OperationNotFoundException if the tenant keeps none of this id
     * @throws UnsupportedCapabilityException if the store keeps no documents
     */
    public OperationReport undo(OperationId operation, Consumer<Portion<UndoOutcome>> each) {
        return new DeskUndo(gate.working(Feature.UNDO), tenant, actor).undo(operation, each);
    }

    /**
     * The work on many leads that is kept track of, such as bulks.
     *
     * @throws UnsupportedCapabilityException if the store keeps no documents
     */
    public Operations operations() {
        Wiring wiring = gate.reading(Feature.BULK);
        return new OperationLog(wiring.store(), tenant, () -> wiring.changeset(tenant, actor));
    }

    /** Moves that are more than a step: reopening, overriding, and what is due for leads that nobody touches. */
    public Moves moves() {
        return new DeskMoves(gate.working(Feature.LEADS), tenant, actor);
    }

    /**
     * Leads from a table, with a plan first.
     *
     * @throws NotPermittedException if leads or fields are hidden from the actor, since it looks for the table's among all leads
     */
    public Imports imports() {
        Wiring wiring = gate.all(Feature.IMPORT);
        return new Imports(new DeskTables(wiring, tenant, actor, work(wiring)));
    }

    /**
     * Leads into a table.
     *
     * @throws NotPermittedException if the actor may not export
     */
    public Exports exports() {
        Wiring wiring = gate.reading(Feature.EXPORT);
        gate.require(AccessRequest.of(AccessAction.EXPORT, "table"));
        return new Exports(wiring.store(), tenant, wiring.fields());
    }

    /** The order of the cards within the columns of the board. */
    public Cards cards() {
        return new DeskCards(gate.working(Feature.BOARD), tenant, actor);
    }

    /** Leads that are one person: found, merged, and taken apart again. */
    public Merges merges() {
        return new DeskMerges(gate.whole(Feature.MERGES), tenant, actor);
    }

    /**
     * The team, and who of it gets which lead.
     *
     * @throws UnsupportedCapabilityException if the store keeps no documents
     * @throws NotPermittedException if leads or fields are hidden from the actor, since it counts and compares all leads
     */
    public Assignments assignments() {
        Wiring wiring = gate.all(Feature.ASSIGNMENT);
        return new DeskAssignments(wiring, tenant, actor, work(wiring), wiring.pipeline(tenant));
    }

    /**
     * The same for the leads of another pipeline, which has a team of its own.
     *
     * @param pipeline its name
     * @throws InvalidInputException if the tenant has no such pipeline
     */
    public Assignments assignments(String pipeline) {
        Wiring wiring = gate.all(Feature.ASSIGNMENT);
        Pipeline its = wiring.pipelines().get(tenant, pipeline).current();
        return new DeskAssignments(wiring, tenant, actor, work(wiring), its);
    }

    /**
     * The views that were saved, as the actor sees them.
     *
     * @throws UnsupportedCapabilityException if the store keeps no documents
     */
    public Views views() {
        return new DeskViews(gate.reading(Feature.VIEWS), tenant, actor);
    }

    /** What the tenant's leads tell, as of now: funnels, times, conversion, losses, a forecast, the morning review. */
    public Insights insights() {
        Wiring wiring = gate.reading(Feature.INSIGHTS);
        return insights(wiring, wiring.pipelines().standard(tenant));
    }

    /**
     * The same of another pipeline.
     *
     * @param pipeline its name
     * @throws InvalidInputException if the tenant has no such pipeline
     */
    public Insights insights(String pipeline) {
        Wiring wiring = gate.reading(Feature.INSIGHTS);
        return insights(wiring, wiring.pipelines().get(tenant, pipeline));
    }

    private Insights insights(Wiring wiring, PublishedPipeline pipeline) {
        return new Insights(wiring.store(), tenant, pipeline.current(), wiring.now()).renamed(pipeline.successors());
    }

    /** The tenant's pipelines: published, compared, and their leads brought along. */
    public Pipelines pipelines() {
        Wiring wiring = gate.all(Feature.PIPELINES);
        return new TenantPipelines(
                wiring.store(),
                wiring.pipelines(),
                tenant,
                actor,
                wiring.fields(),
                () -> wiring.changeset(tenant, actor),
                wiring::now);
    }

    /**
     * Brings the scores of leads forward that time has changed by now, such as by decay, those that have been due longest
     * first. To be called by the host as often as it likes; several may run at once.
     *
     * <pre>{@code
     * while (desk.rescoreDue(500).more()) {}
     * }</pre>
     *
     * <p>A lead whose score or band changes gets one entry in its timeline, and listeners one event, with {@link
     * dev.leadkit.lead.Change.BandChanged} where the band does. One whose score stays gets none: what stands behind the score is written
     * all the same, as the next version of the lead, so that it is not due any more. One that somebody changes at the same
     * time is decided again on what it has become. Closed leads keep the score with which they were closed. One that the scorer
     * fails on stays due, as the log tells, and keeps no other waiting. It works where the tenant's plan hides scores, so that
     * they are right when another plan shows them.
     *
     * @param limit how many leads to write at most, 1 or more; they are read and written a few hundred at a time
     * @throws InvalidInputException if the limit is out of range
     * @throws NotPermittedException if leads or fields are hidden from the actor, since it goes through all leads
     */
    public RescoredDue rescoreDue(int limit) {
        return new DeskRescoring(gate.all(Feature.LEADS), gate, tenant, actor).due(limit);
    }

    /**
     * Scores any number of leads anew, such as after another scorecard was published.
     *
     * @throws NotPermittedException if leads or fields are hidden from the actor
     */
    public Rescoring rescoring() {
        return new DeskRescoring(gate.all(Feature.LEADS), gate, tenant, actor);
    }

    /**
     * For what stands on the desk and goes through all leads or writes settings, such as the scorecards of lead-scoring.
     *
     * @param feature to which it belongs
     * @throws NotPermittedException if leads or fields are hidden from the actor
     */
    public Workbench workbench(Feature feature) {
        Wiring wiring = gate.all(feature);
        return new Workbench(
                wiring.store(),
                tenant,
                actor,
                wiring.pipelines(),
                wiring.scorers(),
                () -> wiring.changeset(tenant, actor),
                wiring::now);
    }

    /** What the tenant's plan says at this moment, and how much of it is used. */
    public TenantPlan plan() {
        return gate.tenantPlan();
    }

    /** What happened to the lead, oldest first; empty when the tenant has no such lead. */
    public Page<Activity> timeline(LeadId id, PageRequest page) {
        return gate.reading(Feature.HISTORY).store().timeline(tenant, id, page);
    }

    /** The lead's conversations with all their messages, in the order in which they were linked. */
    public List<Transcript> transcript(LeadId id) {
        Wiring wiring = gate.reading(Feature.HISTORY);
        return new DeskHistory(wiring.store(), tenant).transcripts(get(wiring, id));
    }

    /**
     * What is kept of persons, to hand it over or to erase it.
     *
     * @throws UnsupportedCapabilityException if the store can't erase
     * @throws NotPermittedException if the actor may not see all that is kept of persons
     */
    public PersonalData personalData() {
        Wiring wiring = gate.unrestricted(AccessAction.PERSONAL_DATA, "personal data");
        return personalData(wiring);
    }

    private PersonalData personalData(Wiring wiring) {
        return new PersonalData(wiring.store(), tenant, wiring.hasher(), () -> wiring.erasure(tenant, actor));
    }

    /**
     * How long leads are kept, and which must stay.
     *
     * @throws UnsupportedCapabilityException if the store can't erase
     * @throws NotPermittedException if the actor may not see to it
     */
    public Retention retention() {
        Wiring wiring = gate.unrestricted(AccessAction.RETENTION, "retention");
        return new Retention(
                wiring.store(),
                tenant,
                wiring.pipeline(tenant),
                personalData(wiring),
                wiring::now,
                () -> wiring.changeset(tenant, actor));
    }

    private DeskWork work(Wiring wiring) {
        return new DeskWork(wiring, tenant, actor);
    }

    private Lead get(Wiring wiring, LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    private Lead repeated(Wiring wiring, LeadId id, DeskWork.Task task) {
        return Optimistic.retry(() -> once(wiring, id, task));
    }

    private Lead once(Wiring wiring, LeadId id, DeskWork.Task task) {
        Lead before = get(wiring, id);
        DeskWork.Step step = task.decide(before, wiring.now());
        if (step instanceof DeskWork.Step.Refused refused) {
            throw new TransitionRefusedException(id, wiring.shown(refused.decision()));
        }
        if (step instanceof DeskWork.Step.Merged merged) {
            throw new LeadMergedException(id, merged.survivor());
        }
        if (step instanceof DeskWork.Step.Next next) {
            DeskWork.Unit unit = work(wiring).unit(next);
            wiring.store().commit(unit.changeset());
            return unit.lead();
        }
        return before;
    }
}
