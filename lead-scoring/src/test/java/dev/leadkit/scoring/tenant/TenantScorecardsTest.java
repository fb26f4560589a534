package dev.leadkit.scoring.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.score.RescoreForecast.BandCount;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Row D11: tenants publish cards of their own, in versions, with a shadow beside the live one. */
class TenantScorecardsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = new TestClock(now);
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final TenantScorecards cards = TenantScorecards.over(store);
    private final LeadKit kit = LeadKit.builder()
            .store(store)
            .clock(clock)
            .scorer(card("kit", 1, 5))
            .scorers(cards)
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final ScorecardDesk published = cards.at(desk);

    /** So many points for an e-mail address; hot from 70, warm from 40. */
    private static Scorecard card(String name, int version, int points) {
        return Scorecard.named(name)
                .version(version)
                .factor(Factor.fit("email", "E-mail", "contact.email").withBins(Bin.given(points)))
                .band("hot", 70)
                .band("warm", 40)
                .band("cold", 0)
                .build();
    }

    private Lead lead() {
        return desk.create(NewLead.named("Jane").email("jane@acme.example"));
    }

    private static String cardOf(Lead lead) {
        return Objects.requireNonNull(lead.score()).card();
    }

    @Test
    void a_published_card_wins_over_the_kits_at_once_and_for_its_tenant_alone() {
        assertThat(cardOf(lead())).isEqualTo("kit@1");

        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        assertThat(cardOf(lead())).isEqualTo("b2b@1");
        assertThat(cardOf(kit.tenant("other").as(Actor.system()).create(NewLead.named("Bo"))))
                .isEqualTo("kit@1");
        assertThat(published.find(CardRole.LIVE)).contains(card("b2b", 1, 50));
        assertThat(published.find("b2b@1")).contains(card("b2b", 1, 50));
        assertThat(published.find("b2b@2")).isEmpty();
    }

    @Test
    void a_reader_that_read_before_a_publish_does_not_bring_the_old_card_back() {
        var meanwhile = new AtomicReference<Runnable>(() -> {});
        Documents documents = store.capabilities().requireDocuments();
        Documents slow = new Documents() {
            @Override
            public Optional<Document> find(TenantId tenant, DocumentKey key) {
                Optional<Document> found = documents.find(tenant, key);
                meanwhile.getAndSet(() -> {}).run();
                return found;
            }

            @Override
            public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
                return documents.list(tenant, kind, page);
            }
        };
        TenantScorecards remembering = TenantScorecards.over(new ForwardingLeadStore() {
            @Override
            protected LeadStore delegate() {
                return store;
            }

            @Override
            public Capabilities capabilities() {
                return store.capabilities().withDocuments(slow);
            }
        });
        meanwhile.set(() -> remembering.at(desk).publish(CardRole.LIVE, card("b2b", 1, 50), 0));

        remembering.find(ACME, NOW);

        assertThat(remembering.find(ACME, NOW)).contains(card("b2b", 1, 50));
    }

    @Test
    void another_process_notices_within_a_second() {
        TenantScorecards elsewhere = TenantScorecards.over(store);
        assertThat(elsewhere.find(ACME, NOW)).isEmpty();

        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        assertThat(elsewhere.find(ACME, NOW.plusMillis(999))).isEmpty();
        assertThat(elsewhere.find(ACME, NOW.plusSeconds(1))).contains(card("b2b", 1, 50));
        assertThat(elsewhere.find(ACME, NOW.minusSeconds(5))).contains(card("b2b", 1, 50));
    }

    @Test
    void the_history_tells_who_gave_which_role_to_which_card_and_each_card_stays_kept() {
        long seen = published.publish(CardRole.LIVE, card("b2b", 1, 50), 0).version();
        now.set(NOW.plusSeconds(60));
        seen = published.publish(CardRole.SHADOW, card("b2b", 2, 80), seen).version();
        seen = published.promote(seen).version();
        seen = published.rollBack("b2b@1", seen).version();
        seen = published.withdraw(CardRole.LIVE, seen).version();

        ScorecardHistory history = published.history();

        assertThat(history.entries())
                .extracting(entry -> entry.role(), entry -> entry.card(), entry -> entry.at(), entry -> entry.by())
                .containsExactly(
                        tuple(CardRole.LIVE, "b2b@1", NOW, "user ann"),
                        tuple(CardRole.SHADOW, "b2b@2", NOW.plusSeconds(60), "user ann"),
                        tuple(CardRole.LIVE, "b2b@2", NOW.plusSeconds(60), "user ann"),
                        tuple(CardRole.SHADOW, null, NOW.plusSeconds(60), "user ann"),
                        tuple(CardRole.LIVE, "b2b@1", NOW.plusSeconds(60), "user ann"),
                        tuple(CardRole.LIVE, null, NOW.plusSeconds(60), "user ann"));
        assertThat(history.version()).isEqualTo(seen).isEqualTo(5);
        assertThat(cardOf(lead())).isEqualTo("kit@1");
        assertThat(published.find("b2b@2")).contains(card("b2b", 2, 80));
        assertThat(published.find(CardRole.LIVE)).isEmpty();
    }

    @Test
    void what_is_published_twice_is_written_once() {
        ScorecardHistory first = published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        assertThat(published.publish(CardRole.LIVE, card("b2b", 1, 50), 0)).isEqualTo(first);
        assertThat(published.withdraw(CardRole.SHADOW, 0)).isEqualTo(first);
    }

    @Test
    void who_decided_on_an_older_history_is_told_so_and_writes_nothing() {
        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        assertThatThrownBy(() -> published.publish(CardRole.LIVE, card("b2b", 2, 60), 0))
                .isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> published.rollBack("b2b@1", 7)).isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> published.withdraw(CardRole.LIVE, 0)).isInstanceOf(StaleDocumentException.class);
        assertThat(published.find("b2b@2")).isEmpty();
        assertThat(published.history().version()).isEqualTo(1);
    }

    @Test
    void a_name_and_version_mean_one_card_for_ever() {
        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        assertThat(published.check(card("b2b", 1, 51).toJson()))
                .extracting(Problem::code)
                .containsExactly("version-taken");
        assertThatThrownBy(() -> published.publish(CardRole.SHADOW, card("b2b", 1, 51), 1))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("b2b@1");
        assertThat(published.check(card("b2b", 1, 50).toJson())).isEmpty();
    }

    @Test
    void a_card_that_is_not_valid_is_refused_with_all_its_problems() {
        String json = card("b2b", 1, 50)
                .toJson()
                .replace("contact.email", "contact.shoes")
                .replace("\"hot\"", "\"warm\"");

        assertThat(published.check(json)).hasSizeGreaterThan(1);
        assertThat(published.check(card("b2b", 1, 50).toJson())).isEmpty();
    }

    @Test
    void there_must_be_something_to_promote_or_to_go_back_to() {
        assertThatThrownBy(() -> published.promote(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> published.rollBack("b2b@1", 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> published.compareShadow(LeadFilter.all(), each -> {}))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_shadow_is_compared_and_no_lead_gets_its_score() {
        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);
        published.publish(CardRole.SHADOW, card("b2b", 2, 80), 1);
        Lead warm = lead();
        Lead unknown = desk.create(NewLead.named("Bo"));
        Lead closed = lead();
        desk.bulk().transition(List.of(closed.id()), "lost", null);
        List<LeadComparison> each = new ArrayList<>();

        ScorecardComparison report = published.compareShadow(LeadFilter.all(), each::add);

        assertThat(report.leads()).isEqualTo(2);
        assertThat(report.bands()).containsExactly(new BandCount("cold", "cold", 1), new BandCount("warm", "hot", 1));
        assertThat(report.bandChanges()).isEqualTo(1);
        assertThat(report.meanDifference()).isEqualTo(15);
        assertThat(report.meanDistance()).isEqualTo(15);
        assertThat(report.changed()).extracting(LeadComparison::lead).containsExactly(warm.id());
        assertThat(each).extracting(LeadComparison::lead).containsExactlyInAnyOrder(warm.id(), unknown.id());
        assertThat(published.compareShadow(warm.id()))
                .isEqualTo(report.changed().get(0));
        assertThat(report.changed().get(0).difference()).isEqualTo(30);
        assertThat(desk.get(warm.id())).isEqualTo(warm);
        assertThat(cardOf(warm)).isEqualTo("b2b@1");
        assertThat(desk.timeline(warm.id(), PageRequest.first(100)).items())
                .noneMatch(activity -> activity.toString().contains("b2b@2"));
    }

    @Test
    void a_promoted_shadow_scores_and_rescoring_brings_the_others_along() {
        published.publish(CardRole.SHADOW, card("b2b", 2, 80), 0);
        Lead lead = lead();
        assertThat(cardOf(lead)).isEqualTo("kit@1");

        published.promote(1);
        assertThat(desk.rescoring().dryRun(LeadFilter.all()).bands()).containsExactly(new BandCount("cold", "hot", 1));
        desk.rescoring().run(LeadFilter.all());

        assertThat(cardOf(desk.get(lead.id()))).isEqualTo("b2b@2");
        assertThat(desk.list(LeadQuery.of(LeadFilter.all().inBand("hot"))).items())
                .hasSize(1);
    }

    @Test
    void answers_come_from_memory_within_bounds_and_are_counted() {
        TenantScorecards few = TenantScorecards.over(store, 10);
        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);

        for (int i = 0; i < 1_000; i++) {
            few.find(ACME, NOW);
        }
        few.find(ACME, NOW.plusSeconds(1));

        assertThat(few.statistics()).isEqualTo(new CacheStatistics(999, 2, 1, 0, 1));

        for (int i = 0; i < 100; i++) {
            few.find(TenantId.of("t" + i), NOW);
        }
        assertThat(few.statistics().tenants()).isLessThanOrEqualTo(10);
        assertThat(few.statistics().evicted()).isGreaterThanOrEqualTo(91);
        assertThat(few.find(ACME, NOW)).contains(card("b2b", 1, 50));
    }

    @Test
    void a_card_of_a_later_release_is_passed_over() {
        published.publish(CardRole.LIVE, card("b2b", 1, 50), 0);
        assertThat(cardOf(lead())).isEqualTo("b2b@1");
        published.publish(CardRole.LIVE, card("b2b", 2, 60), 1);
        var unit = kit.wiring().changeset(ACME, Actor.system());
        String later = card("b2b", 2, 60).toJson().replace("\"factors\"", "\"actors\"");
        store.commit(unit.document(new DocumentKey("scorecard-version", "b2b@2"), 1, later)
                .build());
        now.set(NOW.plusSeconds(2));

        assertThat(cardOf(lead())).isEqualTo("kit@1");
        assertThat(TenantScorecards.over(store).find(ACME, NOW)).isEmpty();
    }

    @Test
    void publishing_needs_the_plan_and_the_policy() {
        LeadDesk small = LeadKit.builder()
                .store(store)
                .entitlements(tenant -> Plan.named("small")
                        .gate(Feature.SCORING, FeatureAccess.READ_ONLY)
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        assertThat(cards.at(small).history()).isEqualTo(ScorecardHistory.EMPTY);
        assertThatThrownBy(() -> cards.at(small).publish(CardRole.LIVE, card("b2b", 1, 50), 0))
                .isInstanceOf(NotEntitledException.class);

        LeadDesk agent = LeadKit.builder()
                .store(store)
                .access(new NoSettings())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        assertThatThrownBy(() -> cards.at(agent).publish(CardRole.LIVE, card("b2b", 1, 50), 0))
                .isInstanceOf(NotPermittedException.class);
        assertThat(published.history()).isEqualTo(ScorecardHistory.EMPTY);
    }

    private static final class NoSettings implements AccessPolicy {
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
            return request.action() != AccessAction.CONFIGURE;
        }
    }

    private static final class TestClock extends Clock {
        private final AtomicReference<Instant> now;

        TestClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
