package dev.leadkit.examples.leaddesk.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RescorerTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final AtomicInteger points = new AtomicInteger(80);
    private final LeadDesk desk = desk();

    private LeadDesk desk() {
        InstantSource source = now::get;
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(source.withZone(ZoneOffset.UTC))
                .scorer(this::score)
                .build()
                .tenant(ACME.value())
                .as(Actor.system());
    }

    /** For a day each lead has the points that there are; none afterwards. */
    private Score score(Lead lead, Instant at) {
        Instant end = lead.createdAt().plus(Duration.ofDays(1));
        int its = at.isBefore(end) ? points.get() : 0;
        return new Score(
                its,
                its >= 70 ? "hot" : "cold",
                List.of(new Contribution("all", "All", its, "lead")),
                "test@1",
                at,
                its > 0 ? end : null);
    }

    private int scoreOf(LeadId lead) {
        return Objects.requireNonNull(desk.get(lead).score()).value();
    }

    /** For half a minute at most. */
    private static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private Rescorer rescorer() {
        return new Rescorer(tenant -> desk, () -> List.of(ACME));
    }

    @Test
    void brings_scores_forward_that_time_has_changed() {
        LeadId lead = desk.create(NewLead.named("Kim")).id();
        now.set(BEGIN.plus(Duration.ofDays(2)));

        try (Rescorer rescorer = rescorer()) {
            rescorer.start();
            await(() -> scoreOf(lead) == 0);
        }
    }

    @Test
    void tells_how_far_it_is_until_all_leads_have_the_scores_of_another_card() {
        LeadId lead = desk.create(NewLead.named("Kim")).id();
        points.set(30);

        try (Rescorer rescorer = rescorer()) {
            rescorer.begin(ACME);
            assertThat(rescorer.progress(ACME).finished()).isFalse();
            rescorer.start();
            await(() -> rescorer.progress(ACME).finished());

            assertThat(rescorer.progress(ACME)).isEqualTo(new Rescorer.Progress(1, 1, 1, true));
            assertThat(scoreOf(lead)).isEqualTo(30);
        }
    }

    @Test
    void goes_on_with_what_an_earlier_process_left_undone() {
        for (int i = 0; i < 201; i++) {
            desk.create(NewLead.named("Kim " + i));
        }
        LeadId first = desk.create(NewLead.named("Lou")).id();
        points.set(30);
        OperationReport left = desk.rescoring().run(LeadFilter.all(), portion -> false);
        assertThat(left.count("changed")).isEqualTo(200);

        try (Rescorer rescorer = rescorer()) {
            rescorer.start();
            await(() -> desk.operations()
                    .get(Objects.requireNonNull(left.operation()))
                    .progress()
                    .finished());
        }

        assertThat(scoreOf(first)).isEqualTo(30);
        assertThat(desk.rescoring().run(LeadFilter.all()).count("unchanged")).isEqualTo(202);
    }
}
