package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.capture.CaptureCounters;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * What came of deliveries, by status and by the codes of the reasons. Codes depend on the rules and are known once they
 * occur: {@link #update} makes their counters, and so does each reading of the number of deliveries, so that a monitor
 * that reads at intervals sees a new code one reading later.
 */
public final class CaptureMetrics implements MeterBinder {
    static final String DELIVERIES = "leadkit.capture.deliveries";
    static final String REASONS = "leadkit.capture.reasons";

    private final CaptureEngine engine;
    private final Set<Bound> bound = ConcurrentHashMap.newKeySet();
    private final Set<MeterRegistry> registries = ConcurrentHashMap.newKeySet();

    private record Bound(MeterRegistry registry, Status status, String code) {}

    CaptureMetrics(CaptureEngine engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        for (Status status : Status.values()) {
            deliveries(registry, key(status), counters -> counters.of(status));
        }
        deliveries(registry, "failed", CaptureCounters::failed);
        update();
    }

    private void deliveries(MeterRegistry registry, String status, ToDoubleFunction<CaptureCounters> count) {
        FunctionCounter.builder(DELIVERIES, this, metrics -> count.applyAsDouble(metrics.read()))
                .description("Deliveries to the hook, by what came of them")
                .tag("status", status)
                .register(registry);
    }

    private CaptureCounters read() {
        CaptureCounters counters = engine.counters();
        bindCodes(counters);
        return counters;
    }

    /** Makes the counters of the codes that have occurred since. */
    public void update() {
        bindCodes(engine.counters());
    }

    private void bindCodes(CaptureCounters counters) {
        counters.reasons()
                .forEach((status, codes) -> codes.keySet()
                        .forEach(code -> registries.forEach(registry -> bind(new Bound(registry, status, code)))));
    }

    private void bind(Bound reason) {
        if (bound.add(reason)) {
            FunctionCounter.builder(REASONS, engine, its -> its.counters().of(reason.status(), reason.code()))
                    .description("Deliveries to the hook that had a reason, by what came of them")
                    .tag("status", key(reason.status()))
                    .tag("reason", reason.code())
                    .register(reason.registry());
        }
    }

    static String key(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
