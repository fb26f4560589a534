package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A2: whatever a lead's score and probability come to, it stays where it is, and as open or closed. */
class NumbersMoveNothingProperties {
    private record Numbers(int score, double probability, boolean ofStage) {}

    @Provide
    Arbitrary<Numbers> numbers() {
        return Combinators.combine(
                        Arbitraries.of(0, 39, 40, 69, 70, 100),
                        Arbitraries.of(0.0, 0.004, 0.5, 0.999, 1.0),
                        Arbitraries.of(true, false))
                .as(Numbers::new);
    }

    @Provide
    Arbitrary<String> stages() {
        return Arbitraries.of(
                Pipeline.fiveStage().stages().stream().map(Stage::key).toList());
    }

    @Property(tries = 200)
    void no_score_and_no_probability_moves_a_lead(
            @ForAll("stages") String stage, @ForAll @Size(min = 1, max = 8) List<@From("numbers") Numbers> all) {
        var score = new AtomicInteger();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .scorer((lead, asOf) -> new Score(
                        score.get(),
                        score.get() >= 70 ? "hot" : "cold",
                        List.of(new Contribution("any", "Any", score.get(), "set")),
                        "card@1",
                        asOf,
                        null))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        LeadId id = desk.create(NewLead.named("Jane")).id();
        Lead begin = desk.get(id).stage().equals(stage) ? desk.get(id) : desk.transition(id, stage, "price");
        int told = timeline(desk, id).size();

        for (Numbers numbers : all) {
            score.set(numbers.score());
            LeadUpdate update = LeadUpdate.begin();
            Lead lead = desk.update(
                    id, numbers.ofStage() ? update.stageProbability() : update.probability(numbers.probability()));

            assertThat(lead.stage()).isEqualTo(stage);
            assertThat(lead.closed()).isEqualTo(begin.closed());
            assertThat(lead.stageEnteredAt()).isEqualTo(begin.stageEnteredAt());
        }
        List<Change> since = timeline(desk, id);
        assertThat(since.subList(told, since.size())).noneMatch(Change.StageChanged.class::isInstance);
    }

    private static List<Change> timeline(LeadDesk desk, LeadId id) {
        return desk.timeline(id, PageRequest.first(100)).items().stream()
                .map(activity -> activity.change())
                .toList();
    }
}
