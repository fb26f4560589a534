package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row E5: all that a column says, in one call. */
class BoardColumnsTest {
    private static final Pipeline PIPELINE = Pipeline.named("p")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(Duration.ofDays(1)))
            .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                    .withProbability(0.5)
                    .withWipLimit(1))
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private final MovableClock clock = new MovableClock();
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .pipeline(PIPELINE)
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));

    private LeadId lead() {
        return desk.create(NewLead.named("Jane").expecting(Money.of("10", "EUR")))
                .id();
    }

    private Board.Column column(BoardQuery query, String stage) {
        return desk.board(query).columns().stream()
                .filter(column -> column.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_column_has_its_count_sums_stale_cards_limit_and_cursor() {
        for (int i = 0; i < 3; i++) {
            desk.transition(lead(), "busy");
            lead();
        }
        clock.advance(Duration.ofDays(1));
        LeadId fresh = lead();

        Board.Column first = column(BoardQuery.all(), "new");
        assertThat(first.count()).isEqualTo(4);
        assertThat(first.sums()).containsExactly(Money.of("40", "EUR"));
        assertThat(first.stale()).isEqualTo(3);
        assertThat(first.overLimit()).isFalse();
        assertThat(first.next()).isNull();

        Board.Column busy = column(BoardQuery.all(), "busy");
        assertThat(busy.stale()).isZero();
        assertThat(busy.overLimit()).isTrue();
        assertThat(busy.weighted()).containsExactly(Money.of("15", "EUR"));
        assertThat(first.weighted()).isEmpty();

        Board.Column page = column(BoardQuery.of(LeadFilter.all()).cards(2), "new");
        assertThat(page.cards().get(0).id()).isEqualTo(fresh);
        assertThat(page.stale()).isEqualTo(3);
        assertThat(page.next()).isNotNull();
        LeadFilter stale = LeadFilter.all().stale(PIPELINE, clock.instant());
        assertThat(column(BoardQuery.of(stale).cards(0), "new").count()).isEqualTo(3);
    }

    @Test
    void a_snoozed_lead_is_not_counted_as_stale_until_it_wakes() {
        LeadId snoozed = lead();
        desk.update(snoozed, LeadUpdate.begin().snooze(clock.instant().plus(Duration.ofDays(2))));

        clock.advance(Duration.ofDays(1));
        assertThat(column(BoardQuery.all().cards(0), "new").stale()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(column(BoardQuery.all().cards(0), "new").stale()).isEqualTo(1);
    }

    @Test
    void amounts_are_weighted_with_a_lead_s_own_probability_as_in_the_forecast() {
        for (String probability : List.of("", "0.1234", "1", "")) {
            for (String stage : List.of("new", "busy")) {
                LeadId lead = lead();
                if (!probability.isEmpty()) {
                    desk.update(lead, LeadUpdate.begin().probability(Double.parseDouble(probability)));
                }
                desk.transition(lead, stage);
            }
        }

        assertThat(column(BoardQuery.all(), "new").weighted()).containsExactly(Money.of("11.234", "EUR"));
        assertThat(column(BoardQuery.all(), "busy").weighted()).containsExactly(Money.of("21.234", "EUR"));
        assertThat(desk.insights().forecast().currencies())
                .singleElement()
                .satisfies(its -> assertThat(its.weighted()).isEqualTo(Money.of("32.468", "EUR")));
    }

    @Test
    void what_was_said_of_its_chances_does_not_count_once_a_lead_is_closed() {
        LeadId lead = lead();
        desk.update(lead, LeadUpdate.begin().probability(0.9));

        desk.transition(lead, "lost", "price");
        assertThat(column(BoardQuery.all(), "lost").weighted()).isEmpty();
        assertThat(column(BoardQuery.all(), "lost").sums()).containsExactly(Money.of("10", "EUR"));
    }
}
