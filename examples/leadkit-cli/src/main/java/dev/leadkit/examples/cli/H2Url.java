package dev.leadkit.examples.cli;

import java.util.Locale;
import javax.sql.ConnectionPoolDataSource;
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

    /** User and password come from the URL; without them it is H2's usual user. */
    ConnectionPoolDataSource dataSource() {
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
