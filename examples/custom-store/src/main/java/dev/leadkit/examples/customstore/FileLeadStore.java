package dev.leadkit.examples.customstore;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitOutcome.Committed;
import dev.leadkit.store.CommitOutcome.Conflicted;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictCheck;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps leads in the heap and in a file from which the heap is filled when it is opened: a toy that shows how a store is
 * written, complete and durable, and neither fast nor for many leads.
 *
 * <p>One lock is all there is of concurrency. Nobody sees what is not in the file yet, and nothing is acknowledged
 * before. Close it in the end.
 */
public final class FileLeadStore implements LeadStore, AutoCloseable {
    private final ChangesetLog log;
    private final Map<TenantId, TenantState> tenants = new HashMap<>();

    private FileLeadStore(ChangesetLog log) {
        this.log = log;
    }

    /**
     * Opens a store, with all that it was told of before.
     *
     * @param file made if it is not there
     * @throws StoreException if it is damaged, or open already
     */
    public static FileLeadStore open(Path file) throws IOException {
        ChangesetLog log = ChangesetLog.open(file);
        try {
            var store = new FileLeadStore(log);
            log.replay().forEach(changeset -> store.state(changeset.tenant()).apply(changeset));
            return store;
        } catch (IOException | RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        return commitAll(List.of(changeset)).get(0).orThrow();
    }

    /** All that fit are one line of the file. The heap is ahead of it for a moment, in which nobody else gets in. */
    @Override
    public synchronized List<CommitOutcome> commitAll(List<Changeset> changesets) {
        changesets.forEach(capabilities()::requireFor);
        Changeset.requireOneTenant(changesets);
        log.requireSound();
        List<CommitOutcome> outcomes = new ArrayList<>();
        List<Changeset> applied = new ArrayList<>();
        for (Changeset changeset : changesets) {
            CommitOutcome outcome = apply(changeset);
            outcomes.add(outcome);
            if (outcome instanceof Committed committed && !committed.result().repeated()) {
                applied.add(changeset);
            }
        }
        if (!applied.isEmpty()) {
            log.append(applied);
        }
        return outcomes;
    }

    private CommitOutcome apply(Changeset changeset) {
        TenantState state = state(changeset.tenant());
        if (state.has(changeset.id())) {
            return new Committed(CommitResult.REPEATED);
        }
        Optional<ConflictException> conflict = ConflictCheck.of(changeset, state);
        return conflict.isPresent() ? new Conflicted(conflict.get()) : new Committed(state.apply(changeset));
    }

    @Override
    public synchronized Optional<Lead> find(TenantId tenant, LeadId id) {
        return state(tenant).find(id);
    }

    @Override
    public synchronized List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        TenantState state = state(tenant);
        return new HashSet<>(ids)
                .stream().flatMap(id -> state.find(id).stream()).toList();
    }

    @Override
    public synchronized Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return state(tenant).findByIdentity(pipeline, identity);
    }

    /** The query says where the page before ended, how leads compare, and what the cursor of this page is. */
    @Override
    public synchronized Page<Lead> list(TenantId tenant, LeadQuery query) {
        Optional<Position> after = query.position(tenant);
        Comparator<Position> order = query.sort().comparator();
        List<Lead> rest = state(tenant)
                .matching(query.filter())
                .filter(lead -> after.isEmpty() || order.compare(query.sort().positionOf(lead), after.get()) > 0)
                .sorted(Comparator.comparing(query.sort()::positionOf, order))
                .toList();
        return page(rest, query.page().limit(), last -> query.cursorAfter(tenant, last));
    }

    /** A column's cards are the first page of its leads, so that what comes after is asked for with a list. */
    @Override
    public synchronized Board board(TenantId tenant, BoardQuery query) {
        Map<String, List<Lead>> byStage =
                state(tenant).matching(query.filter()).collect(Collectors.groupingBy(Lead::stage));
        List<Board.Column> columns = new ArrayList<>();
        byStage.forEach((stage, leads) -> {
            Page<Lead> first = query.cards() == 0
                    ? new Page<>(List.of(), null)
                    : list(
                            tenant,
                            LeadQuery.of(query.filter().inStage(stage))
                                    .sortedBy(LeadQuery.Sort.BOARD)
                                    .limit(query.cards()));
            columns.add(Board.Column.of(stage, leads, query.stale(), first.items(), first.next()));
        });
        return new Board(columns);
    }

    /** Its cursor is the number of activities before; none is ever added but at the end. */
    @Override
    public synchronized Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        List<Object> question = List.of("timeline", tenant, lead);
        List<Activity> all = state(tenant).timeline(lead);
        String cursor = page.cursor();
        int from = cursor == null
                ? 0
                : Cursors.number(Cursors.decode(question, cursor, 1).get(0));
        int start = Math.min(Math.max(from, 0), all.size());
        return page(
                all.subList(start, all.size()),
                page.limit(),
                last -> Cursors.encode(question, List.of(Integer.toString(start + page.limit()))));
    }

    @Override
    public synchronized List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return state(tenant).activities(changeset);
    }

    @Override
    public synchronized Optional<Transcript> transcript(TenantId tenant, String session) {
        return state(tenant).transcript(session);
    }

    /** So the host must give the key of its identities: with a random one it would not find them again. */
    @Override
    public boolean isPersistent() {
        return true;
    }

    /** None is faked: whoever needs one is told so when the kit is built. */
    @Override
    public Capabilities capabilities() {
        // By LeadFilter.matches, which knows what is contained.
        return Capabilities.NONE.withContainment();
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private TenantState state(TenantId tenant) {
        log.requireSound();
        return tenants.computeIfAbsent(tenant, first -> new TenantState());
    }

    private static <T> Page<T> page(List<T> rest, int limit, Function<T, String> cursorAfter) {
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, limit), cursorAfter.apply(rest.get(limit - 1)));
    }
}
