package dev.leadkit.examples.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMismatchException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeadKitAutoConfigurationTest {
    private static final String SECRET = "leadkit.identity-key=sixteen-bytes-or-more";

    private final ApplicationContextRunner anything = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    LeadKitFlywayAutoConfiguration.class,
                    LeadKitAutoConfiguration.class,
                    LeadKitMetricsAutoConfiguration.class,
                    LeadKitHealthAutoConfiguration.class));

    private final ApplicationContextRunner database = anything.withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0");

    @Test
    void a_database_and_a_secret_make_a_kit_that_captures() {
        database.withPropertyValues(SECRET).run(context -> {
            context.getBean(CaptureEngine.class)
                    .tenant("acme")
                    .onMessage(ChatMessage.from("s-1")
                            .id("m-1")
                            .visitor("jane@acme.example")
                            .at(Instant.EPOCH)
                            .build());

            assertThat(context.getBean(LeadKit.class)
                            .tenant("acme")
                            .as(Actor.user("ann"))
                            .list(LeadQuery.all())
                            .items())
                    .hasSize(1);
        });
    }

    @Test
    void without_a_database_there_is_nothing() {
        anything.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(LeadStore.class)
                .doesNotHaveBean(LeadKit.class)
                .doesNotHaveBean(CaptureEngine.class)
                .doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void a_store_of_the_application_is_taken() {
        database.withBean(LeadStore.class, InMemoryLeadStore::new).run(context -> {
            assertThat(context).hasSingleBean(LeadStore.class).doesNotHaveBean(JdbcLeadStore.class);
            assertThat(context.getBean(LeadKit.class).wiring().store()).isSameAs(context.getBean(LeadStore.class));
        });
    }

    @Test
    void a_kit_of_the_application_is_taken() {
        LeadKit own = LeadKit.builder().store(new InMemoryLeadStore()).build();

        anything.withBean(LeadKit.class, () -> own)
                .run(context -> assertThat(context.getBean(LeadKit.class)).isSameAs(own));
    }

    @Test
    void customizers_have_the_last_word() {
        anything.withBean(LeadStore.class, InMemoryLeadStore::new)
                .withBean(LeadKitCustomizer.class, () -> kit -> kit.pipeline(Pipeline.sixStage()))
                .run(context -> assertThat(context.getBean(LeadKit.class)
                                .wiring()
                                .pipeline()
                                .stages())
                        .isEqualTo(Pipeline.sixStage().stages()));
    }

    @Test
    void without_a_secret_the_property_is_named() {
        database.run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(InvalidInputException.class);

            var analysis = new InvalidInputFailureAnalyzer().analyze(context.getStartupFailure());

            assertThat(analysis.getAction()).startsWith("Set leadkit.identity-key: at least 16 secret bytes");
        });
    }

    @Test
    void flyway_keeps_its_histories_apart_and_finds_the_tables_again() {
        ApplicationContextRunner flyway = database.withPropertyValues(SECRET, "leadkit.schema=flyway");

        for (int start = 0; start < 2; start++) {
            flyway.run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(versions(context.getBean(JdbcClient.class), LeadKitMigration.HISTORY))
                        .containsExactly("0", "001");
                assertThat(versions(context.getBean(JdbcClient.class), "flyway_schema_history"))
                        .containsExactly("1");
            });
        }
    }

    private static Iterable<String> versions(JdbcClient jdbc, String history) {
        return jdbc.sql("SELECT \"version\" FROM \"%s\" WHERE \"version\" IS NOT NULL ORDER BY 1".formatted(history))
                .query(String.class)
                .list();
    }

    @Test
    void without_flyway_the_mend_is_named() {
        database.withPropertyValues(SECRET, "leadkit.schema=flyway")
                .withClassLoader(new FilteredClassLoader(Flyway.class))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("Flyway is not on the class path"));
    }

    @Test
    void tables_that_the_application_makes_are_checked_and_not_made() {
        ApplicationContextRunner validating = database.withPropertyValues(SECRET, "leadkit.schema=validate");

        validating
                .withPropertyValues("spring.flyway.enabled=false")
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(SchemaMismatchException.class));

        validating
                .withPropertyValues("spring.flyway.locations=classpath:dev/leadkit/store/jdbc/schema/{vendor}")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(LeadKit.class));
    }

    @Test
    void health_is_up_while_the_store_answers_and_down_when_it_does_not() {
        database.withPropertyValues(SECRET).run(context -> {
            var indicator = context.getBean("leadkitHealthIndicator", HealthIndicator.class);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

            context.getBean(HikariDataSource.class).close();

            assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void health_can_be_left_out() {
        database.withPropertyValues(SECRET, "management.health.leadkit.enabled=false")
                .run(context ->
                        assertThat(context).hasSingleBean(LeadKit.class).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void without_a_registry_of_meters_the_store_is_bare() {
        database.withPropertyValues(SECRET)
                .run(context -> assertThat(
                                context.getBean(LeadKit.class).wiring().store())
                        .isSameAs(context.getBean(LeadStore.class)));
    }

    @Test
    void without_micrometer_and_health_on_the_class_path_the_rest_is_there() {
        database.withPropertyValues(SECRET)
                .withClassLoader(new FilteredClassLoader(MeterRegistry.class, HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(CaptureEngine.class));
    }

    @Test
    void with_a_registry_of_meters_commits_are_timed() {
        database.withPropertyValues(SECRET)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(
                                context.getBean(LeadKit.class).wiring().store())
                        .isInstanceOf(MeteredLeadStore.class));
    }

    @Test
    void the_secret_is_not_printed() {
        database.withPropertyValues(SECRET)
                .run(context -> assertThat(
                                context.getBean(LeadKitProperties.class).toString())
                        .doesNotContain("sixteen"));
    }
}
