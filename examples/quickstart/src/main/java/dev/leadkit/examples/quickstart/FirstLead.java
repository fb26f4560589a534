package dev.leadkit.examples.quickstart;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;

/** The README's first code, so that it compiles and does what it says. */
public final class FirstLead {
    public static void main(String[] args) {
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .normalizer(new LibPhoneNormalizer())
                .build();
        TenantCapture capture = CaptureEngine.builder(kit).build().tenant("acme");

        capture.onMessage(ChatMessage.from("session-42")
                .id("m1")
                .at(Instant.now())
                .visitor("Hi, I'm Jane Doe. I want to buy 3 espresso machines, jane@acme.example")
                .build());

        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        Lead lead = desk.list(LeadQuery.all()).items().get(0);
        System.out.println(lead.displayName() + ", because "
                + lead.capturedBecause().get(0).text());
        desk.transition(lead.id(), "contacted");
    }
}
