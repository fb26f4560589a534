package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.assign.Assignment;
import dev.leadkit.assign.DrainResult;
import dev.leadkit.assign.Member;
import dev.leadkit.assign.Strategy;
import dev.leadkit.board.Place;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ExportSettings;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.StageMap;
import dev.leadkit.move.TickResult;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.search.SearchIndex;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the host's policy lets people see and do at the desk, F5. */
class LeadDeskAccessTest {
    /** The host's roles, set by each test: reps see their own leads and nobody's, others what is not narrowed. */
    private static final class Roles implements AccessPolicy {
        private final Map<String, LeadFilter> visible = new HashMap<>();
        private final Set<HiddenField> hidden = EnumSet.noneOf(HiddenField.class);
        private final List<AccessRequest> asked = new ArrayList<>();
        private Predicate<AccessRequest> permits = request -> true;

        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return visible.getOrDefault(actor.id(), LeadFilter.all());
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return actor.id().equals("ann") ? hidden : Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            if (!actor.id().equals("ann")) {
                return true;
            }
            asked.add(request);
            return permits.test(request);
        }
    }

    private final Roles roles = new Roles();
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadKit kit = LeadKit.builder().store(store).access(roles).build();
    private final LeadDesk boss = kit.tenant("acme").as(Actor.user("boss"));
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadId jane = boss.create(NewLead.named("Jane")
                    .email("jane@acme.example")
                    .phone("5550142")
                    .assignee("ann")
                    .expecting(Money.of("918.27", "EUR")))
            .id();
    private final LeadId bo = boss.create(NewLead.named("Bo").assignee("bob")).id();

    /** A kit whose searches find both leads, whatever is asked. */
    private Tenant indexed() {
        return LeadKit.builder()
                .store(store)
                .access(roles)
                .searchIndex(
                        (tenant, text, most) -> List.of(new SearchIndex.Found(jane, 90), new SearchIndex.Found(bo, 80)))
                .build()
                .tenant("acme");
    }

    private void annSeesHerOwnAndNobodys() {
        LeadFilter all = LeadFilter.all();
        roles.visible.put("ann", LeadFilter.anyOf(List.of(all.assignedTo("ann"), all.assignedToNobody())));
    }

    @Test
    void a_lead_that_may_not_be_seen_looks_like_one_that_is_not_there() {
        annSeesHerOwnAndNobodys();
        LeadId unknown = new LeadId(new UUID(0, 1));

        for (LeadId id : List.of(bo, unknown)) {
            assertThat(ann.find(id)).isEmpty();
            assertThat(ann.timeline(id, PageRequest.first(9)).items()).isEmpty();
            assertThat(ann.bulk().tag(List.of(id), "x").outcomes().get(id)).isEqualTo(new BulkOutcome.NotFound());
            assertThat(ann.insights().history(id)).isEmpty();
            for (Throwable thrown : List.of(
                    catchThrowable(() -> ann.get(id)),
                    catchThrowable(() -> ann.transition(id, "contacted")),
                    catchThrowable(() -> ann.note(id, "hello")),
                    catchThrowable(() -> ann.options(id)),
                    catchThrowable(() -> ann.transcript(id)),
                    catchThrowable(() -> ann.merges().preview(jane, id)))) {
                assertThat(thrown)
                        .isInstanceOf(LeadNotFoundException.class)
                        .hasMessage(new LeadNotFoundException(id).getMessage());
            }
        }
        assertThat(boss.get(bo).version()).isEqualTo(1);
    }

    @Test
    void an_index_of_the_host_shows_nobody_what_he_may_not_see() {
        annSeesHerOwnAndNobodys();

        assertThat(indexed().as(Actor.user("boss")).search("x").hits()).hasSize(2);
        assertThat(indexed().as(Actor.user("ann")).search("x").hits())
                .extracting(hit -> hit.lead().id())
                .containsExactly(jane);
    }

    @Test
    void whoever_hands_a_lead_over_may_lose_sight_of_it() {
        annSeesHerOwnAndNobodys();

        assertThat(ann.assign(jane, "bob").assignee()).isEqualTo("bob");

        assertThat(ann.find(jane)).isEmpty();
        assertThat(ann.board(BoardQuery.all()).columns())
                .allSatisfy(column -> assertThat(column.count()).isZero());
    }

    @Test
    void a_merged_lead_is_seen_by_whoever_sees_the_one_that_stands_for_it() {
        boss.merges().apply(boss.merges().preview(jane, bo));
        annSeesHerOwnAndNobodys();

        assertThat(ann.find(bo)).map(Lead::mergedInto).contains(jane);
        assertThat(ann.merges().undo(bo).survivor().id()).isEqualTo(jane);
        assertThat(ann.find(bo)).isEmpty();
    }

    @Test
    void an_act_that_is_not_permitted_says_what_and_writes_nothing() {
        roles.permits = request -> request.action() != AccessAction.MOVE || !"lost".equals(request.stage());

        var refused = catchThrowableOfType(NotPermittedException.class, () -> ann.transition(jane, "lost", "price"));

        assertThat(refused.action()).isEqualTo(AccessAction.MOVE);
        assertThat(refused.what()).isEqualTo("stage lost");
        assertThat(refused)
                .hasMessage("not permitted: move (stage lost); ask somebody who may, or change the access policy");
        assertThat(boss.get(jane).version()).isEqualTo(1);
        assertThat(ann.transition(jane, "contacted").stage()).isEqualTo("contacted");
    }

    @Test
    void the_board_knows_before_the_drop() {
        roles.permits = request -> request.action() != AccessAction.MOVE || !"lost".equals(request.stage());

        assertThat(ann.preview(jane, "lost").refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("not-permitted");
        assertThat(ann.options(jane))
                .filteredOn(decision -> !decision.isAllowed())
                .extracting(Decision::to)
                .containsExactly("lost");
    }

    @Test
    void one_lead_of_many_that_is_not_permitted_keeps_none_of_the_others() {
        roles.permits =
                request -> request.lead() == null || "ann".equals(request.lead().assignee());

        var outcomes = ann.bulk().tag(List.of(jane, bo), "vip").outcomes();

        assertThat(outcomes.get(jane)).isInstanceOf(BulkOutcome.Applied.class);
        assertThat(outcomes.get(bo))
                .isInstanceOfSatisfying(
                        BulkOutcome.Refused.class,
                        refused -> assertThat(refused.refusals())
                                .singleElement()
                                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("not-permitted")));
        assertThat(boss.get(bo).tags()).isEmpty();
    }

    @Test
    void a_lead_that_the_policy_keeps_from_a_tick_keeps_none_of_the_others_waiting() {
        Pipeline weekly = Pipeline.named("weekly")
                .open("new", "New")
                .won("won", "Won")
                .lost("lost", "Lost")
                .startingAt("new")
                .allow("new", "won")
                .allow("new", "lost")
                .timed(TimedRule.move("give-up", "new", Duration.ofDays(7), "lost", null))
                .build();
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(store)
                .access(roles)
                .pipeline(weekly)
                .clock(clock)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        LeadId vip = desk.create(NewLead.named("Cy").tag("vip")).id();
        clock.advance(Duration.ofHours(1));
        LeadId other = desk.create(NewLead.named("Di")).id();
        clock.advance(Duration.ofDays(8));
        roles.permits =
                request -> request.lead() == null || !request.lead().tags().contains("vip");

        TickResult result = desk.moves().tick(9);

        assertThat(result.done()).extracting(TickResult.Done::lead).containsExactly(other);
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.lead()).isEqualTo(vip);
            assertThat(refused.reasons()).extracting(Refusal::code).containsExactly("not-permitted");
        });
    }

    @Test
    void a_lead_that_nobody_may_assign_keeps_none_of_the_others_waiting() {
        boss.assignments().publish(Assignment.of("inbound", Strategy.roundRobin(), Member.of("bob")));
        LeadId cy = boss.create(NewLead.named("Cy").tag("vip")).id();
        LeadId di = boss.create(NewLead.named("Di")).id();
        roles.permits = request -> request.action() != AccessAction.ASSIGN
                || request.lead() == null
                || !request.lead().tags().contains("vip");

        assertThat(ann.assignments().explain(cy).why().code()).isEqualTo("not-permitted");
        DrainResult drained = ann.assignments().drain(9);

        assertThat(drained.passedOver()).isEqualTo(1);
        assertThat(boss.get(cy).assignee()).isNull();
        assertThat(boss.get(di).assignee()).isEqualTo("bob");
    }

    @Test
    void a_line_that_the_policy_forbids_is_refused_in_the_plan_and_in_the_run() {
        roles.permits = request -> !"converted".equals(request.stage()) && !"company".equals(request.field());
        CsvSource table = () -> new ByteArrayInputStream("""
                email,stage,company
                cy@acme.example,new,
                di@acme.example,converted,
                jane@acme.example,,Acme
                el@acme.example,new,
                """.getBytes(StandardCharsets.UTF_8));
        List<LineOutcome> planned = new ArrayList<>();
        List<LineOutcome> done = new ArrayList<>();

        ImportPlan plan = ann.imports().plan(table, ImportSettings.builder().build(), planned::add);
        ann.imports().run(plan, done::add);

        assertThat(planned).extracting(LineOutcome::code).containsExactly("created", "refused", "refused", "created");
        assertThat(done).extracting(LineOutcome::code).containsExactly("created", "refused", "refused", "created");
        assertThat(planned.get(1).toString()).contains("not-permitted", "stage converted");
        assertThat(planned.get(2).toString()).contains("not-permitted", "company");
    }

    @Test
    void a_bulk_by_filter_of_who_sees_some_leads_works_on_these_alone() {
        annSeesHerOwnAndNobodys();

        OperationReport would = ann.bulk().dryRun(BulkAction.tag("vip"), BulkTarget.matching(LeadFilter.all()));
        OperationReport done = ann.bulk().run(BulkAction.tag("vip"), BulkTarget.matching(LeadFilter.all()));

        assertThat(would.counts()).isEqualTo(Map.of("applied", 1L));
        assertThat(done.counts()).isEqualTo(would.counts());
        assertThat(boss.get(bo).tags()).isEmpty();
    }

    @Test
    void an_undo_is_held_to_what_its_actor_may_see_and_do() {
        OperationId bulk = Objects.requireNonNull(boss.bulk()
                .run(BulkAction.tag("vip"), BulkTarget.of(List.of(jane, bo)))
                .operation());
        annSeesHerOwnAndNobodys();
        roles.permits = request -> request.action() != AccessAction.TAG;

        assertThat(ann.undo(bulk).counts()).isEqualTo(Map.of("refused", 1L, "not-seen", 1L));
        assertThat(boss.get(jane).tags()).containsExactly("vip");
        ChangesetId its =
                boss.timeline(bo, PageRequest.first(50)).items().get(1).changeset();
        assertThat(ann.undo(its).outcomes()).isEmpty();

        roles.permits = request -> true;
        assertThat(ann.undo(bulk).counts()).isEqualTo(Map.of("restored", 1L, "not-seen", 1L));
        assertThat(boss.get(jane).tags()).isEmpty();
        assertThat(boss.get(bo).tags()).containsExactly("vip");
    }

    @Test
    void erasing_many_asks_for_each_and_leaves_those_of_others() {
        annSeesHerOwnAndNobodys();
        LeadId cy = boss.create(NewLead.named("Cy").assignee("ann")).id();
        roles.permits = request -> request.action() != AccessAction.PERSONAL_DATA
                || request.lead() != null && request.lead().id().equals(cy);
        BulkAction erase = BulkAction.erase(new Cause("clean-up", "7"));

        OperationReport would = ann.bulk().dryRun(erase, BulkTarget.of(List.of(jane, bo, cy)));
        OperationReport done = ann.bulk().run(erase, BulkTarget.of(List.of(jane, bo, cy)));

        assertThat(done.counts()).isEqualTo(Map.of("refused", 1L, "not-found", 1L, "erased", 1L));
        assertThat(would.counts()).isEqualTo(done.counts());
        assertThat(boss.find(cy)).isEmpty();
        assertThat(List.of(jane, bo)).allMatch(id -> boss.find(id).isPresent());
    }

    @Test
    void publishing_asks_for_it_and_needs_the_sight_of_all_leads() {
        Pipeline next = Pipeline.fiveStage().withVersion(2);
        roles.permits = request -> request.action() != AccessAction.CONFIGURE;
        MigrationPlan plan = ann.pipelines().plan(next, StageMap.NONE);

        assertThatThrownBy(() -> ann.pipelines().publish(plan)).isInstanceOf(NotPermittedException.class);

        roles.permits = request -> true;
        annSeesHerOwnAndNobodys();
        assertThatThrownBy(ann::pipelines)
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("not permitted: read (all leads); ask somebody who may, or change the access policy");
        assertThatThrownBy(ann::imports).isInstanceOf(NotPermittedException.class);
        assertThat(boss.get(jane).pipelineVersion()).isEqualTo(1);
        roles.visible.clear();
        ann.pipelines().publish(plan);
        assertThat(boss.pipelines().find(next.name()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void each_act_asks_for_what_it_does() {
        ann.create(NewLead.named("Cy"));
        ann.update(jane, LeadUpdate.begin().name("Jane Doe").company("Acme"));
        ann.note(jane, "called");
        ann.assign(jane, "bob");
        ann.personalData();

        assertThat(roles.asked)
                .extracting(request -> request.action() + " " + request.what())
                .containsExactly(
                        "CREATE stage new",
                        "EDIT name",
                        "EDIT company",
                        "NOTE notes",
                        "ASSIGN assignee",
                        "PERSONAL_DATA personal data");
    }

    @Test
    void a_hidden_address_is_not_shown_found_or_set() {
        roles.hidden.add(HiddenField.EMAIL);

        assertThat(ann.get(jane).toString()
                        + ann.list(LeadQuery.all())
                        + ann.board(BoardQuery.all())
                        + ann.tag(jane, "x"))
                .contains("Jane")
                .doesNotContain("jane@acme");
        assertThat(ann.bulk().tag(List.of(jane, bo), "x").toString()).doesNotContain("jane@acme");
        assertThat(ann.timeline(jane, PageRequest.first(50)).items())
                .extracting(activity -> activity.change())
                .contains(new Change.FieldChanged("email", null, null))
                .noneMatch(change -> change.toString().contains("jane@acme"));
        for (LeadFilter search :
                List.of(LeadFilter.all().matching("jane"), LeadFilter.all().containing("jane"))) {
            assertThatThrownBy(() -> ann.list(LeadQuery.of(search)))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessage("not permitted: read (email); ask somebody who may, or change the access policy");
            assertThatThrownBy(() -> ann.board(BoardQuery.of(search))).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> ann.insights().among(search).forecast()).isInstanceOf(NotPermittedException.class);
        }
        for (LeadDesk desk : List.of(ann, indexed().as(Actor.user("ann")))) {
            assertThatThrownBy(() -> desk.search("jane")).isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> ann.findByIdentity(Identity.claimed(IdentityKind.EMAIL, "jane@acme.example")))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> ann.findByEmail("Jane@acme.example")).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> ann.update(jane, LeadUpdate.begin().email("other@acme.example")))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("not permitted: edit (email); ask somebody who may, or change the access policy");
        assertThatThrownBy(ann::merges).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void a_hidden_amount_is_told_by_no_reason_against_a_move() {
        roles.hidden.add(HiddenField.AMOUNT);
        String asked = "the amount must be at least 5000 EUR";
        Guard guard = Guard.amountAtLeast(Money.of("5000", "EUR"));
        Tenant tenant = LeadKit.builder()
                .store(store)
                .access(roles)
                .overrides(OverridePolicy.users("ann", "boss"))
                .pipeline(Pipeline.named("five-stage")
                        .version(2)
                        .open("new", "New")
                        .open("offer", "Offer")
                        .won("won", "Won")
                        .lost("lost", "Lost")
                        .startingAt("new")
                        .allow("new", "offer", guard)
                        .allow("offer", "won", Guard.any(guard, Guard.taggedAny("vip")))
                        .allow("new", "lost")
                        .build())
                .build()
                .tenant("acme");
        LeadDesk ann = tenant.as(Actor.user("ann"));
        LeadDesk boss = tenant.as(Actor.user("boss"));

        assertThat(boss.preview(jane, "offer").refusals())
                .extracting(Refusal::text)
                .containsExactly(asked + ", it is 918.27 EUR");
        assertThat(ann.preview(jane, "offer").refusals())
                .extracting(Refusal::text)
                .containsExactly(asked);
        assertThat(ann.options(jane).toString()).contains(asked).doesNotContain("918.27");
        assertThatThrownBy(() -> ann.transition(jane, "offer"))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageEndingWith(asked);
        assertThatThrownBy(() -> ann.cards().move(jane, "offer", Place.first())).hasMessageEndingWith(asked);
        assertThat(ann.bulk().transition(List.of(jane), "offer", null).toString())
                .contains(asked)
                .doesNotContain("918.27");
        assertThat(ann.bulk()
                        .dryRun(BulkAction.transition("offer", null), BulkTarget.of(List.of(jane)))
                        .counts())
                .containsOnlyKeys("refused");
        assertThat(ann.moves().previewOverride(jane, "offer", "signed", null).toString())
                .doesNotContain("918.27");

        boss.moves().override(jane, "offer", "signed");
        assertThat(ann.preview(jane, "won").refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).doesNotContain("918.27"));
        boss.moves().override(jane, "won", "paid");
        assertThat(boss.timeline(jane, PageRequest.first(50)).items().toString())
                .contains("it is 918.27 EUR");
        assertThat(ann.timeline(jane, PageRequest.first(50)).items().toString())
                .contains("amount-too-low", "signed")
                .doesNotContain("918.27");
    }

    @Test
    void an_update_of_a_hidden_field_is_refused_also_where_it_changes_nothing() {
        roles.hidden.addAll(Set.of(HiddenField.AMOUNT, HiddenField.EMAIL));
        for (LeadUpdate update : List.of(
                LeadUpdate.begin().expecting(Money.of("918.27", "EUR")),
                LeadUpdate.begin().expecting(Money.of("919.27", "EUR")),
                LeadUpdate.begin().clear("amount"),
                LeadUpdate.begin().email("jane@acme.example"))) {
            for (LeadId id : List.of(jane, bo)) {
                assertThatThrownBy(() -> ann.update(id, update)).isInstanceOf(NotPermittedException.class);
                assertThatThrownBy(() -> ann.update(id, 1, update)).isInstanceOf(NotPermittedException.class);
            }
        }
        BulkAction edit = BulkAction.edit().expecting(Money.of("918.27", "EUR"));
        BulkTarget both = BulkTarget.of(List.of(jane, bo));

        assertThat(ann.bulk().dryRun(edit, both).counts()).isEqualTo(Map.of("refused", 2L));
        assertThat(ann.bulk().run(edit, both).counts()).isEqualTo(Map.of("refused", 2L));
    }

    @Test
    void what_is_hidden_from_whoever_works_on_a_lead_stays_on_it() {
        roles.hidden.addAll(EnumSet.allOf(HiddenField.class));

        ann.tag(jane, "vip");
        ann.bulk().assign(List.of(jane), "bob");
        ann.transition(jane, "contacted");

        Lead whole = boss.get(jane);
        assertThat(whole.contact().emails()).hasSize(1);
        assertThat(whole.contact().phones()).hasSize(1);
        assertThat(whole.expectedAmount()).isNotNull();
        assertThat(boss.findByIdentity(Identity.claimed(IdentityKind.EMAIL, "jane@acme.example")))
                .map(Lead::id)
                .contains(jane);
    }

    @Test
    void hidden_amounts_are_in_no_sum_and_no_forecast() {
        roles.hidden.add(HiddenField.AMOUNT);

        assertThat(ann.board(BoardQuery.all()).columns())
                .allSatisfy(column -> assertThat(column.sums()).isEmpty());
        assertThat(ann.insights().forecast().toString()).doesNotContain("918.27");
        assertThat(boss.insights().forecast().toString()).contains("918.27");
    }

    @Test
    void whoever_may_show_and_erase_persons_sees_all_of_them() {
        annSeesHerOwnAndNobodys();
        roles.hidden.add(HiddenField.EMAIL);
        boss.update(bo, LeadUpdate.begin().email("bo@acme.example"));

        assertThat(ann.personalData().export(Set.of(bo)).toJson()).contains("bo@acme.example");

        roles.permits = request -> request.action() != AccessAction.PERSONAL_DATA;
        assertThatThrownBy(() -> ann.personalData().erase(Set.of(jane), new Cause("asked", "t-1")))
                .isInstanceOf(NotPermittedException.class);
        assertThat(boss.find(jane)).isPresent();

        roles.permits = request -> request.action() != AccessAction.RETENTION;
        assertThatThrownBy(ann::retention).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void who_has_room_for_one_more_is_not_told_by_some_of_the_leads() {
        annSeesHerOwnAndNobodys();

        assertThatThrownBy(ann::assignments)
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("not permitted: read (all leads); ask somebody who may, or change the access policy");
        assertThatThrownBy(ann::imports).isInstanceOf(NotPermittedException.class);
        assertThat(boss.assignments().assignment()).isEmpty();
    }

    @Test
    void a_table_holds_what_may_be_seen_and_is_for_whom_the_policy_lets() {
        annSeesHerOwnAndNobodys();
        roles.hidden.add(HiddenField.EMAIL);
        var table = new StringBuilder();

        assertThat(ann.exports().write(LeadFilter.all(), ExportSettings.asTheyAre(), table))
                .isEqualTo(1);
        assertThat(table.toString())
                .contains("Jane")
                .doesNotContain("jane@acme")
                .doesNotContain("Bo");

        roles.permits = request -> request.action() != AccessAction.EXPORT;
        assertThatThrownBy(ann::exports)
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("not permitted: export (table); ask somebody who may, or change the access policy");
    }

    @Test
    void a_stage_is_full_whoever_sees_the_leads_in_it() {
        Pipeline limited = Pipeline.named("sales")
                .open("new", "New")
                .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(1).asHard()))
                .won("won", "Won")
                .free()
                .build();
        LeadKit full = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .pipeline(limited)
                .access(roles)
                .build();
        LeadDesk others = full.tenant("acme").as(Actor.user("boss"));
        LeadDesk hers = full.tenant("acme").as(Actor.user("ann"));
        others.transition(others.create(NewLead.named("Bo").assignee("bob")).id(), "busy");
        LeadId mine = others.create(NewLead.named("Jane").assignee("ann")).id();
        annSeesHerOwnAndNobodys();

        assertThatThrownBy(() -> hers.transition(mine, "busy")).isInstanceOf(TransitionRefusedException.class);
        assertThat(hers.preview(mine, "busy").isAllowed()).isFalse();
    }

    @Test
    void a_policy_that_searches_is_refused_rather_than_half_held() {
        roles.visible.put("ann", LeadFilter.all().matching("jane"));

        assertThatThrownBy(() -> ann.list(LeadQuery.all())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ann.find(jane)).isInstanceOf(InvalidInputException.class);
    }
}
