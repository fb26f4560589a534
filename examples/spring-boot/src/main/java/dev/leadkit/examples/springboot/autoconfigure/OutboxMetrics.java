package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far each endpoint lags behind, for the tenants that were named. Each reading of a gauge is one read of the database;
 * where that fails, the gauge is NaN.
 */
final class OutboxMetrics implements MeterBinder {
    static final String WAITING = "leadkit.outbox.waiting";
    static final String LAG = "leadkit.outbox.lag";
    static final String DEAD = "leadkit.outbox.dead";

    private final LeadKit kit;
    private final List<String> tenants;

    OutboxMetrics(LeadKit kit, List<String> tenants) {
        this.kit = kit;
        this.tenants = tenants;
    }

    /** Nothing where the store has no outbox. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Outbox outbox = kit.wiring().store().capabilities().outbox();
        if (outbox == null) {
            return;
        }
        for (String tenant : tenants) {
            TenantId id = kit.tenant(tenant).id();
            for (String endpoint : kit.wiring().endpoints().keySet()) {
                var gauges = new Gauges(registry, outbox, id, endpoint);
                gauges.of(WAITING, "Events that the endpoint has not got yet", null, Backlog::waiting);
                gauges.of(LAG, "How long the oldest of them has been due", "seconds", this::lag);
                gauges.of(DEAD, "Events that are not sent any more", null, Backlog::dead);
            }
        }
    }

    private double lag(Backlog backlog) {
        Instant due = backlog.oldestDue();
        if (due == null) {
            return 0;
        }
        return Math.max(0, Duration.between(due, kit.wiring().now()).toMillis() / 1000.0);
    }

    private record Gauges(MeterRegistry registry, Outbox outbox, TenantId tenant, String endpoint) {
        void of(String name, String description, @Nullable String unit, ToDoubleFunction<Backlog> value) {
            Gauge.builder(name, outbox, its -> value.applyAsDouble(its.backlog(tenant, endpoint)))
                    .description(description)
                    .baseUnit(unit)
                    .tags(Tags.of("tenant", tenant.value(), "endpoint", endpoint))
                    .strongReference(true)
                    .register(registry);
        }
    }
}
