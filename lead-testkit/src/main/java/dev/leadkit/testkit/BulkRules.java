package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitOutcome.Committed;
import dev.leadkit.store.CommitOutcome.Conflicted;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of many changesets each is applied or refused by itself, and its outcome told in its place. */
interface BulkRules {
    @Test
    @DisplayName("STORE-69 changesets committed together get an outcome each, in their order")
    default void an_outcome_each_in_their_order(StoreUnderTest store) {
        Lead stale = store.create(aLead());
        store.update(stale, lead -> lead.assignee("bob"));
        Lead holder = store.create(aLead().session("s-taken"));
        store.say("s-known", aMessage("s-known", "m-1").build());
        Changeset saysAgain = store.said(
                        aChangeset(),
                        "s-known",
                        aMessage("s-known", "m-1").build(),
                        aMessage("s-known", "m-2").build())
                .build();
        ChangesetBuilder beginsAgain = aChangeset();
        beginsAgain.conversation(saysAgain.conversations().get(0).conversation(), 0);

        List<CommitOutcome> outcomes = store.spi()
                .commitAll(List.of(
                        assigning(stale, "cy"),
                        creating(aLead().build()),
                        creating(aLead().session("s-taken").build()),
                        saysAgain,
                        beginsAgain.build(),
                        creating(aLead().build())));

        assertThat(outcomes).hasSize(6);
        isStale(outcomes.get(0), stale, 1, 2);
        assertThat(outcomes.get(1)).isEqualTo(new Committed(CommitResult.APPLIED));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        taken -> assertThat(taken.conflict())
                                .isInstanceOfSatisfying(
                                        IdentityTakenException.class,
                                        conflict ->
                                                assertThat(conflict.holder()).isEqualTo(holder.id())));
        assertThat(outcomes.get(3).orThrow().seenBefore())
                .containsExactly(new CommitResult.SeenMessage("s-known", "m-1"));
        assertThat(outcomes.get(4))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        begun -> assertThat(begun.conflict()).isInstanceOf(StaleConversationException.class));
        assertThat(outcomes.get(5)).isEqualTo(new Committed(CommitResult.APPLIED));
        assertThat(store.spi().commitAll(List.of())).isEmpty();
    }

    @Test
    @DisplayName("STORE-70 what stands in the way of one changeset keeps no other of the call from being applied")
    default void a_conflict_of_one_keeps_no_other_back(StoreUnderTest store) {
        Lead stale = store.create(aLead());
        Lead newer = store.update(stale, lead -> lead.assignee("bob"));
        Lead first = store.create(aLead());
        Lead last = store.create(aLead());
        Changeset early = assigning(first, "cy");
        Changeset refused = assigning(stale, "cy");
        Changeset late = assigning(last, "cy");

        store.spi().commitAll(List.of(early, refused, late));

        assertThat(store.find(first)).as("the lead before").contains(after(early));
        assertThat(store.find(stale)).as("the stale lead").contains(newer);
        assertThat(store.find(last)).as("the lead after").contains(after(late));
        assertThat(store.timeline(last))
                .as("its timeline")
                .endsWith(late.activities().get(0));
    }

    @Test
    @DisplayName("STORE-71 changesets of one call that follow from each other are applied one after the other")
    default void those_that_follow_from_each_other_are_all_applied(StoreUnderTest store) {
        Lead other = aLead().build();
        Changeset begins = creating(aLead().session("s-1").build());
        Changeset assigns = assigning(after(begins), "bob");
        ChangesetBuilder closing = aChangeset();
        Lead closed = closing.update(
                after(assigns),
                after(assigns).toBuilder()
                        .stage("five-stage", 1, "lost", true, NOW)
                        .build(),
                NOW,
                null);
        Changeset follows = creating(aLead().session("s-1").build());

        List<CommitOutcome> outcomes =
                store.spi().commitAll(List.of(begins, creating(other), assigns, closing.build(), follows));

        assertThat(outcomes).as("each outcome").containsOnly(new Committed(CommitResult.APPLIED));
        assertThat(store.find(closed)).contains(closed);
        assertThat(store.find(after(follows)))
                .as("the lead that takes the claim which the closed one gave up")
                .contains(after(follows));
        assertThat(store.timeline(closed)).isEqualTo(activities(begins, assigns, closing.build()));
    }

    private static List<Activity> activities(Changeset... units) {
        return Arrays.stream(units).flatMap(unit -> unit.activities().stream()).toList();
    }

    @Test
    @DisplayName("STORE-72 changesets of several tenants are not committed together, and nothing of them is written")
    default void several_tenants_are_refused(StoreUnderTest store) {
        Lead ours = aLead().build();
        Lead theirs = aLead().of(GLOBEX).build();

        assertThatThrownBy(() -> store.spi().commitAll(List.of(creating(ours), creating(theirs))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.find(ours)).isEmpty();
        assertThat(store.find(theirs)).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-73 a changeset that comes twice in a call, or was applied before it, is applied once and reported")
    default void one_that_comes_twice_is_applied_once(StoreUnderTest store) {
        Changeset before = creating(aLead().build());
        store.spi().commit(before);
        Changeset twice = creating(aLead().session("s-1").build());
        Changeset other = creating(aLead().build());

        List<CommitOutcome> outcomes = store.spi().commitAll(List.of(twice, before, other, twice));

        assertThat(outcomes)
                .containsExactly(
                        new Committed(CommitResult.APPLIED),
                        new Committed(CommitResult.REPEATED),
                        new Committed(CommitResult.APPLIED),
                        new Committed(CommitResult.REPEATED));
        assertThat(store.timeline(after(twice))).isEqualTo(twice.activities());
    }

    @Test
    @DisplayName("STORE-74 of a thousand changesets in one call exactly those are refused that are stale")
    default void of_a_thousand_the_stale_ones_are_refused(StoreUnderTest store) {
        List<Lead> read = store.createAll(IntStream.range(0, 1_000)
                .mapToObj(i -> aLead().createdAt(NOW.plusSeconds(i)).build())
                .toList());
        List<Lead> newer = IntStream.range(0, 10)
                .mapToObj(i -> store.update(read.get(i * 100 + 7), lead -> lead.assignee("bob")))
                .toList();
        List<Changeset> units = read.stream().map(lead -> assigning(lead, "cy")).toList();

        List<CommitOutcome> outcomes = store.spi().commitAll(units);

        assertThat(outcomes).hasSameSizeAs(units);
        List<Lead> expected =
                new ArrayList<>(units.stream().map(BulkRules::after).toList());
        for (int i = 0; i < read.size(); i++) {
            if (i % 100 == 7) {
                isStale(outcomes.get(i), read.get(i), 1, 2);
                expected.set(i, newer.get(i / 100));
            } else {
                assertThat(outcomes.get(i)).as("outcome %d", i).isEqualTo(new Committed(CommitResult.APPLIED));
            }
        }
        assertThat(store.spi().findAll(Leads.ACME, read.stream().map(Lead::id).toList()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void isStale(CommitOutcome outcome, Lead lead, long expected, long found) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        conflicted -> assertThat(conflicted.conflict())
                                .isInstanceOfSatisfying(StaleLeadException.class, stale -> {
                                    assertThat(stale.lead()).isEqualTo(lead.id());
                                    assertThat(stale.expected()).isEqualTo(expected);
                                    assertThat(stale.found()).isEqualTo(found);
                                }));
    }

    private static Changeset creating(Lead lead) {
        ChangesetBuilder unit = aChangeset(lead.tenant());
        unit.create(lead, NOW, null);
        return unit.build();
    }

    private static Changeset assigning(Lead before, String user) {
        ChangesetBuilder unit = aChangeset();
        unit.update(before, before.toBuilder().assignee(user).build(), NOW, null);
        return unit.build();
    }

    /** The lead as it is stored once the changeset is applied. */
    private static Lead after(Changeset unit) {
        return unit.leads().get(0).lead();
    }
}
