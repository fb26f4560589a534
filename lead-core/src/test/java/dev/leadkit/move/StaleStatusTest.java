package dev.leadkit.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Touch;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A8: what people do sets the clock back and is named; what machines do is not noticed. */
class StaleStatusTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadDesk ann =
            kit(pipeline(Duration.ofDays(2))).tenant("acme").as(Actor.user("ann"));
    private final LeadId lead = ann.create(NewLead.named("Jane")).id();

    private LeadKit kit(Pipeline pipeline) {
        InstantSource clock = now::get;
        return LeadKit.builder()
                .store(store)
                .pipeline(pipeline)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    private static Pipeline pipeline(Duration staleAfter) {
        return Pipeline.named("p")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(staleAfter))
                .stage(Stage.of("slow", "Slow", StageCategory.OPEN).withStaleAfter(Duration.ofDays(9)))
                .won("won", "Won")
                .free()
                .build();
    }

    private Touch afterAnHour(LeadDesk desk, BiConsumer<LeadDesk, LeadId> act) {
        now.updateAndGet(instant -> instant.plus(HOUR));
        act.accept(desk, lead);
        StaleStatus status = ann.moves().staleness(lead);
        assertThat(status.lastTouch()).isEqualTo(now.get());
        return status.cause();
    }

    @Test
    void a_lead_is_stale_once_nobody_touched_it_for_as_long_as_its_stage_says() {
        assertThat(ann.moves().staleness(lead))
                .isEqualTo(new StaleStatus(null, START, Touch.CREATED, Duration.ofDays(2), null));

        now.set(START.plus(Duration.ofDays(2)));

        StaleStatus status = ann.moves().staleness(lead);
        assertThat(status.isStale()).isTrue();
        assertThat(status.since()).isEqualTo(now.get());
    }

    @Test
    void what_people_do_sets_the_clock_back_and_is_named() {
        assertThat(afterAnHour(ann, (desk, id) -> desk.note(id, "called"))).isEqualTo(Touch.NOTED);
        assertThat(afterAnHour(ann, (desk, id) -> desk.assign(id, "bob"))).isEqualTo(Touch.ASSIGNED);
        assertThat(afterAnHour(ann, (desk, id) -> desk.tag(id, "vip"))).isEqualTo(Touch.EDITED);
        assertThat(afterAnHour(
                        ann, (desk, id) -> desk.update(id, LeadUpdate.begin().company("Acme"))))
                .isEqualTo(Touch.EDITED);
        assertThat(afterAnHour(ann, (desk, id) -> desk.consent(id, Consent.to("contact"))))
                .isEqualTo(Touch.EDITED);
        assertThat(afterAnHour(ann, (desk, id) -> desk.transition(id, "slow"))).isEqualTo(Touch.MOVED);
        LeadId other = ann.create(NewLead.named("Jane")).id();
        assertThat(afterAnHour(
                        ann, (desk, id) -> desk.merges().apply(desk.merges().preview(id, other))))
                .isEqualTo(Touch.MERGED);
    }

    @Test
    void who_acts_for_a_person_counts_as_that_person() {
        LeadDesk program =
                kit(pipeline(HOUR)).tenant("acme").as(Actor.bot("crm-sync").onBehalfOf("ann"));

        assertThat(afterAnHour(program, (desk, id) -> desk.note(id, "called"))).isEqualTo(Touch.NOTED);
    }

    @Test
    void what_machines_do_is_not_noticed_but_for_a_move() {
        for (Actor machine : List.of(Actor.rule("r"), Actor.bot("b"), Actor.importer("file"), Actor.system())) {
            LeadDesk desk = kit(pipeline(HOUR)).tenant("acme").as(machine);
            StaleStatus before = ann.moves().staleness(lead);
            now.updateAndGet(instant -> instant.plus(HOUR));

            desk.tag(lead, "by-" + machine.id());
            desk.assign(lead, machine.id());
            desk.note(lead, "seen");
            desk.update(lead, LeadUpdate.begin().company(machine.id()));

            StaleStatus after = ann.moves().staleness(lead);
            assertThat(after.lastTouch()).isEqualTo(before.lastTouch());
            assertThat(after.cause()).isEqualTo(before.cause());
        }
        LeadDesk rule = kit(pipeline(HOUR)).tenant("acme").as(Actor.rule("r"));
        assertThat(afterAnHour(rule, (desk, id) -> desk.transition(id, "slow"))).isEqualTo(Touch.MOVED);
    }

    @Test
    void a_new_threshold_counts_at_once_for_the_leads_that_are_there() {
        now.set(START.plus(HOUR));
        assertThat(ann.moves().staleness(lead).isStale()).isFalse();

        LeadDesk impatient = kit(pipeline(HOUR)).tenant("acme").as(Actor.user("ann"));

        assertThat(impatient.moves().staleness(lead).isStale()).isTrue();
        assertThat(impatient
                        .board(BoardQuery.of(LeadFilter.all().stale(pipeline(HOUR), now.get()))
                                .cards(0))
                        .columns())
                .filteredOn(column -> column.stage().equals("new"))
                .singleElement()
                .matches(column -> column.count() == 1);
    }

    @Test
    void the_clock_runs_from_the_stage_that_a_lead_came_into() {
        now.set(START.plus(Duration.ofDays(1)));
        ann.transition(lead, "slow");

        StaleStatus status = ann.moves().staleness(lead);

        assertThat(status.lastTouch()).isEqualTo(now.get());
        assertThat(status.threshold()).isEqualTo(Duration.ofDays(9));
        assertThat(ann.transition(lead, "won").closed()).isTrue();
        now.set(START.plus(Duration.ofDays(99)));
        assertThat(ann.moves().staleness(lead).isStale()).as("closed").isFalse();
    }

    @Test
    void a_board_of_many_cards_asks_for_nothing_more() {
        Lead card = ann.get(lead);

        StaleStatus status = StaleStatus.of(card, pipeline(HOUR), START.plus(HOUR));

        assertThat(status.isStale()).isTrue();
        assertThat(StaleStatus.of(card, Pipeline.fiveStage(), START.plus(Duration.ofDays(99)))
                        .isStale())
                .as("of another pipeline")
                .isFalse();
    }
}
