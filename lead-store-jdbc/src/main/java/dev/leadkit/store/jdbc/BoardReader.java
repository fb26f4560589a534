package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a board in two statements, or without cards in the first: what its columns hold, and their first cards. Both must
 * see the same leads.
 */
final class BoardReader {
    /** As many leads as it pays to sort, rather than to look for some among the cards of each column. */
    private static final long FEW = 10_000;

    private final Statements statements;
    private final TenantId tenant;
    private final BoardQuery query;

    BoardReader(Statements statements, TenantId tenant, BoardQuery query) {
        this.statements = statements;
        this.tenant = tenant;
        this.query = query;
    }

    Board read() throws SQLException {
        Map<String, Totals> byStage = totals();
        Map<String, List<Lead>> cards = byStage.isEmpty() || query.cards() == 0 ? Map.of() : cards(byStage);
        return new Board(byStage.entrySet().stream()
                .map(column ->
                        column(column.getKey(), column.getValue(), cards.getOrDefault(column.getKey(), List.of())))
                .toList());
    }

    private Map<String, Totals> totals() throws SQLException {
        LeadFilter filter = query.filter();
        Map<String, Totals> byStage = new TreeMap<>();
        statements
                .list(
                        filter.isOfColumnsAlone() ? BoardSql.counters(tenant, filter) : BoardSql.sums(tenant, filter),
                        Sum::read)
                .forEach(sum -> byStage.computeIfAbsent(sum.stage(), stage -> new Totals())
                        .add(sum));
        return byStage;
    }

    /** One card more than is shown tells whether there is a next. */
    private Map<String, List<Lead>> cards(Map<String, Totals> byStage) throws SQLException {
        LeadFilter filter = query.filter();
        List<UUID> keys = byStage.values().stream()
                .flatMap(totals -> totals.keys.stream())
                .distinct()
                .toList();
        long leads = byStage.values().stream().mapToLong(totals -> totals.count).sum();
        int each = query.cards() + 1;
        Fragment select = filter.isOfColumnsAlone() || leads > FEW
                ? BoardSql.cardsByColumn(tenant, filter, keys, each)
                : BoardSql.cardsOfFew(tenant, filter, keys, each);
        return statements.list(select, from -> LeadRows.read(from, tenant)).stream()
                .sorted(Comparator.comparing(Sort.BOARD::positionOf, Sort.BOARD.comparator()))
                .collect(Collectors.groupingBy(Lead::stage));
    }

    private Board.Column column(String stage, Totals totals, List<Lead> cards) {
        int shown = Math.min(cards.size(), query.cards());
        LeadQuery rest = LeadQuery.of(query.filter().inStage(stage)).sortedBy(Sort.BOARD);
        String next = cards.size() > shown ? rest.cursorAfter(tenant, cards.get(shown - 1)) : null;
        return new Board.Column(stage, totals.count, List.copyOf(totals.sums.values()), cards.subList(0, shown), next);
    }

    /** The leads of one column of a pipeline and one currency, which is empty for those without an amount. */
    private record Sum(
            String pipeline,
            String stage,
            UUID key,
            String currency,
            long leads,
            @Nullable BigDecimal amount) {

        static Sum read(Columns from) throws SQLException {
            return new Sum(from.text(), from.text(), from.id(), from.text(), from.number(), from.optionalDecimal());
        }
    }

    /** What the columns of one stage hold together, in every pipeline. */
    private static final class Totals {
        private long count;
        private final Map<String, Money> sums = new TreeMap<>();
        private final List<UUID> keys = new ArrayList<>();

        void add(Sum sum) {
            count += sum.leads();
            keys.add(sum.key());
            if (!sum.currency().equals(Counters.NO_CURRENCY) && sum.amount() != null) {
                sums.merge(sum.currency(), new Money(sum.amount(), sum.currency()), Money::plus);
            }
        }
    }
}
