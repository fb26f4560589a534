package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.event.LeadEvent;
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
import dev.leadkit.plan.Entitlements;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.score.RescoreDecision;
import dev.leadkit.score.RescoredDue;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rows D4, D7 and D8: scores are brought forward when time has changed them, and every change is told once. */
class RescoreDueTest {
    private static final LeadScorer CARD = new CoolingScorer("cooling@1", 20);
    private static final RescoredDue NOTHING = new RescoredDue(0, 0, 0, 0, false);

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final List<LeadEvent> events = new ArrayList<>();
    private final LeadKit kit = kit(Entitlements.EVERYTHING, AccessPolicy.EVERYTHING);
    private final LeadDesk desk = kit.tenant("acme").as(Actor.system());

    private LeadKit kit(Entitlements entitlements, AccessPolicy policy) {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorer(CARD)
                .entitlements(entitlements)
                .access(policy)
                .endpoint("log", events::add)
                .build();
    }

    private Lead lead(int tags) {
        NewLead wanted = NewLead.named("Jane");
        for (int i = 0; i < tags; i++) {
            wanted = wanted.tag("t" + i);
        }
        return desk.create(wanted);
    }

    private List<Activity> since(Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                .filter(activity -> activity.version() > lead.version())
                .toList();
    }

    private Lead now(Lead lead) {
        return desk.get(lead.id());
    }

    @Test
    void a_score_that_fell_is_written_and_told_once() {
        Lead hot = lead(4);
        kit.relay().poll(List.of(TenantId.of("acme")));
        events.clear();
        clock.advance(Duration.ofDays(2));

        assertThat(desk.rescoreDue(10)).isEqualTo(new RescoredDue(1, 1, 0, 0, false));
        assertThat(desk.rescoreDue(10)).isEqualTo(NOTHING);
        kit.relay().poll(List.of(TenantId.of("acme")));

        assertThat(now(hot).score()).isEqualTo(CARD.score(hot, clock.instant()));
        assertThat(since(hot).stream().map(Activity::change))
                .containsExactly(
                        new Change.Scored(80, 62, "hot", "warm", "cooling@1"), new Change.BandChanged("hot", "warm"));
        assertThat(since(hot).stream().map(Activity::cause).distinct())
                .containsExactly(new Cause(Cause.SCORE_DUE, "cooling@1"));
        assertThat(events)
                .singleElement()
                .satisfies(
                        event -> assertThat(event.changeTypes()).containsExactly("lead.scored", "lead.band_changed"));
        assertThat(now(hot).lastActivityAt()).isEqualTo(hot.lastActivityAt());
        assertThat(now(hot).lastTouch()).isEqualTo(hot.lastTouch());
    }

    @Test
    void a_score_that_stays_is_no_activity_and_no_longer_due() {
        LeadScorer steady = (lead, asOf) -> new Score(
                5, "cold", List.of(new Contribution("x", "X", 5, "seen")), "s@1", asOf, asOf.plus(Duration.ofHours(1)));
        LeadDesk steadyDesk = scoredBy(steady);
        Lead lead = steadyDesk.create(NewLead.named("Jane"));
        clock.advance(Duration.ofHours(1));

        assertThat(steadyDesk.rescoreDue(1)).isEqualTo(new RescoredDue(0, 0, 1, 0, false));
        assertThat(steadyDesk.rescoreDue(1)).isEqualTo(NOTHING);

        assertThat(since(lead)).isEmpty();
        assertThat(now(lead).version()).isEqualTo(2);
        assertThat(now(lead).scoreDueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void the_longest_due_come_first_and_no_more_than_asked_for() {
        Lead first = lead(3);
        clock.advance(Duration.ofHours(1));
        Lead second = lead(3);
        clock.advance(Duration.ofHours(1));
        Lead third = lead(3);
        clock.advance(Duration.ofDays(1));

        assertThat(desk.rescoreDue(2)).isEqualTo(new RescoredDue(2, 0, 0, 0, true));

        assertThat(now(first).version()).isEqualTo(2);
        assertThat(now(second).version()).isEqualTo(2);
        assertThat(now(third).version()).isEqualTo(1);
        assertThat(desk.rescoreDue(2)).isEqualTo(new RescoredDue(1, 0, 0, 0, false));
    }

    @Test
    void more_leads_than_are_read_at_once_are_brought_forward_by_one_call() {
        for (int i = 0; i < 450; i++) {
            lead(3);
        }
        clock.advance(Duration.ofDays(1));

        assertThat(desk.rescoreDue(449)).isEqualTo(new RescoredDue(449, 0, 0, 0, true));
        assertThat(desk.rescoreDue(10_000)).isEqualTo(new RescoredDue(1, 0, 0, 0, false));
        assertThat(store.mostRead()).isZero();
    }

    @Test
    void a_closed_lead_keeps_its_score_until_it_is_opened_again() {
        Lead won = desk.transition(lead(4).id(), "contacted");
        won = desk.transition(desk.transition(won.id(), "qualified").id(), "converted");
        clock.advance(Duration.ofDays(3));

        assertThat(desk.rescoreDue(10)).isEqualTo(NOTHING);
        assertThat(now(won)).isEqualTo(won);

        Lead open = desk.moves().reopen(won.id());

        assertThat(open.score()).isEqualTo(CARD.score(open, clock.instant()));
        assertThat(Objects.requireNonNull(open.score()).value()).isEqualTo(53);
    }

    @Test
    void a_merged_lead_is_left_alone() {
        Lead one = lead(2);
        Lead other = lead(3);
        desk.merges().apply(desk.merges().preview(one.id(), other.id()));
        Lead gone = now(other);
        clock.advance(Duration.ofDays(2));

        desk.rescoreDue(10);

        assertThat(now(other)).isEqualTo(gone);
        assertThat(now(one).score()).isEqualTo(CARD.score(now(one), clock.instant()));
    }

    @Test
    void who_edits_a_lead_meanwhile_loses_nothing() {
        Lead lead = lead(3);
        clock.advance(Duration.ofDays(1));
        store.beforeTheNextCommit(() -> desk.note(lead.id(), "called"));

        assertThat(desk.rescoreDue(10)).isEqualTo(NOTHING);

        assertThat(desk.notes(lead.id())).hasSize(1);
        assertThat(now(lead).score()).isEqualTo(CARD.score(lead, clock.instant()));
        assertThat(now(lead).version()).isEqualTo(2);
    }

    @Test
    void others_tenants_are_not_touched() {
        Lead theirs = kit.tenant("other")
                .as(Actor.system())
                .create(NewLead.named("Bo").tag("vip"));
        clock.advance(Duration.ofDays(1));

        assertThat(desk.rescoreDue(10)).isEqualTo(NOTHING);
        assertThat(store.find(TenantId.of("other"), theirs.id())).contains(theirs);
    }

    @Test
    void scores_are_kept_right_where_a_plan_hides_them_and_stand_still_where_it_freezes_leads() {
        AtomicReference<Plan> plan = new AtomicReference<>(
                Plan.named("small").gate(Feature.SCORING, FeatureAccess.HIDDEN).build());
        LeadDesk gated = kit(tenant -> plan.get(), AccessPolicy.EVERYTHING)
                .tenant("acme")
                .as(Actor.system());
        Lead lead = lead(4);
        clock.advance(Duration.ofDays(1));

        assertThat(gated.rescoreDue(10).changed()).isEqualTo(1);
        assertThat(now(lead).score()).isEqualTo(CARD.score(lead, clock.instant()));
        assertThat(gated.get(lead.id()).score()).isNull();
        assertThatThrownBy(() -> gated.list(LeadQuery.all().sortedBy(Sort.SCORE_DUE)))
                .isInstanceOf(NotEntitledException.class);

        plan.set(Plan.named("frozen").otherwise(FeatureAccess.READ_ONLY).build());
        clock.advance(Duration.ofDays(1));
        long version = now(lead).version();
        assertThatThrownBy(() -> gated.rescoreDue(10)).isInstanceOf(NotEntitledException.class);
        assertThat(now(lead).version()).isEqualTo(version);
    }

    @Test
    void what_the_policy_refuses_is_left_and_does_not_keep_others_waiting() {
        Lead kept = lead(3);
        LeadId id = kept.id();
        clock.advance(Duration.ofHours(1));
        Lead other = lead(3);
        clock.advance(Duration.ofDays(1));
        LeadDesk careful =
                kit(Entitlements.EVERYTHING, new Refusing(id)).tenant("acme").as(Actor.system());

        assertThat(careful.rescoreDue(1)).isEqualTo(new RescoredDue(1, 0, 0, 1, false));

        assertThat(now(kept)).isEqualTo(kept);
        assertThat(now(other).version()).isEqualTo(2);
    }

    private record Refusing(LeadId lead) implements AccessPolicy {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return LeadFilter.all();
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return request.action() != AccessAction.EDIT
                    || request.lead() == null
                    || !request.lead().id().equals(lead);
        }
    }

    @Test
    void whoever_does_not_see_all_leads_can_not_go_through_them() {
        LeadDesk ofAnn =
                kit(Entitlements.EVERYTHING, new OwnLeads()).tenant("acme").as(Actor.user("ann"));

        assertThatThrownBy(() -> ofAnn.rescoreDue(1)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(ofAnn::rescoring).isInstanceOf(NotPermittedException.class);
    }

    private static final class OwnLeads implements AccessPolicy {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return LeadFilter.all().assignedTo(actor.id());
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return true;
        }
    }

    @Test
    void a_lead_that_the_scorer_fails_on_is_left_and_does_not_keep_others_waiting() {
        Lead odd = desk.create(NewLead.named("Jane").tag("odd"));
        clock.advance(Duration.ofHours(1));
        Lead other = lead(3);
        clock.advance(Duration.ofDays(1));
        LeadDesk failing = scoredBy((lead, asOf) -> {
            if (lead.tags().contains("odd")) {
                throw new IllegalArgumentException("odd");
            }
            return CARD.score(lead, asOf);
        });

        assertThat(failing.rescoreDue(1)).isEqualTo(new RescoredDue(1, 0, 0, 1, false));
        assertThat(failing.rescoreDue(1)).isEqualTo(new RescoredDue(0, 0, 0, 1, false));

        assertThat(now(odd)).isEqualTo(odd);
        assertThat(now(other).version()).isEqualTo(2);
        assertThat(desk.rescoreDue(10)).isEqualTo(new RescoredDue(1, 0, 0, 0, false));
    }

    private LeadDesk scoredBy(LeadScorer scorer) {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorer(scorer)
                .build()
                .tenant("acme")
                .as(Actor.system());
    }

    @Test
    void a_scorer_that_never_gets_on_fails() {
        LeadScorer stuck = (lead, asOf) -> new Score(
                0, "cold", List.of(), "stuck@1", asOf, lead.createdAt().plusSeconds(1));
        LeadDesk stuckDesk = scoredBy(stuck);
        Lead lead = stuckDesk.create(NewLead.named("Jane"));
        Instant due = clock.instant().plusSeconds(1);
        clock.advance(Duration.ofSeconds(2));

        assertThat(stuckDesk.rescoreDue(1)).isEqualTo(new RescoredDue(0, 0, 0, 1, false));
        assertThatThrownBy(() -> RescoreDecision.of(lead, stuck, clock.instant()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stuck@1")
                .hasMessageContaining(due.toString());
    }

    @Test
    void a_limit_is_one_or_more() {
        assertThatThrownBy(() -> desk.rescoreDue(0)).isInstanceOf(InvalidInputException.class);
    }
}
