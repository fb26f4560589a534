package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportListener;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Quota;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant's plan opens at the desk, F6 and S10. */
class LeadDeskPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.EVERYTHING);
    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .scorer((lead, asOf) -> new Score(
                    70, "hot", List.of(new Contribution("base", "fit", 70, "by itself")), "card@1", asOf, null))
            .entitlements(tenant -> plan.get())
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadId jane =
            desk.create(NewLead.named("Jane").email("jane@acme.example")).id();

    private void gate(Feature feature, FeatureAccess access) {
        plan.set(Plan.named("basic").gate(feature, access, "comes with Pro").build());
    }

    @Test
    void a_hidden_feature_is_refused_with_what_to_say() {
        gate(Feature.INSIGHTS, FeatureAccess.HIDDEN);

        var refused = catchThrowableOfType(NotEntitledException.class, desk::insights);

        assertThat(refused.feature()).isEqualTo(Feature.INSIGHTS);
        assertThat(refused.access()).isEqualTo(FeatureAccess.HIDDEN);
        assertThat(refused.upgradeHint()).isEqualTo("comes with Pro");
        assertThat(refused).hasMessage("feature insights is hidden in the tenant's plan; change the plan to open it");
    }

    @Test
    void what_is_read_only_can_be_seen_and_not_changed() {
        gate(Feature.LEADS, FeatureAccess.READ_ONLY);

        assertThat(desk.get(jane).displayName()).isEqualTo("Jane");
        assertThat(desk.options(jane)).isNotEmpty();
        assertThatThrownBy(() -> desk.tag(jane, "vip")).isInstanceOf(NotEntitledException.class);
        assertThatThrownBy(() -> desk.transition(jane, "contacted")).isInstanceOf(NotEntitledException.class);
        assertThatThrownBy(() -> desk.create(NewLead.named("Bo"))).isInstanceOf(NotEntitledException.class);
        assertThat(desk.get(jane).version()).isEqualTo(1);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void bulk_work_and_merges_that_are_read_only_change_nothing() {
        LeadId twin =
                desk.create(NewLead.named("Jane").email("jane@acme.example")).id();
        gate(Feature.BULK, FeatureAccess.READ_ONLY);

        assertThatThrownBy(() -> desk.bulk().tag(List.of(jane), "vip")).isInstanceOf(NotEntitledException.class);

        gate(Feature.MERGES, FeatureAccess.READ_ONLY);
        assertThat(desk.merges().duplicates(jane)).hasSize(1);
        assertThatThrownBy(() -> desk.merges().apply(desk.merges().preview(jane, twin)))
                .isInstanceOf(NotEntitledException.class);
        assertThat(desk.find(twin)).map(Lead::version).contains(1L);
    }

    @Test
    void a_score_behind_the_plan_is_told_by_no_reason_against_a_move() {
        gate(Feature.SCORING, FeatureAccess.HIDDEN);
        LeadDesk strict = LeadKit.builder()
                .store(kit.wiring().store())
                .entitlements(tenant -> plan.get())
                .scorer(kit.wiring()
                        .scorers()
                        .find(desk.get(jane).tenant(), NOW)
                        .orElseThrow())
                .pipeline(Pipeline.named("five-stage")
                        .version(2)
                        .open("new", "New")
                        .won("won", "Won")
                        .lost("lost", "Lost")
                        .startingAt("new")
                        .allow("new", "won", Guard.scoreAtLeast(90))
                        .allow("new", "lost")
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        assertThat(strict.preview(jane, "won").refusals())
                .extracting(Refusal::text)
                .containsExactly("the score must be at least 90");
        ImportListener lines =
                line -> assertThat(line.toString()).contains("at least 90").doesNotContain("it is");
        ImportPlan table = strict.imports()
                .plan(
                        () -> new ByteArrayInputStream(
                                "email,stage\njane@acme.example,won\n".getBytes(StandardCharsets.UTF_8)),
                        ImportSettings.builder().onMatch(OnMatch.UPDATE).build(),
                        lines);
        assertThat(table.counts().refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FeatureAccess.class)
    void a_preview_tells_how_many_leads_wait_and_nothing_else(FeatureAccess access) {
        gate(Feature.BOARD, access);

        if (access == FeatureAccess.HIDDEN) {
            assertThatThrownBy(() -> desk.plan().preview(Feature.BOARD)).isInstanceOf(NotEntitledException.class);
            return;
        }
        var preview = desk.plan().preview(Feature.BOARD);

        assertThat(preview.leads()).isEqualTo(Map.of("new", 1L));
        assertThat(preview.total()).isEqualTo(1);
        assertThat(preview.upgradeHint()).isEqualTo("comes with Pro");
        assertThat(preview.toString()).doesNotContain("Jane").doesNotContain(jane.toString());
    }

    @Test
    void another_plan_holds_at_once_also_for_what_was_handed_out_before() {
        BulkEdits bulk = desk.bulk();

        gate(Feature.BULK, FeatureAccess.HIDDEN);
        assertThatThrownBy(() -> bulk.tag(List.of(jane), "vip")).isInstanceOf(NotEntitledException.class);

        plan.set(Plan.EVERYTHING);
        assertThat(bulk.tag(List.of(jane), "vip").count(BulkOutcome.Applied.class))
                .isEqualTo(1);
    }

    @Test
    void a_plan_that_cannot_be_told_lets_nothing_through() {
        LeadDesk closed = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .entitlements(tenant -> {
                    throw new IllegalStateException("billing is down");
                })
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        assertThatThrownBy(() -> closed.list(LeadQuery.all())).hasMessage("billing is down");
        assertThatThrownBy(() -> closed.create(NewLead.named("Bo"))).hasMessage("billing is down");
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureAccess.class,
            names = {"LOCKED_PREVIEW", "HIDDEN"})
    void a_score_behind_the_gate_is_kept_and_not_shown(FeatureAccess access) {
        assertThat(desk.get(jane).score()).isNotNull();
        gate(Feature.SCORING, access);

        assertThat(desk.get(jane).score()).isNull();
        assertThat(desk.tag(jane, "vip").score()).isNull();
        assertThat(desk.list(LeadQuery.all()).items())
                .allSatisfy(lead -> assertThat(lead.score()).isNull());
        assertThat(desk.bulk().untag(List.of(jane), "vip").outcomes().get(jane))
                .isInstanceOfSatisfying(
                        BulkOutcome.Applied.class,
                        applied -> assertThat(applied.lead().score()).isNull());
        assertThat(desk.timeline(jane, PageRequest.first(50)).items())
                .isNotEmpty()
                .noneMatch(activity -> activity.change() instanceof Change.Scored);
        for (LeadFilter filter : List.of(
                LeadFilter.all().scoredAtLeast(50),
                LeadFilter.all().scoredAtMost(50),
                LeadFilter.all().inBand("hot"),
                LeadFilter.anyOf(List.of(LeadFilter.all().inBand("hot"))))) {
            assertThatThrownBy(() -> desk.list(LeadQuery.of(filter))).isInstanceOf(NotEntitledException.class);
            assertThatThrownBy(() -> desk.board(BoardQuery.of(filter))).isInstanceOf(NotEntitledException.class);
        }
        assertThatThrownBy(() -> desk.list(LeadQuery.all().sortedBy(Sort.SCORE)))
                .isInstanceOf(NotEntitledException.class);
        assertThatThrownBy(() -> desk.insights().morningReview(5)).isInstanceOf(NotEntitledException.class);

        plan.set(Plan.EVERYTHING);
        assertThat(desk.get(jane).score()).isNotNull();
    }

    @Test
    void a_merge_is_made_of_the_whole_leads_where_scores_are_hidden() {
        LeadId twin = desk.create(NewLead.named("Jane").phone("5550142")).id();
        gate(Feature.SCORING, FeatureAccess.HIDDEN);

        Lead merged = desk.merges().apply(desk.merges().preview(jane, twin));

        assertThat(merged.score()).isNull();
        plan.set(Plan.EVERYTHING);
        assertThat(desk.get(jane).score()).isNotNull();
        assertThat(desk.timeline(jane, PageRequest.first(50)).items().stream()
                        .map(Activity::change)
                        .filter(Change.Scored.class::isInstance))
                .as("the score stayed the same")
                .hasSize(1);
    }

    @Test
    void what_is_over_a_quota_stays_and_can_be_worked_on_but_not_added_to() {
        LeadId bo = desk.create(NewLead.named("Bo")).id();
        plan.set(Plan.named("free").limit(Quota.OPEN_LEADS, 1, "more with Pro").build());

        var full = catchThrowableOfType(QuotaExceededException.class, () -> desk.create(NewLead.named("Cy")));

        assertThat(full.usage().used()).isEqualTo(2);
        assertThat(full.usage().left()).isZero();
        assertThat(full.usage().limit().upgradeHint()).isEqualTo("more with Pro");
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(2);
        desk.tag(bo, "vip");
        desk.transition(bo, "lost", "price");
        assertThat(desk.plan().usages())
                .singleElement()
                .satisfies(usage -> assertThat(usage.used()).isEqualTo(1));
        desk.personalData().erase(Set.of(bo), new Cause("asked", "t-1"));
        desk.transition(jane, "lost", "price");

        LeadId cy = desk.create(NewLead.named("Cy")).id();
        assertThatThrownBy(() -> desk.create(NewLead.named("Di"))).isInstanceOf(QuotaExceededException.class);

        plan.set(Plan.EVERYTHING);
        desk.create(NewLead.named("Di"));
        assertThat(desk.find(cy)).isPresent();
    }

    private static Pipeline reopenable(String name, boolean hard) {
        Stage first = Stage.of("new", "New", StageCategory.OPEN);
        return Pipeline.named(name)
                .stage(hard ? first.withWipLimit(WipLimit.of(9).asHard()) : first)
                .won("won", "Won")
                .lost("lost", "Lost")
                .startingAt("new")
                .allow("new", "won")
                .allow("new", "lost")
                .allow("lost", "new")
                .build();
    }

    private LeadDesk sales(boolean hard) {
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .pipeline(reopenable("sales", hard))
                .entitlements(tenant -> plan.get())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private static List<LeadId> lost(LeadDesk sales, int many) {
        List<LeadId> lost = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lost.add(sales.create(NewLead.named("Al")).id());
        }
        sales.bulk().transition(lost, "lost", null);
        return lost;
    }

    private void openLeads(int most) {
        plan.set(Plan.named("free").limit(Quota.OPEN_LEADS, most).build());
    }

    @Test
    void a_lead_that_opens_again_takes_a_place() {
        LeadDesk sales = sales(false);
        LeadId lost = lost(sales, 1).get(0);
        sales.create(NewLead.named("Bo"));
        openLeads(1);

        assertThatThrownBy(() -> sales.transition(lost, "new")).isInstanceOf(QuotaExceededException.class);
        assertThat(sales.preview(lost, "new").refusals())
                .extracting(Refusal::code)
                .containsExactly("quota-exceeded");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_many_leads_those_beyond_the_quota_are_refused_in_the_dry_run_and_in_the_run(boolean hard) {
        LeadDesk sales = sales(hard);
        List<LeadId> lost = lost(sales, 5);
        openLeads(3);
        Map<LeadId, BulkOutcome> would = new HashMap<>();
        Map<LeadId, BulkOutcome> done = new HashMap<>();

        sales.bulk()
                .dryRun(BulkAction.transition("new", null), BulkTarget.of(lost), some -> would.putAll(some.outcomes()));
        OperationReport report = sales.bulk()
                .run(BulkAction.transition("new", null), BulkTarget.of(lost), some -> done.putAll(some.outcomes()));

        assertThat(report.counts()).isEqualTo(Map.of("applied", 3L, "refused", 2L));
        for (Map<LeadId, BulkOutcome> outcomes : List.of(would, done)) {
            assertThat(outcomes.get(lost.get(4)))
                    .isEqualTo(new BulkOutcome.Refused(List.of(new Refusal(
                            "quota-exceeded", "the tenant's plan holds 3 of \"open-leads\", and no more", null))));
        }
        lost.forEach(
                id -> assertThat(would.get(id).code()).isEqualTo(done.get(id).code()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_many_leads_one_whose_identity_is_taken_takes_nothing_of_the_quota(boolean hard) {
        LeadDesk sales = sales(hard);
        List<LeadId> lost = new ArrayList<>();
        for (String externalId : List.of("crm-1", "crm-2", "crm-3")) {
            lost.add(sales.create(NewLead.named("Al").externalId(externalId)).id());
        }
        sales.bulk().transition(lost, "lost", null);
        sales.create(NewLead.named("Bo").externalId("crm-1"));
        openLeads(2);
        List<String> would = new ArrayList<>();
        List<String> done = new ArrayList<>();

        sales.bulk()
                .dryRun(BulkAction.transition("new", null), BulkTarget.of(lost), some -> codes(some.outcomes(), would));
        sales.bulk().run(BulkAction.transition("new", null), BulkTarget.of(lost), some -> codes(some.outcomes(), done));

        assertThat(done).containsExactly("taken", "applied", "refused");
        assertThat(would).isEqualTo(done);
    }

    private static void codes(Map<LeadId, BulkOutcome> outcomes, List<String> codes) {
        outcomes.values().forEach(outcome -> codes.add(outcome.code()));
    }

    @Test
    void an_undo_of_many_opens_no_more_leads_than_the_plan_holds() {
        LeadDesk sales = sales(false);
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(sales.create(NewLead.named("Al")).id());
        }
        OperationId bulk = Objects.requireNonNull(
                sales.bulk().transition(ids, "lost", null).operation());
        openLeads(3);

        assertThat(sales.undo(bulk).counts()).isEqualTo(Map.of("restored", 3L, "refused", 2L));
        assertThat(sales.plan().usage(Quota.OPEN_LEADS).orElseThrow().used()).isEqualTo(3);
    }

    @Test
    void lines_of_a_table_beyond_the_quota_are_refused_in_the_plan_and_in_the_run() {
        StringBuilder table = new StringBuilder("name,email\n");
        for (int i = 0; i < 700; i++) {
            table.append("N,n%d@x.example\n".formatted(i));
        }
        CsvSource source = () -> new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8));
        openLeads(601); // Jane is one
        List<LineOutcome> planned = new ArrayList<>();
        List<LineOutcome> done = new ArrayList<>();

        ImportPlan would = desk.imports().plan(source, ImportSettings.builder().build(), planned::add);
        desk.imports().run(would, done::add);

        assertThat(would.counts().created()).isEqualTo(600);
        assertThat(planned)
                .extracting(LineOutcome::code)
                .containsExactlyElementsOf(done.stream().map(LineOutcome::code).toList());
        assertThat(planned.get(600))
                .isInstanceOfSatisfying(
                        LineOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(LineError::code)
                                .containsExactly("quota-exceeded"));
    }

    @Test
    void open_leads_of_other_pipelines_are_neither_counted_nor_bound() {
        LeadDesk sales = sales(false);
        sales.pipelines().publish(sales.pipelines().plan(reopenable("service", false), StageMap.NONE));
        openLeads(1);
        LeadId first = sales.create(NewLead.named("Al"), "service").id();
        sales.create(NewLead.named("Bo"), "service");
        assertThat(sales.plan().usage(Quota.OPEN_LEADS).orElseThrow().used()).isZero();

        sales.moveTo(first, "sales", "new");
        sales.create(NewLead.named("Cy"), "service");

        assertThat(sales.plan().usage(Quota.OPEN_LEADS).orElseThrow().used()).isEqualTo(1);
        assertThatThrownBy(() -> sales.create(NewLead.named("Di"))).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void leads_of_a_month_are_counted_by_its_days_in_UTC() {
        plan.set(Plan.named("free").limit(Quota.LEADS_PER_MONTH, 2).build());
        desk.create(NewLead.named("Bo"));

        assertThatThrownBy(() -> desk.create(NewLead.named("Cy"))).isInstanceOf(QuotaExceededException.class);
        assertThat(desk.plan().usage(Quota.LEADS_PER_MONTH)).get().satisfies(usage -> {
            assertThat(usage.used()).isEqualTo(2);
            assertThat(usage.left()).isZero();
        });
        assertThat(desk.plan().usage(Quota.OPEN_LEADS)).isEmpty();
    }

    @Test
    void a_consent_is_taken_back_behind_any_gate_and_tells_nothing() {
        plan.set(Plan.named("none")
                .otherwise(FeatureAccess.HIDDEN)
                .limit(Quota.OPEN_LEADS, 0)
                .build());

        Lead answered = desk.consent(jane, Consent.withdrawnFrom("newsletter"));

        assertThat(answered.consent("newsletter")).isPresent();
        assertThat(answered.toString()).doesNotContain("Jane").doesNotContain("jane@");
    }

    @Test
    void a_consent_brings_no_withdrawn_lead_back_past_the_quota() {
        desk.undo(desk.timeline(jane, PageRequest.first(1)).items().get(0).changeset());
        openLeads(0);

        Lead answered = desk.consent(jane, Consent.to("newsletter"));

        assertThat(answered.consentsTo("newsletter")).isTrue();
        assertThat(answered.withdrawn()).isTrue();
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void a_person_is_shown_and_erased_behind_any_gate() {
        plan.set(Plan.named("none").otherwise(FeatureAccess.HIDDEN).build());

        assertThat(desk.personalData().export(Set.of(jane)).toJson()).contains("jane@acme.example");
        assertThatCode(() -> desk.personalData().erase(Set.of(jane), new Cause("asked", "t-1")))
                .doesNotThrowAnyException();
    }
}
