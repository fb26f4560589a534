package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Board;
import dev.leadkit.store.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Brings the answers of all contenders to one form, to see that they are the same. */
final class Answers {
    private Answers() {}

    /** A lead, by which it is known and of what state. */
    record Card(UUID id, long version) {}

    /** A column of the board. */
    record Column(long count, Map<String, BigDecimal> sums, List<UUID> cards) {}

    /** The cards of a page, the columns of a board or the counts of stages. */
    static Object of(Object answer) {
        if (answer instanceof Page<?> page) {
            return of(page.items());
        }
        if (answer instanceof List<?> items) {
            // The one more by which a program knows that there is a next page is not shown.
            return items.stream().limit(Reads.PAGE).map(Answers::card).toList();
        }
        if (answer instanceof Board board) {
            return board.columns().stream()
                    .collect(Collectors.toMap(Board.Column::stage, Answers::column, (a, b) -> a, TreeMap::new));
        }
        return answer;
    }

    private static Card card(Object item) {
        if (item instanceof Lead lead) {
            return new Card(lead.id().value(), lead.version());
        }
        if (item instanceof Object[] row) {
            return new Card((UUID) row[0], (Long) row[1]);
        }
        if (item instanceof Record row) {
            return new Card(row.get(0, UUID.class), row.get(1, Long.class));
        }
        if (item instanceof JdbiLead row) {
            return new Card(row.leadId(), row.version());
        }
        var row = (Entities.LeadRow) item;
        return new Card(row.id.lead(), row.version);
    }

    private static Column column(Board.Column column) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        column.sums().forEach(sum -> sums.put(sum.currency(), sum.amount().stripTrailingZeros()));
        return new Column(
                column.count(),
                sums,
                column.cards().stream().map(lead -> lead.id().value()).toList());
    }
}
