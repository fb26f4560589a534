package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadUpdate;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Touch;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows B14 and E9 on each database: a bulk by filter, ended too early and gone on with, undone and done again. */
@ParameterizedClass
@EnumSource(Database.class)
class BulkAndUndoTest {
    /** More than a page, so that there are two portions. */
    private static final int LEADS = 520;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final LeadDesk desk;

    BulkAndUndoTest(Database kind) {
        desk = desk(JdbcLeadStore.over(kind.fresh()), now);
    }

    private static LeadDesk desk(LeadStore store, AtomicReference<Instant> now) {
        var ids = new AtomicLong();
        InstantSource clock = now::get;
        return Hosts.builder(store)
                .clock(clock.withZone(ZoneOffset.UTC))
                .ids(() -> new UUID(0x0199_0000_0000_7000L + ids.get() / 8, ids.incrementAndGet()))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private static List<LeadId> leads(LeadDesk desk, AtomicReference<Instant> now, int count) {
        List<LeadId> ids = new ArrayList<>();
        var random = new Random(5);
        for (int i = 0; i < count; i++) {
            now.set(now.get().plusSeconds(1));
            NewLead wanted = NewLead.named("Lead " + i)
                    .email("first-%d@x.org".formatted(i))
                    .tag("fair");
            LeadId id = desk.create(wanted).id();
            ids.add(id);
            if (random.nextInt(20) == 0) {
                desk.transition(id, List.of("contacted", "lost").get(random.nextInt(2)), "price");
                desk.update(id, LeadUpdate.begin().company("Acme").email("b@x.org"));
            }
        }
        return ids;
    }

    /** Page by page, since each lead by itself takes a while. */
    private static List<Lead> plain(LeadDesk desk) {
        List<Lead> all = new ArrayList<>();
        LeadQuery query = LeadQuery.all().limit(PageRequest.MAX_LIMIT);
        while (true) {
            Page<Lead> page = desk.list(query);
            all.addAll(page.items());
            String next = page.next();
            if (next == null) {
                break;
            }
            query = query.after(next);
        }
        return all.stream()
                .map(lead -> lead.toBuilder()
                        .version(1)
                        .lastActivityAt(Instant.EPOCH)
                        .lastTouch(Touch.CREATED)
                        .score(null)
                        .build())
                .toList();
    }

    private long notes(LeadId id) {
        return desk.timeline(id, PageRequest.first(500)).items().stream()
                .map(Activity::change)
                .filter(Change.Noted.class::isInstance)
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = 0)
    void a_bulk_by_filter_goes_on_where_it_ended_and_is_undone_exactly(int portions) {
        leads(desk, now, LEADS);
        BulkTarget fair = BulkTarget.matching(LeadFilter.all().taggedAny("fair"));
        List<Lead> before = plain(desk);
        now.set(now.get().plus(Duration.ofDays(1)));
        BulkAction drop = BulkAction.transition("lost", "no budget");
        Map<String, Long> would = desk.bulk().dryRun(drop, fair).counts();
        var down = new IllegalStateException("the host went down");
        var told = new AtomicLong();

        assertThatThrownBy(() -> desk.bulk().run(drop, fair, portion -> {
                    if (told.getAndIncrement() == portions) {
                        throw down;
                    }
                }))
                .isSameAs(down);
        OperationId operation =
                desk.operations().list(PageRequest.first(10)).items().get(0).id();
        OperationReport report = desk.bulk().resume(operation);

        assertThat(report.total()).isEqualTo(LEADS);
        assertThat(report.count("applied")).isEqualTo(would.get("applied"));
        assertThat(desk.list(LeadQuery.of(LeadFilter.all().inStage("new"))).items())
                .isEmpty();
        List<Lead> after = plain(desk);

        OperationReport undo = desk.undo(operation);
        assertThat(plain(desk)).isEqualTo(before);
        assertThat(desk.undo(operation).counts()).isEqualTo(Map.of("nothing-to-undo", (long) LEADS));

        desk.undo(Objects.requireNonNull(undo.operation()));
        assertThat(plain(desk)).isEqualTo(after);
        desk.operations().forget(operation);
        assertThat(desk.operations().find(operation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = 30)
    void a_note_for_many_is_noted_once_though_it_is_gone_through_again(int count) {
        List<LeadId> ids = leads(desk, now, count);
        OperationId operation = Objects.requireNonNull(desk.bulk()
                .run(BulkAction.note("met at the fair"), BulkTarget.of(ids))
                .operation());

        OperationReport again = desk.bulk().resume(operation);

        assertThat(again.counts()).isEqualTo(Map.of("applied", (long) count));
        assertThat(ids).allMatch(id -> notes(id) == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = 60)
    void an_import_is_undone_exactly(int count) {
        leads(desk, now, count);
        List<Lead> before = plain(desk);
        now.set(now.get().plus(Duration.ofDays(1)));
        StringBuilder table = new StringBuilder("email,name,company,tags,stage\n");
        for (int i = count / 2; i < 2 * count; i++) {
            table.append("first-%d@x.org,Guest %d,Globex,fair,contacted\n".formatted(i, i));
        }
        ImportSettings byEmail =
                ImportSettings.builder().matchBy(MatchKey.EMAIL).build();
        ImportPlan plan = desk.imports().plan(CsvSource.ofText(table.toString()), byEmail, line -> {});
        ImportResult done = desk.imports().run(plan, line -> {});

        OperationReport undo = desk.undo(Objects.requireNonNull(done.operation()));

        long written = done.counts().created() + done.counts().updated();
        assertThat(done.counts().created()).isEqualTo(count);
        assertThat(undo.counts()).isEqualTo(Map.of("restored", written));
        assertThat(plain(desk)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void random_work_undone_is_what_it_is_in_memory(long seed) {
        var memoryNow = new AtomicReference<>(NOW);
        LeadDesk inMemory = desk(new InMemoryLeadStore(), memoryNow);

        List<Object> onDatabase = undone(desk, now, seed);

        assertThat(onDatabase).isEqualTo(undone(inMemory, memoryNow, seed));
    }

    /** What became of some leads of which things were undone at random. */
    private static List<Object> undone(LeadDesk desk, AtomicReference<Instant> now, long seed) {
        List<LeadId> ids = leads(desk, now, 12);
        var random = new Random(seed);
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            now.set(now.get().plusSeconds(60));
            LeadId id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(7)) {
                case 0 -> desk.tag(id, "vip");
                case 1 -> desk.assign(id, random.nextBoolean() ? "bob" : null);
                case 2 -> desk.update(id, LeadUpdate.begin().phone("+4144111111" + random.nextInt(9), null));
                case 3 ->
                    desk.update(
                            id,
                            LeadUpdate.begin()
                                    .expecting(Money.of("12.5", "EUR"))
                                    .email("c@x.org"));
                case 4 -> desk.bulk().transition(ids, random.nextBoolean() ? "qualified" : "contacted");
                default -> {
                    List<Activity> timeline =
                            desk.timeline(id, PageRequest.first(500)).items();
                    told.add(desk.undo(timeline.get(random.nextInt(timeline.size()))
                                    .changeset())
                            .outcomes());
                }
            }
        }
        ids.forEach(id -> {
            told.add(desk.get(id));
            told.add(desk.timeline(id, PageRequest.first(500)).items());
        });
        return told;
    }
}
