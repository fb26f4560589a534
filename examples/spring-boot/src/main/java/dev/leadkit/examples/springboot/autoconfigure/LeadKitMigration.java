package dev.leadkit.examples.springboot.autoconfigure;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Runs the files of {@code lead-store-jdbc} by Flyway. They have a history of their own, {@value #HISTORY}, so that their
 * numbers and the application's never meet; and no bean of the type Flyway, which would turn the application's off.
 */
final class LeadKitMigration {
    static final String HISTORY = "leadkit_flyway_history";

    private static final String FILES = "classpath:dev/leadkit/store/jdbc/schema/";

    private final Flyway flyway;

    private LeadKitMigration(Flyway flyway) {
        this.flyway = flyway;
    }

    static LeadKitMigration of(DataSource dataSource) {
        return new LeadKitMigration(Flyway.configure()
                .dataSource(dataSource)
                .locations(FILES + folder(dataSource))
                .failOnMissingLocations(true)
                .table(HISTORY)
                // The schema holds the application's tables already; from 0, so that V001 runs nevertheless.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholderReplacement(false)
                .load());
    }

    void run() {
        flyway.migrate();
    }

    /** {@code h2}, {@code postgresql} or {@code mariadb}. */
    private static String folder(DataSource dataSource) {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
            return DatabaseDriver.fromProductName(product).getId();
        } catch (MetaDataAccessException failed) {
            throw new IllegalStateException("expected to learn from the database what it is", failed);
        }
    }
}
