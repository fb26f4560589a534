package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.BackOff;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever fails, whoever dies and however leases run out: nothing is lost and each lead's events stay in order. */
class OutboxRelayProperties {
    private static final TenantId ACME = TenantId.of("acme");
    private static final RelayPolicy POLICY = new RelayPolicy(
            Duration.ofSeconds(30), 3, 50, 4, new BackOff(Duration.ofSeconds(5), 2, Duration.ofMinutes(2), 0.5), 2);

    /** What a relay dies of. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final MovableClock clock = new MovableClock();
    private final List<LeadEvent> taken = new ArrayList<>();
    private Random random = new Random();
    private boolean calm;

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .endpoint("crm", this::listen)
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final List<OutboxRelay> relays =
            List.of(kit.relay(POLICY), kit.relay(POLICY.withBatch(1)), kit.relay(POLICY.withBatch(100)));

    private void listen(LeadEvent event) throws Exception {
        int what = calm ? 9 : random.nextInt(10);
        if (what == 0) {
            throw new Killed();
        } else if (what == 1) {
            throw new IllegalStateException("before it is taken");
        } else if (what == 2) {
            clock.advance(POLICY.lease().dividedBy(1 + random.nextInt(3))); // slow, perhaps too slow
        }
        taken.add(event);
        if (what == 3) {
            throw new IllegalStateException("after it is taken");
        } else if (what == 4) {
            throw new Killed();
        }
    }

    @Property(tries = 150)
    void every_event_is_taken_at_least_once_and_first_in_order(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int acts) {
        random = new Random(seed);
        List<Lead> leads = new ArrayList<>();
        for (int act = 0; act < acts; act++) {
            act(leads);
            if (random.nextInt(3) == 0) {
                poll(relays.get(random.nextInt(relays.size())));
                clock.advance(Duration.ofSeconds(random.nextInt(40)));
            }
        }
        calm = true;
        drain();

        for (Lead lead : leads) {
            assertThat(firstTaken(lead.id())).as("versions of a lead").isEqualTo(versions(lead.id()));
        }
        assertThat(kit.relay().backlog(ACME, "crm").waiting()).isZero();
    }

    private void act(List<Lead> leads) {
        if (leads.size() < 4 || random.nextInt(4) == 0) {
            leads.add(desk.create(NewLead.named("Jane")));
        } else {
            desk.tag(leads.get(random.nextInt(leads.size())).id(), "t" + random.nextInt(100));
        }
    }

    private static void poll(OutboxRelay relay) {
        try {
            relay.poll(List.of(ACME));
        } catch (Killed dead) {
            assertThat(dead).isNotNull(); // its leases run out
        }
    }

    /** Until everything has come through: leases run out, waits end, dead letters are replayed. */
    private void drain() {
        for (int round = 0; round < 20; round++) {
            clock.advance(Duration.ofMinutes(3));
            relays.get(0)
                    .deadLetters(ACME, "crm", PageRequest.first(500))
                    .items()
                    .forEach(letter -> relays.get(0).replay(ACME, letter.id()));
            relays.forEach(OutboxRelayProperties::poll);
        }
    }

    /** The versions in the order in which each was taken for the first time. */
    private List<Long> firstTaken(LeadId lead) {
        return taken.stream()
                .filter(event -> event.lead().equals(lead))
                .map(LeadEvent::version)
                .distinct()
                .toList();
    }

    private List<Long> versions(LeadId lead) {
        Map<Long, Boolean> seen = new HashMap<>();
        return desk.timeline(lead, PageRequest.first(500)).items().stream()
                .map(Activity::version)
                .filter(version -> seen.put(version, true) == null)
                .toList();
    }
}
