package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the store writes for changesets, as values, so that its peers write the very same ones. Stands in the
 * store's package to use its own encoders.
 */
public final class StoredRows implements Writes {
    /** What is done to a table. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        /** Adds to a counter, or makes it. */
        COUNT
    }

    /**
     * What is done to one table, a row at a time.
     *
     * @param sql for one row
     * @param rows the parameters of each row, in the statement's order
     */
    public record Step(Kind kind, String sql, List<List<@Nullable Object>> rows) {
        public String table() {
            String[] words = sql.split("\\s+", 4);
            return kind == Kind.UPDATE ? words[1] : words[2];
        }

        /** The columns of the parameters, in their order; that a key has its old value counts as one. */
        public List<String> columns() {
            if (kind == Kind.INSERT || kind == Kind.COUNT) {
                String list = sql.substring(sql.indexOf('(') + 1, sql.indexOf(')'));
                return Arrays.stream(list.split(",")).map(String::strip).toList();
            }
            List<String> columns = new ArrayList<>();
            var matcher = java.util.regex.Pattern.compile("(\\w+) = \\?").matcher(sql);
            while (matcher.find()) {
                columns.add(matcher.group(1));
            }
            return columns;
        }
    }

    private final List<Step> steps = new ArrayList<>();

    private StoredRows() {}

    /** What is written for changesets that share nothing, in the store's order. */
    public static List<Step> of(List<Changeset> changesets) {
        var rows = new StoredRows();
        try {
            ChangesetWriter.write(rows, changesets.get(0).tenant(), changesets);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return rows.steps;
    }

    /** The columns of a lead in the order in which {@link #read} takes them, each of the table {@code l}. */
    public static String leadColumns() {
        return LeadSql.SELECT.strip().substring("SELECT".length()).strip();
    }

    /** The lead in the current row of {@link #leadColumns}. */
    public static Lead read(ResultSet row, boolean postgres, TenantId tenant) throws SQLException {
        return LeadRows.read(new Columns(row, postgres ? POSTGRES : H2), tenant);
    }

    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Dialect H2 = new H2Dialect();

    /** The key of a column of the board. */
    public static UUID boardKey(String pipeline, String stage) {
        return HashKey.of(pipeline, stage);
    }

    @Override
    public <T> void insert(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        add(Kind.INSERT, sql, rows, binder);
    }

    @Override
    public <T> void update(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        add(Kind.UPDATE, sql, rows, binder);
    }

    @Override
    public <T> void delete(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        add(Kind.DELETE, sql, rows, binder);
    }

    @Override
    public void count(TenantId tenant, List<Counters.Change> changes) throws SQLException {
        int slot = Counters.anySlot(false);
        add(Kind.COUNT, Counters.INSERT, changes, (to, change) -> change.bindWithNamesTo(to, tenant, slot));
    }

    @Override
    public void say(TenantId tenant, List<ChatMessage> messages) {
        if (!messages.isEmpty()) {
            throw new UnsupportedOperationException("no benchmark says anything");
        }
    }

    @Override
    public Set<SeenMessage> finish() {
        return Set.of();
    }

    private <T> void add(Kind kind, String sql, Collection<T> rows, Statements.ItemBinder<T> binder)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (T row : rows) {
            var recorded = new Recorded();
            binder.bind(recorded, row);
            values.add(recorded.values);
        }
        steps.add(new Step(kind, sql, values));
    }

    private static final class Recorded implements Parameters {
        private final List<@Nullable Object> values = new ArrayList<>();

        @Override
        public Parameters text(@Nullable String value) {
            return add(value);
        }

        @Override
        public Parameters number(long value) {
            return add(value);
        }

        @Override
        public Parameters decimal(@Nullable BigDecimal value) {
            return add(value);
        }

        @Override
        public Parameters flag(boolean value) {
            return add(value);
        }

        @Override
        public Parameters id(UUID value) {
            return add(value);
        }

        @Override
        public Parameters bytes(byte[] value) {
            return add(value);
        }

        @Override
        public Parameters instant(@Nullable Instant value) {
            return add(value == null ? null : value.atOffset(ZoneOffset.UTC));
        }

        @Override
        public Parameters array(String type, Object[] array) {
            throw new UnsupportedOperationException("a row has no arrays");
        }

        private Parameters add(@Nullable Object value) {
            values.add(value);
            return this;
        }
    }
}
