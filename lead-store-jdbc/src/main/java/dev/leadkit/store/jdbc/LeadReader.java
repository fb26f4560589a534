package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads leads of one tenant within a transaction. */
final class LeadReader {
    private final Statements statements;
    private final TenantId tenant;

    LeadReader(Statements statements, TenantId tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    Optional<Lead> find(LeadId id) throws SQLException {
        return statements.find(LeadSql.FIND, to -> to.text(tenant.value()).id(id.value()), this::lead);
    }

    /** In portions, so that no statement has too many parameters. */
    List<Lead> findAll(Collection<LeadId> ids) throws SQLException {
        List<Lead> found = new ArrayList<>();
        for (List<LeadId> some : Statements.portions(Set.copyOf(ids))) {
            found.addAll(statements.list(
                    LeadSql.findAll(some.size()),
                    to -> to.text(tenant.value())
                            .ids(some.stream().map(LeadId::value).toList()),
                    this::lead));
        }
        return found;
    }

    Optional<Lead> findByIdentity(String pipeline, IdentityKey identity) throws SQLException {
        return statements.find(
                LeadSql.FIND_BY_IDENTITY,
                to -> to.text(tenant.value())
                        .text(tenant.value())
                        .text(pipeline)
                        .text(identity.hex())
                        .text(tenant.value())
                        .text(identity.hex())
                        .text(pipeline),
                this::lead);
    }

    /** @param after where the page before ended; empty for the first */
    Page<Lead> list(LeadQuery query, Optional<Position> after) throws SQLException {
        var selection = new LeadSelection(tenant, query.filter());
        new LeadOrder(query).addTo(selection, after);
        List<Lead> found = statements.list(LeadSql.SELECT + selection.sql(), selection::bind, this::lead);
        int limit = query.page().limit();
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), query.cursorAfter(tenant, found.get(limit - 1)));
    }

    /** One statement for the counts and sums, and one for the cards of each column. */
    Board board(BoardQuery query) throws SQLException {
        var selection = new LeadSelection(tenant, query.filter());
        Map<String, Totals> byStage = new LinkedHashMap<>();
        statements
                .list(
                        LeadSql.SELECT_SUMS + selection.sql() + LeadSql.GROUP_SUMS,
                        selection::bind,
                        from -> new Sum(from.text(), from.optionalText(), from.number(), from.optionalDecimal()))
                .forEach(sum -> byStage.computeIfAbsent(sum.stage(), stage -> new Totals())
                        .add(sum));
        List<Board.Column> columns = new ArrayList<>();
        for (var entry : byStage.entrySet()) {
            LeadFilter column = query.filter().inStage(entry.getKey());
            Page<Lead> cards =
                    list(new LeadQuery(column, Sort.BOARD, PageRequest.first(query.cards())), Optional.empty());
            Totals totals = entry.getValue();
            columns.add(new Board.Column(entry.getKey(), totals.count, totals.sums, cards.items(), cards.next()));
        }
        return new Board(columns);
    }

    /** The leads of one stage and currency; those without an amount have no currency. */
    private record Sum(
            String stage,
            @Nullable String currency,
            long count,
            @Nullable BigDecimal amount) {}

    private static final class Totals {
        private long count;
        private final List<Money> sums = new ArrayList<>();

        void add(Sum sum) {
            count += sum.count();
            if (sum.currency() != null && sum.amount() != null) {
                sums.add(new Money(sum.amount(), sum.currency()));
            }
        }
    }

    private Lead lead(Columns from) throws SQLException {
        return LeadRows.read(from, tenant);
    }
}
