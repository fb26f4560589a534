package dev.leadkit.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database that is measured, which a process of JMH finds by system properties. */
record Target(boolean postgres, String url, int leads) {
    private static final String URL = "leadkit.benchmark.url";
    private static final String LEADS = "leadkit.benchmark.leads";

    static Target ofProcess() {
        String url = System.getProperty(URL);
        return new Target(url.startsWith("jdbc:postgresql:"), url, Integer.getInteger(LEADS));
    }

    void toProcess() {
        System.setProperty(URL, url);
        System.setProperty(LEADS, Integer.toString(leads));
    }

    String[] arguments() {
        return new String[] {"-D%s=%s".formatted(URL, url), "-D%s=%d".formatted(LEADS, leads)};
    }

    Target at(String otherUrl) {
        return new Target(postgres, otherUrl, leads);
    }

    /** For contenders that keep one to themselves. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** As a host would have it. */
    HikariDataSource pool(int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Makes the tables where they are missing. */
    void migrate() {
        try (HikariDataSource pool = pool(1)) {
            JdbcLeadStore.over(pool).close();
        }
    }
}
