package dev.leadkit.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A14: what is due is done once, in the name of the rule. */
class TickTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static final Pipeline PIPELINE = Pipeline.parse("""
        {"kind": "pipeline", "format": 1, "name": "sales", "version": 1, "start": "new",
         "stages": [
           {"key": "new", "name": "New", "category": "open"},
           {"key": "contacted", "name": "Contacted", "category": "open"},
           {"key": "won", "name": "Won", "category": "won"},
           {"key": "lost", "name": "Lost", "category": "lost", "required": ["lostReason"]}],
         "transitions": [
           {"from": "new", "to": "contacted"},
           {"from": "contacted", "to": "won"},
           {"from": "contacted", "to": "lost"}],
         "timed": [
           {"id": "remind", "stage": "contacted", "after": "P7D", "tag": "call-again"},
           {"id": "give-up", "stage": "contacted", "after": "P14D", "to": "lost", "reason": "no answer"}]}
        """);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadDesk desk = desk(PIPELINE);

    private LeadDesk desk(Pipeline pipeline) {
        InstantSource clock = now::get;
        return LeadKit.builder()
                .store(store)
                .pipeline(pipeline)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private Lead contacted() {
        return desk.transition(desk.create(NewLead.named("Jane")).id(), "contacted");
    }

    private List<Object> everything() {
        List<Object> all = new ArrayList<>();
        for (Lead lead : desk.list(LeadQuery.all()).items()) {
            all.add(lead);
            all.add(desk.timeline(lead.id(), PageRequest.first(500)).items());
        }
        return all;
    }

    @Test
    void rules_of_all_pipelines_of_the_tenant_are_done() {
        Pipeline service = Pipeline.parse(PIPELINE.toJson().replace("\"sales\"", "\"service\""));
        desk.pipelines().publish(desk.pipelines().plan(service, StageMap.NONE));
        LeadId here = contacted().id();
        LeadId there = desk.create(NewLead.named("Bo"), "service").id();
        desk.transition(there, "contacted");
        now.set(START.plus(Duration.ofDays(14)));

        TickResult result = desk.moves().tick(10);

        assertThat(desk.get(there).stage()).isEqualTo("lost");
        assertThat(desk.get(here).stage()).isEqualTo("lost");
        assertThat(result.more()).isFalse();
    }

    @Test
    void a_lead_that_nobody_touches_is_tagged_and_then_lost() {
        LeadId lead = contacted().id();
        now.set(START.plus(Duration.ofDays(7)).minusNanos(1_000));
        assertThat(desk.moves().tick(10).done()).isEmpty();

        now.set(START.plus(Duration.ofDays(7)));
        assertThat(desk.moves().tick(10).done())
                .extracting(TickResult.Done::lead)
                .containsExactly(lead);
        assertThat(desk.get(lead).tags()).containsExactly("call-again");

        now.set(START.plus(Duration.ofDays(14)));
        TickResult result = desk.moves().tick(10);

        assertThat(result.done()).singleElement().satisfies(done -> {
            assertThat(done.because().since()).isEqualTo(now.get());
            assertThat(done.because().because().text())
                    .isEqualTo("after P14D in \"contacted\" without a touch, to \"lost\"");
        });
        Lead lost = desk.get(lead);
        assertThat(lost.stage()).isEqualTo("lost");
        assertThat(lost.lostReason()).isEqualTo("no answer");
        assertThat(desk.timeline(lead, PageRequest.first(50)).items())
                .filteredOn(each -> each.change() instanceof Change.StageChanged)
                .last()
                .satisfies(each -> {
                    assertThat(each.actor()).isEqualTo(Actor.rule("give-up"));
                    assertThat(each.cause()).isEqualTo(new Cause(Cause.TIMED_RULE, "give-up"));
                });
    }

    @Test
    void a_second_tick_at_the_same_instant_changes_nothing() {
        for (int i = 0; i < 5; i++) {
            contacted();
            now.updateAndGet(instant -> instant.plus(Duration.ofDays(4)));
        }
        assertThat(desk.moves().tick(100).done()).isNotEmpty();
        List<Object> after = everything();

        TickResult again = desk.moves().tick(100);

        assertThat(again).isEqualTo(new TickResult(List.of(), List.of(), 0, false));
        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void a_touch_sets_the_clock_back() {
        LeadId lead = contacted().id();
        now.set(START.plus(Duration.ofDays(13)));
        desk.note(lead, "left a message");
        now.set(START.plus(Duration.ofDays(19)));

        assertThat(desk.moves().tick(10).done()).isEmpty();
        assertThat(DueRule.of(PIPELINE, desk.get(lead), now.get())).isEmpty();
        assertThat(DueRule.of(PIPELINE, desk.get(lead), now.get().plus(DAY)))
                .extracting(due -> due.rule().id())
                .containsExactly("remind");
    }

    @Test
    void a_tag_that_somebody_took_away_does_not_come_back() {
        LeadId lead = contacted().id();
        now.set(START.plus(Duration.ofDays(7)));
        desk.moves().tick(10);
        desk.untag(lead, "call-again");
        now.set(START.plus(Duration.ofDays(15)));

        assertThat(desk.moves().tick(10).done()).isEmpty();
        assertThat(desk.get(lead).tags()).isEmpty();
    }

    @Test
    void a_tick_stops_at_its_limit_and_goes_on_the_next_time() {
        for (int i = 0; i < 7; i++) {
            contacted();
        }
        now.set(START.plus(Duration.ofDays(8)));

        assertThat(desk.moves().tick(3)).satisfies(first -> {
            assertThat(first.done()).hasSize(3);
            assertThat(first.more()).isTrue();
        });
        assertThat(desk.moves().tick(3).more()).isTrue();
        assertThat(desk.moves().tick(3)).satisfies(last -> {
            assertThat(last.done()).hasSize(1);
            assertThat(last.more()).isFalse();
        });
        assertThatThrownBy(() -> desk.moves().tick(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.moves().tick(501)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void what_the_pipeline_refuses_is_told_and_keeps_nobody_else_waiting() {
        LeadDesk guarded = desk(Pipeline.named("guarded")
                .open("new", "New")
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "won")
                .allow("new", "lost", Guard.has("email"))
                .timed(TimedRule.move("give-up", "new", DAY, "lost", null))
                .build());
        for (int i = 0; i < 5; i++) {
            guarded.create(NewLead.named("Nobody " + i));
        }
        Lead known = guarded.create(NewLead.named("Jane").email("jane@acme.example"));
        now.set(START.plus(DAY));

        TickResult result = guarded.moves().tick(2);

        assertThat(result.done()).extracting(TickResult.Done::lead).containsExactly(known.id());
        assertThat(result.refusals()).isEqualTo(5);
        assertThat(result.refused())
                .hasSize(2)
                .allSatisfy(refused ->
                        assertThat(refused.reasons()).extracting(Refusal::code).containsExactly("missing-field"));
        assertThat(guarded.moves().tick(2).done()).isEmpty();
    }

    @Test
    void leads_that_moved_wait_anew() {
        LeadDesk chain = desk(Pipeline.named("chain")
                .open("a", "A")
                .open("b", "B")
                .won("won", "Won")
                .allow("a", "b")
                .allow("b", "won")
                .timed(TimedRule.move("to-b", "a", DAY, "b", null))
                .timed(TimedRule.move("to-won", "b", DAY, "won", null))
                .build());
        LeadId lead = chain.create(NewLead.named("Jane")).id();
        now.set(START.plus(Duration.ofDays(10)));

        chain.moves().tick(10);
        assertThat(chain.get(lead).stage()).isEqualTo("b");
        chain.moves().tick(10);
        assertThat(chain.get(lead).stage()).isEqualTo("b");
        now.updateAndGet(instant -> instant.plus(DAY));
        chain.moves().tick(10);
        assertThat(chain.get(lead).stage()).isEqualTo("won");
    }
}
