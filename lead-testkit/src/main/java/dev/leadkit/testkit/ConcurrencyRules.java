package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.testkit.Together.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The promises hold for many threads at once. */
interface ConcurrencyRules {
    @Test
    @DisplayName("STORE-61 of eight threads that write over the same version one wins, the others are refused as stale")
    default void one_writer_of_a_version_wins(StoreUnderTest store) {
        Lead current = store.create(aLead());
        for (int round = 0; round < 20; round++) {
            Lead read = current;

            List<Outcome<Lead>> outcomes =
                    Together.run(8, thread -> store.update(read, lead -> lead.assignee("thread-" + thread)));

            List<Lead> won = outcomes.stream()
                    .filter(Outcome::isDone)
                    .map(Outcome::result)
                    .toList();
            assertThat(won).as("winners of round " + round).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.isDone())
                    .allSatisfy(lost -> assertThat(lost.failure()).isInstanceOf(StaleLeadException.class));
            assertThat(store.find(read)).contains(won.get(0));
            current = won.get(0);
        }
        assertThat(current.version()).isEqualTo(21);
    }

    @Test
    @DisplayName("STORE-62 no write that was acknowledged is lost while eight threads change one lead")
    default void no_acknowledged_write_is_lost(StoreUnderTest store) {
        Lead lead = store.create(aLead());

        List<Outcome<Set<String>>> outcomes = Together.run(8, thread -> {
            Set<String> mine = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                String tag = "t" + thread + "-" + i;
                Optimistic.retry(() -> {
                    Lead read = store.find(lead).orElseThrow();
                    Set<String> tags = new TreeSet<>(read.tags());
                    tags.add(tag);
                    return store.update(read, next -> next.tags(tags));
                });
                mine.add(tag);
            }
            return mine;
        });

        Set<String> acknowledged = new TreeSet<>();
        outcomes.forEach(outcome -> acknowledged.addAll(outcome.result()));
        Lead last = store.find(lead).orElseThrow();
        assertThat(last.tags()).isEqualTo(acknowledged).hasSize(80);
        assertThat(last.version()).isEqualTo(81);
        assertThat(store.timeline(lead)).hasSize(81);
    }

    @Test
    @DisplayName("STORE-63 of sixteen threads that create a lead with one claim one wins, the others learn its id")
    default void one_of_many_claims_wins(StoreUnderTest store) {
        for (int round = 0; round < 10; round++) {
            String session = "s-" + round;

            List<Outcome<Lead>> outcomes = Together.run(16, thread -> store.create(aLead().session(session)));

            List<Lead> won = outcomes.stream()
                    .filter(Outcome::isDone)
                    .map(Outcome::result)
                    .toList();
            assertThat(won).as("winners of round " + round).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.isDone())
                    .extracting(Outcome::failure)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    IdentityTakenException.class,
                                    taken -> assertThat(taken.holder())
                                            .isEqualTo(won.get(0).id())));
            assertThat(store.findBy(Identity.session(session))).contains(won.get(0));
        }
        assertThat(store.all(LeadQuery.all())).hasSize(10);
    }

    @Test
    @DisplayName(
            "STORE-64 of sixteen threads that begin one conversation with a lead one wins, the others leave nothing")
    default void one_of_many_beginnings_of_a_conversation_wins(StoreUnderTest store) {
        for (int round = 0; round < 10; round++) {
            String session = "s-" + round;

            List<Outcome<Lead>> outcomes = Together.run(16, thread -> {
                ChangesetBuilder unit = aChangeset();
                unit.conversation(Conversation.begin(ACME, session, "widget"), 0);
                unit.messages(List.of(aMessage(session, "m-" + thread).build()));
                Lead lead = unit.create(aLead().session(session).build(), NOW, null);
                store.commit(unit);
                return lead;
            });

            assertThat(outcomes)
                    .filteredOn(Outcome::isDone)
                    .as("winners of round " + round)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.isDone())
                    .allSatisfy(lost -> assertThat(lost.failure())
                            .isInstanceOfAny(StaleConversationException.class, IdentityTakenException.class));
            assertThat(store.messages(session)).hasSize(1);
        }
        assertThat(store.all(LeadQuery.all())).hasSize(10);
    }

    @Test
    @DisplayName("STORE-65 a changeset that eight threads commit at once is applied once, and reported to the others")
    default void one_changeset_committed_by_many_is_applied_once(StoreUnderTest store) {
        for (int round = 0; round < 10; round++) {
            ChangesetBuilder unit = store.said(
                    aChangeset(), "s-" + round, aMessage("s-" + round, "m-1").build());
            unit.create(aLead().session("s-" + round).build(), NOW, null);
            Changeset changeset = unit.build();

            List<Outcome<CommitResult>> outcomes =
                    Together.run(8, thread -> store.spi().commit(changeset));

            assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
            assertThat(outcomes).extracting(Outcome::result).containsOnlyOnce(CommitResult.APPLIED);
            assertThat(outcomes).extracting(Outcome::result).containsOnly(CommitResult.APPLIED, CommitResult.REPEATED);
        }
        assertThat(store.all(LeadQuery.all())).hasSize(10);
    }

    @Test
    @DisplayName("STORE-66 threads that change the same leads in opposite orders never block each other for good")
    default void opposite_orders_do_not_deadlock(StoreUnderTest store) {
        Lead one = store.create(aLead());
        Lead two = store.create(aLead());

        List<Outcome<Integer>> outcomes = Together.run(8, thread -> {
            for (int i = 0; i < 10; i++) {
                Optimistic.retry(() -> {
                    Lead first = store.find(thread % 2 == 0 ? one : two).orElseThrow();
                    Lead second = store.find(thread % 2 == 0 ? two : one).orElseThrow();
                    ChangesetBuilder unit = aChangeset();
                    unit.update(first, first.toBuilder().assignee("t" + thread).build(), NOW, null);
                    unit.update(
                            second, second.toBuilder().assignee("t" + thread).build(), NOW, null);
                    return store.commit(unit);
                });
            }
            return 10;
        });

        assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
        assertThat(store.find(one).map(Lead::version)).contains(81L);
        assertThat(store.find(two).map(Lead::version)).contains(81L);
        assertThat(store.find(one).map(Lead::assignee))
                .isEqualTo(store.find(two).map(Lead::assignee));
    }

    @Test
    @DisplayName("STORE-67 a commit that returned is seen by every later call, from any thread")
    default void a_commit_is_seen_by_every_later_call(StoreUnderTest store) {
        for (int round = 0; round < 10; round++) {
            Lead lead = store.create(aLead().session("s-" + round).createdAt(NOW.plusSeconds(round)));
            long count = round + 1L;

            List<Outcome<Integer>> outcomes = Together.run(4, thread -> {
                assertThat(store.find(lead)).contains(lead);
                assertThat(store.findBy(lead.identities().get(0))).contains(lead);
                assertThat(store.spi().list(ACME, LeadQuery.all().limit(1)).items())
                        .containsExactly(lead);
                assertThat(store.spi().board(ACME, BoardQuery.all()).columns())
                        .singleElement()
                        .satisfies(column -> assertThat(column.count()).isEqualTo(count));
                return 0;
            });

            assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
        }
    }
}
