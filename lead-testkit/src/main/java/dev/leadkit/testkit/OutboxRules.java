package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.OutboxUnderTest.CRM;
import static dev.leadkit.testkit.OutboxUnderTest.DELIVERED;
import static dev.leadkit.testkit.OutboxUnderTest.MINUTE;
import static dev.leadkit.testkit.OutboxUnderTest.idOf;
import static dev.leadkit.testkit.OutboxUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Settlement;
import dev.leadkit.store.StaleLeadException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What endpoints have not got yet is kept, leased and settled, see {@link Outbox}. Of a store that declares no outbox each
 * rule sees instead that it refuses a changeset that names endpoints.
 */
interface OutboxRules {
    @Test
    @DisplayName("STORE-75 a commit leaves an entry for each endpoint and lead, with the activities of its timeline")
    default void an_entry_for_each_endpoint_and_lead(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            ChangesetBuilder unit = aChangeset().endpoints(Set.of(CRM, "mail"));
            Lead full = unit.create(aFullLead().build(), NOW, null);
            Lead bare = unit.create(aLead().build(), NOW, null);
            store.commit(unit);
            Lead untold = store.create(aLead());
            ChangesetBuilder nothing = aChangeset().endpoints(Set.of(CRM));
            nothing.update(untold, untold, NOW, null);
            store.commit(nothing);

            for (String endpoint : List.of(CRM, "mail")) {
                List<Delivery> leased = outbox.leaseFor(endpoint);

                assertThat(leased)
                        .extracting(delivery -> delivery.id().lead())
                        .containsExactlyInAnyOrder(full.id(), bare.id());
                for (Delivery delivery : leased) {
                    Lead its = delivery.id().lead().equals(full.id()) ? full : bare;
                    assertThat(delivery.id().endpoint()).isEqualTo(endpoint);
                    assertThat(delivery.id().version()).isEqualTo(1);
                    assertThat(delivery.failures()).isZero();
                    assertThat(delivery.activities()).isNotEmpty().isEqualTo(store.timeline(its));
                }
            }
            assertThat(outbox.leaseFor("another")).isEmpty();
        });
    }

    @Test
    @DisplayName("STORE-76 a changeset that is refused leaves no entry, and one that is repeated none again")
    default void a_refused_or_repeated_changeset_leaves_no_entry(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead stale = store.create(aLead().session("s-1"));
            store.update(stale, lead -> lead.assignee("bob"));

            assertThatThrownBy(() -> outbox.create(aLead().session("s-1"))).isInstanceOf(IdentityTakenException.class);
            assertThatThrownBy(() -> outbox.note(stale, "late")).isInstanceOf(StaleLeadException.class);
            assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);

            ChangesetBuilder unit = aChangeset().endpoints(Set.of(CRM));
            unit.create(aLead().build(), NOW, null);
            store.commit(unit);
            outbox.settleNext(DELIVERED);
            store.commit(unit);
            assertThat(outbox.lease(NOW)).isEmpty();
        });
    }

    @Test
    @DisplayName("STORE-77 of each lead only the earliest entry is leased, the next one once that is delivered")
    default void only_the_earliest_of_a_lead_is_leased(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead first = outbox.create(aLead());
            Lead second = outbox.note(first, "two");
            Lead untold = store.update(second, lead -> lead.assignee("bob"));
            Lead fourth = outbox.note(untold, "four");
            Lead other = outbox.create(aLead());

            List<Delivery> leased = outbox.lease(NOW);
            List<Delivery> whileLeased = outbox.lease(NOW);

            assertThat(ids(leased)).containsExactlyInAnyOrder(idOf(first), idOf(other));
            assertThat(whileLeased).isEmpty();
            leased.forEach(delivery -> outbox.settle(delivery, DELIVERED));
            Delivery next = outbox.settleNext(DELIVERED);
            assertThat(next.id()).isEqualTo(idOf(second));
            assertThat(next.activities()).extracting(Activity::change).containsExactly(new Change.Noted("two"));
            assertThat(outbox.settleNext(DELIVERED).id()).isEqualTo(idOf(fourth));
            assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);
        });
    }

    @Test
    @DisplayName("STORE-78 eight threads that lease and deliver get every entry once, and each lead's in order")
    default void many_threads_share_the_work(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            int versions = 4;
            for (int i = 0; i < 12; i++) {
                Lead lead = outbox.create(aLead());
                for (int version = 2; version <= versions; version++) {
                    lead = outbox.note(lead, "version " + version);
                }
            }
            List<DeliveryId> delivered = Collections.synchronizedList(new ArrayList<>());

            Together.run(8, thread -> {
                        for (int idle = 0; idle < 3; ) {
                            List<Delivery> leased = outbox.lease(NOW, 5);
                            idle = leased.isEmpty() ? idle + 1 : 0;
                            for (Delivery delivery : leased) {
                                delivered.add(delivery.id());
                                assertThat(outbox.settle(delivery, DELIVERED)).isTrue();
                            }
                        }
                        return thread;
                    })
                    .forEach(Together.Outcome::result);
            for (List<Delivery> rest = outbox.lease(NOW); !rest.isEmpty(); rest = outbox.lease(NOW)) {
                rest.forEach(delivery -> {
                    delivered.add(delivery.id());
                    outbox.settle(delivery, DELIVERED);
                });
            }

            assertThat(delivered).doesNotHaveDuplicates().hasSize(12 * versions);
            Set<DeliveryId> before = new HashSet<>();
            for (DeliveryId id : delivered) {
                assertThat(id.version() == 1
                                || before.contains(new DeliveryId(id.endpoint(), id.lead(), id.version() - 1)))
                        .as("%s comes after the version before", id)
                        .isTrue();
                before.add(id);
            }
            assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);
        });
    }

    @Test
    @DisplayName("STORE-79 a lease that ran out passes to the next who asks; the former owner then changes nothing")
    default void a_lease_that_ran_out_passes_on(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead());
            Lead later = outbox.note(lead, "two");
            Delivery lost = outbox.lease(NOW).get(0);

            assertThat(outbox.lease(NOW.plus(MINUTE).minusNanos(1_000)))
                    .as("before it ends")
                    .isEmpty();
            Instant end = NOW.plus(MINUTE);
            List<Delivery> taken = outbox.lease(end);
            assertThat(ids(taken)).as("when it ends").containsExactly(idOf(lead));

            for (Settlement late : List.of(
                    DELIVERED,
                    new Settlement.Retry(NOW, "late"),
                    new Settlement.Dead(NOW, "late"),
                    new Settlement.Released(NOW))) {
                assertThat(outbox.settle(lost, late))
                        .as("%s by the former owner", late)
                        .isFalse();
            }
            assertThat(outbox.spi().extend(ACME, lost, end.plus(MINUTE)))
                    .as("an extension by the former owner")
                    .isFalse();
            assertThat(outbox.lease(end)).isEmpty();
            assertThat(outbox.deadLetters()).isEmpty();
            assertThat(outbox.settle(taken.get(0), DELIVERED)).isTrue();
            assertThat(outbox.settle(taken.get(0), DELIVERED))
                    .as("a second time")
                    .isFalse();
            assertThat(ids(outbox.lease(end))).containsExactly(idOf(later));
        });
    }

    @Test
    @DisplayName("STORE-80 an extended lease lasts to its new end; one that ran out may be settled until it is taken")
    default void a_lease_may_be_extended(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            outbox.create(aLead());
            Delivery delivery = outbox.lease(NOW).get(0);
            Instant end = NOW.plus(MINUTE.multipliedBy(3));

            assertThat(outbox.spi().extend(ACME, delivery, end)).isTrue();

            assertThat(outbox.lease(end.minusNanos(1_000))).isEmpty();
            assertThat(outbox.settle(delivery, DELIVERED)).isTrue();
            assertThat(outbox.lease(end)).isEmpty();
            assertThat(outbox.spi().extend(ACME, delivery, end.plus(MINUTE)))
                    .as("an extension of what is settled")
                    .isFalse();
        });
    }

    @Test
    @DisplayName("STORE-81 what failed comes again when it is due and not before, counted, before its lead's next")
    default void a_retry_waits_and_counts(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead());
            Lead later = outbox.note(lead, "two");
            Instant due = NOW.plusSeconds(5).plusNanos(999);

            outbox.settleNext(new Settlement.Retry(due, "no answer"));

            assertThat(outbox.lease(NOW.plusSeconds(5).minusNanos(1_000)))
                    .as("before it is due")
                    .isEmpty();
            List<Delivery> again = outbox.lease(due);
            assertThat(ids(again)).as("once it is due").containsExactly(idOf(lead));
            assertThat(again.get(0).failures()).isEqualTo(1);
            assertThat(again.get(0).activities())
                    .isEqualTo(store.timeline(lead).stream()
                            .filter(activity -> activity.version() == 1)
                            .toList());
            assertThat(outbox.settle(again.get(0), DELIVERED)).isTrue();
            assertThat(ids(outbox.lease(due))).containsExactly(idOf(later));
        });
    }

    @Test
    @DisplayName("STORE-82 a dead letter keeps its lead's later entries from its endpoint, and nothing else")
    default void a_dead_letter_stops_its_lead_at_its_endpoint(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead(), CRM, "mail");
            outbox.settleNext(new Settlement.Dead(NOW.plusSeconds(9), "x".repeat(5_000)));
            outbox.note(lead, "two", CRM, "mail");
            Lead other = outbox.create(aLead(), CRM);

            List<Delivery> leased = outbox.lease(NOW.plus(Duration.ofDays(3650)));

            assertThat(ids(leased)).containsExactly(idOf(other));
            assertThat(outbox.leaseFor("mail")).singleElement().satisfies(mail -> {
                assertThat(mail.id().version()).isEqualTo(1);
                assertThat(outbox.settle(mail, DELIVERED)).isTrue();
            });
            assertThat(outbox.leaseFor("mail"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.id().version()).isEqualTo(2));
            assertThat(outbox.deadLetters())
                    .containsExactly(
                            new DeadLetter(idOf(lead), 1, NOW.plusSeconds(9), "x".repeat(Settlement.MAX_REASON)));
        });
    }

    @Test
    @DisplayName(
            "STORE-83 a dead letter that is replayed comes again as if it had never failed, its lead's next after it")
    default void a_dead_letter_may_be_replayed(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead());
            Lead later = outbox.note(lead, "two");
            outbox.settleNext(new Settlement.Retry(NOW, "status 503"));
            outbox.settleNext(new Settlement.Dead(NOW, "status 410"));

            assertThat(outbox.spi().replay(ACME, idOf(later), NOW))
                    .as("a replay of what is not dead")
                    .isFalse();
            assertThat(outbox.spi().replay(ACME, idOf(lead), NOW.plusSeconds(1)))
                    .isTrue();

            assertThat(outbox.deadLetters()).isEmpty();
            assertThat(outbox.lease(NOW)).isEmpty();
            Delivery again = outbox.lease(NOW.plusSeconds(1)).get(0);
            assertThat(again.id()).isEqualTo(idOf(lead));
            assertThat(again.failures()).isZero();
            assertThat(outbox.settle(again, DELIVERED)).isTrue();
            assertThat(outbox.settleNext(DELIVERED).id()).isEqualTo(idOf(later));
        });
    }

    @Test
    @DisplayName("STORE-84 a dead letter that is skipped is gone, and its lead's next entry goes on")
    default void a_dead_letter_may_be_skipped(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead());
            Lead later = outbox.note(lead, "two");

            assertThat(outbox.spi().skip(ACME, idOf(lead)))
                    .as("skipping what is not dead")
                    .isFalse();
            outbox.settleNext(new Settlement.Dead(NOW, "status 410"));
            assertThat(outbox.spi().skip(ACME, idOf(lead))).isTrue();
            assertThat(outbox.spi().skip(ACME, idOf(lead))).as("a second time").isFalse();

            assertThat(outbox.deadLetters()).isEmpty();
            assertThat(outbox.settleNext(DELIVERED).id()).isEqualTo(idOf(later));
            assertThat(store.timeline(lead)).as("the timeline stays").hasSizeGreaterThan(1);
        });
    }

    @Test
    @DisplayName("STORE-85 what is released is due when its owner says, and no failure is counted")
    default void what_is_released_is_not_counted(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead lead = outbox.create(aLead());
            outbox.note(lead, "two");
            outbox.settleNext(new Settlement.Retry(NOW, "no answer"));

            outbox.settleNext(new Settlement.Released(NOW.plusSeconds(1)));

            assertThat(outbox.lease(NOW)).isEmpty();
            assertThat(outbox.lease(NOW.plusSeconds(1))).singleElement().satisfies(again -> {
                assertThat(again.id()).isEqualTo(idOf(lead));
                assertThat(again.failures()).isEqualTo(1);
            });
        });
    }

    @Test
    @DisplayName("STORE-86 no tenant leases, settles, sees, replays or skips an entry of another")
    default void the_outboxes_of_tenants_are_apart(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            Lead ours = outbox.create(aLead());
            Lead theirs = outbox.create(aLead().id(ours.id()).of(GLOBEX));
            Outbox spi = outbox.spi();
            Delivery delivery = outbox.lease(NOW).get(0);

            assertThat(spi.settle(GLOBEX, delivery, DELIVERED)).isFalse();
            assertThat(spi.extend(GLOBEX, delivery, NOW.plus(MINUTE.multipliedBy(2))))
                    .isFalse();
            List<Delivery> leased = spi.lease(GLOBEX, CRM, OutboxUnderTest.aLease(NOW), 50);
            assertThat(leased)
                    .singleElement()
                    .satisfies(other -> assertThat(other.activities()).isEqualTo(store.timeline(theirs)));

            assertThat(outbox.settle(delivery, new Settlement.Dead(NOW, "status 410")))
                    .isTrue();
            assertThat(spi.deadLetters(GLOBEX, CRM, PageRequest.first(10))).isEqualTo(new Page<>(List.of(), null));
            assertThat(spi.replay(GLOBEX, delivery.id(), NOW)).isFalse();
            assertThat(spi.skip(GLOBEX, delivery.id())).isFalse();
            assertThat(spi.backlog(GLOBEX, CRM)).isEqualTo(new Backlog(1, NOW.plus(MINUTE), 0));
            assertThat(outbox.backlog()).isEqualTo(new Backlog(0, null, 1));
        });
    }

    @Test
    @DisplayName("STORE-87 dead letters come page by page, oldest first, each once, while others are replayed")
    default void dead_letters_come_page_by_page(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            List<DeadLetter> expected = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                // Two share each instant, and ids are in another order than time.
                Instant since = NOW.plusSeconds(i / 2);
                Lead lead = outbox.create(aLead().id(Leads.id(i % 2 == 0 ? 50 - i : 60 - i)));
                outbox.settleNext(new Settlement.Dead(since, "reason " + i));
                expected.add(new DeadLetter(idOf(lead), 1, since, "reason " + i));
            }
            List<DeadLetter> paged = new ArrayList<>();
            PageRequest request = PageRequest.first(2);
            Page<DeadLetter> page = outbox.spi().deadLetters(ACME, CRM, request);
            while (true) {
                paged.addAll(page.items());
                String next = page.next();
                if (next == null) {
                    break;
                }
                assertThat(paged).as("letters of pages that must end").hasSizeLessThan(20);
                outbox.spi().replay(ACME, page.items().get(0).id(), NOW);
                page = outbox.spi().deadLetters(ACME, CRM, request.after(next));
            }

            assertThat(paged).containsExactlyElementsOf(expected);
            String cursor = StoreUnderTest.cursor(
                    outbox.spi().deadLetters(ACME, CRM, PageRequest.first(1)).next());
            assertThatThrownBy(() -> outbox.spi()
                            .deadLetters(ACME, "mail", PageRequest.first(1).after(cursor)))
                    .as("the cursor of another endpoint")
                    .isInstanceOf(InvalidInputException.class);
        });
    }

    @Test
    @DisplayName("STORE-88 a lease takes at most its limit, what is due the longest first, to the microsecond")
    default void a_lease_takes_at_most_its_limit(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            List<DeliveryId> byDue = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                byDue.add(0, idOf(outbox.create(aLead(), NOW.minusNanos(1_000L * i))));
            }

            assertThat(ids(outbox.lease(NOW.minusNanos(3_000), 3)))
                    .containsExactlyInAnyOrderElementsOf(byDue.subList(0, 3));
            assertThat(ids(outbox.lease(NOW.minusNanos(3_000), 3))).containsExactlyElementsOf(byDue.subList(3, 4));
            assertThat(ids(outbox.lease(NOW, 100))).containsExactlyInAnyOrderElementsOf(byDue.subList(4, 7));
            for (int outOfRange : new int[] {0, Outbox.MAX_LIMIT + 1}) {
                assertThatThrownBy(() -> outbox.lease(NOW, outOfRange)).isInstanceOf(InvalidInputException.class);
            }
        });
    }

    @Test
    @DisplayName("STORE-89 a backlog counts what waits and what is dead, and knows since when the oldest is due")
    default void a_backlog_counts_what_waits(StoreUnderTest store) {
        OutboxUnderTest.of(store).ifPresent(outbox -> {
            assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);
            Lead lead = outbox.create(aLead(), NOW);
            outbox.note(lead, "two");
            assertThat(outbox.backlog()).isEqualTo(new Backlog(2, NOW, 0));

            outbox.settleNext(new Settlement.Dead(NOW.plusSeconds(1), "status 410"));
            outbox.create(aLead(), NOW.plusSeconds(5));
            assertThat(outbox.backlog()).isEqualTo(new Backlog(2, NOW, 1));

            outbox.spi().skip(ACME, idOf(lead));
            outbox.settleNext(DELIVERED);
            assertThat(outbox.backlog()).isEqualTo(new Backlog(1, NOW.plusSeconds(5), 0));
            assertThat(outbox.spi().backlog(ACME, "mail")).isEqualTo(Backlog.NONE);
        });
    }
}
