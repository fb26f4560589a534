package dev.leadkit.examples.customstore;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Captures a lead into a store of one's own, closes the file, and finds the lead in it again. */
public final class CustomStore {
    private static final String TENANT = "northwind";

    private CustomStore() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempDirectory("leadkit-custom-store").resolve("leads.log");
        run(file, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path file, PrintStream out) throws IOException {
        try (FileLeadStore store = FileLeadStore.open(file)) {
            LeadKit kit = kit(store);
            CaptureEngine.builder(kit)
                    .build()
                    .tenant(TENANT)
                    .onMessage(ChatMessage.from("session-42")
                            .id("m1")
                            .at(Instant.parse("2026-03-02T09:00:00Z"))
                            .visitor("Hi, I'm Jane Doe. I want to buy 3 espresso machines, jane@acme.example")
                            .build());
            LeadDesk desk = kit.tenant(TENANT).as(Actor.user("ann"));
            desk.list(LeadQuery.all()).items().forEach(lead -> desk.transition(lead.id(), "contacted"));
        }
        try (FileLeadStore store = FileLeadStore.open(file)) {
            for (Lead lead : kit(store)
                    .tenant(TENANT)
                    .as(Actor.user("ann"))
                    .list(LeadQuery.all())
                    .items()) {
                out.printf("%s, %s, because %s%n", lead.displayName(), lead.stage(), reason(lead));
            }
        }
        out.println("Kept in " + file);
    }

    private static LeadKit kit(FileLeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey("change me, and keep me secret".getBytes(StandardCharsets.UTF_8))
                .normalizer(new LibPhoneNormalizer())
                .build();
    }

    private static String reason(Lead lead) {
        return lead.capturedBecause().get(0).text();
    }
}
