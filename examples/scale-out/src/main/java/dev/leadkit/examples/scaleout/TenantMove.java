package dev.leadkit.examples.scaleout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Moves a tenant from one shard to another while its hosts go on. Copies what it has, again and again until little has changed since,
 * then shuts the tenant's rows in the old shard, copies the rest, compares every table, and switches the route. Whoever writes
 * meanwhile is refused with the SQLState {@link #MOVING}, which a store repeats for most of a second, so that most writers only wait;
 * whoever waits longer gets a {@code StoreException} with that state. The old shard stays shut, whatever a process believes the route
 * to be, until the tenant comes back, also after {@link #tidy}.
 *
 * <p>Safe to repeat: one that was killed is run again and ends what is left to do. One move of a tenant at a time.
 */
public final class TenantMove {
    /** Of class 40, a transaction that was rolled back and may be tried again. */
    public static final String MOVING = "40M01";

    private static final int MOST_PASSES = 5;
    private static final long FEW_ROWS = 1_000;

    private final Map<String, DataSource> shards;
    private final TenantRoutes routes;

    /** @param shards those that hosts know by these names */
    public TenantMove(Map<String, DataSource> shards, TenantRoutes routes) {
        this.shards = Map.copyOf(shards);
        this.routes = routes;
    }

    /**
     * What was moved.
     *
     * @param tables how many rows of each, and their digest, the same on both sides
     * @param passes how often was copied, the last one with the tenant shut
     * @param shut for how long no write of the tenant got through
     */
    public record Moved(String from, String to, Map<String, TenantTable.Digest> tables, int passes, Duration shut) {
        public Moved {
            tables = Map.copyOf(tables);
        }

        public long rows() {
            return tables.values().stream().mapToLong(TenantTable.Digest::rows).sum();
        }
    }

    /**
     * Moves a tenant.
     *
     * @throws TenantMoveException if a table differs after all; the tenant stays where it is and may write again
     * @return without a table or pass where the tenant was there already
     * @throws IllegalArgumentException if there is no such shard
     */
    public Moved move(String tenant, String to) throws SQLException {
        String from = routes.shardNow(tenant);
        if (from.equals(to)) {
            return arrived(tenant, to);
        }
        try (Connection source = open(from);
                Connection target = open(to)) {
            int passes = 1;
            while (copy(tenant, source, target) > FEW_ROWS && passes < MOST_PASSES) {
                passes++;
            }
            return switchOver(tenant, from, to, passes + 1, source, target);
        }
    }

    /** Where a move was killed after the route was switched, to a shard where the tenant was before, it is still shut. */
    private Moved arrived(String tenant, String there) throws SQLException {
        try (Connection connection = open(there)) {
            new TenantFence(tenant, connection).lift();
            return new Moved(there, there, Map.of(), 0, Duration.ZERO);
        }
    }

    private Moved switchOver(String tenant, String from, String to, int passes, Connection source, Connection target)
            throws SQLException {
        var fence = new TenantFence(tenant, source);
        boolean switched = false;
        try {
            long begun = System.nanoTime();
            fence.raise();
            copy(tenant, source, target);
            Map<String, TenantTable.Digest> tables = compare(tenant, source, target);
            routes.put(tenant, to);
            switched = true;
            new TenantFence(tenant, target).lift();
            return new Moved(from, to, tables, passes, Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            // Unknown whether the route was written: then it decides.
            if (!switched && routes.shardNow(tenant).equals(from)) {
                fence.lift();
            }
        }
    }

    /**
     * Deletes what a tenant that moved away has left behind in a shard. It stays shut there, so that a process with old routes can't
     * write what nobody finds; but it would read nothing there. So not before every process has read the routes since: an hour later,
     * say.
     *
     * @return how many rows there were
     * @throws IllegalArgumentException if the tenant is there
     */
    public long tidy(String tenant, String shard) throws SQLException {
        if (routes.shardNow(tenant).equals(shard)) {
            throw new IllegalArgumentException("%s is in %s, its rows are in use".formatted(tenant, shard));
        }
        try (Connection connection = open(shard)) {
            long deleted = 0;
            for (String table : ShardedDatabase.TABLES) {
                deleted += new TenantTable(tenant, table).delete(connection);
            }
            return deleted;
        }
    }

    /** @return how many rows were copied, over all tables */
    private static long copy(String tenant, Connection source, Connection target) throws SQLException {
        long copied = 0;
        for (String table : ShardedDatabase.TABLES) {
            copied += new TenantTable(tenant, table).copyDifferences(source, target);
        }
        return copied;
    }

    private static Map<String, TenantTable.Digest> compare(String tenant, Connection source, Connection target)
            throws SQLException {
        Map<String, TenantTable.Digest> digests = new LinkedHashMap<>();
        for (String name : ShardedDatabase.TABLES) {
            var table = new TenantTable(tenant, name);
            TenantTable.Digest expected = table.digest(source);
            TenantTable.Digest found = table.digest(target);
            if (!found.equals(expected)) {
                throw new TenantMoveException(tenant, name, expected, found);
            }
            digests.put(name, found);
        }
        return digests;
    }

    private Connection open(String shard) throws SQLException {
        DataSource database = shards.get(shard);
        if (database == null) {
            throw new IllegalArgumentException("expected one of %s, found %s".formatted(shards.keySet(), shard));
        }
        return database.getConnection();
    }
}
