package dev.leadkit.examples.springboot.autoconfigure;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Lets Flyway make LeadKit's tables where {@code leadkit.schema=flyway}. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(Flyway.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnProperty(name = "leadkit.schema", havingValue = "flyway")
public class LeadKitFlywayAutoConfiguration {
    /** After the application's own migrations, which Flyway begins only in an empty schema. */
    @Bean
    @DependsOnDatabaseInitialization
    LeadKitMigration leadKitMigration(DataSource dataSource) {
        LeadKitMigration migration = LeadKitMigration.of(dataSource);
        migration.run();
        return migration;
    }
}
