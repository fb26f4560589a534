package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.score.RescoreForecast;
import dev.leadkit.score.RescoreForecast.BandCount;
import dev.leadkit.score.RescoreOutcome;
import dev.leadkit.score.Scorers;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Row D11: after another card, any number of leads are scored anew, with progress, and on after a pause or a crash. */
class RescoringTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final LeadScorer OLD = new CoolingScorer("card@1", 20);
    private static final LeadScorer NEW = new CoolingScorer("card@2", 30);

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<LeadScorer> card = new AtomicReference<>(OLD);
    private final MeddledStore store = new MeddledStore();
    private final LeadDesk desk = kit(store).tenant("acme").as(Actor.system());
    private final List<Portion<RescoreOutcome>> told = new ArrayList<>();

    private LeadKit kit(LeadStore over) {
        return LeadKit.builder()
                .store(over)
                .clock(clock)
                .scorers((tenant, now) -> Optional.of(card.get()))
                .build();
    }

    /** With portions of three, as a process has them that knows nothing of another one. */
    private DeskRescoring rescoring(LeadStore over) {
        Wiring wiring = kit(over).wiring();
        return new DeskRescoring(wiring, new DeskGate(wiring, ACME, Actor.system()), ACME, Actor.system(), 3);
    }

    private boolean goOn(Portion<RescoreOutcome> portion) {
        told.add(portion);
        return true;
    }

    private static Lead lead(LeadDesk desk, int tags) {
        NewLead wanted = NewLead.named("Jane");
        for (int i = 0; i < tags; i++) {
            wanted = wanted.tag("t" + i);
        }
        return desk.create(wanted);
    }

    private Lead lead(int tags) {
        return lead(desk, tags);
    }

    private static List<Activity> since(LeadDesk desk, Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                .filter(activity -> activity.version() > lead.version())
                .toList();
    }

    @Test
    void only_what_another_card_changes_is_written_and_told() {
        Lead warmer = lead(2);
        Lead same = lead(0);
        LeadId lost = lead(2).id();
        desk.bulk().transition(List.of(lost), "lost", null);
        Lead closed = desk.get(lost);
        card.set(NEW);

        OperationReport report = desk.rescoring().run(LeadFilter.all(), this::goOn);

        assertThat(report.counts()).containsOnly(entry("changed", 1L), entry("renewed", 1L), entry("closed", 1L));
        assertThat(desk.get(warmer.id()).score()).isEqualTo(NEW.score(warmer, clock.instant()));
        assertThat(since(desk, warmer).stream().map(Activity::change))
                .containsExactly(new Change.Scored(40, 60, "warm", "warm", "card@2"));
        assertThat(since(desk, warmer).get(0).cause())
                .isEqualTo(new Cause(
                        Cause.OPERATION,
                        Objects.requireNonNull(report.operation()).toString()));
        assertThat(Objects.requireNonNull(desk.get(same.id()).score()).card()).isEqualTo("card@2");
        assertThat(since(desk, same)).isEmpty();
        assertThat(desk.get(closed.id())).isEqualTo(closed);

        assertThat(desk.rescoring().run(LeadFilter.all()).counts())
                .containsOnly(entry("unchanged", 2L), entry("closed", 1L));
        assertThat(desk.get(warmer.id()).version()).isEqualTo(2);
    }

    @Test
    void each_portion_is_told_with_how_far_it_came_and_the_operation_tells_every_process() {
        for (int i = 0; i < 7; i++) {
            lead(1);
        }
        card.set(NEW);

        OperationReport report = rescoring(store).run(LeadFilter.all(), this::goOn);

        assertThat(told).extracting(Portion::done).containsExactly(3L, 6L, 7L);
        assertThat(told).extracting(Portion::total).containsOnly(7L);
        assertThat(told).extracting(Portion::operation).containsOnly(report.operation());
        Operation kept = desk.operations().get(Objects.requireNonNull(report.operation()));
        assertThat(kept.type()).isEqualTo(Operation.RESCORING);
        assertThat(kept.progress().finished()).isTrue();
        assertThat(kept.progress().begun()).isEqualTo(7);
        assertThat(kept.progress().counts()).containsOnly(entry("changed", 7L));
        assertThat(store.mostRead()).isZero();
    }

    @Test
    void a_filter_says_which_leads() {
        Lead vip = desk.tag(lead(1).id(), "vip");
        Lead other = lead(1);
        card.set(NEW);

        assertThat(desk.rescoring().run(LeadFilter.all().taggedAny("vip")).total())
                .isEqualTo(1);
        assertThat(desk.get(vip.id()).score()).isEqualTo(NEW.score(vip, clock.instant()));
        assertThat(desk.get(other.id())).isEqualTo(other);
        assertThat(desk.rescoring()
                        .run(LeadFilter.all().taggedAny("nobody"), this::goOn)
                        .total())
                .isZero();
        assertThatThrownBy(() -> desk.rescoring().run(LeadFilter.all().taggedAny("a\u0001b")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_paused_one_goes_on_where_it_was_in_another_process() {
        for (int i = 0; i < 8; i++) {
            lead(1);
        }
        card.set(NEW);
        OperationReport paused = rescoring(store).run(LeadFilter.all(), portion -> portion.done() < 6);
        OperationId id = Objects.requireNonNull(paused.operation());
        assertThat(paused.counts()).containsOnly(entry("changed", 6L));
        assertThat(desk.operations().get(id).progress().finished()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        lead(1); // by the new card already, and newer than where it goes on

        OperationReport done = rescoring(store).resume(id, this::goOn);

        assertThat(told)
                .singleElement()
                .satisfies(portion -> assertThat(portion.outcomes()).hasSize(2));
        assertThat(done.counts()).containsOnly(entry("changed", 8L));
        assertThat(rescoring(store).resume(id, this::goOn)).isEqualTo(done);
        assertThat(told).hasSize(1);
    }

    @Test
    void an_exception_of_the_listener_pauses_it_as_well() {
        for (int i = 0; i < 5; i++) {
            lead(1);
        }
        card.set(NEW);
        assertThatThrownBy(() -> rescoring(store).run(LeadFilter.all(), portion -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        OperationId id =
                desk.operations().list(PageRequest.first(10)).items().get(0).id();

        assertThat(rescoring(store).resume(id, this::goOn).counts()).containsOnly(entry("changed", 5L));
    }

    @Property(tries = 200)
    void whenever_its_process_ends_another_one_goes_on_and_nothing_is_done_twice(
            @ForAll @IntRange(max = 9) int leads,
            @ForAll @IntRange(max = 14) int dies,
            @ForAll boolean afterwards,
            @ForAll @IntRange(max = 6) int diesAgain) {
        var failing = new FailingStore();
        LeadDesk onIt = kit(failing).tenant("acme").as(Actor.system());
        card.set(OLD);
        List<Lead> before = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            before.add(lead(onIt, i % 4));
        }
        card.set(NEW);

        failing.dieAfter(dies, afterwards);
        Optional<OperationReport> done = attempt(() -> rescoring(failing).run(LeadFilter.all(), portion -> true));
        failing.dieAfter(diesAgain, afterwards);
        if (done.isEmpty()) {
            done = resumed(onIt, failing);
        }
        failing.live();
        OperationReport report = done.orElseGet(
                () -> resumed(onIt, failing).orElseGet(() -> rescoring(failing).run(LeadFilter.all())));

        assertThat(report.total()).isEqualTo(leads);
        for (Lead lead : before) {
            assertThat(onIt.get(lead.id()).score()).isEqualTo(NEW.score(lead, clock.instant()));
            assertThat(onIt.get(lead.id()).version()).isEqualTo(2);
            assertThat(since(onIt, lead).stream().filter(each -> each.change() instanceof Change.Scored))
                    .hasSize(lead.tags().isEmpty() ? 0 : 1);
        }
    }

    private Optional<OperationReport> resumed(LeadDesk onIt, LeadStore over) {
        return onIt.operations().list(PageRequest.first(10)).items().stream()
                .findFirst()
                .flatMap(operation -> attempt(() -> rescoring(over).resume(operation.id(), portion -> true)));
    }

    private static Optional<OperationReport> attempt(java.util.function.Supplier<OperationReport> work) {
        try {
            return Optional.of(work.get());
        } catch (StoreException killed) {
            return Optional.empty();
        }
    }

    @Test
    void of_two_that_go_on_with_it_one_is_told_so() {
        for (int i = 0; i < 7; i++) {
            lead(1);
        }
        card.set(NEW);
        OperationId id = Objects.requireNonNull(
                rescoring(store).run(LeadFilter.all(), portion -> false).operation());

        assertThatThrownBy(() -> rescoring(store).resume(id, portion -> {
                    if (portion.done() == 6) {
                        rescoring(store).resume(id, other -> true);
                    }
                    return true;
                }))
                .isInstanceOf(StaleDocumentException.class);
        assertThat(desk.operations().get(id).progress().counts()).containsOnly(entry("changed", 7L));
    }

    @Test
    void who_edits_a_lead_meanwhile_loses_nothing() {
        Lead lead = lead(1);
        card.set(NEW);
        store.beforeTheNextCommit(() -> {});
        store.beforeTheNextCommit(() -> desk.note(lead.id(), "called"));

        OperationReport report = desk.rescoring().run(LeadFilter.all());

        assertThat(report.counts()).containsOnly(entry("unchanged", 1L));
        assertThat(desk.notes(lead.id())).hasSize(1);
        assertThat(desk.get(lead.id()).score()).isEqualTo(NEW.score(lead, clock.instant()));
    }

    @Test
    void a_dry_run_tells_the_table_of_bands_and_writes_nothing() {
        Lead cold = lead(1);
        lead(2);
        lead(2);
        lead(3);
        desk.bulk().transition(List.of(lead(3).id()), "lost", null);
        card.set(NEW);
        int commits = store.commits();

        RescoreForecast forecast = desk.rescoring().dryRun(LeadFilter.all());

        assertThat(forecast.counts()).containsOnly(entry("changed", 4L), entry("closed", 1L));
        assertThat(forecast.bands())
                .containsExactly(
                        new BandCount("cold", "cold", 1),
                        new BandCount("warm", "hot", 1),
                        new BandCount("warm", "warm", 2));
        assertThat(forecast.bandChanges()).isEqualTo(1);
        assertThat(forecast.meanDifference()).isEqualTo((10 + 20 + 20 + 30) / 4.0);
        assertThat(store.commits()).isEqualTo(commits);
        assertThat(desk.get(cold.id())).isEqualTo(cold);
    }

    @Test
    void a_lead_that_the_scorer_fails_on_keeps_its_score_and_no_other_from_its_own() {
        Lead odd = lead(1);
        Lead other = lead(2);
        LeadDesk failing = LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorer((lead, asOf) -> {
                    if (lead.id().equals(odd.id())) {
                        throw new IllegalArgumentException("odd");
                    }
                    return new Score(9, "cold", List.of(new Contribution("x", "X", 9, "seen")), "next@1", asOf, null);
                })
                .build()
                .tenant("acme")
                .as(Actor.system());

        assertThat(failing.rescoring().dryRun(LeadFilter.all()).counts())
                .containsOnly(entry("changed", 1L), entry("failed", 1L));
        assertThat(failing.rescoring().run(LeadFilter.all()).counts())
                .containsOnly(entry("changed", 1L), entry("failed", 1L));

        assertThat(failing.get(odd.id())).isEqualTo(odd);
        assertThat(Objects.requireNonNull(failing.get(other.id()).score()).card())
                .isEqualTo("next@1");
    }

    @Test
    void leads_that_nothing_scored_get_a_score_and_without_a_scorer_none_is_touched() {
        LeadDesk without = LeadKit.builder()
                .store(store)
                .clock(clock)
                .build()
                .tenant("acme")
                .as(Actor.system());
        Lead lead = lead(without, 3);
        Lead scored = lead(1);
        assertThat(without.rescoring().run(LeadFilter.all()).counts()).containsOnly(entry("unscored", 2L));
        assertThat(without.get(scored.id())).isEqualTo(scored);
        assertThat(desk.rescoring().dryRun(LeadFilter.all()).bands())
                .contains(new BandCount(null, "warm", 1), new BandCount("cold", "cold", 1));

        assertThat(desk.rescoring().run(LeadFilter.all()).counts())
                .containsOnly(entry("changed", 1L), entry("unchanged", 1L));
        assertThat(since(desk, lead).stream().map(Activity::change))
                .containsExactly(new Change.Scored(null, 60, null, "warm", "card@1"));
    }

    @Test
    void it_is_no_bulk_and_can_not_be_undone() {
        lead(1);
        card.set(NEW);
        OperationId id =
                Objects.requireNonNull(desk.rescoring().run(LeadFilter.all()).operation());
        OperationId bulk = Objects.requireNonNull(desk.bulk()
                .run(BulkAction.tag("x"), BulkTarget.matching(LeadFilter.all()))
                .operation());

        assertThatThrownBy(() -> desk.undo(id)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.bulk().resume(id)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.rescoring().resume(bulk, portion -> true))
                .isInstanceOf(InvalidInputException.class);
        desk.operations().forget(id);
        assertThat(desk.operations().find(id)).isEmpty();
    }

    @Test
    void a_store_without_documents_keeps_nothing_of_it() {
        lead(1);
        card.set(NEW);
        store.declaring(Capabilities.NONE);

        OperationReport report = desk.rescoring().run(LeadFilter.all());

        assertThat(report.operation()).isNull();
        assertThat(report.counts()).containsOnly(entry("changed", 1L));
    }

    @Test
    void a_plan_that_hides_scores_lets_them_be_computed_but_not_foretold() {
        LeadDesk gated = LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorers(Scorers.always(NEW))
                .entitlements(tenant -> Plan.named("small")
                        .gate(Feature.SCORING, FeatureAccess.HIDDEN)
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.system());
        Lead lead = lead(1);

        assertThat(gated.rescoring().run(LeadFilter.all()).count("changed")).isEqualTo(1);
        assertThat(desk.get(lead.id()).score()).isEqualTo(NEW.score(lead, clock.instant()));
        assertThatThrownBy(() -> gated.rescoring().dryRun(LeadFilter.all())).isInstanceOf(NotEntitledException.class);
    }

    @Test
    void a_tenants_own_scorer_wins_over_the_kits() {
        LeadKit both = LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorer(OLD)
                .scorers((tenant, now) -> tenant.equals(ACME) ? Optional.of(NEW) : Optional.empty())
                .build();

        assertThat(Objects.requireNonNull(
                                lead(both.tenant("acme").as(Actor.system()), 1).score())
                        .card())
                .isEqualTo("card@2");
        assertThat(Objects.requireNonNull(
                                lead(both.tenant("other").as(Actor.system()), 1).score())
                        .card())
                .isEqualTo("card@1");
    }
}
