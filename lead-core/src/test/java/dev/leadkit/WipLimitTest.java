package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.board.Place;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Reason;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** E8: a soft limit warns, a hard one holds, whoever moves at the same time. */
class WipLimitTest {
    private static final int THREADS = 8;

    private final MeddledStore store = new MeddledStore();

    private LeadDesk desk(WipLimit limit) {
        return LeadKit.builder()
                .store(store)
                .clock(new MovableClock())
                .overrides(OverridePolicy.users("ann"))
                .pipeline(Pipeline.named("p")
                        .open("new", "New")
                        .stage(Stage.of("busy", "Busy", StageCategory.OPEN).withWipLimit(limit))
                        .won("won", "Won")
                        .lost("lost", "Lost")
                        .free()
                        .reopening(Reopening.TO_LAST_STAGE)
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private static List<LeadId> leads(LeadDesk desk, int count) {
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leads.add(desk.create(NewLead.named("Lead " + i).assignee(i % 2 == 0 ? "ann" : "bob"))
                    .id());
        }
        return leads;
    }

    private static Board.Column busy(LeadDesk desk, BoardQuery query) {
        return desk.board(query).columns().stream()
                .filter(column -> column.stage().equals("busy"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_soft_limit_warns_before_the_move_and_shows_on_the_board() {
        LeadDesk desk = desk(WipLimit.of(2));
        List<LeadId> leads = leads(desk, 3);
        desk.transition(leads.get(0), "busy");
        assertThat(desk.preview(leads.get(1), "busy").warnings()).isEmpty();
        desk.transition(leads.get(1), "busy");
        assertThat(busy(desk, BoardQuery.all()).overLimit()).isFalse();

        assertThat(desk.preview(leads.get(2), "busy")).satisfies(decision -> {
            assertThat(decision.isAllowed()).isTrue();
            assertThat(decision.warnings())
                    .containsExactly(Reason.of("wip-limit", "at most 2 leads for \"busy\", there are 2 already"));
        });
        assertThat(desk.options(leads.get(2)))
                .filteredOn(option -> !option.warnings().isEmpty())
                .extracting(option -> option.to())
                .containsExactly("busy");
        desk.transition(leads.get(2), "busy");

        assertThat(busy(desk, BoardQuery.all()).overLimit()).isTrue();
        assertThat(busy(desk, BoardQuery.of(LeadFilter.all().assignedTo("bob"))))
                .as("those that the filter leaves out are counted as well")
                .satisfies(column -> {
                    assertThat(column.count()).isEqualTo(1);
                    assertThat(column.overLimit()).isTrue();
                });
    }

    @Test
    void leads_in_the_stage_whose_place_one_with_a_limit_took_are_counted_before_they_are_brought_along() {
        LeadDesk desk = desk(WipLimit.of(1).asHard());
        List<LeadId> leads = leads(desk, 2);
        desk.transition(leads.get(0), "busy");
        Pipeline next = Pipeline.named("p")
                .version(2)
                .open("new", "New")
                .stage(Stage.of("talking", "Talking", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(1).asHard()))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        desk.pipelines().publish(desk.pipelines().plan(next, StageMap.of("busy", "talking")));

        assertThatThrownBy(() -> desk.transition(leads.get(1), "talking"))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageContaining("at most 1 leads for \"talking\", there are 1 already");
        desk.transition(leads.get(0), "won");
        assertThat(desk.transition(leads.get(1), "talking").stage()).isEqualTo("talking");
    }

    @Test
    void a_hard_limit_refuses_until_there_is_room() {
        LeadDesk desk = desk(WipLimit.of(1).asHard());
        List<LeadId> leads = leads(desk, 2);
        desk.transition(leads.get(0), "busy");

        assertThatThrownBy(() -> desk.transition(leads.get(1), "busy"))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageContaining("at most 1 leads for \"busy\", there are 1 already");
        assertThat(desk.preview(leads.get(1), "busy").refusals())
                .extracting(Refusal::code)
                .containsExactly("wip-limit");
        desk.transition(leads.get(0), "won");
        assertThat(desk.transition(leads.get(1), "busy").stage()).isEqualTo("busy");
        assertThat(desk.transition(leads.get(1), "busy").version())
                .as("it is there already")
                .isEqualTo(2);
    }

    @Test
    void a_limit_for_each_assignee_leaves_the_others_alone() {
        LeadDesk desk = desk(WipLimit.of(9).perAssignee(1).asHard());
        List<LeadId> leads = leads(desk, 3);
        desk.transition(leads.get(0), "busy");

        assertThat(desk.transition(leads.get(1), "busy").assignee()).isEqualTo("bob");
        assertThatThrownBy(() -> desk.transition(leads.get(2), "busy"))
                .hasMessageContaining("at most 1 leads for the assignee in \"busy\"");
        desk.assign(leads.get(2), null);
        assertThat(desk.transition(leads.get(2), "busy").stage()).isEqualTo("busy");
    }

    @Test
    void reopening_asks_for_room_and_an_override_makes_some() {
        LeadDesk desk = desk(WipLimit.of(1).asHard());
        List<LeadId> leads = leads(desk, 2);
        desk.transition(leads.get(0), "busy");
        desk.transition(leads.get(0), "lost");
        desk.transition(leads.get(1), "busy");

        assertThatThrownBy(() -> desk.moves().reopen(leads.get(0))).hasMessageContaining("at most 1");
        desk.moves().override(leads.get(0), "new", "back to the start");
        assertThat(desk.moves()
                        .override(leads.get(0), "busy", "the boss wants it")
                        .stage())
                .isEqualTo("busy");
        assertThat(busy(desk, BoardQuery.all()).overLimit()).isTrue();
    }

    @Test
    void a_bulk_fills_the_stage_and_refuses_the_rest() {
        LeadDesk desk = desk(WipLimit.of(3).asHard());
        List<LeadId> leads = leads(desk, 5);

        BulkResult result = desk.bulk().transition(leads, "busy");

        assertThat(result.count(BulkOutcome.Applied.class)).isEqualTo(3);
        assertThat(result.count(BulkOutcome.Refused.class)).isEqualTo(2);
        assertThat(busy(desk, BoardQuery.all()).count()).isEqualTo(3);
    }

    @Test
    void a_card_is_dragged_into_the_stage_while_there_is_room() {
        LeadDesk desk = desk(WipLimit.of(2).asHard());
        List<LeadId> leads = leads(desk, 3);
        desk.cards().move(leads.get(0), "busy", Place.first());
        store.beforeTheNextCommit(() -> desk.cards().move(leads.get(1), "busy", Place.first()));

        assertThatThrownBy(() -> desk.cards().move(leads.get(2), "busy", Place.first()))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageContaining("at most 2");

        assertThat(busy(desk, BoardQuery.all()).cards())
                .extracting(Lead::id)
                .containsExactly(leads.get(1), leads.get(0));
    }

    @Test
    void two_moves_at_once_do_not_both_take_the_last_place() {
        LeadDesk desk = desk(WipLimit.of(1).asHard());
        List<LeadId> leads = leads(desk, 2);
        store.beforeTheNextCommit(() -> desk.transition(leads.get(1), "busy"));

        assertThatThrownBy(() -> desk.transition(leads.get(0), "busy")).isInstanceOf(TransitionRefusedException.class);

        assertThat(desk.get(leads.get(0)).stage()).isEqualTo("new");
        assertThat(desk.get(leads.get(1)).stage()).isEqualTo("busy");
    }

    @Test
    void who_is_beaten_to_a_place_takes_the_next_one_unless_the_lead_itself_was_changed() {
        LeadDesk desk = desk(WipLimit.of(2).asHard());
        List<LeadId> leads = leads(desk, 3);
        store.beforeTheNextCommit(() -> desk.transition(leads.get(1), "busy"));

        Lead moved = desk.transition(leads.get(0), "busy");

        assertThat(moved.stage()).isEqualTo("busy");
        desk.transition(leads.get(0), "won");
        store.beforeTheNextCommit(() -> desk.tag(leads.get(2), "vip"));
        assertThatThrownBy(() -> desk.transition(leads.get(2), "busy")).isInstanceOf(StaleLeadException.class);
        assertThat(desk.get(leads.get(2)).stage()).isEqualTo("new");
    }

    @Test
    void many_threads_fill_a_stage_to_its_limit_and_not_beyond() throws Exception {
        int limit = 5;
        LeadDesk desk = desk(WipLimit.of(limit).asHard());
        List<LeadId> leads = leads(desk, THREADS * 4);
        List<Callable<Boolean>> moves = new ArrayList<>();
        leads.forEach(lead -> moves.add(() -> {
            try {
                return desk.transition(lead, "busy").stage().equals("busy");
            } catch (TransitionRefusedException full) {
                return false;
            }
        }));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        int moved = 0;
        try {
            for (Future<Boolean> outcome : threads.invokeAll(moves)) {
                moved += outcome.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(moved).isEqualTo(limit);
        assertThat(busy(desk, BoardQuery.all()).count()).isEqualTo(limit);
    }

    @Test
    void a_decision_that_does_not_know_how_full_the_stage_is_holds_a_hard_limit() {
        LeadDesk desk = desk(WipLimit.of(9).asHard());
        Lead lead = desk.get(leads(desk, 1).get(0));
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(9).asHard()))
                .won("won", "Won")
                .free()
                .build();

        assertThat(pipeline.decide(lead, "busy", Actor.rule("r")).refusals())
                .extracting(Refusal::code)
                .containsExactly("wip-limit");
    }

    @Test
    void a_store_that_could_not_hold_a_hard_limit_is_refused_at_once() {
        store.declaring(Capabilities.NONE);

        assertThatThrownBy(() -> desk(WipLimit.of(9).asHard())).isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(desk(WipLimit.of(9))).isNotNull();
    }
}
