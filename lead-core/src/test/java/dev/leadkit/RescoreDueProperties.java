package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.score.RescoredDue;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to leads in whatever order, bringing due scores forward makes every stored one right. */
class RescoreDueProperties {
    private static final CoolingScorer CARD = new CoolingScorer("cooling@1", 20);

    /** What is done, to which lead. */
    record Step(Kind kind, int lead, int number) {}

    enum Kind {
        CREATE,
        TAG,
        UNTAG,
        CLOSE,
        REOPEN,
        WAIT,
        RESCORE
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 60))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void stored_scores_become_the_scorers_and_each_change_of_band_is_told_once(@ForAll("steps") List<Step> steps) {
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .scorer(CARD)
                .build()
                .tenant("acme")
                .as(Actor.system());
        List<LeadId> leads = new ArrayList<>();
        leads.add(desk.create(NewLead.named("Jane")).id());
        steps.forEach(step -> act(desk, clock, leads, step));

        RescoredDue last;
        do {
            last = desk.rescoreDue(2);
        } while (last.more());

        for (LeadId id : leads) {
            Lead lead = desk.get(id);
            if (!lead.closed()) {
                Score right = CARD.score(lead, clock.instant());
                Score stored = Objects.requireNonNull(lead.score());
                assertThat(stored.value()).isEqualTo(right.value());
                assertThat(stored.band()).isEqualTo(right.band());
                assertThat(stored.contributions()).isEqualTo(right.contributions());
                assertThat(stored.nextChangeAt()).isEqualTo(right.nextChangeAt());
            }
            assertThat(bandsTold(desk, id)).isEqualTo(bandsScored(desk, id));
        }
        assertThat(desk.rescoreDue(1)).isEqualTo(new RescoredDue(0, 0, 0, 0, false));
    }

    private static void act(LeadDesk desk, MovableClock clock, List<LeadId> leads, Step step) {
        LeadId lead = leads.get(step.lead() % leads.size());
        switch (step.kind()) {
            case CREATE ->
                leads.add(desk.create(NewLead.named("Bo").tag("t1").tag("t2").tag("t" + step.number()))
                        .id());
            case TAG -> desk.tag(lead, "t" + step.number());
            case UNTAG -> desk.untag(lead, "t" + step.number() % 3);
            case CLOSE -> desk.bulk().transition(List.of(lead), "lost", "price");
            case REOPEN -> {
                if (desk.get(lead).closed()) {
                    desk.moves().reopen(lead);
                }
            }
            case WAIT -> clock.advance(Duration.ofHours(step.number()));
            case RESCORE -> desk.rescoreDue(step.number());
        }
    }

    private static List<String> bandsTold(LeadDesk desk, LeadId lead) {
        return changes(desk, lead)
                .filter(Change.BandChanged.class::isInstance)
                .map(change -> ((Change.BandChanged) change).from() + ">" + ((Change.BandChanged) change).to())
                .toList();
    }

    private static List<String> bandsScored(LeadDesk desk, LeadId lead) {
        return changes(desk, lead)
                .filter(change -> change instanceof Change.Scored scored && scored.changesBand())
                .map(change -> ((Change.Scored) change).bandFrom() + ">" + ((Change.Scored) change).bandTo())
                .toList();
    }

    private static java.util.stream.Stream<Change> changes(LeadDesk desk, LeadId lead) {
        return desk.timeline(lead, PageRequest.first(500)).items().stream().map(Activity::change);
    }
}
