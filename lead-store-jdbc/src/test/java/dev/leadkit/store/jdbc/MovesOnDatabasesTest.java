package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.TransitionRefusedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Touch;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moves beside the ordinary one do on each database what they do in memory. */
class MovesOnDatabasesTest {
    private static final int LIMIT = 5;
    private static final int THREADS = 16;

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(Duration.ofDays(1)))
            .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                    .withWipLimit(WipLimit.of(LIMIT).perAssignee(3).asHard()))
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .reopening(Reopening.TO_LAST_STAGE)
            .timed(TimedRule.move("silence", "new", Duration.ofDays(2), "lost", "no answer"))
            .build();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    private LeadDesk desk(LeadStore store) {
        InstantSource clock = now::get;
        LeadKit kit = Hosts.builder(store)
                .clock(clock.withZone(ZoneOffset.UTC))
                .pipeline(PIPELINE)
                .overrides(OverridePolicy.users("ann"))
                .build();
        return kit.tenant("acme").as(Actor.user("ann"));
    }

    /** Each thread with a desk of its own, as if in a process of its own. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void threads_fill_a_stage_with_a_hard_limit_and_not_beyond(Database kind) throws Exception {
        LeadStore store = JdbcLeadStore.over(kind.fresh());
        LeadDesk desk = desk(store);
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < THREADS * 2; i++) {
            leads.add(desk.create(NewLead.named("Lead " + i).assignee("user-" + i % 2))
                    .id());
        }

        List<Integer> moved = Crew.run(THREADS, number -> {
            LeadDesk its = desk(store);
            int done = 0;
            for (LeadId lead : leads.subList(number * 2, number * 2 + 2)) {
                try {
                    its.transition(lead, "busy");
                    done++;
                } catch (TransitionRefusedException full) {
                    assertThat(full.refusals())
                            .allMatch(refusal -> refusal.code().equals(WipLimit.CODE));
                }
            }
            return done;
        });

        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(LIMIT);
        assertThat(desk.board(BoardQuery.all()).columns())
                .filteredOn(column -> column.stage().equals("busy"))
                .singleElement()
                .satisfies(column -> {
                    assertThat(column.count()).isEqualTo(LIMIT);
                    assertThat(column.overLimit()).isFalse();
                });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_due_is_done_once_whoever_ticks(Database kind) throws Exception {
        LeadStore store = JdbcLeadStore.over(kind.fresh());
        LeadDesk desk = desk(store);
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            leads.add(desk.create(NewLead.named("Lead " + i)).id());
        }
        now.set(NOW.plus(Duration.ofDays(2)));

        List<Integer> done =
                Crew.run(4, number -> desk(store).moves().tick(100).done().size());

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
        for (LeadId lead : leads) {
            assertThat(desk.get(lead).lostReason()).isEqualTo("no answer");
            assertThat(desk.timeline(lead, PageRequest.first(50)).items())
                    .extracting(Activity::change)
                    .filteredOn(Change.StageChanged.class::isInstance)
                    .hasSize(1);
        }
        assertThat(desk.moves().tick(100).done()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void overrides_reopenings_and_touches_are_stored(Database kind) {
        LeadDesk desk = desk(JdbcLeadStore.over(kind.fresh()));
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        desk.transition(lead, "busy");
        desk.transition(lead, "lost", "price");

        Lead reopened = desk.moves().reopen(lead);
        desk.transition(lead, "won");
        desk.moves().override(lead, "new", "it was another Jane");
        desk.note(lead, "sorry");

        assertThat(reopened.stage()).isEqualTo("busy");
        assertThat(desk.timeline(lead, PageRequest.first(50)).items())
                .extracting(Activity::change)
                .filteredOn(Change.Overridden.class::isInstance)
                .singleElement()
                .satisfies(change -> assertThat(((Change.Overridden) change).refusals())
                        .extracting(reason -> reason.code())
                        .containsExactly("not-declared"));
        assertThat(desk.moves().staleness(lead).cause()).isEqualTo(Touch.NOTED);
        assertThat(desk.insights().history(lead).orElseThrow().reopenings(PIPELINE))
                .isEqualTo(2);
    }
}
