package dev.leadkit.examples.springboot.chat;

import dev.leadkit.LeadKit;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.examples.springboot.autoconfigure.LeadKitProperties;
import dev.leadkit.lead.TenantId;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Polls for events on the application's own scheduler; LeadKit has no thread. */
@Component
class EventRelay {
    private final OutboxRelay relay;
    private final List<TenantId> tenants;

    EventRelay(LeadKit kit, LeadKitProperties properties) {
        relay = kit.relay();
        tenants = properties.tenants().stream().map(TenantId::of).toList();
    }

    @Scheduled(initialDelayString = "${chat.relay-every:1s}", fixedDelayString = "${chat.relay-every:1s}")
    void poll() {
        relay.poll(tenants);
    }
}
