package dev.leadkit.insight;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random histories over a few hours, in a pipeline whose closed stages stand between the open ones. */
final class Histories {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant AS_OF = minute(400);

    static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .lost("spam", "Spam")
            .open("contacted", "Contacted")
            .won("trial", "Trial")
            .open("qualified", "Qualified")
            .lost("lost", "Lost")
            .won("customer", "Customer")
            .startingAt("new")
            .free()
            .build();

    static final List<String> OPEN = List.of("new", "contacted", "qualified");
    static final List<String> WON = List.of("trial", "customer");
    static final List<String> LOST = List.of("spam", "lost");
    private static final List<String> STAGES =
            List.of("new", "contacted", "qualified", "trial", "customer", "spam", "lost", "gone");

    private Histories() {}

    static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    /** Stays in a row, the last of which is not over. */
    record Stay(
            String stage,
            int minutes,
            @Nullable String assignee,
            @Nullable String band,
            @Nullable String reason) {}

    static LeadHistory history(
            String pipeline, String source, int createdAt, List<Stay> stays, @Nullable Integer answeredAfter) {
        List<StageVisit> visits = new ArrayList<>();
        Instant from = minute(createdAt);
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean last = i == stays.size() - 1;
            Instant to = from.plus(Duration.ofMinutes(stay.minutes()));
            visits.add(new StageVisit(
                    stay.stage(),
                    from,
                    last ? null : to,
                    Actor.user("ann"),
                    null,
                    stay.reason(),
                    stay.assignee(),
                    stay.band()));
            from = to;
        }
        // What a lead has now may be otherwise than what it had when it came to where it is.
        Stay present = stays.get(0);
        return new LeadHistory(
                new LeadId(UUID.randomUUID()),
                pipeline,
                source,
                minute(createdAt),
                AS_OF,
                visits,
                present.assignee(),
                present.band(),
                Optional.ofNullable(answeredAfter)
                        .map(after -> minute(createdAt + after))
                        .orElse(null));
    }

    static Arbitrary<List<LeadHistory>> lists() {
        Arbitrary<Stay> stays = Combinators.combine(
                        Arbitraries.of(STAGES),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("ann", "ben").injectNull(0.3),
                        Arbitraries.of("hot", "warm").injectNull(0.3),
                        Arbitraries.of("price", "timing").injectNull(0.3))
                .as(Stay::new);
        return Combinators.combine(
                        Arbitraries.of("p", "p", "p", "p", "other"),
                        Arbitraries.of("widget", "manual", "api"),
                        Arbitraries.integers().between(0, 200),
                        stays.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(0, 100).injectNull(0.4))
                .as(Histories::joined)
                .list()
                .ofMaxSize(15);
    }

    /** A lead does not move to where it is. */
    private static LeadHistory joined(
            String pipeline, String source, int createdAt, List<Stay> stays, @Nullable Integer answeredAfter) {
        List<Stay> moves = new ArrayList<>();
        for (Stay stay : stays) {
            if (moves.isEmpty() || !moves.get(moves.size() - 1).stage().equals(stay.stage())) {
                moves.add(stay);
            }
        }
        return history(pipeline, source, createdAt, moves, answeredAfter);
    }
}
