package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Histories folded from random timelines, whose clocks may go back, against asking for each minute where the lead was. */
class LeadHistoryProperties {
    private static final LeadId LEAD = new LeadId(new UUID(0, 1));
    private static final ChangesetId CHANGESET = new ChangesetId(new UUID(0, 2));

    private enum Kind {
        MOVE,
        ASSIGN,
        SCORE,
        NOTE
    }

    /** Something that happens a number of minutes after what was before it; fewer than none where a clock is behind. */
    private record Event(int after, boolean sameVersion, boolean byPerson, Kind kind, String value) {}

    @Property
    void a_lead_is_in_each_minute_where_the_timeline_put_it_last(
            @ForAll("events") List<Event> events, @ForAll @IntRange(max = 120) int asOf) {
        List<Activity> timeline = timeline(events);
        Lead lead = lead(timeline);

        LeadHistory history =
                LeadHistory.read(lead, timeline, Histories.minute(asOf)).orElseThrow();

        for (int minute = 0; minute <= asOf; minute++) {
            assertThat(stageAt(history, Histories.minute(minute))).isEqualTo(stageAt(timeline, minute));
        }
        assertThat(history.assignee()).isEqualTo(last(timeline, asOf, Change.Assigned.class, Change.Assigned::to));
        assertThat(history.band()).isEqualTo(last(timeline, asOf, Change.Scored.class, Change.Scored::bandTo));
        assertThat(history.answeredAt()).isEqualTo(firstAnswer(timeline, asOf));
        assertThat(history.visits())
                .hasSize(1
                        + (int) happened(timeline, asOf).stream()
                                .filter(each -> each.change() instanceof Change.StageChanged)
                                .count());
    }

    @Property
    void visits_follow_each_other_from_the_creation_on(
            @ForAll("events") List<Event> events, @ForAll @IntRange(max = 120) int asOf) {
        List<Activity> timeline = timeline(events);

        LeadHistory history = LeadHistory.read(lead(timeline), timeline, Histories.minute(asOf))
                .orElseThrow();

        Instant end = Histories.START;
        for (StageVisit visit : history.visits()) {
            assertThat(visit.from()).isEqualTo(end);
            end = visit.to() == null ? history.asOf() : visit.to();
        }
        assertThat(history.current().isOver()).isFalse();
        assertThat(history.visits().stream()
                        .map(visit -> visit.length(history.asOf()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(Histories.START, history.asOf()));
    }

    @Property
    void time_in_a_stage_is_the_sum_of_its_visits(@ForAll("events") List<Event> events) {
        List<Activity> timeline = timeline(events);
        LeadHistory history = LeadHistory.read(lead(timeline), timeline, Histories.minute(500))
                .orElseThrow();

        for (String stage : List.of("a", "b", "c", "never")) {
            List<StageVisit> its = new ArrayList<>();
            Duration sum = Duration.ZERO;
            for (StageVisit visit : history.visits()) {
                if (visit.stage().equals(stage)) {
                    its.add(visit);
                    Instant end = visit.to() == null ? Histories.minute(500) : visit.to();
                    sum = sum.plus(Duration.between(visit.from(), end));
                }
            }
            if (its.isEmpty()) {
                assertThat(history.timeIn(stage)).isEmpty();
                continue;
            }
            StageVisit latest = its.get(its.size() - 1);
            Instant end = latest.to() == null ? Histories.minute(500) : latest.to();
            assertThat(history.timeIn(stage))
                    .contains(new TimeInStage(
                            its.size(), latest.from(), latest.to(), Duration.between(latest.from(), end), sum));
        }
    }

    @Property
    void a_renamed_stage_is_where_the_old_one_was_and_no_move(@ForAll("events") List<Event> events) {
        List<Activity> timeline = timeline(events);
        LeadHistory history = LeadHistory.read(lead(timeline), timeline, Histories.minute(200))
                .orElseThrow();

        LeadHistory renamed = history.renamed(Map.of("a", "b", "c", "d"));

        for (int minute = 0; minute <= 200; minute++) {
            String old = stageAt(history, Histories.minute(minute));
            assertThat(stageAt(renamed, Histories.minute(minute)))
                    .isEqualTo(old.equals("a") ? "b" : old.equals("c") ? "d" : old);
        }
        assertThat(renamed.current().isOver()).isFalse();
        for (int i = 1; i < renamed.visits().size(); i++) {
            assertThat(renamed.visits().get(i).from())
                    .isEqualTo(renamed.visits().get(i - 1).to());
            assertThat(renamed.visits().get(i).stage())
                    .isNotEqualTo(renamed.visits().get(i - 1).stage());
        }
        assertThat(history.renamed(Map.of())).isEqualTo(history);
    }

    /** The last visit that had begun. */
    private static String stageAt(LeadHistory history, Instant at) {
        String stage = "";
        for (StageVisit visit : history.visits()) {
            stage = visit.from().isAfter(at) ? stage : visit.stage();
        }
        return stage;
    }

    private static String stageAt(List<Activity> timeline, int minute) {
        String stage = "a";
        for (Activity each : happened(timeline, minute)) {
            stage = each.change() instanceof Change.StageChanged moved ? moved.to() : stage;
        }
        return stage;
    }

    /** All before the first that is later: what follows that one in the timeline can't have been earlier. */
    private static List<Activity> happened(List<Activity> timeline, int asOf) {
        List<Activity> happened = new ArrayList<>();
        for (Activity each : timeline) {
            if (each.at().isAfter(Histories.minute(asOf))) {
                break;
            }
            happened.add(each);
        }
        return happened;
    }

    private static <C extends Change> @Nullable String last(
            List<Activity> timeline, int asOf, Class<C> kind, Function<C, @Nullable String> value) {
        String last = null;
        for (Activity each : happened(timeline, asOf)) {
            last = kind.isInstance(each.change()) ? value.apply(kind.cast(each.change())) : last;
        }
        return last;
    }

    private static @Nullable Instant firstAnswer(List<Activity> timeline, int asOf) {
        Instant latest = Histories.START;
        for (Activity each : happened(timeline, asOf)) {
            latest = each.at().isAfter(latest) ? each.at() : latest;
            boolean isAnswer = each.change() instanceof Change.StageChanged || each.change() instanceof Change.Noted;
            if (isAnswer && each.actor().kind() == Actor.Kind.USER) {
                return latest;
            }
        }
        return null;
    }

    private static Lead lead(List<Activity> timeline) {
        return Lead.builder(LEAD, TenantId.of("acme"), LeadSource.API, Histories.START)
                .version(timeline.get(timeline.size() - 1).version())
                .stage("p", 1, "any", false, Histories.START)
                .build();
    }

    private static List<Activity> timeline(List<Event> events) {
        List<Activity> timeline = new ArrayList<>();
        timeline.add(activity(1, 0, 0, true, new Change.Created(LeadSource.API, "p", 1, "a", null)));
        String stage = "a";
        int minute = 0;
        long version = 1;
        int index = 0;
        for (Event event : events) {
            index = event.sameVersion() ? index + 1 : 0;
            minute = event.sameVersion() ? minute : Math.max(0, minute + event.after());
            version += event.sameVersion() ? 0 : 1;
            Change change = switch (event.kind()) {
                case MOVE -> new Change.StageChanged(stage, event.value(), null, Duration.ZERO);
                case ASSIGN -> new Change.Assigned(null, event.value().equals("a") ? null : event.value());
                case SCORE -> new Change.Scored(null, 1, null, event.value(), "card@1");
                case NOTE -> new Change.Noted("called");
            };
            if (event.kind() != Kind.MOVE || !event.value().equals(stage)) {
                timeline.add(activity(version, index, minute, event.byPerson(), change));
                stage = event.kind() == Kind.MOVE ? event.value() : stage;
            }
        }
        return timeline;
    }

    private static Activity activity(long version, int index, int minute, boolean byPerson, Change change) {
        Actor actor = byPerson ? Actor.user("ann") : Actor.rule("r");
        return new Activity(LEAD, version, index, Histories.minute(minute), actor, CHANGESET, null, change);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(-10, 40),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Kind.MOVE, Kind.MOVE, Kind.ASSIGN, Kind.SCORE, Kind.NOTE),
                        Arbitraries.of("a", "b", "c"))
                .as(Event::new)
                .list()
                .ofMaxSize(12);
    }
}
