package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.lead.TenantId;
import dev.leadkit.scoring.past.MessageIntents;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A capture engine for each tenant, by the rules that it has at the moment. Safe to share. */
final class TenantCaptures {
    private static final long CACHE_BYTES = 16L * 1024 * 1024;

    private final LeadKit kit;
    private final TenantDefinitions<CaptureRules> rules;
    private final IntentDetector intent = IntentModel.trained();
    private final Map<TenantId, Engine> engines = new ConcurrentHashMap<>();

    private record Engine(long version, CaptureEngine engine) {}

    TenantCaptures(LeadKit kit, TenantDefinitions<CaptureRules> rules) {
        this.kit = kit;
        this.rules = rules;
    }

    TenantCapture of(TenantId tenant) {
        return engine(tenant).tenant(tenant.value());
    }

    CaptureEngine engine(TenantId tenant) {
        Current<CaptureRules> current = rules.current(tenant);
        return engines.compute(
                        tenant,
                        (id, engine) -> engine != null && engine.version() == current.version()
                                ? engine
                                : new Engine(current.version(), build(current.value())))
                .engine();
    }

    MessageIntents intents() {
        return message -> {
            IntentReading reading = intent.read(message.text());
            return new MessageIntents.Intents(reading.purchase(), reading.qualified());
        };
    }

    private CaptureEngine build(CaptureRules itsRules) {
        return CaptureEngine.builder(kit)
                .rules(itsRules)
                .intent(intent)
                .cacheBytes(CACHE_BYTES)
                .build();
    }
}
