package dev.leadkit.examples.scaleout;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * The rows that a tenant has in one table, which are compared by their digests: each row falls into one of 65,536 buckets by the MD5 of
 * all that it holds, and only buckets that differ are copied. MD5 keeps chance away, which is all that it is for here.
 */
final class TenantTable {
    private static final String BUCKETS = """
        SELECT LEFT(digest, 4), COUNT(*), SUM(('x' || SUBSTR(digest, 5, 15))::bit(60)::bigint)
        FROM (SELECT MD5(t::text) AS digest FROM %s t WHERE tenant_id = ?) AS digests
        GROUP BY 1
        """;

    private static final String COLUMNS = """
        SELECT column_name
        FROM information_schema.columns
        WHERE table_schema = CURRENT_SCHEMA AND table_name = ? AND is_generated = 'NEVER'
        ORDER BY ordinal_position
        """;

    private static final String DELETE_SOME = """
        DELETE FROM %s t
        WHERE tenant_id = ? AND LEFT(MD5(t::text), 4) = ANY (?)
        """;

    private static final String DELETE_ALL = """
        DELETE FROM %s
        WHERE tenant_id = ?
        """;

    private static final String COPY_OUT = """
        COPY (SELECT %s FROM %s t WHERE tenant_id = %s AND LEFT(MD5(t::text), 4) = ANY (%s)) TO STDOUT
        """;

    private final String tenant;
    private final String table;

    TenantTable(String tenant, String table) {
        this.tenant = tenant;
        this.table = table;
    }

    /**
     * What all rows come to.
     *
     * @param sum of a part of each row's MD5; the same for the same rows in any order
     */
    record Digest(long rows, BigDecimal sum) {
        static final Digest NONE = new Digest(0, BigDecimal.ZERO);

        Digest and(Digest other) {
            return new Digest(rows + other.rows, sum.add(other.sum));
        }
    }

    Digest digest(Connection database) throws SQLException {
        return buckets(database).values().stream().reduce(Digest.NONE, Digest::and);
    }

    private Map<String, Digest> buckets(Connection database) throws SQLException {
        Map<String, Digest> buckets = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(BUCKETS.formatted(table))) {
            statement.setString(1, tenant);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    buckets.put(rows.getString(1), new Digest(rows.getLong(2), rows.getBigDecimal(3)));
                }
            }
        }
        return buckets;
    }

    /**
     * Makes the target hold what the source holds; of what is written meanwhile some and some not.
     *
     * @return how many rows were copied
     */
    long copyDifferences(Connection source, Connection target) throws SQLException {
        // What is compared and what is copied are as of one moment. A row that changed in between would be copied
        // beside what it was.
        source.setAutoCommit(false);
        try (Statement snapshot = source.createStatement()) {
            snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            Set<String> different = different(buckets(source), buckets(target));
            if (different.isEmpty()) {
                return 0;
            }
            return withoutTriggers(target, () -> {
                delete(different, target);
                return copy(different, source, target);
            });
        } finally {
            source.rollback();
            source.setAutoCommit(true);
        }
    }

    private interface Work {
        long run() throws SQLException;
    }

    /** In a transaction that is not kept from a tenant who is shut. The connection goes back as it came. */
    private static long withoutTriggers(Connection database, Work work) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = 'replica'");
            long done = work.run();
            database.commit();
            return done;
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    private static Set<String> different(Map<String, Digest> source, Map<String, Digest> target) {
        Set<String> all = new HashSet<>(source.keySet());
        all.addAll(target.keySet());
        all.removeIf(bucket -> Objects.equals(source.get(bucket), target.get(bucket)));
        return all;
    }

    private void delete(Set<String> buckets, Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(DELETE_SOME.formatted(table))) {
            statement.setString(1, tenant);
            statement.setArray(2, database.createArrayOf("text", buckets.toArray()));
            statement.executeUpdate();
        }
    }

    /** All of them. */
    long delete(Connection database) throws SQLException {
        return withoutTriggers(database, () -> {
            try (PreparedStatement statement = database.prepareStatement(DELETE_ALL.formatted(table))) {
                statement.setString(1, tenant);
                return statement.executeUpdate();
            }
        });
    }

    private long copy(Set<String> buckets, Connection source, Connection target) throws SQLException {
        String columns = String.join(", ", columns(source));
        String some = "'{" + String.join(",", buckets) + "}'";
        CopyOut out = copies(source).copyOut(COPY_OUT.formatted(columns, table, literal(source), some));
        CopyIn in = copies(target).copyIn("COPY %s (%s) FROM STDIN".formatted(table, columns));
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Without those that the database works out itself. */
    private List<String> columns(Connection database) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private String literal(Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("SELECT quote_literal(?)")) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
