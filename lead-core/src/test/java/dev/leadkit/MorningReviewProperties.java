package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.insight.MorningReview;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The morning review against looking at every lead. */
class MorningReviewProperties {
    /** How long the stages of {@link Pipeline#fiveStage} leave a lead alone. */
    private static final Map<String, Duration> STALE_AFTER =
            Map.of("new", Duration.ofDays(1), "contacted", Duration.ofDays(5), "qualified", Duration.ofDays(7));

    /** A lead of a score, made some hours after the one before it, then moved and snoozed for some hours, or none. */
    private record Made(int hours, int score, String stage, int snooze) {}

    @Property(tries = 300)
    void each_lead_is_where_looking_at_it_puts_it(
            @ForAll("leads") List<Made> leads, @ForAll @IntRange(min = 1, max = 5) int limit) {
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .scorer((lead, asOf) -> score(lead.tags().iterator().next(), asOf))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        for (Made made : leads) {
            Lead lead = desk.create(NewLead.named("Lead").tag(Integer.toString(made.score())));
            clock.advance(Duration.ofHours(made.hours()));
            if (!made.stage().equals("new")) {
                desk.transition(lead.id(), made.stage());
            }
            if (made.snooze() > 0) {
                Instant until = clock.instant().plus(Duration.ofHours(made.snooze()));
                desk.update(lead.id(), LeadUpdate.begin().snooze(until));
            }
        }
        Instant now = clock.instant();

        MorningReview review = desk.insights().morningReview(limit);

        List<Lead> hot = new ArrayList<>();
        List<Lead> unnoticed = new ArrayList<>();
        List<Instant> goingStale = new ArrayList<>();
        Map<String, Long> stale = new TreeMap<>();
        for (Lead lead : desk.list(LeadQuery.all().limit(100)).items()) {
            if (lead.stage().equals("new") && score(lead) >= 70) {
                boolean old = lead.createdAt().plus(Duration.ofHours(24)).isBefore(now);
                (old ? unnoticed : hot).add(lead);
            }
            Duration alone = STALE_AFTER.get(lead.stage());
            if (alone != null) {
                Instant staleAt = lead.lastActivityAt().plus(alone);
                Instant snoozed = lead.snoozedUntil();
                if (snoozed != null && snoozed.isAfter(staleAt)) {
                    staleAt = snoozed;
                }
                if (!staleAt.isAfter(now)) {
                    stale.merge(lead.stage(), 1L, Long::sum);
                } else if (!staleAt.isAfter(now.plus(Duration.ofHours(24)))) {
                    goingStale.add(staleAt);
                }
            }
        }
        assertThat(review.stale()).isEqualTo(stale);
        assertThat(review.goingStale())
                .extracting(MorningReview.GoingStale::staleAt)
                .containsExactlyElementsOf(
                        goingStale.stream().sorted().limit(limit).toList());
        assertThat(review.hot().items()).containsExactlyElementsOf(highest(hot, limit));
        assertThat(review.hot().next() == null).isEqualTo(hot.size() <= limit);
        assertThat(review.unnoticed().items()).containsExactlyElementsOf(highest(unnoticed, limit));
    }

    private static List<Lead> highest(List<Lead> leads, int limit) {
        return leads.stream()
                .sorted(Comparator.comparingInt((Lead lead) -> score(lead))
                        .thenComparing(Lead::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static int score(Lead lead) {
        return lead.score() == null ? 0 : lead.score().value();
    }

    private static Score score(String points, Instant asOf) {
        int value = Integer.parseInt(points);
        return new Score(value, "any", List.of(new Contribution("tag", "Tag", value, "tags")), "card@1", asOf, null);
    }

    @Provide
    Arbitrary<List<Made>> leads() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 6, 12, 24, 48),
                        Arbitraries.of(10, 69, 70, 71, 100),
                        Arbitraries.of("new", "new", "contacted", "qualified", "converted"),
                        Arbitraries.of(0, 0, 1, 24, 48, 200))
                .as(Made::new)
                .list()
                .ofMaxSize(15);
    }
}
