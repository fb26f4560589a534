package dev.leadkit.examples.leaddesk.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.leaddesk.chart.Bar.Part;
import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void puts_parts_side_by_side_in_percent_of_the_whole() {
        assertThat(Bar.of(8)
                        .then("won", 2)
                        .then("open", 0)
                        .then("lost", 1)
                        .build()
                        .parts())
                .containsExactly(new Part("won", "0", "25"), new Part("lost", "25", "12.5"));
    }

    @Test
    void never_leaves_its_room() {
        assertThat(Bar.of(2).then("won", 5).mark("weighted", 9).build().parts())
                .containsExactly(new Part("won", "0", "100"), new Part("weighted", "100", "0"));
    }

    @Test
    void of_nothing_is_empty() {
        assertThat(Bar.of(0).then("won", 0).mark("weighted", 0).build().parts()).isEmpty();
    }

    @Test
    void a_table_refuses_a_row_with_too_few_cells() {
        assertThatThrownBy(() -> ChartTable.of("c", "Stage", "Leads", "Won")
                        .row("New", null, Bar.of(1).build(), "1")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 2 cells, found 1");
    }
}
