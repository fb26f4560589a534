package dev.leadkit.examples.quickstart;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Turns forty-eight chat conversations into leads on a board, and says why. */
public final class Quickstart {
    /** The morning after the sample ends, so that every run shows the same ages. */
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Quickstart() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempDirectory("leadkit-quickstart").resolve("leads");
        run(file, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path file, PrintStream out) {
        try (JdbcLeadStore store = JdbcLeadStore.h2File(file)) {
            // 1. Set up once: where leads are kept, how they move, how they are scored.
            LeadKit kit = LeadKit.builder()
                    .store(store)
                    .identityKey("change me, and keep me secret".getBytes(StandardCharsets.UTF_8))
                    .pipeline(Pipeline.fiveStage())
                    .scorer(Scorecard.standard())
                    .normalizer(new LibPhoneNormalizer())
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .build();
            CaptureEngine engine = CaptureEngine.builder(kit)
                    .rules(CaptureRules.parse(Sample.text("capture-rules.json")))
                    .build();

            // 2. Call the hook for every message, whoever wrote it.
            TenantCapture capture = engine.tenant("northwind");
            for (ChatMessage message : Sample.messages()) {
                capture.onMessage(message);
            }

            // 3. Work at the desk.
            LeadDesk desk = kit.tenant("northwind").as(Actor.user("ann"));
            var printer = new BoardPrinter(kit.wiring().pipeline(), NOW, out);
            printer.board(desk.board(BoardQuery.all()));
            Lead hottest = desk.list(
                            LeadQuery.all().sortedBy(LeadQuery.Sort.SCORE).limit(1))
                    .items()
                    .get(0);
            printer.why(hottest);
            out.println("Kept in " + file + ".mv.db");
        }
    }
}
