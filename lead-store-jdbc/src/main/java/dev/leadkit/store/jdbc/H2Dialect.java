package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 2.x, in memory, in a file or behind its server. */
final class H2Dialect implements Dialect {
    private static final int DUPLICATE_KEY = 23505;

    /** Deadlock, lock time-out, a row changed under the statement, lost connection to an H2 server. */
    private static final Set<Integer> PASSING = Set.of(40001, 50200, 90131, 90067);

    private static final String MISSING_SCHEMA = "90079";

    /** No table, here or of any name like it, or no schema of that name. */
    private static final Set<String> MISSING_TABLE = Set.of("42S02", "42S03", "42S04", MISSING_SCHEMA);

    private static final String MISSING_COLUMN = "42S22";

    /** No administrator, no right, no right in the schema. */
    private static final Set<String> REFUSED = Set.of("90040", "90096", MISSING_SCHEMA);

    /** In which H2 takes an empty text for none, or does not understand our tables. */
    private static final Set<String> FOREIGN_MODES = Set.of("Oracle", "MSSQLServer", "Derby", "STRICT");

    private static final String SETTING = """
        SELECT setting_value
        FROM information_schema.settings
        WHERE setting_name = ?
        """;

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public boolean qualifiesIndexes() {
        return true;
    }

    @Override
    public boolean isDuplicateKey(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_KEY;
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return PASSING.contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && MISSING_TABLE.contains(state);
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return MISSING_COLUMN.equals(failure.getSQLState());
    }

    @Override
    public boolean isRefused(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && REFUSED.contains(state);
    }

    /** With IGNORECASE or COLLATION H2 creates columns that hold jose = JOSE, and two visitors would become one. */
    @Override
    public Optional<String> inexactness(Connection connection) throws SQLException {
        String mode = setting(connection, "MODE");
        if (mode != null && FOREIGN_MODES.contains(mode)) {
            return Optional.of(
                    "expected an H2 database in its regular mode, or that of PostgreSQL or MariaDB, found MODE="
                            + mode);
        }
        String ignoreCase = setting(connection, "IGNORECASE");
        if (ignoreCase != null && !ignoreCase.equals("0") && !ignoreCase.equalsIgnoreCase("false")) {
            return Optional.of("expected an H2 database that compares text exactly, found IGNORECASE=" + ignoreCase);
        }
        String collation = setting(connection, "COLLATION");
        if (collation != null && !collation.equals("OFF")) {
            return Optional.of("expected an H2 database that compares text exactly, found COLLATION=" + collation);
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> durabilityWarning(Connection connection) throws SQLException {
        String delay = setting(connection, "WRITE_DELAY");
        if (delay == null || delay.equals("0")) {
            return Optional.empty();
        }
        return Optional.of(
                ("This H2 database loses acknowledged commits when its process is killed: it writes them up to %s ms"
                                + " later. Add ;WRITE_DELAY=0 to its URL, or execute SET WRITE_DELAY 0 once.")
                        .formatted(delay));
    }

    private static @Nullable String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTING)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
