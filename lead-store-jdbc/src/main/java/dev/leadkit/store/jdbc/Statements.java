package dev.leadkit.store.jdbc;

import dev.leadkit.store.NoTransactionException;
import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs statements on the connection of one transaction, ours or the host's. Statements name the tables {@code leadkit_…}. */
final class Statements {
    private static final int MOST_PLACEHOLDERS = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private final TableNames tables;
    private final Ownership ownership;

    /** Whose transaction it is. */
    enum Ownership {
        OURS,
        HOSTS,
        /** The connection is the host's, with auto-commit on. */
        NOBODYS
    }

    Statements(Connection connection, Dialect dialect, TableNames tables, Ownership ownership) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.ownership = ownership;
    }

    /** Whether the connection is the host's. */
    boolean isJoined() {
        return ownership != Ownership.OURS;
    }

    /**
     * To be called before anything is written. The methods that only ever write do so themselves.
     *
     * @throws NoTransactionException if each statement would be a transaction by itself
     */
    void requireTransaction() {
        if (ownership == Ownership.NOBODYS) {
            throw new NoTransactionException();
        }
    }

    /**
     * What a query must end with to see what others have committed: a transaction of the host may show nothing but what
     * there was when it began.
     */
    String seeingOthers() {
        return ownership == Ownership.HOSTS ? dialect.readsLatest() : "";
    }

    /** Sets the parameters of a statement, in their order. */
    interface Binder {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Sets the parameters for one of many items. */
    interface ItemBinder<T> {
        void bind(Parameters parameters, T item) throws SQLException;
    }

    /** Makes a value of a row, reading the columns in their order. */
    interface RowReader<T> {
        T read(Columns columns) throws SQLException;
    }

    /** What stands between the parentheses of an IN, for at least one value. */
    static String placeholders(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    /** Values in portions that fit between the parentheses of an IN. */
    static <T> List<List<T>> portions(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> portions = new ArrayList<>();
        for (int start = 0; start < all.size(); start += MOST_PLACEHOLDERS) {
            portions.add(all.subList(start, Math.min(all.size(), start + MOST_PLACEHOLDERS)));
        }
        return portions;
    }

    Dialect dialect() {
        return dialect;
    }

    <T> List<T> list(Fragment select, RowReader<T> reader) throws SQLException {
        return list(select.sql(), select::bind, reader);
    }

    /** The only row; empty when there is none. */
    <T> Optional<T> find(Fragment select, RowReader<T> reader) throws SQLException {
        return find(select.sql(), select::bind, reader);
    }

    <T> List<T> list(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(tables.in(sql))) {
            binder.bind(new StatementParameters(statement, dialect));
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(new Columns(rows, dialect)));
                }
                return found;
            }
        }
    }

    /** The only row; empty when there is none. */
    <T> Optional<T> find(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        return list(sql, binder, reader).stream().findFirst();
    }

    /** The number of rows that it changed. */
    int update(String sql, Binder binder) throws SQLException {
        requireTransaction();
        try (PreparedStatement statement = connection.prepareStatement(tables.in(sql))) {
            binder.bind(new StatementParameters(statement, dialect));
            return statement.executeUpdate();
        }
    }

    /**
     * The same statement for each item, in one batch; no round trip for none.
     *
     * @return how many rows each changed
     * @throws StoreException if the driver does not tell that
     */
    <T> int[] batch(String sql, Collection<T> items, ItemBinder<T> binder) throws SQLException {
        if (items.isEmpty()) {
            return new int[0];
        }
        requireTransaction();
        try (PreparedStatement statement = connection.prepareStatement(tables.in(sql))) {
            for (T item : items) {
                binder.bind(new StatementParameters(statement, dialect), item);
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            if (Arrays.stream(changed).anyMatch(rows -> rows < 0)) {
                throw new StoreException(
                        "expected a driver that tells how many rows each statement of a batch changed, found one that"
                                + " does not; with MariaDB's, leave out useBulkStmts",
                        null);
            }
            return changed;
        }
    }

    /** Runs a statement of a migration, whose tables have their names already. */
    void execute(String sql) throws SQLException {
        requireTransaction();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
