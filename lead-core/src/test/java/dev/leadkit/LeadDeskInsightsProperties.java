package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.insight.CohortFunnel;
import dev.leadkit.insight.Conversion;
import dev.leadkit.insight.Conversion.Basis;
import dev.leadkit.insight.Dimension;
import dev.leadkit.insight.Insights;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.LostLeads;
import dev.leadkit.insight.PeriodFunnel;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.insight.StageTimes;
import dev.leadkit.insight.StageVisit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a desk tells of random work, merges and reopened leads among it, against a diary that is kept of it. */
class LeadDeskInsightsProperties {
    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .open("contacted", "Contacted")
            .open("qualified", "Qualified")
            .won("won", "Won")
            .lost("lost", "Lost")
            .allow("new", "contacted")
            .allow("new", "qualified")
            .allow("contacted", "new")
            .allow("contacted", "qualified")
            .allow("qualified", "contacted")
            .allow("qualified", "won")
            .allowFromAnyOpenStage("lost")
            .allow("lost", "contacted")
            .allow("won", "qualified")
            .build();

    private enum Kind {
        CREATE,
        MOVE,
        ASSIGN,
        MERGE,
        UNMERGE
    }

    private record Act(Kind kind, int minutes, int lead, int other, String to) {}

    private record Entry(String stage, Instant from) {}

    @Property(tries = 300)
    void histories_are_what_was_done(@ForAll("acts") List<Act> acts) {
        World world = new World();
        acts.forEach(world::act);

        Map<LeadId, List<Entry>> told = new LinkedHashMap<>();
        for (LeadHistory history : world.desk.insights().histories().toList()) {
            List<Entry> entries = new ArrayList<>();
            for (StageVisit visit : history.visits()) {
                entries.add(new Entry(visit.stage(), visit.from()));
            }
            told.put(history.lead(), entries);
            assertThat(history.current().stage())
                    .isEqualTo(world.desk.get(history.lead()).stage());
            assertThat(history.assignee())
                    .isEqualTo(world.desk.get(history.lead()).assignee());
        }
        Map<LeadId, List<Entry>> expected = new LinkedHashMap<>(world.diary);
        expected.keySet().removeIf(id -> world.desk.get(id).mergedInto() != null);
        assertThat(told).isEqualTo(expected);
    }

    @Property(tries = 300)
    void reading_what_a_window_needs_is_as_good_as_reading_all(
            @ForAll("acts") List<Act> acts, @ForAll("windows") TimeRange window) {
        World world = new World();
        acts.forEach(world::act);
        Insights insights = world.desk.insights();
        List<LeadHistory> all = insights.histories().toList();

        for (SkippedStages skipped : SkippedStages.values()) {
            assertThat(insights.cohortFunnel(window, skipped))
                    .isEqualTo(CohortFunnel.of(PIPELINE, all.stream(), window, skipped));
            assertThat(insights.periodFunnel(window, skipped))
                    .isEqualTo(PeriodFunnel.of(PIPELINE, all.stream(), window, skipped));
        }
        for (Basis basis : Basis.values()) {
            assertThat(insights.conversion(window, basis, Dimension.ASSIGNEE))
                    .isEqualTo(Conversion.of(PIPELINE, all.stream(), window, basis, Dimension.ASSIGNEE));
        }
        assertThat(insights.stageTimes(window)).isEqualTo(StageTimes.of(PIPELINE, all.stream(), window));
        assertThat(insights.lostLeads(window)).isEqualTo(LostLeads.of(PIPELINE, all.stream(), window));
        assertThat(insights.cohortFunnel(window, SkippedStages.IMPUTED).leads())
                .isEqualTo(world.desk
                        .list(LeadQuery.of(LeadFilter.all().createdIn(window)))
                        .items()
                        .size());
    }

    /** A desk, and what was done at it. */
    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .pipeline(PIPELINE)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        private final List<LeadId> leads = new ArrayList<>();
        private final Map<LeadId, List<Entry>> diary = new LinkedHashMap<>();

        void act(Act act) {
            clock.advance(Duration.ofMinutes(act.minutes()));
            if (act.kind() == Kind.CREATE || leads.isEmpty()) {
                Lead lead = desk.create(NewLead.named("Lead"));
                leads.add(lead.id());
                diary.put(lead.id(), new ArrayList<>(List.of(new Entry("new", clock.instant()))));
                return;
            }
            LeadId lead = leads.get(act.lead() % leads.size());
            try {
                switch (act.kind()) {
                    case MOVE -> move(lead, act.to());
                    case ASSIGN -> desk.assign(lead, act.to().equals("new") ? null : act.to());
                    case MERGE ->
                        desk.merges().apply(desk.merges().preview(lead, leads.get(act.other() % leads.size())));
                    default -> desk.merges().undo(lead);
                }
            } catch (TransitionRefusedException | LeadMergedException | MergeRefusedException refused) {
                // Nothing was done.
            }
        }

        private void move(LeadId lead, String to) {
            boolean there = desk.get(lead).stage().equals(to);
            desk.transition(lead, to, "no need");
            if (!there) {
                diary.get(lead).add(new Entry(to, clock.instant()));
            }
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.CREATE, Kind.MOVE, Kind.MOVE, Kind.MOVE, Kind.ASSIGN, Kind.MERGE, Kind.UNMERGE),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("new", "contacted", "qualified", "won", "lost"))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<TimeRange> windows() {
        Instant begin = new MovableClock().instant();
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 300))
                .as((from, length) -> TimeRange.between(
                        begin.plus(Duration.ofMinutes(from)), begin.plus(Duration.ofMinutes(from + length))));
    }
}
