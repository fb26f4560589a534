package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.move.StaleStatus;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.pipeline.Transition;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done at the desk, in whatever order, leads are where the pipeline lets them be, and came there as it says. */
class OnePathProperties {
    private static final int LIMIT = 2;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> STAGES = List.of("new", "talking", "busy", "won", "lost", "nowhere");
    private static final List<String> CLOSED = List.of("won", "lost");

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .stage(Stage.of("talking", "Talking", StageCategory.OPEN)
                    .requiring("assignee")
                    .withProbability(1)
                    .withStaleAfter(DAY))
            .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                    .withWipLimit(WipLimit.of(LIMIT).asHard()))
            .won("won", "Won")
            .stage(Stage.of("lost", "Lost", StageCategory.LOST).requiring("lostReason"))
            .allow("new", "talking", Guard.scoreAtLeast(50))
            .allow("talking", "busy")
            .allow("new", "busy")
            .allow("busy", "won", Guard.has("email"))
            .allow("talking", "won")
            .allow("won", "talking")
            .allowFromAnyOpenStage("lost")
            .reopening(Reopening.TO_LAST_STAGE)
            .timed(TimedRule.tag("remind", "new", DAY, "cold"))
            .timed(TimedRule.move("give-up", "talking", DAY.multipliedBy(2), "lost", "silence"))
            .build();

    /** Something that is done; its parts mean what the kind makes of them. */
    private record Deed(Kind kind, int lead, int other, String stage) {}

    private enum Kind {
        CREATE,
        TRANSITION,
        BULK,
        REOPEN,
        OVERRIDE,
        TICK,
        ASSIGN,
        UNASSIGN,
        EDIT,
        TAG,
        SCORE,
        MERGE,
        UNMERGE,
        WAIT
    }

    @Property(tries = 300)
    void no_sequence_of_deeds_leads_where_the_pipeline_forbids(@ForAll("deeds") List<Deed> deeds) {
        World world = new World();

        for (Deed deed : deeds) {
            Map<LeadId, Lead> before = world.byId();
            long overrides = world.overrides;
            world.act(deed);
            world.check(before, deed, overrides);
        }
    }

    @Property(tries = 200)
    void a_second_tick_at_the_same_instant_changes_nothing(@ForAll("deeds") List<Deed> deeds) {
        World world = new World();
        deeds.forEach(world::act);
        world.clock.advance(DAY);
        while (world.desk.moves().tick(3).more()) {
            // until nothing is due
        }
        List<Lead> after = world.leads();

        assertThat(world.desk.moves().tick(3).done()).isEmpty();
        assertThat(world.leads()).isEqualTo(after);
    }

    @Property(tries = 200)
    void staleness_is_what_the_filter_says(@ForAll("deeds") List<Deed> deeds) {
        World world = new World();
        deeds.forEach(world::act);
        LeadFilter stale = LeadFilter.all().stale(PIPELINE, world.clock.instant());

        for (Lead lead : world.leads()) {
            assertThat(StaleStatus.of(lead, PIPELINE, world.clock.instant()).isStale())
                    .isEqualTo(stale.matches(lead));
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> leads = Arbitraries.integers().between(0, 4);
        return Combinators.combine(Arbitraries.of(Kind.class), leads, leads, Arbitraries.of(STAGES))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final AtomicInteger score = new AtomicInteger();
        private final LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .pipeline(PIPELINE)
                .overrides(OverridePolicy.users("boss"))
                .scorer((lead, at) -> new Score(
                        score.get(), "b", List.of(new Contribution("f", "F", score.get(), "x")), "c@1", at, null))
                .build();
        private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        private final LeadDesk boss = kit.tenant("acme").as(Actor.user("boss"));
        private final List<LeadId> ids = new ArrayList<>();
        private long overrides;

        World() {
            for (int i = 0; i < 3; i++) {
                act(new Deed(Kind.CREATE, i, i, ""));
            }
        }

        void act(Deed deed) {
            LeadId lead = ids.isEmpty() ? null : ids.get(deed.lead() % ids.size());
            LeadId other = ids.isEmpty() ? null : ids.get(deed.other() % ids.size());
            try {
                if (deed.kind() == Kind.CREATE || lead == null || other == null) {
                    ids.add(desk.create(NewLead.named("Lead")).id());
                    return;
                }
                switch (deed.kind()) {
                    case TRANSITION -> desk.transition(lead, deed.stage(), deed.other() == 0 ? null : "price");
                    case BULK -> desk.bulk().transition(List.of(lead, other), deed.stage(), "price");
                    case REOPEN -> desk.moves().reopen(lead);
                    case OVERRIDE -> (deed.other() == 0 ? boss : desk).moves().override(lead, deed.stage(), "because");
                    case TICK -> desk.moves().tick(1 + deed.other());
                    case ASSIGN -> desk.assign(lead, "ann");
                    case UNASSIGN -> desk.assign(lead, null);
                    case EDIT -> desk.update(lead, LeadUpdate.begin().email("a" + deed.other() + "@b.example"));
                    case TAG -> desk.tag(lead, deed.stage());
                    case SCORE -> score.set(deed.other() * 25);
                    case MERGE -> desk.merges().apply(desk.merges().preview(lead, other));
                    case UNMERGE -> desk.merges().undo(lead);
                    default -> clock.advance(DAY);
                }
            } catch (TransitionRefusedException
                    | LeadMergedException
                    | MergeRefusedException
                    | ConflictException refused) {
                // Nothing was done.
            }
            overrides = boss.list(LeadQuery.all()).items().stream()
                    .flatMap(each -> boss.timeline(each.id(), PageRequest.first(500)).items().stream())
                    .filter(each -> each.change() instanceof Change.Overridden)
                    .count();
        }

        List<Lead> leads() {
            return ids.stream().map(desk::get).toList();
        }

        Map<LeadId, Lead> byId() {
            Map<LeadId, Lead> byId = new TreeMap<>();
            leads().forEach(lead -> byId.put(lead.id(), lead));
            return byId;
        }

        void check(Map<LeadId, Lead> before, Deed deed, long overridesBefore) {
            for (Lead lead : leads()) {
                assertThat(STAGES).contains(lead.stage());
                assertThat(lead.stage()).isNotEqualTo("nowhere");
                assertThat(lead.closed()).isEqualTo(CLOSED.contains(lead.stage()));
                Lead earlier = before.getOrDefault(lead.id(), lead);
                String was = before.containsKey(lead.id()) ? earlier.stage() : "new";
                List<Activity> last = lastActivities(lead);
                if (was.equals(lead.stage())) {
                    continue;
                }
                assertThat(deed.kind()).isIn(Kind.TRANSITION, Kind.BULK, Kind.REOPEN, Kind.OVERRIDE, Kind.TICK);
                assertThat(last.stream().map(Activity::change))
                        .as("the timeline tells the move")
                        .anySatisfy(change -> assertThat(change)
                                .isInstanceOfSatisfying(Change.StageChanged.class, moved -> {
                                    assertThat(moved.from()).isEqualTo(was);
                                    assertThat(moved.to()).isEqualTo(lead.stage());
                                }));
                boolean overridden = last.stream().anyMatch(each -> each.change() instanceof Change.Overridden);
                if (overridden) {
                    assertThat(last).allMatch(each -> each.actor().equals(Actor.user("boss")));
                } else {
                    checkMove(lead, earlier, was, deed);
                }
            }
            if (overrides == overridesBefore) {
                long busyBefore = before.values().stream()
                        .filter(lead -> lead.stage().equals("busy"))
                        .count();
                long busy = leads().stream()
                        .filter(lead -> lead.stage().equals("busy") && !lead.withdrawn())
                        .count();
                assertThat(busy).isLessThanOrEqualTo(Math.max(LIMIT, busyBefore));
            }
        }

        /** What a move needs, told from the definition in another way than the pipeline does. */
        private void checkMove(Lead lead, Lead earlier, String was, Deed deed) {
            List<Transition> declared = PIPELINE.transitions().stream()
                    .filter(each -> each.from().equals(was) && each.to().equals(lead.stage()))
                    .toList();
            boolean isReopening = CLOSED.contains(was) && deed.kind() == Kind.REOPEN;
            assertThat(declared.size() == 1 || isReopening)
                    .as("%s to %s", was, lead.stage())
                    .isTrue();
            switch (lead.stage()) {
                case "talking" -> {
                    assertThat(lead.assignee()).isNotNull();
                    // As it was stored: what the scorer says by now has not been heard yet.
                    Score its = earlier.score();
                    assertThat(was.equals("new") && (its == null || its.value() < 50))
                            .isFalse();
                }
                case "lost" -> assertThat(lead.lostReason()).isNotNull();
                case "won" ->
                    assertThat(was.equals("busy") && lead.contact().emails().isEmpty())
                            .isFalse();
                default -> assertThat(lead.lostReason()).isNull();
            }
        }

        private List<Activity> lastActivities(Lead lead) {
            return desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                    .filter(each -> each.version() == lead.version())
                    .collect(Collectors.toList());
        }
    }
}
