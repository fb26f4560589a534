package dev.leadkit.examples.leaddesk.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database, with the pool of connections that the host owns. */
public final class Storage implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    /** Many users share the processors; a read that takes several of them makes the others wait. */
    private static final String NO_PARALLEL_READS = "SET max_parallel_workers_per_gather = 0";

    private final HikariDataSource pool;
    private final JdbcLeadStore store;

    private Storage(HikariDataSource pool) {
        this.pool = pool;
        this.store = JdbcLeadStore.over(pool);
    }

    /**
     * Opens a database and makes LeadKit's tables where they are missing.
     *
     * @param url of JDBC; absent for a file of H2 in the folder
     * @throws IOException if it can't be reached
     */
    public static Storage open(@Nullable String url, Path folder) throws IOException {
        var config = new HikariConfig();
        config.setJdbcUrl(url == null ? embedded(folder) : url);
        if (url == null) {
            config.setUsername("sa");
        } else if (url.startsWith("jdbc:postgresql:")) {
            config.setConnectionInitSql(NO_PARALLEL_READS);
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("lead-desk");
        HikariDataSource pool = connect(config);
        try {
            return new Storage(pool);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    private static HikariDataSource connect(HikariConfig config) throws IOException {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failed) {
            throw new IOException("the database can't be opened: " + failed.getMessage(), failed);
        }
    }

    /** Durable, since H2 otherwise loses what it acknowledged when the process is killed; closed by us, not by H2's hook. */
    private static String embedded(Path folder) {
        return "jdbc:h2:async:" + folder.resolve("lead-desk").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
    }

    public JdbcLeadStore store() {
        return store;
    }

    /** For tables of the host's own, in the same database. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        store.close();
        pool.close();
    }
}
