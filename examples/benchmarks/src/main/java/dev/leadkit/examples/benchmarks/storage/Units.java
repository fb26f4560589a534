package dev.leadkit.examples.benchmarks.storage;

import static dev.leadkit.examples.benchmarks.storage.Population.HASHER;
import static dev.leadkit.examples.benchmarks.storage.Population.PIPELINE;

import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.jdbc.StoredRows;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes units of work as the desk makes them, before the clock runs. Not safe to share. */
final class Units {
    /** Beyond every lead that was loaded. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(1_000_000_000 + ThreadLocalRandom.current().nextInt(900_000_000));

    private final TenantId tenant;
    private final Population population;
    private final Deque<Lead> open;
    private final Supplier<Instant> clock;
    private final Supplier<UUID> ids;

    /** @param open leads of stages from which one can go on and back again, at their stored versions */
    Units(TenantId tenant, List<Lead> open) {
        this(tenant, open, Instant::now, Units::id);
    }

    Units(TenantId tenant, List<Lead> open, Supplier<Instant> clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
        this.tenant = tenant;
        this.population = new Population(tenant, 1_000_000);
        this.open = new ArrayDeque<>(open);
    }

    Unit create() {
        int number = NEXT.getAndIncrement();
        NewLead wanted = population.wanted(number);
        Instant now = clock.get();
        Changeset loaded = population.creation(number);
        Lead lead = loaded.leads().get(0).lead();
        Lead.Builder fresh = Lead.builder(new LeadId(ids.get()), tenant, lead.source(), now)
                .contact(lead.contact())
                .identities(lead.identities())
                .tags(lead.tags())
                .expectedAmount(lead.expectedAmount())
                .assignee(lead.assignee())
                .pinned(lead.pinned());
        ChangesetBuilder unit = unit(now);
        unit.create(PIPELINE.enter(fresh, now).build(), now, null);
        List<Changeset> changesets = List.of(unit.build());
        return new Unit(changesets, StoredRows.of(changesets), wanted, null);
    }

    /** Moves so many leads, or all there are, to another stage, those first that have not moved for longest. */
    Unit transition(int most) {
        int leads = Math.min(most, open.size());
        List<Changeset> changesets = new ArrayList<>();
        String to = "";
        for (int i = 0; i < leads; i++) {
            Lead before = open.removeFirst();
            Instant now = latest(clock.get(), before.lastActivityAt());
            to = before.stage().equals("assigned") ? "contacted" : "assigned";
            if (!(PIPELINE.decide(before, to, Population.ANN) instanceof Decision.Allowed allowed)) {
                throw new IllegalStateException("a transition that the pipeline refuses: " + before.stage());
            }
            Lead moved = allowed.apply(before, now).toBuilder()
                    .pin("stage")
                    .lastActivityAt(now)
                    .build();
            ChangesetBuilder unit = unit(now);
            open.addLast(unit.update(before, moved, now, null));
            changesets.add(unit.build());
        }
        return new Unit(changesets, StoredRows.of(changesets), null, to);
    }

    private ChangesetBuilder unit(Instant now) {
        return new ChangesetBuilder(new ChangesetId(ids.get()), tenant, now, Population.ANN, HASHER)
                .endpoints(Set.of(Population.ENDPOINT));
    }

    /** Version 7, as the kit makes them: new rows come at the end of an index by id. */
    private static UUID id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
