package dev.leadkit.store.jdbc;

import dev.leadkit.lead.InvalidInputException;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** An H2 database in a file, with a pool of its own. The one class that needs H2 on the class path. */
final class H2File {
    private static final String SUFFIX = ".mv.db";

    /**
     * WRITE_DELAY: a commit is in the file when it returns. DB_CLOSE_ON_EXIT: the database is closed by the store and not
     * by H2's shutdown hook, which runs beside the host's own and would fail its last commits; a file that was not
     * closed is recovered when it is next opened. QUERY_CACHE_SIZE: room for all our statements.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64";

    private static final int MOST_CONNECTIONS = 16;

    private H2File() {}

    /** @throws InvalidInputException if the path has a semicolon in it, which H2 takes for a setting */
    static String url(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new InvalidInputException("file", "a path without a semicolon", "one with a semicolon");
        }
        String name = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
        return "jdbc:h2:file:" + name + SETTINGS;
    }

    static JdbcConnectionPool open(Path file) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url(file), "sa", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }
}
