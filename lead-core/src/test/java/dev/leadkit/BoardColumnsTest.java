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
        assertThat(first.staleShown()).isEqualTo(3);
        assertThat(first.overLimit()).isFalse();
        assertThat(first.next()).isNull();

        Board.Column busy = column(BoardQuery.all(), "busy");
        assertThat(busy.staleShown()).isZero();
        assertThat(busy.overLimit()).isTrue();
        assertThat(busy.weighted(0.5)).containsExactly(Money.of("15", "EUR"));

        Board.Column page = column(BoardQuery.of(LeadFilter.all()).cards(2), "new");
        assertThat(page.cards().get(0).id()).isEqualTo(fresh);
        assertThat(page.staleShown()).isEqualTo(1);
        assertThat(page.next()).isNotNull();
        LeadFilter stale = LeadFilter.all().stale(PIPELINE, clock.instant());
        assertThat(column(BoardQuery.of(stale).cards(0), "new").count()).isEqualTo(3);
    }
}
