package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.score.RescoredDue;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.tenant.CardRole;
import dev.leadkit.scoring.tenant.TenantScorecards;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Pages;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.testkit.Leads;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows D4 and D11 on databases: scores are brought forward beside edits, and any number of leads are scored anew. */
class RescoringOnDatabasesTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** Twenty points for each tag, of which nine go with each day. */
    private static final LeadScorer COOLING = (lead, asOf) -> {
        long days = Math.max(0, Duration.between(lead.createdAt(), asOf).toDays());
        int left = (int) Math.max(0, Math.min(100, 20L * lead.tags().size()) - 9 * days);
        return new Score(
                left,
                left >= 70 ? "hot" : left >= 40 ? "warm" : "cold",
                List.of(new Contribution("tags", "Tags", left, "tags")),
                "cooling@1",
                asOf,
                left == 0 ? null : lead.createdAt().plus(DAY.multipliedBy(days + 1)));
    };

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;

    /** As if in a process of its own. */
    private LeadDesk desk(LeadStore store, LeadScorer scorer) {
        return kit(store).scorer(scorer).build().tenant(ACME.value()).as(Actor.system());
    }

    private LeadKit.Builder kit(LeadStore store) {
        return Hosts.builder(store).clock(clock.withZone(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void scores_are_brought_forward_beside_edits_without_losing_any(Database kind) throws Exception {
        LeadStore store = JdbcLeadStore.over(kind.fresh());
        LeadDesk desk = desk(store, COOLING);
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            leads.add(desk.create(NewLead.named("Lead " + i)
                            .tag("a")
                            .tag("b")
                            .tag("c")
                            .tag("d"))
                    .id());
        }
        now.set(NOW.plus(DAY));
        var waiting = new AtomicInteger(4);

        Crew.run(6, number -> {
            LeadDesk its = desk(store, COOLING);
            if (number < 4) {
                for (int i = 0; i < 12; i++) {
                    its.tag(leads.get((i * 7 + number) % 12), "t" + number);
                    if (i % 4 == 0) {
                        now.updateAndGet(instant -> instant.plus(Duration.ofHours(20)));
                    }
                }
                waiting.decrementAndGet();
            } else {
                do {
                    its.rescoreDue(5);
                } while (waiting.get() > 0);
            }
            return number;
        });
        while (desk.rescoreDue(7).more()) {}

        assertThat(desk.rescoreDue(100)).isEqualTo(new RescoredDue(0, 0, 0, 0, false));
        for (LeadId id : leads) {
            Lead lead = desk.get(id);
            Score stored = Objects.requireNonNull(lead.score());
            Score right = COOLING.score(lead, now.get());
            assertThat(lead.tags()).contains("t0", "t1", "t2", "t3");
            assertThat(stored.value()).isEqualTo(right.value());
            assertThat(stored.contributions()).isEqualTo(right.contributions());
            assertThat(stored.nextChangeAt()).isEqualTo(right.nextChangeAt());
            assertEachChangeOfBandIsToldOnce(desk, id);
        }
    }

    private static void assertEachChangeOfBandIsToldOnce(LeadDesk desk, LeadId id) {
        List<Change> changes = desk.timeline(id, PageRequest.first(500)).items().stream()
                .map(Activity::change)
                .toList();
        String band = "";
        List<Change> expected = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Scored scored) {
                if (!band.isEmpty() && !band.equals(scored.bandTo())) {
                    expected.add(new Change.BandChanged(band, scored.bandTo()));
                }
                band = scored.bandTo();
            }
        }
        assertThat(changes.stream().filter(Change.BandChanged.class::isInstance))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_rescoring_that_was_paused_goes_on_in_another_process(Database kind) {
        LeadStore store = JdbcLeadStore.over(kind.fresh());
        LeadDesk desk = desk(store, COOLING);
        create(desk, store, 250);
        LeadDesk elsewhere = desk(store, doubled());

        OperationReport paused = elsewhere.rescoring().run(LeadFilter.all(), portion -> portion.done() < 200);
        OperationId id = Objects.requireNonNull(paused.operation());
        OperationReport done = desk(store, doubled()).rescoring().resume(id, portion -> true);

        assertThat(paused.counts()).containsOnly(entry("changed", 200L));
        assertThat(done.counts()).containsOnly(entry("changed", 250L));
        assertThat(desk.operations().get(id).progress().finished()).isTrue();
        assertThat(elsewhere.rescoring().run(LeadFilter.all()).counts()).containsOnly(entry("unchanged", 250L));
    }

    /** The same card, of which each point counts twice. */
    private static LeadScorer doubled() {
        return (lead, asOf) -> {
            Score once = COOLING.score(lead, asOf);
            int value = Math.min(100, once.value() * 2);
            var contribution = new Contribution("tags", "Tags", value, "tags");
            return new Score(value, once.band(), List.of(contribution), "cooling@2", asOf, once.nextChangeAt());
        };
    }

    private static void create(LeadDesk desk, LeadStore store, int count) {
        List<Changeset> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ChangesetBuilder unit = Leads.aChangeset();
            Lead lead = Leads.aLead().tagged("a").createdAt(NOW).build();
            unit.create(lead.toBuilder().score(COOLING.score(lead, NOW)).build(), NOW, null);
            units.add(unit.build());
            if (units.size() == 1_000 || i == count - 1) {
                assertThat(store.commitAll(units)).allMatch(CommitOutcome.Committed.class::isInstance);
                units.clear();
            }
        }
        assertThat(desk.rescoreDue(1).more()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_card_is_published_once_whoever_was_first(Database kind) throws Exception {
        LeadStore store = JdbcLeadStore.over(kind.fresh());
        var published = new AtomicInteger();

        Crew.run(4, number -> {
            TenantScorecards cards = TenantScorecards.over(store);
            LeadDesk desk =
                    kit(store).scorers(cards).build().tenant(ACME.value()).as(Actor.user("user-" + number));
            Scorecard card = Scorecard.named("card-" + number)
                    .factor(Factor.fit("name", "Name", "contact.name").withBins(Bin.given(number)))
                    .band("all", 0)
                    .build();
            try {
                cards.at(desk).publish(CardRole.LIVE, card, 0);
                published.incrementAndGet();
            } catch (StaleDocumentException faster) {
                assertThat(faster.found()).isEqualTo(1);
            }
            return number;
        });

        TenantScorecards cards = TenantScorecards.over(store);
        LeadDesk desk = kit(store).scorers(cards).build().tenant(ACME.value()).as(Actor.system());
        assertThat(published).hasValue(1);
        assertThat(cards.at(desk).history().entries()).hasSize(1);
        Lead lead = desk.create(NewLead.named("Jane"));
        assertThat(cards.at(desk).history().card(CardRole.LIVE))
                .contains(Objects.requireNonNull(lead.score()).card());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_card_that_the_host_rolls_back_scores_within_its_transaction_alone(Database kind) throws Exception {
        DataSource database = kind.fresh();
        LeadStore store = JdbcLeadStore.over(database);
        TenantScorecards cards = TenantScorecards.over(store);
        LeadKit kit = kit(store).scorers(cards).build();
        LeadDesk desk = kit.tenant(ACME.value()).as(Actor.system());
        cards.at(desk).publish(CardRole.LIVE, card(1), 0);

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            LeadDesk joined = kit.joining(connection).tenant(ACME.value()).as(Actor.system());
            assertThat(cardOf(joined.create(NewLead.named("Jane")))).isEqualTo("card@1");

            cards.at(joined).publish(CardRole.LIVE, card(2), 1);

            assertThat(cardOf(joined.create(NewLead.named("Jane")))).isEqualTo("card@2");
            connection.rollback();
        }
        assertThat(cardOf(desk.create(NewLead.named("Jane")))).isEqualTo("card@1");
        assertThat(cards.at(desk).history().version()).isEqualTo(1);
    }

    private static Scorecard card(int version) {
        return Scorecard.named("card")
                .version(version)
                .factor(Factor.fit("name", "Name", "contact.name").withBins(Bin.given(version)))
                .band("all", 0)
                .build();
    }

    private static String cardOf(Lead lead) {
        return Objects.requireNonNull(lead.score()).card();
    }

    /** With {@code -Psoak} a hundred thousand leads, in portions. */
    @Test
    void many_leads_are_rescored_and_brought_forward_in_portions() {
        int count = Tier.of(600, 100_000, 1_000_000);
        LeadStore store = JdbcLeadStore.over(H2Databases.inMemory());
        LeadDesk desk = desk(store, COOLING);
        create(desk, store, count);

        OperationReport report = desk(store, doubled()).rescoring().run(LeadFilter.all(), portion -> {
            assertThat(portion.outcomes().size()).isLessThanOrEqualTo(200);
            return true;
        });
        now.set(NOW.plus(DAY));
        long changed = 0;
        RescoredDue due;
        do {
            due = desk(store, doubled()).rescoreDue(10_000);
            changed += due.changed();
        } while (due.more());

        assertThat(report.counts()).containsOnly(entry("changed", (long) count));
        assertThat(changed).isEqualTo(count);
        assertThat(Pages.stream(page -> store.list(ACME, new LeadQuery(LeadFilter.all(), Sort.NEWEST, page)))
                        .filter(lead -> Objects.requireNonNull(lead.score()).value() == 22))
                .hasSize(count);
    }
}
