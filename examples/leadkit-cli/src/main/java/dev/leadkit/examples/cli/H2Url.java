package dev.leadkit.examples.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.ConnectionPoolDataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The address of an H2 database, made durable: H2 loses acknowledged commits when the process is killed, unless
 * {@code WRITE_DELAY} is 0.
 */
record H2Url(String url) {
    private static final String PREFIX = "jdbc:h2:";

    /** @throws IllegalArgumentException if it is the address of another database */
    H2Url {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("expected a URL that begins with " + PREFIX);
        }
        url = has(url, "WRITE_DELAY") ? url : url + ";WRITE_DELAY=0";
    }

    /** The same, of a database that is not made where there is none. */
    H2Url existing() {
        return has(url, "IFEXISTS") ? this : new H2Url(url + ";IFEXISTS=TRUE");
    }

    /** Whether the database is there; one that can't be opened for another reason is. */
    boolean isThere() {
        try (Connection opened = connections().getConnection()) {
            return opened.isValid(0);
        } catch (SQLException failure) {
            return failure.getErrorCode() != ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1;
        }
    }

    /** User and password come from the URL; without them it is H2's usual user. */
    ConnectionPoolDataSource dataSource() {
        return connections();
    }

    private JdbcDataSource connections() {
        var source = new JdbcDataSource();
        source.setURL(url);
        if (!has(url, "USER")) {
            source.setUser("sa");
        }
        return source;
    }

    private static boolean has(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
