package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.AmountTotal;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a board in two statements, or without cards in the first: what its columns hold, with the stale ones of them, and their
 * first cards. Both must see the same leads.
 */
final class BoardReader {
    /** As many leads as it pays to sort, rather than to look for some among the cards of each column. */
    private static final long FEW = 10_000;

    /** How many leads of a column are gone through in the time in which one is fetched by itself. */
    private static final int CHEAPER = 4;

    /** As many leads as may be gone through in vain, were those wanted all at the ends of their columns. */
    private static final long BEARABLE = 100_000;

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
        boolean isCounted = filter.isOfColumnsAlone();
        statements
                .list(
                        isCounted
                                ? BoardSql.counters(tenant, filter, query.stale())
                                : BoardSql.sums(tenant, filter, query.stale()),
                        Sum::read)
                .forEach(sum -> byStage.computeIfAbsent(sum.stage(), stage -> new Totals(isCounted))
                        .add(sum));
        return byStage;
    }

    /** One card more than is shown tells whether there is a next. */
    private Map<String, List<Lead>> cards(Map<String, Totals> byStage) throws SQLException {
        LeadFilter filter = query.filter();
        Map<UUID, Size> sizes = sizes(byStage.values());
        List<UUID> keys = List.copyOf(sizes.keySet());
        long leads = byStage.values().stream().mapToLong(totals -> totals.count).sum();
        int each = query.cards() + 1;
        boolean byColumn = filter.isOfColumnsAlone() || leads > FEW || isWalkable(sizes, leads, each);
        return read(
                byColumn
                        ? BoardSql.cardsByColumn(tenant, filter, keys, each)
                        : BoardSql.cardsOfFew(tenant, filter, keys, each));
    }

    /** Whether it is cheaper to go through the columns until the cards are found than to fetch all the leads that pass. */
    private static boolean isWalkable(Map<UUID, Size> sizes, long leads, int each) {
        long expected = sizes.values().stream()
                .mapToLong(size -> size.expectedWalk(each))
                .sum();
        long longest = sizes.values().stream().mapToLong(Size::of).sum();
        return expected <= Math.min(FEW, leads * CHEAPER) && longest <= BEARABLE;
    }

    private Map<String, List<Lead>> read(Fragment select) throws SQLException {
        return statements.list(select, from -> LeadRows.read(from, tenant)).stream()
                .sorted(Comparator.comparing(Sort.BOARD::positionOf, Sort.BOARD.comparator()))
                .collect(Collectors.groupingBy(Lead::stage));
    }

    private static Map<UUID, Size> sizes(Collection<Totals> byStage) {
        Map<UUID, Size> sizes = new LinkedHashMap<>();
        byStage.forEach(totals -> totals.sizes.forEach((key, size) -> sizes.merge(key, size, Size::plus)));
        return sizes;
    }

    /**
     * A column of a filtered board.
     *
     * @param leads how many of its leads pass the filter
     * @param of how many there are
     */
    private record Size(long leads, long of) {
        /** How many leads of the column come before the cards are found, where the filter does not go by their place. */
        long expectedWalk(int cards) {
            return leads < cards ? of : of * cards / leads;
        }

        Size plus(Size other) {
            return new Size(leads + other.leads, of);
        }
    }

    private Board.Column column(String stage, Totals totals, List<Lead> cards) {
        int shown = Math.min(cards.size(), query.cards());
        LeadQuery rest = LeadQuery.of(query.filter().inStage(stage)).sortedBy(Sort.BOARD);
        String next = cards.size() > shown ? rest.cursorAfter(tenant, cards.get(shown - 1)) : null;
        return new Board.Column(
                stage,
                totals.count,
                List.copyOf(totals.amounts.values()),
                totals.stale(),
                cards.subList(0, shown),
                next);
    }

    /** The leads of one column of a pipeline and one currency, which is empty for those without an amount. */
    private record Sum(
            String pipeline,
            String stage,
            UUID key,
            String currency,
            long leads,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal ownAmount,
            @Nullable BigDecimal ownWeighted,
            long ofLeads,
            long stale) {

        static Sum read(Columns from) throws SQLException {
            return new Sum(
                    from.text(),
                    from.text(),
                    from.id(),
                    from.text(),
                    from.number(),
                    from.optionalDecimal(),
                    from.optionalDecimal(),
                    from.optionalDecimal(),
                    from.number(),
                    from.number());
        }

        private AmountTotal total(BigDecimal all) {
            return new AmountTotal(new Money(all, currency), orZero(ownAmount), orZero(ownWeighted));
        }

        private static BigDecimal orZero(@Nullable BigDecimal amount) {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }

    /** What the columns of one stage hold together, in every pipeline. */
    private static final class Totals {
        private final boolean isStaleRepeated;
        private long count;
        private final Map<String, AmountTotal> amounts = new TreeMap<>();
        private final Map<UUID, Size> sizes = new LinkedHashMap<>();
        private final Map<UUID, Long> stale = new HashMap<>();

        /** @param isStaleRepeated whether each currency's sum says of the whole column how many leads are stale */
        Totals(boolean isStaleRepeated) {
            this.isStaleRepeated = isStaleRepeated;
        }

        void add(Sum sum) {
            count += sum.leads();
            sizes.merge(sum.key(), new Size(sum.leads(), sum.ofLeads()), Size::plus);
            if (!sum.currency().equals(Counters.NO_CURRENCY) && sum.amount() != null) {
                amounts.merge(sum.currency(), sum.total(sum.amount()), AmountTotal::plus);
            }
            stale.merge(sum.key(), sum.stale(), isStaleRepeated ? Math::max : Math::addExact);
        }

        long stale() {
            return stale.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
