package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.examples.springboot.autoconfigure.LeadKitProperties.Schema;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A store on the application's database, a kit on the store and the capture engine on the kit. Each gives way to a bean of
 * the application's own.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        },
        after = LeadKitFlywayAutoConfiguration.class)
@EnableConfigurationProperties(LeadKitProperties.class)
public class LeadKitAutoConfiguration {

    /** Apart, since conditions on beans are decided in the order of the classes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean(LeadStore.class)
    static class StoreConfiguration {
        /**
         * Within a transaction of Spring's on the same data source, the store is given its connection and joins it. The
         * second sign of one is for pools whose connections have auto-commit off.
         *
         * @param migration asked for so that the tables are there
         */
        @Bean(destroyMethod = "")
        @DependsOnDatabaseInitialization
        JdbcLeadStore leadStore(
                DataSource dataSource, LeadKitProperties properties, ObjectProvider<LeadKitMigration> migration) {
            if (properties.schema() == Schema.FLYWAY && migration.getIfAvailable() == null) {
                throw new InvalidConfigurationPropertyValueException(
                        "leadkit.schema", "flyway", "Flyway is not on the class path: add it, or say migrate.");
            }
            return JdbcLeadStore.builder(new TransactionAwareDataSourceProxy(dataSource))
                    .hostTransactions(TransactionSynchronizationManager::isActualTransactionActive)
                    .schema(mode(properties.schema()))
                    .open();
        }

        private static SchemaMode mode(Schema schema) {
            return switch (schema) {
                case MIGRATE -> SchemaMode.MIGRATE;
                case FLYWAY, VALIDATE -> SchemaMode.VALIDATE;
                case NONE -> SchemaMode.NONE;
            };
        }
    }

    @Bean
    @ConditionalOnBean(LeadStore.class)
    @ConditionalOnMissingBean
    LeadKit leadKit(
            LeadStore store,
            LeadKitProperties properties,
            ObjectProvider<LeadStoreDecorator> decorators,
            ObjectProvider<LeadKitCustomizer> customizers) {
        LeadStore decorated = store;
        for (LeadStoreDecorator decorator : decorators.orderedStream().toList()) {
            decorated = decorator.decorate(decorated);
        }
        LeadKit.Builder kit =
                LeadKit.builder().store(decorated).scorer(Scorecard.standard()).normalizer(new LibPhoneNormalizer());
        String secret = properties.identityKey();
        if (secret != null) {
            kit.identityKey(secret.getBytes(StandardCharsets.UTF_8));
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(kit));
        return kit.build();
    }

    @Bean
    @ConditionalOnBean(LeadKit.class)
    @ConditionalOnMissingBean
    CaptureEngine captureEngine(
            LeadKit kit, LeadKitProperties properties, ObjectProvider<CaptureEngineCustomizer> customizers) {
        CaptureEngine.Builder engine = CaptureEngine.builder(kit);
        String region = properties.region();
        if (region != null) {
            engine.region(region);
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(engine));
        return engine.build();
    }
}
