package dev.leadkit.store.jdbc;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file, with a pool of its own. The one class that needs H2 on the class path. */
final class H2File implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final String SUFFIX = ".mv.db";

    /** By what H2 reads and writes: its usual channel closes the whole database when a thread at it is interrupted. */
    private static final String URL = "jdbc:h2:async:";

    /**
     * WRITE_DELAY: a commit is in the file when it returns. DB_CLOSE_ON_EXIT: the database is closed by the store and not
     * by H2's shutdown hook, which runs beside the host's own and would fail its last commits; a file that was not
     * closed is recovered when it is next opened. QUERY_CACHE_SIZE: room for all our statements. PAGE_SIZE: each commit
     * writes all the pages that it touched anew; small ones halve that.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;PAGE_SIZE=4096";

    private static final int MOST_CONNECTIONS = 16;

    private static final int COMMITS_PER_TIDYING = 256;

    /** How much a tidying writes at most, more or less. */
    private static final int TIDY_BYTES = 1024 * 1024;

    /** How many sessions there are, and how much of the file is in use. */
    private static final String USE = """
        SELECT (SELECT COUNT(*) FROM information_schema.sessions), CAST(setting_value AS INT)
        FROM information_schema.settings
        WHERE setting_name = 'info.CHUNKS_FILL_RATE'
        """;

    private static final int LEAST_PERCENT_IN_USE = 50;

    private final JdbcConnectionPool pool;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();

    /**
     * @throws InvalidInputException if the path has a semicolon in it, which H2 takes for the begin of a setting
     * @throws StoreException if H2 is missing
     */
    static H2File open(Path file) {
        try {
            return new H2File(file);
        } catch (NoClassDefFoundError missing) {
            throw new StoreException(
                    "expected H2 on the class path or module path, found none; add com.h2database:h2 to the application's"
                            + " dependencies",
                    missing);
        }
    }

    private H2File(Path file) {
        pool = JdbcConnectionPool.create(url(file), "sa", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
    }

    static String url(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new InvalidInputException("file", "a path without a semicolon", "one with a semicolon");
        }
        String name = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
        return URL + name + SETTINGS;
    }

    DataSource dataSource() {
        return pool;
    }

    /**
     * To be called after each commit. Without a write delay H2 has no thread that tidies up, and the file grows by all
     * the pages that a commit touches, for as long as it is open. So every now and then a commit does it here; H2 uses
     * the room again after its retention time of 45 seconds.
     */
    void committed() {
        if (commits.incrementAndGet() % COMMITS_PER_TIDYING != 0) {
            return;
        }
        try (Connection connection = pool.getConnection()) {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                session.getDatabase().getStore().getMvStore().compact(LEAST_PERCENT_IN_USE, TIDY_BYTES);
            }
        } catch (SQLException | RuntimeException | LinkageError notTidied) {
            // Of another H2 perhaps, since this is not its public interface. The commit stands; the file only grows.
            LOG.debug("The H2 file was not tidied up: {}", notTidied.getClass().getName());
        }
    }

    /** Closes the database. A file that is mostly waste is written anew without it. */
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
