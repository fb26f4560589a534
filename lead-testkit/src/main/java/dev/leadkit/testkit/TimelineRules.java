package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happened to a lead stays as it was written. */
interface TimelineRules {
    @Test
    @DisplayName("STORE-37 every kind of activity is read back equal, with its time, actor, cause and changeset")
    default void every_kind_of_activity_is_read_back_equal(StoreUnderTest store) {
        Lead lead = store.create(aLead());
        List<Activity> written = new ArrayList<>(store.timeline(lead));
        Lead before = lead;
        for (Change change : Changes.ofEveryKind()) {
            ChangesetBuilder unit = new ChangesetBuilder(
                    Leads.aChangeset().build().id(), ACME, NOW, Actor.bot("b").onBehalfOf("ann"), Leads.HASHER);
            before = unit.update(before, before, NOW.minusNanos(5_000), new Cause("message", "m-1"), change);
            store.commit(unit);
            written.addAll(unit.build().activities());
        }

        assertThat(store.timeline(lead)).isEqualTo(written);
    }

    @Test
    @DisplayName("STORE-38 a timeline holds the activities of every commit, by version and then index")
    default void a_timeline_holds_every_commit_in_order(StoreUnderTest store) {
        ChangesetBuilder first = aChangeset();
        Lead lead = first.create(aFullLead().build(), NOW, null);
        store.commit(first);
        ChangesetBuilder second = aChangeset();
        // Earlier than the first, as after a late message: the order is that of the versions.
        second.update(lead, aLead().id(lead.id()).build(), NOW.minusSeconds(900), new Cause(Cause.LATE_MESSAGE, "m-0"));
        store.commit(second);

        List<Activity> expected = new ArrayList<>(first.build().activities());
        expected.addAll(second.build().activities());
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(store.timeline(lead)).isEqualTo(expected);
    }

    @Test
    @DisplayName("STORE-39 paging through a timeline gives each activity once, in order, while others are added")
    default void paging_gives_each_activity_once(StoreUnderTest store) {
        Lead created = store.create(aLead());
        List<Lead> versions = new ArrayList<>(List.of(created));
        for (int i = 0; i < 10; i++) {
            noteTwice(store, versions);
        }
        int before = store.timeline(created).size();

        List<Activity> paged = store.timeline(created, PageRequest.first(3), (Page<Activity> page) -> {
            assertThat(page.items()).hasSizeBetween(1, 3);
            if (versions.size() < 14) {
                noteTwice(store, versions);
            }
        });

        assertThat(paged).hasSizeGreaterThanOrEqualTo(before).isEqualTo(store.timeline(created));
    }

    private static void noteTwice(StoreUnderTest store, List<Lead> versions) {
        Lead last = versions.get(versions.size() - 1);
        ChangesetBuilder unit = aChangeset();
        var one = new Change.Noted("one of " + last.version());
        versions.add(unit.update(last, last, NOW, null, one, new Change.Noted("two of " + last.version())));
        store.commit(unit);
    }

    @Test
    @DisplayName("STORE-40 a lead that does not exist has an empty timeline")
    default void an_unknown_lead_has_an_empty_timeline(StoreUnderTest store) {
        store.create(aLead());

        assertThat(store.spi().timeline(ACME, anId(), PageRequest.first(10))).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    @DisplayName("STORE-117 what a changeset did is read back by its id, for all its leads, and for nobody else's")
    default void what_a_changeset_did_is_read_back(StoreUnderTest store) {
        Lead first = store.create(aLead().named("First"));
        Lead second = store.create(aLead().named("Second"));
        ChangesetBuilder unit = aChangeset();
        unit.update(first, first.toBuilder().tags(Set.of("a", "b")).build(), NOW, null);
        unit.update(second, second.toBuilder().assignee("bob").build(), NOW, null);
        Changeset both = unit.build();
        store.spi().commit(both);
        store.update(store.find(first).orElseThrow(), lead -> lead.assignee("cy"));

        List<Activity> did = store.spi().activities(ACME, both.id());

        assertThat(did).containsExactlyInAnyOrderElementsOf(both.activities());
        assertThat(did)
                .isSortedAccordingTo(Comparator.comparing(Activity::lead)
                        .thenComparing(Activity::version)
                        .thenComparing(Activity::index));
        assertThat(store.spi().activities(GLOBEX, both.id())).isEmpty();
        assertThat(store.spi().activities(ACME, aChangeset().build().id())).isEmpty();
    }
}
