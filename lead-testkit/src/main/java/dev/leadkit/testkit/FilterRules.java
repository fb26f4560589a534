package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.anId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Identity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each part of a filter means to lists and cursors. */
interface FilterRules {
    @Test
    @DisplayName(
            "STORE-100 a filter by all or none of some tags, both ends of a score, nobody, last activity, stale or snoozed"
                    + " gives the leads that match it, and no others")
    default void each_part_of_a_filter_gives_what_matches(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));

        for (LeadFilter filter : filters()) {
            for (Sort sort : List.of(Sort.NEWEST, Sort.SCORE)) {
                assertThat(store.all(LeadQuery.of(filter).sortedBy(sort).limit(30)))
                        .as("%s by %s", filter, sort)
                        .isEqualTo(Population.expected(leads, filter, sort));
            }
        }
        tellsLongKeysApart(store);
    }

    /** Keys that differ only after many letters, about as long as what an index may hold of them. */
    private static void tellsLongKeysApart(StoreUnderTest store) {
        List<String> keys = new ArrayList<>();
        for (int length : List.of(31, 62, 63, 64, 300)) {
            keys.addAll(List.of("k".repeat(length) + "1", "k".repeat(length) + "2", "ü".repeat(length)));
        }
        List<Lead> leads = new ArrayList<>();
        for (String key : keys) {
            leads.add(aLead().from(LeadSource.of(key))
                    .assignedTo(key)
                    .but(lead -> lead.score(new Score(0, key, List.of(), "card@1", NOW, null)))
                    .build());
        }
        List<Lead> stored = store.createAll(leads);
        LeadFilter all = LeadFilter.all();
        for (String key : keys) {
            for (LeadFilter filter : List.of(all.fromSource(key), all.assignedTo(key), all.inBand(key))) {
                assertThat(store.all(LeadQuery.of(filter)))
                        .as(filter.toString())
                        .isEqualTo(Population.expected(stored, filter, Sort.NEWEST));
            }
            BoardRules.isRight(stored, store, BoardQuery.of(all.assignedTo(key)));
        }
    }

    private static List<LeadFilter> filters() {
        LeadFilter all = LeadFilter.all();
        return List.of(
                all.taggedAll("even", "VIP"),
                all.taggedAll("even", "unknown"),
                all.taggedNone("even"),
                all.taggedNone("t1", "t2", "VIP"),
                all.taggedNone("unknown"),
                all.taggedAny("t1", "t2").taggedAll("odd").taggedNone("VIP"),
                all.scoredAtMost(0),
                all.scoredAtMost(40),
                all.scoredAtLeast(30).scoredAtMost(60),
                all.scoredAtLeast(60).scoredAtMost(30),
                all.assignedToNobody(),
                all.assignedToNobody().taggedAll("VIP"),
                all.activeIn(TimeRange.between(NOW.plusSeconds(103), NOW.plusSeconds(108))),
                all.activeIn(new TimeRange(NOW.plusSeconds(110), null)),
                all.activeIn(new TimeRange(null, NOW.plusSeconds(101))),
                stale(0),
                stale(105),
                stale(105).inStage("contacted", "lost"),
                stale(105).taggedAny("VIP").matching("jane"),
                stale(200),
                stale(105).snoozeEndsIn(TimeRange.ALWAYS),
                all.snoozedAt(NOW.plusSeconds(105).plus(Population.STALE_AFTER)),
                all.snoozeEndsIn(TimeRange.between(
                        NOW.plusSeconds(104).plus(Population.STALE_AFTER),
                        NOW.plusSeconds(106).plus(Population.STALE_AFTER))),
                LeadFilter.anyOf(List.of(all.snoozedAt(NOW), all.assignedToNobody())),
                LeadFilter.anyOf(List.of(all.assignedToNobody(), all.taggedAll("VIP"))),
                LeadFilter.none());
    }

    /** What is stale when leads that were last active so many seconds after {@link Leads#NOW} just are. */
    private static LeadFilter stale(int seconds) {
        return LeadFilter.all()
                .stale(Pipeline.fiveStage(), NOW.plusSeconds(seconds).plus(Population.STALE_AFTER));
    }

    @Test
    @DisplayName("STORE-136 a value that no lead can have, with NUL or a lone surrogate in it, finds nothing")
    default void what_nothing_has_finds_nothing(StoreUnderTest store) {
        Lead lead = store.create(aLead().session("s-1").tagged("a").assignedTo("ann"));
        LeadFilter all = LeadFilter.all();

        for (String value : List.of("a\0", "\0", "a\uD800")) {
            for (LeadFilter filter : List.of(
                    all.inPipeline(value),
                    all.inStage(value),
                    all.inStage(value, "other"),
                    all.fromSource(value),
                    all.taggedAny(value),
                    all.taggedAll(value),
                    all.assignedTo(value),
                    all.inBand(value),
                    LeadFilter.anyOf(List.of(all.taggedAny(value), all.inStage(value))))) {
                assertThat(store.all(LeadQuery.of(filter))).as("%s", filter).isEmpty();
                BoardRules.isRight(List.of(lead), store, BoardQuery.of(filter));
            }
            assertThat(store.all(LeadQuery.of(all.taggedNone(value)))).containsExactly(lead);
            assertThat(store.spi().findByIdentity(ACME, value, Leads.HASHER.key(Identity.session("s-1"))))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("STORE-101 a range of time holds its start and not its end, to the microsecond")
    default void a_range_is_half_open_to_the_microsecond(StoreUnderTest store) {
        Lead lead = store.create(aLead().createdAt(NOW).lastActivityAt(NOW.plusSeconds(9)));
        LeadFilter all = LeadFilter.all();
        TimeRange from = new TimeRange(NOW, null);
        TimeRange later = new TimeRange(NOW.plusNanos(1_000), null);
        TimeRange before = new TimeRange(null, NOW);
        TimeRange through = new TimeRange(null, NOW.plusNanos(1_000));
        // What no store keeps is cut before it is compared.
        TimeRange withinTheMicrosecond = TimeRange.between(NOW.plusNanos(1), NOW.plusNanos(1_999));

        for (TimeRange holding : List.of(from, through, withinTheMicrosecond)) {
            assertThat(store.all(LeadQuery.of(all.createdIn(holding))))
                    .as(holding.toString())
                    .containsExactly(lead);
            assertThat(store.all(LeadQuery.of(all.activeIn(shifted(holding)))))
                    .as(holding.toString())
                    .containsExactly(lead);
        }
        for (TimeRange missing : List.of(later, before, TimeRange.between(NOW, NOW))) {
            assertThat(store.all(LeadQuery.of(all.createdIn(missing))))
                    .as(missing.toString())
                    .isEmpty();
            assertThat(store.all(LeadQuery.of(all.activeIn(shifted(missing)))))
                    .as(missing.toString())
                    .isEmpty();
        }
    }

    private static TimeRange shifted(TimeRange range) {
        return new TimeRange(
                range.from() == null ? null : range.from().plusSeconds(9),
                range.before() == null ? null : range.before().plusSeconds(9));
    }

    @Test
    @DisplayName("STORE-102 days that follow each other share the leads among them, also where clocks jump")
    default void days_share_the_leads(StoreUnderTest store) {
        for (String name : List.of("Europe/Berlin", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu")) {
            ZoneId zone = ZoneId.of(name);
            LocalDate first = name.equals("Pacific/Apia") ? LocalDate.of(2011, 12, 28) : LocalDate.of(2022, 9, 9);
            List<TimeRange> days = Stream.iterate(first, day -> day.plusDays(1))
                    .limit(5)
                    .map(day -> DateRange.day(day, zone))
                    .toList();
            LeadFilter ofZone = LeadFilter.all().taggedAll(name);
            List<Lead> leads = new ArrayList<>();
            for (TimeRange day : days) {
                var start = day.from();
                if (start != null) {
                    leads.add(store.create(aLead().tagged(name).createdAt(start)));
                    leads.add(store.create(aLead().tagged(name).createdAt(start.minusNanos(1_000))));
                }
            }

            List<LeadId> given = days.stream()
                    .flatMap(day -> store.all(LeadQuery.of(ofZone.createdIn(day))).stream())
                    .map(Lead::id)
                    .toList();
            assertThat(given)
                    .as("leads of five days in a row in " + name)
                    .doesNotHaveDuplicates()
                    .hasSize(leads.size() - 1);
        }
    }

    @Test
    @DisplayName("STORE-105 a cursor is refused when any part of the filter is another one")
    default void a_cursor_is_bound_to_each_part_of_the_filter(StoreUnderTest store) {
        store.createAll(Population.of(ACME));
        LeadQuery all = LeadQuery.all().limit(1);
        String cursor = StoreUnderTest.cursor(store.spi().list(ACME, all).next());

        for (LeadFilter other : filters()) {
            assertThatThrownBy(() -> store.spi().list(ACME, LeadQuery.of(other).after(cursor)))
                    .as(other.toString())
                    .isInstanceOf(InvalidInputException.class);
        }
        LeadQuery tagged = LeadQuery.of(LeadFilter.all().taggedAny("even")).limit(1);
        String ofAny = StoreUnderTest.cursor(store.spi().list(ACME, tagged).next());
        LeadQuery taggedAll = LeadQuery.of(LeadFilter.all().taggedAll("even")).limit(1);
        assertThatThrownBy(() -> store.spi().list(ACME, taggedAll.after(ofAny)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    @DisplayName("STORE-106 a filter for a text within words is answered, or refused with"
            + " UnsupportedCapabilityException where it is not declared")
    default void a_text_within_words_is_found_or_refused(StoreUnderTest store) {
        List<Lead> leads = store.createAll(List.of(
                aLead().named("Jane O'Neil-Müller")
                        .createdAt(NOW.plusSeconds(2))
                        .build(),
                aLead().email("jane.doe@acme.example")
                        .createdAt(NOW.plusSeconds(1))
                        .tagged("vip")
                        .build(),
                aLead().named("Bo")
                        .phone("+4915123456789")
                        .createdAt(NOW)
                        .inStage("lost")
                        .build(),
                aLead().named("Jane Doe").withdrawn().build()));
        boolean declared = store.spi().capabilities().containment();

        for (String part : List.of(
                "ane",
                "ÜLL",
                "neil mul",
                "ne.doe",
                "e@acme",
                "5123",
                "+49 (151) 23",
                "doe jane",
                "nobody",
                "500%",
                "ane_doe",
                "田中太")) {
            LeadFilter filter = LeadFilter.all().containing(part);
            for (LeadFilter each : List.of(filter, filter.taggedAny("vip"), filter.inStage("lost"))) {
                if (declared) {
                    assertThat(store.all(LeadQuery.of(each).limit(1)))
                            .as(each.toString())
                            .isEqualTo(Population.expected(leads, each, Sort.NEWEST));
                    BoardRules.isRight(leads, store, BoardQuery.of(each));
                } else {
                    assertThatThrownBy(() -> store.spi().list(ACME, LeadQuery.of(each)))
                            .isInstanceOf(UnsupportedCapabilityException.class);
                    assertThatThrownBy(() -> store.spi().board(ACME, BoardQuery.of(each)))
                            .isInstanceOf(UnsupportedCapabilityException.class);
                }
            }
        }
    }

    @Test
    @DisplayName("STORE-107 a lead whose creation changes is listed where it belongs now, by tag and search too")
    default void a_lead_with_another_creation_is_listed_where_it_belongs(StoreUnderTest store) {
        Lead first = store.create(aLead().named("Jane One").tagged("vip").createdAt(NOW));
        Lead second = store.create(aLead().named("Jane Two").tagged("vip").createdAt(NOW.plusSeconds(10)));

        Lead moved = store.update(first, lead -> lead.createdAt(NOW.plusSeconds(20)));

        LeadFilter all = LeadFilter.all();
        for (LeadFilter filter : List.of(all, all.taggedAny("vip"), all.taggedAll("vip"), all.matching("jane"))) {
            assertThat(store.all(LeadQuery.of(filter).limit(1)))
                    .as(filter.toString())
                    .containsExactly(moved, second);
        }
        assertThat(store.all(LeadQuery.of(all.taggedNone("vip")))).isEmpty();
        assertThat(store.all(LeadQuery.of(all.matching("one")))).containsExactly(moved);

        Lead untagged = store.update(
                moved, lead -> lead.tags(aLead().tagged("lead").build().tags()));

        assertThat(store.all(LeadQuery.of(all.taggedAny("vip")))).containsExactly(second);
        assertThat(store.all(LeadQuery.of(all.taggedAny("lead")))).containsExactly(untagged);
    }

    @Test
    @DisplayName("STORE-108 a search that finds many leads gives each of them once, in the order asked for")
    default void a_search_that_finds_many_is_complete(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter all = LeadFilter.all();

        for (LeadFilter filter : List.of(
                all.matching("n"),
                all.matching("jane no"),
                all.matching("jane jose"),
                all.matching("no1 jane").taggedAny("VIP", "t2"),
                all.taggedAny("odd", "even", "t1"),
                all.taggedAll("odd", "t1").taggedAny("vip"))) {
            for (Sort sort : Sort.values()) {
                assertThat(store.all(LeadQuery.of(filter).sortedBy(sort).limit(7)))
                        .as("%s by %s", filter, sort)
                        .isEqualTo(Population.expected(leads, filter, sort));
            }
        }
    }

    @Test
    @DisplayName("STORE-109 of many ids, each lead that the tenant has is given once, and no other lead")
    default void each_of_many_leads_is_given_once(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        Lead foreign = store.create(aLead().of(GLOBEX));
        List<LeadId> ids = new ArrayList<>();
        Stream.generate(Leads::anId).limit(1_500).forEach(ids::add);
        leads.forEach(lead -> ids.add(lead.id()));
        leads.forEach(lead -> ids.add(lead.id()));
        ids.add(foreign.id());

        assertThat(store.spi().findAll(ACME, ids)).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(store.spi().findAll(ACME, List.of())).isEmpty();
        assertThat(store.spi().findAll(ACME, List.of(anId()))).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-130 a filter with alternatives gives, counts and adds up the leads for which one of them holds, in"
                    + " every order and beside every other condition")
    default void alternatives_give_what_one_of_them_holds_for(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        LeadFilter all = LeadFilter.all();
        LeadFilter annsOrNobodys = LeadFilter.anyOf(List.of(all.assignedTo("ann"), all.assignedToNobody()));

        for (LeadFilter filter : List.of(
                annsOrNobodys,
                LeadFilter.none(),
                LeadFilter.anyOf(List.of()),
                LeadFilter.anyOf(List.of(all)),
                LeadFilter.anyOf(List.of(LeadFilter.none(), all.taggedAll("even", "VIP"))),
                annsOrNobodys.inStage("new").taggedAny("VIP", "t1"),
                annsOrNobodys.inPipeline("sales").matching("jane"),
                annsOrNobodys.and(LeadFilter.anyOf(List.of(all.fromSource("Widget"), all.scoredAtLeast(70)))),
                LeadFilter.anyOf(List.of(
                        all.inPipeline("support"),
                        all.inStage("lost", "new").taggedNone("t2"),
                        all.inPipeline("sales").inStage("qualified").taggedAny("t0", "vip"),
                        all.activeIn(new TimeRange(NOW.plusSeconds(110), null)).scoredAtMost(50),
                        stale(105),
                        annsOrNobodys.inBand("hot"))))) {
            for (Sort sort : Sort.values()) {
                assertThat(store.all(LeadQuery.of(filter).sortedBy(sort).limit(17)))
                        .as("%s by %s", filter, sort)
                        .isEqualTo(Population.expected(leads, filter, sort));
            }
            BoardRules.isRight(leads, store, BoardQuery.of(filter).cards(3));
        }
    }
}
