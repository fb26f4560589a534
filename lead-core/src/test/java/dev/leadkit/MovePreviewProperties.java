package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.move.MovePreview;
import dev.leadkit.move.Outlook;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Row A4: what a preview says is what the timeline then shows, the endpoints are told, and is expected of the lead. */
class MovePreviewProperties {
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> STAGES = List.of("new", "talking", "busy", "won", "lost", "nowhere");

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(DAY))
            .stage(Stage.of("talking", "Talking", StageCategory.OPEN)
                    .requiring("assignee")
                    .withProbability(0.4)
                    .withStaleAfter(DAY.multipliedBy(3)))
            .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                    .withProbability(0.6)
                    .withWipLimit(WipLimit.of(1)))
            .won("won", "Won")
            .stage(Stage.of("lost", "Lost", StageCategory.LOST).requiring("lostReason"))
            .allow("new", "talking", Guard.scoreAtLeast(50))
            .allow("talking", "busy")
            .allow("new", "busy")
            .allow("busy", "won", Guard.has("email"))
            .allow("talking", "won")
            .allow("lost", "new")
            .allowFromAnyOpenStage("lost")
            .reopening(Reopening.TO_LAST_STAGE)
            .timed(TimedRule.tag("remind", "new", DAY, "cold"))
            .timed(TimedRule.move("give-up", "talking", DAY.multipliedBy(2), "lost", "silence"))
            .build();

    private enum Kind {
        TRANSITION,
        LOSE,
        OVERRIDE,
        REOPEN,
        ASSIGN,
        TAG,
        SNOOZE,
        CHANCE,
        WAIT
    }

    private record Deed(Kind kind, int lead, String stage) {}

    @Property(tries = 200)
    void what_a_preview_says_is_what_happens(@ForAll("deeds") List<Deed> deeds) {
        World world = new World();

        deeds.forEach(world::act);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 2), Arbitraries.of(STAGES))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private interface Move {
        Lead make();
    }

    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final AtomicInteger scores = new AtomicInteger(30);
        private final List<LeadEvent> told = new ArrayList<>();
        private final LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .pipeline(PIPELINE)
                .overrides(OverridePolicy.users("ann"))
                .endpoint("crm", told::add)
                // Follows the stage, so that a move changes the score and its band as well.
                .scorer((lead, at) -> {
                    int value = lead.stage().equals("new") ? scores.get() : 80;
                    return new Score(
                            value,
                            value < 50 ? "cold" : "hot",
                            List.of(new Contribution("f", "F", value, "because")),
                            "card@1",
                            at,
                            null);
                })
                .build();
        private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        private final List<LeadId> ids = new ArrayList<>();

        World() {
            for (int i = 0; i < 3; i++) {
                NewLead lead = NewLead.named("Jane");
                ids.add(desk.create(i == 0 ? lead.email("jane@acme.example") : lead)
                        .id());
            }
        }

        void act(Deed deed) {
            LeadId id = ids.get(deed.lead());
            LeadUpdate update = LeadUpdate.begin();
            switch (deed.kind()) {
                case TRANSITION -> move(id, deed.stage(), null);
                case LOSE -> move(id, "lost", "price");
                case OVERRIDE ->
                    compare(
                            id,
                            desk.moves().previewOverride(id, deed.stage(), "so said", "budget"),
                            () -> desk.moves().override(id, deed.stage(), "so said", "budget"));
                case REOPEN ->
                    compare(
                            id,
                            desk.moves().previewReopen(id),
                            () -> desk.moves().reopen(id));
                case ASSIGN -> desk.assign(id, desk.get(id).assignee() == null ? "ben" : null);
                case TAG -> desk.tag(id, "cold");
                case SNOOZE -> desk.update(id, update.snooze(clock.instant().plus(DAY)));
                case CHANCE -> desk.update(id, update.probability(0.25));
                case WAIT -> {
                    clock.advance(Duration.ofHours(7));
                    scores.set(90 - scores.get());
                }
            }
        }

        private void move(LeadId id, String stage, @Nullable String reason) {
            compare(id, desk.preview(id, stage, reason), () -> desk.transition(id, stage, reason));
        }

        private void compare(LeadId id, MovePreview preview, Move move) {
            Lead before = desk.get(id);
            deliver();
            told.clear();
            if (!preview.isAllowed()) {
                // A lead that is there already is refused by the pipeline, and left alone by the desk.
                if (before.stage().equals(preview.to())) {
                    move.make();
                } else {
                    assertThat(catchThrowableOfType(TransitionRefusedException.class, move::make)
                                    .refusals())
                            .isEqualTo(preview.refusals());
                }
                assertThat(preview.changes()).isEmpty();
                assertThat(preview.after()).isEqualTo(preview.before());
                assertThat(desk.get(id)).isEqualTo(before);
                Statistics.label("refused").collect(true);
                return;
            }

            Lead after = move.make();

            List<Change> happened = desk.timeline(id, PageRequest.first(500)).items().stream()
                    .filter(activity -> activity.version() > before.version())
                    .map(Activity::change)
                    .toList();
            deliver();
            assertThat(preview.changes()).isEqualTo(happened);
            assertThat(preview.events())
                    .isEqualTo(told.stream()
                            .flatMap(event -> event.changeTypes().stream())
                            .toList());
            assertThat(preview.before()).isEqualTo(Outlook.of(before, PIPELINE));
            assertThat(preview.after()).isEqualTo(Outlook.of(after, PIPELINE));
            assertThat(preview.closes()).isEqualTo(!before.closed() && after.closed());
            assertThat(preview.reopens()).isEqualTo(before.closed() && !after.closed());
            Statistics.label("refused").collect(false);
            happened.forEach(change ->
                    Statistics.label("changes").collect(change.getClass().getSimpleName()));
        }

        private void deliver() {
            kit.relay().poll(List.of(TenantId.of("acme")));
        }
    }
}
