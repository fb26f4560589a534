package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.CLOCK;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.SECRET;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkOutcome.Applied;
import dev.leadkit.bulk.BulkOutcome.Stale;
import dev.leadkit.bulk.BulkOutcome.Unchanged;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitOutcome.Committed;
import dev.leadkit.store.CommitOutcome.Conflicted;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Work on many leads at once: what comes of it, and in how many statements. */
@ParameterizedClass
@EnumSource(Database.class)
class BulkTest {
    /** Of one transaction with a batch a table: the most that any unit of work takes. */
    private static final int MOST_BATCHES = 10;

    /** So many that conflicts are read in more than one statement of each kind. */
    private static final int MORE_THAN_A_PORTION = 600;

    private final Database kind;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final JdbcLeadStore store;

    BulkTest(Database kind) {
        this.kind = kind;
        this.store = JdbcLeadStore.over(recording(kind.fresh()));
    }

    private DataSource recording(DataSource database) {
        return H2Databases.intercepted(
                DataSource.class, database, (method, call) -> recording((Connection) call.proceed()));
    }

    private Connection recording(Connection connection) {
        return H2Databases.intercepted(Connection.class, connection, (method, call) -> {
            Object result = call.proceed();
            if (result instanceof PreparedStatement statement) {
                return H2Databases.intercepted(PreparedStatement.class, statement, (called, execution) -> {
                    if (called.startsWith("execute")) {
                        statements.add(statement.toString());
                    }
                    return execution.proceed();
                });
            }
            return result;
        });
    }

    private LeadDesk desk(String user) {
        return LeadKit.builder()
                .store(store)
                .identityKey(SECRET.getBytes(StandardCharsets.UTF_8))
                .clock(CLOCK)
                .build()
                .tenant(ACME.value())
                .as(Actor.user(user));
    }

    /** Each with a session of its own, in the first stage. */
    private List<Lead> leads(int count) {
        List<Changeset> units = IntStream.range(0, count)
                .mapToObj(i -> {
                    ChangesetBuilder unit = aChangeset();
                    unit.create(aLead().session("s-" + i).build(), NOW, null);
                    return unit.build();
                })
                .toList();
        assertThat(store.commitAll(units)).allMatch(Committed.class::isInstance);
        statements.clear();
        return units.stream().map(unit -> unit.leads().get(0).lead()).toList();
    }

    private static List<LeadId> ids(List<Lead> leads) {
        return leads.stream().map(Lead::id).toList();
    }

    /**
     * Reads of leads count as one, however many portions they come in; which pipelines the tenant has published is read at
     * most once a second.
     */
    private long writes() {
        return statements.stream()
                .filter(sql -> !sql.contains("SELECT l.lead_id") && !sql.contains("FROM leadkit_document"))
                .count();
    }

    @Test
    void a_bulk_of_any_size_is_one_read_and_a_handful_of_statements() {
        List<Lead> leads = leads(kind == Database.POSTGRESQL ? 5_000 : 1_000);
        List<Integer> sizes = List.of(1, 10, leads.size());
        List<String> stages = List.of("contacted", "qualified", "contacted");

        for (int i = 0; i < sizes.size(); i++) {
            List<LeadId> ids = ids(leads.subList(0, sizes.get(i)));
            statements.clear();

            BulkResult result = desk("ann").bulk().transition(ids, stages.get(i));

            assertThat(result.count(Applied.class)).isEqualTo(ids.size());
            assertThat(writes())
                    .as("statements that write %d leads", ids.size())
                    .isLessThanOrEqualTo(kind == Database.POSTGRESQL ? 1 : MOST_BATCHES);
        }
    }

    @Test
    void a_few_stale_ones_among_many_cost_a_handful_of_statements_more() {
        List<Lead> leads = leads(MORE_THAN_A_PORTION);
        for (int i = 0; i < 10; i++) {
            store.commit(assigning(leads.get(i * 59), "bob"));
        }
        statements.clear();

        List<CommitOutcome> outcomes = store.commitAll(
                leads.stream().map(lead -> assigning(lead, "cy")).toList());

        assertThat(outcomes).filteredOn(Conflicted.class::isInstance).hasSize(10);
        assertThat(statements).hasSizeLessThanOrEqualTo(2 * MOST_BATCHES);
    }

    @Test
    void when_all_are_stale_it_ends_after_one_attempt() {
        List<Lead> leads = leads(MORE_THAN_A_PORTION);
        store.commitAll(leads.stream().map(lead -> assigning(lead, "bob")).toList());
        statements.clear();

        List<CommitOutcome> outcomes = store.commitAll(
                leads.stream().map(lead -> assigning(lead, "cy")).toList());

        assertThat(outcomes).hasSize(MORE_THAN_A_PORTION).allMatch(Conflicted.class::isInstance);
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_BATCHES);
    }

    @Test
    void changes_that_follow_from_each_other_take_one_transaction_a_link() {
        List<Lead> leads = leads(100);
        List<Changeset> units = new ArrayList<>();
        for (Lead lead : leads) {
            Changeset first = assigning(lead, "bob");
            units.add(first);
            units.add(assigning(first.leads().get(0).lead(), "cy"));
        }

        List<CommitOutcome> outcomes = store.commitAll(units);

        assertThat(outcomes).hasSize(200).allMatch(Committed.class::isInstance);
        assertThat(statements).hasSizeLessThanOrEqualTo(2 * (kind == Database.POSTGRESQL ? 1 : MOST_BATCHES));
    }

    @Test
    void of_two_moves_of_the_same_leads_at_once_each_lead_is_moved_by_one() {
        List<LeadId> ids = ids(leads(150));

        List<BulkResult> results = atOnce(
                () -> desk("ann").bulk().transition(ids, "contacted"),
                () -> desk("bob").bulk().transition(ids, "contacted"));

        for (LeadId id : ids) {
            Lead stored = store.find(ACME, id).orElseThrow();
            List<BulkOutcome> its =
                    results.stream().map(result -> result.outcomes().get(id)).toList();
            assertThat(its).filteredOn(Applied.class::isInstance).containsExactly(new Applied(stored));
            assertThat(its)
                    .filteredOn(outcome -> !(outcome instanceof Applied))
                    .containsAnyOf(new Stale(1, 2), new Unchanged(stored));
            assertThat(stored.version()).isEqualTo(2);
        }
    }

    @Test
    void two_tags_for_the_same_leads_at_once_are_both_added() {
        List<LeadId> ids = ids(leads(150));

        List<BulkResult> results = atOnce(
                () -> desk("ann").bulk().tag(ids, "a"), () -> desk("bob").bulk().tag(ids, "b"));

        assertThat(results).allMatch(result -> result.count(Applied.class) == ids.size());
        assertThat(store.findAll(ACME, ids))
                .hasSize(ids.size())
                .allMatch(lead -> lead.version() == 3 && lead.tags().equals(Set.of("a", "b")));
    }

    private static <T> List<T> atOnce(Supplier<T> one, Supplier<T> other) {
        var start = new CountDownLatch(1);
        List<CompletableFuture<T>> both = Stream.of(one, other)
                .map(work -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (InterruptedException stopped) {
                                throw new IllegalStateException(stopped);
                            }
                            return work.get();
                        },
                        task -> new Thread(task).start()))
                .toList();
        start.countDown();
        return both.stream().map(CompletableFuture::join).toList();
    }

    private static Changeset assigning(Lead before, String user) {
        ChangesetBuilder unit = aChangeset();
        unit.update(before, before.toBuilder().assignee(user).build(), NOW, null);
        return unit.build();
    }
}
