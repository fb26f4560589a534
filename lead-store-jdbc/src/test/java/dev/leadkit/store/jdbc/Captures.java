package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Capture over a store, and what came of it without what may differ from run to run. */
final class Captures {
    /** After whatever was said. */
    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");

    private Captures() {}

    /** Delivers to two engines in turn, which stand for two processes: they share the store and nothing else. */
    static void deliverOnEightThreads(LeadKit kit, List<ChatMessage> deliveries) throws Exception {
        List<CaptureEngine> engines = List.of(engine(kit), engine(kit));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < deliveries.size(); i++) {
                ChatMessage message = deliveries.get(i);
                CaptureEngine engine = engines.get(i % 2);
                done.add(threads.submit(() -> engine.tenant("acme").onMessage(message)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static LeadKit kit(LeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
                .scorer(Scorecard.standard())
                .clock(Clock.fixed(EVENING, ZoneOffset.UTC))
                .build();
    }

    static CaptureEngine engine(LeadKit kit) {
        return CaptureEngine.builder(kit).region("US").build();
    }

    static Map<String, String> facts(LeadKit kit) {
        Map<String, String> facts = new TreeMap<>();
        for (Lead lead : leads(kit)) {
            String seen = "%s %s %s %s %s %s %s %s %s"
                    .formatted(
                            lead.contact(),
                            lead.identities(),
                            lead.stage(),
                            lead.tags(),
                            lead.expectedAmount(),
                            lead.engagement(),
                            lead.score(),
                            lead.capturedBecause(),
                            lead.createdAt());
            assertThat(facts.put(lead.sessions().get(0), seen)).isNull();
        }
        return facts;
    }

    static List<Lead> leads(LeadKit kit) {
        List<Lead> leads = new ArrayList<>();
        LeadDesk desk = kit.tenant("acme").as(Actor.system());
        LeadQuery query = LeadQuery.all().limit(500);
        Page<Lead> page = desk.list(query);
        leads.addAll(page.items());
        while (page.next() != null) {
            page = desk.list(query.after(page.next()));
            leads.addAll(page.items());
        }
        return leads;
    }
}
