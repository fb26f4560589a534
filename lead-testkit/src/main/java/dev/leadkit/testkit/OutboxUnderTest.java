package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Settlement;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The outbox that a rule looks at, with what most rules do to it in a line. Its endpoint is {@value #CRM}. */
final class OutboxUnderTest {
    static final String CRM = "crm";
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Settlement DELIVERED = new Settlement.Delivered();

    private final StoreUnderTest store;
    private final Outbox spi;

    private OutboxUnderTest(StoreUnderTest store, Outbox spi) {
        this.store = store;
        this.spi = spi;
    }

    /** Empty when the store declares none, after seeing that it refuses what would need one. */
    static Optional<OutboxUnderTest> of(StoreUnderTest store) {
        Outbox outbox = store.spi().capabilities().outbox();
        if (outbox == null) {
            requireRefusal(store);
            return Optional.empty();
        }
        return Optional.of(new OutboxUnderTest(store, outbox));
    }

    private static void requireRefusal(StoreUnderTest store) {
        ChangesetBuilder unit = aChangeset().endpoints(Set.of(CRM));
        Lead lead = unit.create(aLead().build(), NOW, null);

        assertThatThrownBy(() -> store.commit(unit))
                .as("a changeset that names an endpoint, for a store that declares no outbox")
                .isInstanceOf(UnsupportedCapabilityException.class);

        assertThat(store.find(lead)).as("the lead of the refused changeset").isEmpty();
        assertThat(store.timeline(lead)).as("its timeline").isEmpty();
    }

    Outbox spi() {
        return spi;
    }

    /** Commits a new lead, for these endpoints or else for {@value #CRM}. */
    Lead create(LeadFixture lead, String... endpoints) {
        return create(lead, NOW, endpoints);
    }

    Lead create(LeadFixture lead, Instant at, String... endpoints) {
        Lead fresh = lead.build();
        ChangesetBuilder unit =
                new ChangesetBuilder(aChangeset().build().id(), fresh.tenant(), at, Leads.ANN, Leads.HASHER);
        Lead stored = unit.endpoints(named(endpoints)).create(fresh, at, null);
        store.commit(unit);
        return stored;
    }

    /** Commits a note, for these endpoints or else for {@value #CRM}. */
    Lead note(Lead before, String text, String... endpoints) {
        ChangesetBuilder unit = aChangeset(before.tenant()).endpoints(named(endpoints));
        Lead stored = unit.update(before, before, NOW, null, new Change.Noted(text));
        store.commit(unit);
        return stored;
    }

    private static Set<String> named(String... endpoints) {
        return endpoints.length == 0 ? Set.of(CRM) : Set.of(endpoints);
    }

    /** Leases for a minute, as an owner of its own. */
    List<Delivery> lease(Instant now) {
        return lease(now, 50);
    }

    List<Delivery> lease(Instant now, int limit) {
        return spi.lease(ACME, CRM, aLease(now), limit);
    }

    List<Delivery> leaseFor(String endpoint) {
        return spi.lease(ACME, endpoint, aLease(NOW), 50);
    }

    static Lease aLease(Instant now) {
        return new Lease("owner-" + UUID.randomUUID(), now, now.plus(MINUTE));
    }

    boolean settle(Delivery delivery, Settlement settlement) {
        return spi.settle(ACME, delivery, settlement);
    }

    /** Leases what is due at {@link Leads#NOW}, which must be one entry, and settles it. */
    Delivery settleNext(Settlement settlement) {
        List<Delivery> leased = lease(NOW);
        assertThat(leased).as("what is due").hasSize(1);
        assertThat(settle(leased.get(0), settlement)).as("its settlement").isTrue();
        return leased.get(0);
    }

    List<DeadLetter> deadLetters() {
        return spi.deadLetters(ACME, CRM, PageRequest.first(100)).items();
    }

    Backlog backlog() {
        return spi.backlog(ACME, CRM);
    }

    static DeliveryId idOf(Lead lead) {
        return new DeliveryId(CRM, lead.id(), lead.version());
    }

    static List<DeliveryId> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::id).toList();
    }
}
