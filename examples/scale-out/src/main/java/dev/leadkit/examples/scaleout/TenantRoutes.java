package dev.leadkit.examples.scaleout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which shard each tenant is: where it was put, else by a hash of its id over the shards that were there first. All processes read
 * it from one small database, the directory, and again when they have not done so for {@link #FRESH}. Where the directory can't be
 * reached they go on with what they know: nothing is written at the wrong place, since {@link TenantMove} shuts the old one.
 *
 * <p>Safe to share.
 */
public final class TenantRoutes {
    /** So long what a process has read stands. */
    public static final Duration FRESH = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(TenantRoutes.class);

    private static final String CREATE_ROUTES = """
        CREATE TABLE IF NOT EXISTS scaleout_route (
            tenant_id VARCHAR(1024) COLLATE "C" PRIMARY KEY,
            shard VARCHAR(64) NOT NULL
        )
        """;

    /** One row. The edition grows with every route that changes. */
    private static final String CREATE_EDITION = """
        CREATE TABLE IF NOT EXISTS scaleout_edition (
            only_one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_one),
            founding_shards INT NOT NULL,
            edition BIGINT NOT NULL
        )
        """;

    private static final String FOUND = """
        INSERT INTO scaleout_edition (founding_shards, edition)
        VALUES (?, 1)
        ON CONFLICT DO NOTHING
        """;

    private static final String READ_EDITION = """
        SELECT founding_shards, edition
        FROM scaleout_edition
        """;

    private static final String READ_ROUTES = """
        SELECT tenant_id, shard
        FROM scaleout_route
        """;

    private static final String PUT = """
        INSERT INTO scaleout_route (tenant_id, shard)
        VALUES (?, ?)
        ON CONFLICT (tenant_id) DO UPDATE SET shard = EXCLUDED.shard
        """;

    private static final String NEXT_EDITION = """
        UPDATE scaleout_edition
        SET edition = edition + 1
        """;

    private record Known(int foundingShards, long edition, Map<String, String> routes, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    private final DataSource directory;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    private TenantRoutes(DataSource directory) throws SQLException {
        this.directory = directory;
        this.known = read(new Known(0, 0, Map.of(), 0));
    }

    /**
     * Makes the directory, unless it is there.
     *
     * @param foundingShards how many there are in the beginning, {@code shard_0} and so on; never changes again
     */
    public static TenantRoutes found(DataSource directory, int foundingShards) throws SQLException {
        try (Connection connection = directory.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement found = connection.prepareStatement(FOUND)) {
            statement.execute(CREATE_ROUTES);
            statement.execute(CREATE_EDITION);
            found.setInt(1, foundingShards);
            found.executeUpdate();
        }
        return new TenantRoutes(directory);
    }

    /** @throws SQLException if there is no directory, or it can't be reached */
    public static TenantRoutes at(DataSource directory) throws SQLException {
        return new TenantRoutes(directory);
    }

    /** The name of the shard that has a tenant, or will have a new one. */
    public String shard(String tenant) {
        refresh();
        Known now = known;
        String moved = now.routes().get(tenant);
        return moved == null ? TenantShards.shard(tenant, now.foundingShards()) : moved;
    }

    /** The same, by what the directory says at this moment. */
    String shardNow(String tenant) throws SQLException {
        reread();
        return shard(tenant);
    }

    /** Puts a tenant that has nothing yet, or all of whose rows are there already, into a shard. */
    public void put(String tenant, String shard) throws SQLException {
        try (Connection connection = directory.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement put = connection.prepareStatement(PUT);
                    Statement next = connection.createStatement()) {
                put.setString(1, tenant);
                put.setString(2, shard);
                put.executeUpdate();
                next.executeUpdate(NEXT_EDITION);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        reread();
    }

    /** At most one thread reads, the others go on with what is known. */
    private void refresh() {
        if (!known.isFresh() && reading.tryLock()) {
            try {
                reread();
            } catch (SQLException unreachable) {
                LOG.warn(
                        "The directory of tenants can't be read (SQLState {}): the routes of edition {} stand",
                        unreachable.getSQLState(),
                        known.edition());
                known = new Known(known.foundingShards(), known.edition(), known.routes(), System.nanoTime());
            } finally {
                reading.unlock();
            }
        }
    }

    private void reread() throws SQLException {
        known = read(known);
    }

    private Known read(Known before) throws SQLException {
        long now = System.nanoTime();
        try (Connection connection = directory.getConnection();
                Statement statement = connection.createStatement()) {
            int foundingShards;
            long edition;
            try (ResultSet row = statement.executeQuery(READ_EDITION)) {
                if (!row.next()) {
                    throw new SQLException("expected a directory of tenants, found an empty one");
                }
                foundingShards = row.getInt(1);
                edition = row.getLong(2);
            }
            return edition == before.edition()
                    ? new Known(foundingShards, edition, before.routes(), now)
                    : new Known(foundingShards, edition, routes(statement), now);
        }
    }

    private static Map<String, String> routes(Statement statement) throws SQLException {
        Map<String, String> routes = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(READ_ROUTES)) {
            while (rows.next()) {
                routes.put(rows.getString(1), rows.getString(2));
            }
        }
        return Map.copyOf(routes);
    }
}
