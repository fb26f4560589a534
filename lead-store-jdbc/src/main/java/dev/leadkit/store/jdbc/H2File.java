package dev.leadkit.store.jdbc;

import dev.leadkit.lead.InvalidInputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file, with a pool of its own. The one class that needs H2 on the class path. */
final class H2File implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final String SUFFIX = ".mv.db";

    /**
     * WRITE_DELAY: a commit is in the file when it returns. DB_CLOSE_ON_EXIT: the database is closed by the store and not
     * by H2's shutdown hook, which runs beside the host's own and would fail its last commits; a file that was not
     * closed is recovered when it is next opened. QUERY_CACHE_SIZE: room for all our statements. PAGE_SIZE: each commit
     * writes all the pages that it touched anew; small ones halve that.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;PAGE_SIZE=4096";

    private static final int MOST_CONNECTIONS = 16;

    /** How many sessions there are, and how much of the file is in use. */
    private static final String USE = """
            SELECT (SELECT COUNT(*) FROM information_schema.sessions), CAST(setting_value AS INT)
            FROM information_schema.settings
            WHERE setting_name = 'info.CHUNKS_FILL_RATE'
            """;

    private static final int LEAST_PERCENT_IN_USE = 50;

    private final JdbcConnectionPool pool;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @throws InvalidInputException if the path has a semicolon in it, which H2 takes for the begin of a setting */
    H2File(Path file) {
        pool = JdbcConnectionPool.create(url(file), "sa", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
    }

    static String url(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new InvalidInputException("file", "a path without a semicolon", "one with a semicolon");
        }
        String name = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
        return "jdbc:h2:file:" + name + SETTINGS;
    }

    DataSource dataSource() {
        return pool;
    }

    /**
     * Closes the database. A file that is mostly waste is written anew without it: without a write delay H2 does not
     * tidy up while it runs.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (Connection last = pool.getConnection();
                Statement statement = last.createStatement()) {
            pool.dispose();
            if (isMostlyWaste(statement)) {
                statement.execute("SHUTDOWN COMPACT");
            }
        } catch (SQLException failed) {
            // Closed already, or broken: nothing is lost, since every commit is in the file.
            LOG.debug("The H2 file was not tidied up (vendor code {})", failed.getErrorCode());
        } finally {
            pool.dispose();
        }
    }

    /** False as long as somebody else in this process uses the file, whom a shutdown would cut off. */
    private static boolean isMostlyWaste(Statement statement) throws SQLException {
        try (ResultSet use = statement.executeQuery(USE)) {
            return use.next() && use.getInt(1) == 1 && use.getInt(2) < LEAST_PERCENT_IN_USE;
        }
    }
}
