package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The fast form for PostgreSQL: the statements of all tables, each for its one row or over arrays of its rows, as the
 * WITH queries of one, which is a transaction and a round trip by itself. Used once.
 *
 * <p>The queries all see the database as it was before, and run in no order that one could rely on. So a row may be
 * touched by one of them only.
 */
final class OneStatement implements Writes {
    /** Division by zero, by which the statement gives up when it has changed fewer rows than it must. */
    private static final String GIVEN_UP = "22012";

    private static final String ADD_TO_EXISTING = """
        ON CONFLICT (tenant_id, board_key, currency, slot) DO UPDATE
        SET leads = leadkit_counter.leads + EXCLUDED.leads, amount = leadkit_counter.amount + EXCLUDED.amount,
            own_amount = leadkit_counter.own_amount + EXCLUDED.own_amount,
            own_weighted = leadkit_counter.own_weighted + EXCLUDED.own_weighted
        """;

    private static final String ONLY_NEW = """
        ON CONFLICT (tenant_id, session_key, message_key) DO NOTHING
        RETURNING session_key, message_key
        """;

    private final Statements statements;
    private final List<String> queries = new ArrayList<>();
    private final List<Statements.Binder> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<List<UUID>, SeenMessage> messages = new HashMap<>();
    private int messageQuery;

    OneStatement(Statements statements) {
        this.statements = statements;
    }

    @Override
    public <T> void insert(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        add(sql, "", rows, binder);
    }

    @Override
    public <T> void update(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        if (!rows.isEmpty()) {
            conditions.add("(SELECT COUNT(*) FROM q%s) = %s".formatted(queries.size(), rows.size()));
            add(sql, "", rows, binder);
        }
    }

    @Override
    public <T> void delete(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        add(sql, "", rows, binder);
    }

    @Override
    public void count(TenantId tenant, List<Counters.Change> changes) throws SQLException {
        int slot = Counters.anySlot(statements.isJoined());
        add(Counters.INSERT, ADD_TO_EXISTING, changes, (to, change) -> change.bindWithNamesTo(to, tenant, slot));
    }

    @Override
    public void say(TenantId tenant, List<ChatMessage> said) throws SQLException {
        for (ChatMessage message : said) {
            messages.put(
                    List.of(HashKey.of(message.session()), HashKey.of(message.id())),
                    new SeenMessage(message.session(), message.id()));
        }
        messageQuery = queries.size();
        add(
                ConversationSql.INSERT_MESSAGE,
                ONLY_NEW,
                said,
                (to, message) -> ConversationRows.bindMessage(to, tenant, message));
    }

    private <T> void add(String sql, String end, Collection<T> rows, Statements.ItemBinder<T> binder)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            addOne(sql, end, rows.iterator().next(), binder);
            return;
        }
        var arrays = new ArrayParameters();
        for (T row : rows) {
            arrays.beginRow();
            binder.bind(arrays, row);
        }
        queries.add(arrays.over(sql) + end);
        parameters.add(arrays::bindTo);
    }

    /**
     * Without arrays: their length is not known when a plan is made, so that PostgreSQL would take a plan for many rows
     * to be dearer than to plan anew each time.
     */
    private <T> void addOne(String sql, String end, T row, Statements.ItemBinder<T> binder) {
        queries.add(sql + (sql.startsWith("UPDATE") ? "RETURNING 1\n" : "") + end);
        parameters.add(to -> binder.bind(to, row));
    }

    @Override
    public Set<SeenMessage> finish() throws SQLException {
        Set<SeenMessage> seenBefore = new HashSet<>(messages.values());
        try {
            statements.list(sql(), this::bind, from -> {
                from.integer();
                if (!messages.isEmpty()) {
                    Optional<UUID> session = from.optionalId();
                    if (session.isPresent()) {
                        seenBefore.remove(messages.get(List.of(session.get(), from.id())));
                    }
                }
                return true;
            });
        } catch (SQLException failure) {
            if (GIVEN_UP.equals(failure.getSQLState())) {
                throw new PassingException.LostRace("a row has another version", null);
            }
            throw failure;
        }
        return seenBefore;
    }

    private String sql() {
        var sql = new StringBuilder("WITH ");
        for (int i = 0; i < queries.size(); i++) {
            sql.append(i == 0 ? "" : "),\n")
                    .append('q')
                    .append(i)
                    .append(" AS (\n")
                    .append(queries.get(i));
        }
        sql.append(")\nSELECT ").append(conditions.isEmpty() ? "1" : givesUpUnless(conditions));
        if (!messages.isEmpty()) {
            // An outer join, so that there is a row, and with it the condition, without a new message as well.
            sql.append(", m.session_key, m.message_key\nFROM (SELECT 1) AS one\nLEFT JOIN q")
                    .append(messageQuery)
                    .append(" AS m ON TRUE");
        }
        return sql.toString();
    }

    private static String givesUpUnless(List<String> conditions) {
        return "1 / CASE WHEN %s THEN 1 ELSE 0 END".formatted(String.join(" AND ", conditions));
    }

    private void bind(Parameters to) throws SQLException {
        for (Statements.Binder each : parameters) {
            each.bind(to);
        }
    }
}
