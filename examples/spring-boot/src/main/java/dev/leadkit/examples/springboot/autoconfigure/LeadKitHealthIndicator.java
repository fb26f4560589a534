package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while the store answers. What endpoints have not got is a detail and no reason to be down: a receiver that fails must
 * not take the application with it.
 */
final class LeadKitHealthIndicator extends AbstractHealthIndicator {
    private static final TenantId NOBODY = TenantId.of("leadkit-health");
    private static final LeadId NONE = new LeadId(new UUID(0, 0));

    private final LeadKit kit;
    private final List<String> tenants;

    LeadKitHealthIndicator(LeadKit kit, List<String> tenants) {
        super("LeadKit's store does not answer");
        this.kit = kit;
        this.tenants = tenants;
    }

    /** What the store throws has no personal data in it. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        LeadStore store = kit.wiring().store();
        store.find(NOBODY, NONE);
        health.up().withDetail("persistent", store.isPersistent());
        Outbox outbox = store.capabilities().outbox();
        if (outbox != null) {
            health.withDetail("outbox", backlogs(outbox));
        }
    }

    private Map<String, Map<String, Long>> backlogs(Outbox outbox) {
        Map<String, Map<String, Long>> backlogs = new LinkedHashMap<>();
        for (String endpoint : kit.wiring().endpoints().keySet()) {
            long waiting = 0;
            long dead = 0;
            for (String tenant : tenants) {
                Backlog its = outbox.backlog(kit.tenant(tenant).id(), endpoint);
                waiting += its.waiting();
                dead += its.dead();
            }
            backlogs.put(endpoint, Map.of("waiting", waiting, "dead", dead));
        }
        return backlogs;
    }
}
