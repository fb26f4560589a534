package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to requests with an {@code Idempotency-Key}: a table of the host's own beside LeadKit's, written in the
 * transaction of the work. Answers hold personal data, so they go after a day, and at once with an erasure. Safe to share.
 */
final class StoredAnswers {
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS lead_desk_answer (
                answer_key CHAR(64) NOT NULL PRIMARY KEY,
                tenant_hash CHAR(64) NOT NULL,
                request_hash CHAR(64) NOT NULL,
                status INT NOT NULL,
                location VARCHAR(2000),
                etag VARCHAR(100),
                body TEXT,
                made_at BIGINT NOT NULL)
            """;
    private static final String FIND = """
            SELECT request_hash, status, location, etag, body
            FROM lead_desk_answer
            WHERE answer_key = ?
            """;
    private static final String RESERVE = """
            INSERT INTO lead_desk_answer (answer_key, tenant_hash, request_hash, status, made_at)
            VALUES (?, ?, ?, 0, ?)
            """;
    private static final String FILL = """
            UPDATE lead_desk_answer
            SET status = ?, location = ?, etag = ?, body = ?
            WHERE answer_key = ?
            """;
    private static final String EMPTY = """
            UPDATE lead_desk_answer
            SET body = NULL, location = NULL
            WHERE tenant_hash = ?
            """;
    private static final String PURGE = """
            DELETE FROM lead_desk_answer
            WHERE made_at < ?
            """;

    private final DataSource source;

    /** @param body absent when the answer had none, or an erasure took it */
    record Stored(
            String requestHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    StoredAnswers(DataSource source, Instant now) {
        this.source = source;
        onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CREATE);
            }
        });
        purge(now);
    }

    Optional<Stored> find(String key) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(
                                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new StoreException("the database failed", failed);
        }
    }

    /** @return false when somebody else has the key, or is about to */
    boolean reserve(Connection connection, String key, String tenantHash, String requestHash, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            statement.setString(1, key);
            statement.setString(2, tenantHash);
            statement.setString(3, requestHash);
            statement.setLong(4, now.toEpochMilli());
            statement.executeUpdate();
            return true;
        } catch (SQLException failed) {
            if (isTaken(failed)) {
                return false;
            }
            throw failed;
        }
    }

    void fill(Connection connection, String key, Stored answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FILL)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.etag());
            statement.setString(4, answer.body());
            statement.setString(5, key);
            statement.executeUpdate();
        }
    }

    /** Takes the bodies of a tenant's answers away; the keys stay, so that nothing is done twice. */
    void empty(String tenantHash) {
        onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EMPTY)) {
                statement.setString(1, tenantHash);
                statement.executeUpdate();
            }
        });
    }

    void purge(Instant now) {
        onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
                statement.setLong(1, now.minus(KEPT).toEpochMilli());
                statement.executeUpdate();
            }
        });
    }

    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private void onConnection(Statements statements) {
        try (Connection connection = source.getConnection()) {
            statements.run(connection);
        } catch (SQLException failed) {
            throw new StoreException("the database failed", failed);
        }
    }

    /** A duplicate key, or a row that another transaction holds for too long. */
    private static boolean isTaken(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("23") || state.equals("HYT00") || state.startsWith("40"));
    }
}
