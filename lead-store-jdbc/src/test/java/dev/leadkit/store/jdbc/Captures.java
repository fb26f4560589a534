package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Capture over a store, and what came of it without what may differ from run to run. */
final class Captures {
    private Captures() {}

    /** Delivers to two engines in turn, which stand for two processes: they share the store and nothing else. */
    static void deliverOnEightThreads(LeadStore store, List<ChatMessage> deliveries) throws InterruptedException {
        List<CaptureEngine> engines = Hosts.engines(2, store);
        var next = new AtomicInteger();
        Crew.run(8, number -> {
            for (int i = next.getAndIncrement(); i < deliveries.size(); i = next.getAndIncrement()) {
                engines.get(i % 2).tenant("acme").onMessage(deliveries.get(i));
            }
            return number;
        });
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
