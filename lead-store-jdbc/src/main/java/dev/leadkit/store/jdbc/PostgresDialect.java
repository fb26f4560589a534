package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, from 13 on, and what speaks its language. Its tables name the collation of each text column. */
final class PostgresDialect implements Dialect {
    private static final String DUPLICATE_KEY = "23505";

    /** No table or no schema of that name. */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "3F000");

    private static final String MISSING_COLUMN = "42703";

    /** No right, or no schema of that name. */
    private static final Set<String> REFUSED = Set.of("42501", "3F000");

    /** Lock time-out; the server is told to stop, crashed, or is starting. */
    private static final Set<String> PASSING = Set.of("55P03", "57P01", "57P02", "57P03");

    private static final String SELECT_ENCODING = "SELECT current_setting('server_encoding')";

    private static final String SELECT_DURABILITY = """
        SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')
        """;

    /** By what it is, whatever it is called and wherever the extension is. */
    private static final String FIND_TRIGRAMS = """
        SELECT COUNT(*)
        FROM pg_index i
        JOIN pg_opclass o ON o.oid = ANY (i.indclass)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = to_regclass('leadkit_lead') AND i.indisvalid AND a.attname = 'search_text'
            AND o.opcname = 'gin_trgm_ops'
        """;

    /** As PostgreSQL and its driver write an instant, in the zone of the session; the last ones of 9999 may be of 10000 there. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 5, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private static final String BEFORE_CHRIST = " BC";

    private final boolean plain;

    PostgresDialect() {
        this(false);
    }

    private PostgresDialect(boolean plain) {
        this.plain = plain;
    }

    @Override
    public Dialect plain() {
        return new PostgresDialect(true);
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    /** An index is always in the schema of its table. */
    @Override
    public boolean qualifiesIndexes() {
        return false;
    }

    @Override
    public WriteForm fastest() {
        return plain ? WriteForm.BATCHES : WriteForm.ONE_STATEMENT;
    }

    /** It reads nothing uncommitted, and its driver asks the server for the level of isolation: a round trip saved. */
    @Override
    public boolean isStatementEnough() {
        return !plain;
    }

    /** Its driver would ask for the level, set it, and set it back, a round trip each. */
    @Override
    public Optional<String> beginSnapshot() {
        return plain ? Optional.empty() : Optional.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    /** One, however many ids there are, where arrays can be bound. */
    @Override
    public List<Fragment> among(String column, Collection<UUID> ids) {
        if (plain) {
            return Dialect.super.among(column, ids);
        }
        return ids.isEmpty()
                ? List.of()
                : List.of(new Fragment(column + " = ANY (?)\n", to -> to.array("uuid", ids.toArray())));
    }

    /** As text where what is between knows times of JDBC alone, whose calendar has two of some days of 1582. */
    @Override
    public @Nullable Instant getInstant(ResultSet row, int index) throws SQLException {
        if (!plain) {
            return Dialect.super.getInstant(row, index);
        }
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        boolean isBeforeChrist = text.endsWith(BEFORE_CHRIST);
        OffsetDateTime time = OffsetDateTime.parse(text.replace(BEFORE_CHRIST, ""), INSTANT);
        return (isBeforeChrist ? time.withYear(1 - time.getYear()) : time).toInstant();
    }

    @Override
    public Optional<String> findContainmentIndex() {
        return Optional.of(FIND_TRIGRAMS);
    }

    @Override
    public boolean isDuplicateKey(SQLException failure) {
        return DUPLICATE_KEY.equals(failure.getSQLState());
    }

    /** Class 40 is a transaction that was rolled back, by a deadlock say; class 08 a lost connection. */
    @Override
    public boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("40") || state.startsWith("08") || PASSING.contains(state));
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getSQLState() != null && MISSING_TABLE.contains(failure.getSQLState());
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return MISSING_COLUMN.equals(failure.getSQLState());
    }

    @Override
    public boolean isRefused(SQLException failure) {
        return failure.getSQLState() != null && REFUSED.contains(failure.getSQLState());
    }

    /** Any other encoding refuses letters that it has not, and SQL_ASCII takes bytes for letters. */
    @Override
    public Optional<String> inexactness(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT_ENCODING)) {
            row.next();
            String encoding = row.getString(1);
            return encoding.equals("UTF8")
                    ? Optional.empty()
                    : Optional.of("expected a PostgreSQL database with the encoding UTF8, found " + encoding);
        }
    }

    @Override
    public Optional<String> durabilityWarning(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT_DURABILITY)) {
            row.next();
            if (row.getString(1).equals("on")
                    && row.getString(2).equals("on")
                    && !row.getString(3).equals("off")) {
                return Optional.empty();
            }
            return Optional.of(
                    ("This PostgreSQL server loses acknowledged commits when it or its machine is killed: found fsync"
                                    + " %s, full_page_writes %s, synchronous_commit %s. Switch them on.")
                            .formatted(row.getString(1), row.getString(2), row.getString(3)));
        }
    }
}
