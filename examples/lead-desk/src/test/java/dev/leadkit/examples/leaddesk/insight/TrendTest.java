package dev.leadkit.examples.leaddesk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static List<LeadHistory> histories() {
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .pipeline(Pipeline.fiveStage())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead won = desk.create(NewLead.named("Won"));
        desk.transition(won.id(), "converted");
        Lead lost = desk.create(NewLead.named("Lost"));
        desk.transition(lost.id(), "lost");
        desk.create(NewLead.named("Open"));
        return desk.insights().histories().toList();
    }

    private static Trend trend(String from, String to) {
        return Trend.of(Pipeline.fiveStage(), histories(), Period.of(Period.CUSTOM, from, to, NOW));
    }

    @Test
    void counts_what_happened_on_which_day() {
        Trend trend = trend("2026-03-01", "2026-03-03");

        assertThat(trend.unit()).isEqualTo("day");
        assertThat(trend.columns()).hasSize(3);
        assertThat(trend.columns().get(1))
                .extracting(Trend.Column::name, Trend.Column::created, Trend.Column::won, Trend.Column::lost)
                .containsExactly("2 Mar", 3L, 1L, 1L);
        assertThat(trend.most()).isEqualTo(3);
    }

    @Test
    void counts_weeks_of_months_and_months_of_years() {
        assertThat(trend("2026-01-01", "2026-03-31").unit()).isEqualTo("week");
        assertThat(trend("2025-04-01", "2026-03-31").unit()).isEqualTo("30 days");
        Trend years = trend("1970-01-01", "9999-12-31");
        assertThat(years.columns()).hasSizeLessThanOrEqualTo(41);
        assertThat(years.columns().stream().mapToLong(Trend.Column::created).sum())
                .isEqualTo(3);
        assertThat(years.columns().stream().filter(Trend.Column::labelled)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void is_empty_where_nothing_happened() {
        assertThat(trend("2001-01-01", "2001-01-31").isEmpty()).isTrue();
        assertThat(trend("2026-03-02", "2026-03-02").isEmpty()).isFalse();
    }
}
