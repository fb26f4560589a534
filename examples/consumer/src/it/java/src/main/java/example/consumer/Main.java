package example.consumer;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** Captures, scores and moves a lead in an H2 file, and fails where it does not run as the module that it is told. */
public final class Main {
    private Main() {}

    /** The name of the module that this class should be in, {@code unnamed} on the class path. */
    public static void main(String[] args) {
        String module = Objects.requireNonNullElse(Main.class.getModule().getName(), "unnamed");
        String library = Objects.requireNonNullElse(LeadKit.class.getModule().getName(), "unnamed");
        check(module.equals(args[0]), "expected to run in module " + args[0] + ", found " + module);
        check(library.equals("unnamed") == module.equals("unnamed"), "LeadKit is in module " + library);

        Path file = Path.of("target", "leads-" + module);
        JdbcLeadStore store = JdbcLeadStore.h2File(file);
        LeadKit kit = LeadKit.builder()
                .store(store)
                .identityKey("a key for a consumer's test only".getBytes(StandardCharsets.UTF_8))
                .scorer(Scorecard.standard())
                .build();
        CaptureEngine.builder(kit).build().tenant("acme").onMessage(ChatMessage.from("session-42")
                .id("m1")
                .at(Instant.now())
                .visitor("Hi, I'm Jane Doe. I want to buy 3 espresso machines, jane@acme.example")
                .build());

        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        Lead lead = desk.list(LeadQuery.all()).items().get(0);
        desk.transition(lead.id(), "contacted");
        Lead moved = desk.get(lead.id());
        check(moved.displayName().equals("Jane Doe"), "the lead is " + moved.displayName());
        check(moved.stage().equals("contacted"), "the stage is " + moved.stage());
        check(moved.score() != null, "there is no score");
        store.close();
        System.out.println(module + " on Java " + Runtime.version().feature() + ": " + moved.displayName() + ", "
                + moved.capturedBecause().get(0).text());
    }

    private static void check(boolean asExpected, String found) {
        if (!asExpected) {
            throw new IllegalStateException(found);
        }
    }
}
