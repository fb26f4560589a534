package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.AmountTotal;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.Staleness;
import dev.leadkit.store.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The columns of a board. */
interface BoardRules {
    /** Thresholds of two stages, between the last activities of {@link Population}, at an instant between its snoozes. */
    Staleness STALENESS = new Staleness(
            "five-stage",
            new TreeMap<>(Map.of("new", NOW.plusSeconds(108), "contacted", NOW.plusSeconds(105))),
            NOW.plusSeconds(104).plus(Population.STALE_AFTER));

    @Test
    @DisplayName("STORE-53 a column counts all its leads and adds their amounts per currency, shown or not")
    default void columns_count_and_add_all_their_leads(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));

        isRight(leads, store, BoardQuery.all().cards(0));
        isRight(leads, store, BoardQuery.all().cards(3));
        isRight(leads, store, BoardQuery.all().cards(100));
    }

    @Test
    @DisplayName("STORE-54 a board shows, counts and adds what passes its filter alone, without empty columns")
    default void a_board_keeps_to_its_filter(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter all = LeadFilter.all();

        for (LeadFilter filter : List.of(
                all.inPipeline("five-stage"),
                all.inPipeline("five-stage").inStage("new", "lost"),
                all.taggedAny("VIP").assignedTo("ann"),
                all.matching("jose"),
                all.scoredAtLeast(90),
                all.assignedTo("nobody"))) {
            isRight(leads, store, BoardQuery.of(filter).cards(4));
        }
    }

    @Test
    @DisplayName("STORE-55 a column's cards stand by rank, then id, and its cursor goes on in the list where they end")
    default void cards_stand_by_rank_and_the_cursor_goes_on(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter filter = LeadFilter.all().inPipeline("five-stage");

        for (Board.Column column :
                store.spi().board(ACME, BoardQuery.of(filter).cards(5)).columns()) {
            LeadFilter ofColumn = filter.inStage(column.stage());
            List<Lead> cards = new ArrayList<>(column.cards());
            String next = StoreUnderTest.cursor(column.next());
            cards.addAll(store.all(
                    LeadQuery.of(ofColumn).sortedBy(Sort.BOARD).limit(3).after(next)));
            assertThat(cards)
                    .as("the cards of column " + column.stage())
                    .isEqualTo(Population.expected(leads, ofColumn, Sort.BOARD));
        }
    }

    @Test
    @DisplayName("STORE-56 counts and sums follow every change: a move, a new amount, a withdrawal, to the last digit")
    default void counts_and_sums_follow_every_change(StoreUnderTest store) {
        List<Lead> leads = new ArrayList<>();
        leads.add(store.create(aLead().worth("999999999999999.9999", "EUR").createdAt(NOW.minusSeconds(3))));
        leads.add(store.create(aLead().worth("0.0001", "USD").createdAt(NOW.minusSeconds(2))));
        leads.add(store.create(aLead().createdAt(NOW.minusSeconds(1))));
        isRight(leads, store, BoardQuery.all());

        leads.set(0, store.update(leads.get(0), lead -> lead.stage("five-stage", 1, "converted", true, NOW)));
        isRight(leads, store, BoardQuery.all());

        leads.set(
                1,
                store.update(
                        leads.get(1),
                        lead -> lead.expectedAmount(
                                aLead().worth("12.5", "EUR").build().expectedAmount())));
        isRight(leads, store, BoardQuery.all());

        leads.set(1, store.update(leads.get(1), lead -> lead.expectedAmount(null)));
        leads.set(2, store.update(leads.get(2), lead -> lead.withdrawn(true)));
        isRight(leads, store, BoardQuery.all());
    }

    @Test
    @DisplayName("STORE-68 a column's sum may be larger than the amount of any lead may be")
    default void a_sum_may_be_larger_than_any_amount(StoreUnderTest store) {
        store.create(aLead().worth("999999999999999.9999", "EUR"));
        store.create(aLead().worth("999999999999999.9999", "EUR"));

        Board board = store.spi().board(ACME, BoardQuery.all());

        assertThat(board.columns())
                .singleElement()
                .satisfies(column -> assertThat(column.sums()).hasToString("[1999999999999999.9998 EUR]"));
    }

    @Test
    @DisplayName("STORE-103 counts and sums follow every kind of change, refused and repeated ones change nothing")
    default void counts_follow_every_kind_of_change(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        isRight(leads, store, BoardQuery.all().cards(4));
        for (int i = 0; i < leads.size(); i += 8) {
            Lead before = leads.get(i);
            Lead after = switch (i / 8 % 5) {
                case 0 ->
                    store.update(
                            before,
                            lead -> lead.stage("five-stage", 1, "qualified", false, NOW)
                                    .withdrawn(false));
                case 1 ->
                    store.update(
                            before,
                            lead -> lead.expectedAmount(
                                    aLead().worth("0.0001", "USD").build().expectedAmount()));
                case 2 -> store.update(before, lead -> lead.stage("support", 1, "new", false, NOW));
                case 3 -> store.update(before, lead -> lead.withdrawn(!before.withdrawn()));
                default ->
                    store.update(
                            before,
                            lead -> lead.assignee("bob").score(Leads.score(99)).tags(before.tags()));
            };
            leads.set(i, after);
            ChangesetBuilder stale = aChangeset();
            stale.update(before, before.toBuilder().withdrawn(true).build(), NOW, null);
            assertThatThrownBy(() -> store.commit(stale)).isInstanceOf(StaleLeadException.class);
        }
        ChangesetBuilder unit = aChangeset();
        leads.add(unit.create(aLead().worth("7", "EUR").build(), NOW, null));
        Changeset twice = unit.build();
        store.spi().commit(twice);
        store.spi().commit(twice);

        for (LeadFilter filter : List.of(
                LeadFilter.all(),
                LeadFilter.all().inPipeline("five-stage"),
                LeadFilter.all().inPipeline("support"),
                LeadFilter.all().inStage("new", "lost"),
                LeadFilter.all().inPipeline("five-stage").inStage("qualified"))) {
            isRight(leads, store, BoardQuery.of(filter).cards(4));
        }
    }

    @Test
    @DisplayName("STORE-104 a board keeps to every part of its filter, in one pipeline or in all of them")
    default void a_board_keeps_to_every_part_of_its_filter(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter all = LeadFilter.all();

        for (LeadFilter filter : List.of(
                all.taggedAll("even", "VIP"),
                all.taggedNone("even", "VIP"),
                all.taggedAny("odd").matching("jose"),
                all.fromSource("widget", "Widget"),
                all.scoredAtMost(50),
                all.inBand("cold"),
                all.assignedToNobody(),
                all.createdBetween(NOW.plusSeconds(3), NOW.plusSeconds(20)),
                all.activeIn(new TimeRange(NOW.plusSeconds(105), null)),
                all.stale(Pipeline.fiveStage(), NOW.plus(Duration.ofDays(6))),
                all.matching("jane no"),
                all.matching("no1 jane"))) {
            isRight(leads, store, BoardQuery.of(filter).cards(3));
            isRight(
                    leads,
                    store,
                    BoardQuery.of(filter.inStage("new", "contacted")).cards(100));
            isRight(leads, store, BoardQuery.of(filter.inPipeline("five-stage")).cards(3));
            isRight(
                    leads,
                    store,
                    BoardQuery.of(filter.inPipeline("support").inStage("new")).cards(3));
        }
    }

    @Test
    @DisplayName(
            "STORE-133 a column's amounts are added apart for leads with a probability of their own, to eight digits, after every change")
    default void amounts_with_a_probability_of_their_own_are_added_apart(StoreUnderTest store) {
        List<Lead> leads = new ArrayList<>();
        leads.add(store.create(aLead().worth("999999999999999.9999", "EUR")
                .but(lead -> lead.probability(0.333333333333))
                .createdAt(NOW.minusSeconds(3))));
        leads.add(store.create(aLead().worth("0.0001", "EUR")
                .but(lead -> lead.probability(0.5))
                .createdAt(NOW.minusSeconds(2))));
        leads.add(store.create(aLead().worth("7", "EUR").createdAt(NOW.minusSeconds(1))));
        leads.add(store.create(aLead().but(lead -> lead.probability(0.9))));
        isRight(leads, store, BoardQuery.all());

        leads.set(0, store.update(leads.get(0), lead -> lead.probability(1.0)));
        leads.set(1, store.update(leads.get(1), lead -> lead.probability(null)));
        leads.set(2, store.update(leads.get(2), lead -> lead.probability(0.0)));
        isRight(leads, store, BoardQuery.all());
        isRight(leads, store, BoardQuery.of(LeadFilter.all().assignedToNobody()));

        leads.set(0, store.update(leads.get(0), lead -> lead.stage("five-stage", 1, "contacted", false, NOW)));
        leads.set(2, store.update(leads.get(2), lead -> lead.withdrawn(true)));
        leads.set(
                3,
                store.update(
                        leads.get(3),
                        lead -> lead.expectedAmount(
                                aLead().worth("12.5", "USD").build().expectedAmount())));
        isRight(leads, store, BoardQuery.all());
    }

    @Test
    @DisplayName(
            "STORE-134 a column counts its stale leads, shown or not, by the thresholds of one pipeline, without snoozed ones")
    default void columns_count_their_stale_leads(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter all = LeadFilter.all();

        for (LeadFilter filter : List.of(
                all,
                all.inPipeline("five-stage"),
                all.inPipeline("support"),
                all.inStage("contacted", "qualified"),
                all.taggedAny("VIP").matching("jane"),
                all.assignedTo("ann"),
                all.stale(Pipeline.fiveStage(), NOW.plusSeconds(103).plus(Population.STALE_AFTER)))) {
            for (Staleness staleness : List.of(
                    Staleness.of(Pipeline.fiveStage(), NOW.plusSeconds(105).plus(Population.STALE_AFTER)),
                    new Staleness("five-stage", new TreeMap<>(), NOW),
                    new Staleness(
                            "five-stage",
                            new TreeMap<>(Map.of("unknown", NOW, "new", NOW.plusSeconds(108))),
                            Instant.parse("9999-01-01T00:00:00Z")),
                    new Staleness(
                            "support",
                            new TreeMap<>(Map.of("new", NOW.plusSeconds(106), "lost", NOW.plusSeconds(200))),
                            NOW.plusSeconds(103).plus(Population.STALE_AFTER)))) {
                isRight(leads, store, BoardQuery.of(filter).cards(0).countingStale(staleness));
            }
        }
        assertThat(store.spi().board(ACME, BoardQuery.all()).columns())
                .extracting(Board.Column::stale)
                .containsOnly(0L);
    }

    /** Of a query that counts no stale leads it is asked with some that are to be counted. */
    static void isRight(List<Lead> leads, StoreUnderTest store, BoardQuery asked) {
        Staleness staleness = asked.stale() == null ? STALENESS : asked.stale();
        BoardQuery query = asked.countingStale(staleness);
        Map<String, List<Lead>> byStage = Population.expected(leads, query.filter(), Sort.BOARD).stream()
                .collect(Collectors.groupingBy(Lead::stage));

        Map<String, Board.Column> columns = store.spi().board(ACME, query).columns().stream()
                .collect(Collectors.toMap(Board.Column::stage, Function.identity()));

        assertThat(columns).as("columns of %s", query).containsOnlyKeys(byStage.keySet());
        byStage.forEach((stage, ofStage) -> {
            Board.Column column = Objects.requireNonNull(columns.get(stage));
            String where = "column %s of %s: ".formatted(stage, query);
            assertThat(column.count()).as(where + "count").isEqualTo(ofStage.size());
            assertThat(column.sums()).as(where + "sums by currency").isEqualTo(sums(ofStage));
            assertThat(column.totals()).as(where + "totals by currency").isEqualTo(totals(ofStage));
            assertThat(column.stale())
                    .as(where + "stale leads")
                    .isEqualTo(ofStage.stream()
                            .filter(lead -> isStale(lead, staleness))
                            .count());
            int shown = Math.min(query.cards(), ofStage.size());
            assertThat(column.cards()).as(where + "cards").isEqualTo(ofStage.subList(0, shown));
            assertThat(column.next() == null)
                    .as(where + "whether all are shown")
                    .isEqualTo(shown == ofStage.size() || query.cards() == 0);
        });
    }

    private static boolean isStale(Lead lead, Staleness by) {
        Instant since =
                lead.pipeline().equals(by.pipeline()) ? by.untouchedSince().get(lead.stage()) : null;
        Instant snoozedUntil = lead.snoozedUntil();
        return since != null
                && !lead.lastActivityAt().isAfter(since)
                && (snoozedUntil == null || !snoozedUntil.isAfter(by.at()));
    }

    /** Lead by lead. */
    private static List<AmountTotal> totals(List<Lead> leads) {
        List<AmountTotal> totals = new ArrayList<>();
        for (Money all : sums(leads)) {
            BigDecimal own = BigDecimal.ZERO;
            BigDecimal weighted = BigDecimal.ZERO;
            for (Lead lead : leads) {
                var amount = lead.expectedAmount();
                Double probability = lead.probability();
                if (probability != null
                        && amount != null
                        && amount.value().currency().equals(all.currency())) {
                    BigDecimal worth = amount.value().amount();
                    own = own.add(worth);
                    weighted = weighted.add(
                            worth.multiply(BigDecimal.valueOf(probability)).setScale(8, RoundingMode.HALF_EVEN));
                }
            }
            totals.add(new AmountTotal(all, own, weighted));
        }
        return totals;
    }

    private static List<Money> sums(List<Lead> leads) {
        Map<String, Money> sums = new TreeMap<>();
        for (Lead lead : leads) {
            var amount = lead.expectedAmount();
            if (amount != null) {
                sums.merge(amount.value().currency(), amount.value(), Money::plus);
            }
        }
        return List.copyOf(sums.values());
    }
}
