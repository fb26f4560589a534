package dev.leadkit.store.memory;

import dev.leadkit.conversation.ChatMessage;
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
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps everything in the heap, behind one lock. Safe to share; gone when the process ends. */
public final class InMemoryLeadStore implements LeadStore {
    private final Map<TenantId, TenantData> tenants = new HashMap<>();
    private final Capabilities capabilities = Capabilities.NONE
            .withOutbox(new InMemoryOutbox(this, this::data))
            .withErasure(new InMemoryErasure(this, this::writable))
            .withDocuments(new InMemoryDocuments(this, this::data))
            .withContainment();

    /** An empty store. */
    public InMemoryLeadStore() {}

    @Override
    public synchronized CommitResult commit(Changeset changeset) {
        return writable(changeset.tenant()).commit(changeset);
    }

    @Override
    public synchronized List<CommitOutcome> commitAll(List<Changeset> changesets) {
        Changeset.requireOneTenant(changesets);
        return changesets.stream()
                .map(changeset -> CommitOutcome.of(() -> commit(changeset)))
                .toList();
    }

    @Override
    public synchronized Optional<Lead> find(TenantId tenant, LeadId id) {
        return Optional.ofNullable(data(tenant).leads.get(id)).map(LeadState::lead);
    }

    @Override
    public synchronized List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        TenantData data = data(tenant);
        return Set.copyOf(ids).stream()
                .flatMap(id -> Optional.ofNullable(data.leads.get(id)).stream())
                .map(LeadState::lead)
                .toList();
    }

    @Override
    public synchronized Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return data(tenant).byIdentity(pipeline, identity);
    }

    @Override
    public synchronized Page<Lead> list(TenantId tenant, LeadQuery query) {
        Comparator<LeadQuery.Position> order = query.sort().comparator();
        Optional<LeadQuery.Position> after = query.position(tenant);
        List<Lead> found = data(tenant).matching(query.filter()).stream()
                .filter(lead -> after.isEmpty() || order.compare(query.sort().positionOf(lead), after.get()) > 0)
                .sorted(Comparator.comparing(query.sort()::positionOf, order))
                .limit(query.page().limit() + 1L)
                .toList();
        return page(found, query.page().limit(), last -> query.cursorAfter(tenant, last));
    }

    @Override
    public synchronized Board board(TenantId tenant, BoardQuery query) {
        Map<String, List<Lead>> byStage = new LinkedHashMap<>();
        for (Lead lead : data(tenant).matching(query.filter())) {
            byStage.computeIfAbsent(lead.stage(), stage -> new ArrayList<>()).add(lead);
        }
        List<Board.Column> columns = new ArrayList<>();
        byStage.forEach((stage, leads) -> {
            leads.sort(Comparator.comparing(Lead::rank).thenComparing(Lead::id));
            LeadQuery rest = LeadQuery.of(query.filter().inStage(stage)).sortedBy(LeadQuery.Sort.BOARD);
            Page<Lead> cards = query.cards() == 0
                    ? new Page<>(List.of(), null)
                    : page(
                            leads.subList(0, Math.min(leads.size(), query.cards() + 1)),
                            query.cards(),
                            last -> rest.cursorAfter(tenant, last));
            columns.add(Board.Column.of(stage, leads, query.stale(), cards.items(), cards.next()));
        });
        return new Board(columns);
    }

    @Override
    public synchronized Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        List<Object> question = List.of("timeline", tenant, lead);
        int from = page.cursor() == null
                ? 0
                : Cursors.number(Cursors.decode(question, page.cursor(), 1).get(0));
        List<Activity> all = data(tenant).timelines.getOrDefault(lead, List.of());
        from = Math.min(Math.max(from, 0), all.size());
        int to = Math.min(all.size(), from + page.limit());
        String next = to < all.size() ? Cursors.encode(question, List.of(String.valueOf(to))) : null;
        return new Page<>(all.subList(from, to), next);
    }

    @Override
    public synchronized List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return data(tenant).activities(changeset);
    }

    @Override
    public synchronized Optional<Transcript> transcript(TenantId tenant, String session) {
        TenantData data = data(tenant);
        return Optional.ofNullable(data.conversations.get(session)).map(conversation -> {
            Map<String, ChatMessage> messages = data.messages.getOrDefault(session, Map.of());
            return new Transcript(conversation, List.copyOf(messages.values()));
        });
    }

    @Override
    public boolean isPersistent() {
        return false;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    private TenantData writable(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, id -> new TenantData());
    }

    private TenantData data(TenantId tenant) {
        return tenants.getOrDefault(tenant, new TenantData());
    }

    private static <T> Page<T> page(List<T> oneMore, int limit, Function<T, String> cursorAfter) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        return new Page<>(oneMore.subList(0, limit), cursorAfter.apply(oneMore.get(limit - 1)));
    }
}
