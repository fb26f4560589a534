package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Quota;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.retention.LeadClass;
import dev.leadkit.retention.Retention;
import dev.leadkit.retention.RetentionItem;
import dev.leadkit.retention.RetentionItem.Verdict;
import dev.leadkit.retention.RetentionRule;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans, permissions and retention come to the same on each database as in memory. */
class AccessOnDatabasesTest {
    private static final int LEADS = 60;
    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost");
    private static final RetentionRules RULES = RetentionRules.named("house")
            .rule(RetentionRule.of("lost", LeadClass.LOST, Period.ofDays(30)))
            .rule(RetentionRule.of("open", LeadClass.OPEN, Period.ofDays(40)).inStage("contacted"))
            .build();

    /** A desk at which the same was done, whatever the store. */
    private static final class Scene implements AccessPolicy {
        private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.EVERYTHING);
        private final AtomicReference<LeadFilter> visible = new AtomicReference<>(LeadFilter.all());
        private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
        private final LeadDesk desk;
        private final List<LeadId> leads = new ArrayList<>();

        Scene(LeadStore store) {
            var random = new Random(11);
            var ids = new AtomicLong();
            InstantSource clock = now::get;
            LeadKit kit = Hosts.builder(store)
                    .clock(clock.withZone(ZoneOffset.UTC))
                    .ids(() -> new UUID(1, ids.incrementAndGet()))
                    .entitlements(tenant -> plan.get())
                    .access(this)
                    .build();
            desk = kit.tenant("acme").as(Actor.user("ann"));
            for (int i = 0; i < LEADS; i++) {
                now.set(now.get().plus(Duration.ofHours(7)));
                NewLead wanted = NewLead.named("Lead " + i)
                        .tag(i % 3 == 0 ? "vip" : "eu")
                        .expecting(Money.of(Integer.toString(random.nextInt(900)), i % 2 == 0 ? "EUR" : "USD"));
                LeadId id = desk.create(random.nextInt(3) == 0 ? wanted : wanted.assignee(i % 2 == 0 ? "ann" : "bob"))
                        .id();
                desk.transition(id, STAGES.get(random.nextInt(STAGES.size())), "price");
                leads.add(id);
            }
        }

        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return visible.get();
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return true;
        }

        List<Object> shown() {
            return List.of(
                    desk.list(LeadQuery.all().limit(100)),
                    desk.list(LeadQuery.of(LeadFilter.all().matching("lead")).limit(100)),
                    desk.list(LeadQuery.of(LeadFilter.all().taggedAny("vip")).limit(100)),
                    desk.board(BoardQuery.all().cards(3)),
                    desk.insights().forecast(),
                    desk.insights().histories().toList(),
                    leads.stream().map(desk::find).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_actor_is_shown_what_the_policy_lets_him_see(Database kind) {
        var inMemory = new Scene(new InMemoryLeadStore());
        var onDatabase = new Scene(JdbcLeadStore.over(kind.fresh()));
        List<Lead> all = inMemory.desk.list(LeadQuery.all().limit(100)).items();
        LeadFilter any = LeadFilter.all();

        for (LeadFilter visible : List.of(
                LeadFilter.anyOf(List.of(any.assignedTo("ann"), any.assignedToNobody())),
                LeadFilter.anyOf(
                        List.of(any.inStage("new", "lost"), any.taggedAny("vip").assignedTo("bob"))),
                any.taggedNone("vip"),
                LeadFilter.none())) {
            inMemory.visible.set(visible);
            onDatabase.visible.set(visible);

            assertThat(onDatabase.shown()).as(visible.toString()).isEqualTo(inMemory.shown());
            assertThat(onDatabase.desk.list(LeadQuery.all().limit(100)).items())
                    .isEqualTo(all.stream().filter(visible::matches).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_used_of_a_plan_is_counted(Database kind) {
        var scene = new Scene(JdbcLeadStore.over(kind.fresh()));
        var inMemory = new Scene(new InMemoryLeadStore());
        for (Scene each : List.of(scene, inMemory)) {
            each.plan.set(Plan.named("free")
                    .limit(Quota.OPEN_LEADS, 5)
                    .limit(Quota.LEADS_PER_MONTH, 1_000)
                    .limit(Quota.VIEWS, 3)
                    .build());
        }

        assertThat(scene.desk.plan().usages()).isEqualTo(inMemory.desk.plan().usages());
        assertThatThrownBy(() -> scene.desk.create(NewLead.named("One more")))
                .isInstanceOf(QuotaExceededException.class);
        assertThat(scene.desk.list(LeadQuery.all().limit(100)).items()).hasSize(LEADS);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_no_longer_kept_goes_and_what_is_held_stays(Database kind) {
        var inMemory = new Scene(new InMemoryLeadStore());
        var onDatabase = new Scene(JdbcLeadStore.over(kind.fresh()));
        List<List<Object>> came = new ArrayList<>();
        for (Scene scene : List.of(inMemory, onDatabase)) {
            Retention retention = scene.desk.retention();
            scene.now.set(NOW.plus(Duration.ofDays(52)));
            List<RetentionItem> due = new ArrayList<>();
            retention.plan(RULES, scene.now.get(), due::add);
            retention.hold(due.get(0).lead(), "case-1", "evidence");
            var plan = retention.plan(RULES, scene.now.get());
            int erased = retention.run(RULES, 1_000).erased();
            came.add(List.of(due, plan, erased, scene.desk.list(LeadQuery.all().limit(100))));

            assertThat((long) erased).isEqualTo(plan.count(Verdict.ERASE)).isPositive();
            assertThat(scene.desk.find(due.get(0).lead())).isPresent();
        }

        assertThat(came.get(1)).isEqualTo(came.get(0));
    }
}
