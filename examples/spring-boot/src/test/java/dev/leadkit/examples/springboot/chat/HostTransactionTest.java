package dev.leadkit.examples.springboot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.LeadQuery;
import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A row of the application and a lead, in one transaction of Spring's. Each test has a tenant of its own. */
@ParameterizedClass
@EnumSource
class HostTransactionTest {
    /** Where, and how the pool gives its connections. */
    enum Database {
        H2,
        H2_WITHOUT_AUTO_COMMIT,
        POSTGRESQL
    }

    private static final ChatMessage MESSAGE = ChatMessage.from("s-1")
            .id("m-1")
            .visitor("jane@acme.example")
            .at(Instant.parse("2026-01-07T09:00:00Z"))
            .build();

    private static RunningChat chat;
    private static Closeable server = () -> {};

    @Parameter
    Database database;

    @BeforeParameterizedClassInvocation
    static void start(Database database) throws IOException {
        chat = new RunningChat(
                "--spring.main.web-application-type=none",
                "--spring.datasource.url=" + (database == Database.POSTGRESQL ? postgres() : h2()),
                "--spring.datasource.hikari.auto-commit=" + (database != Database.H2_WITHOUT_AUTO_COMMIT));
    }

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0";
    }

    private static String postgres() throws IOException {
        Path binaries = Path.of("target", "database-binaries").toAbsolutePath();
        Files.createDirectories(binaries);
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        server = started;
        return started.getJdbcUrl("postgres", "postgres");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        chat.close();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static LeadDesk desk(String tenant) {
        return chat.bean(LeadKit.class).tenant(tenant).as(Actor.user("ann"));
    }

    private static Map<String, CaptureOutcome> take(String tenant) {
        return chat.bean(ChatPosts.class).take(tenant, List.of(MESSAGE));
    }

    @Test
    void are_committed_together() {
        double before = commits();

        take("kept");

        assertThat(chat.posts("kept")).isEqualTo(1);
        assertThat(desk("kept").list(LeadQuery.all()).items()).hasSize(1);
        assertThat(commits()).as("timed").isEqualTo(before + 1);
    }

    private static double commits() {
        return chat.bean(MeterRegistry.class).find("leadkit.store.commits").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }

    @Test
    void are_rolled_back_together_and_taken_when_the_post_comes_again() {
        chat.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(take("undone").get("s-1").status()).isEqualTo(Status.CAPTURED);
            assertThat(desk("undone").list(LeadQuery.all()).items())
                    .as("seen within the transaction")
                    .hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(chat.posts("undone")).isZero();
        assertThat(desk("undone").list(LeadQuery.all()).items()).isEmpty();
        assertThat(take("undone").get("s-1").status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void a_statement_of_the_application_that_fails_takes_the_lead_with_it() {
        assertThatThrownBy(() -> chat.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    take("refused");
                    chat.bean(JdbcClient.class)
                            .sql("INSERT INTO chat_post (tenant_id, messages) VALUES ('refused', NULL)")
                            .update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(chat.posts("refused")).isZero();
        assertThat(desk("refused").list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void a_kit_may_join_the_connection_by_hand_as_well() {
        DataSource dataSource = chat.bean(DataSource.class);

        chat.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            chat.bean(LeadKit.class)
                    .joining(connection)
                    .tenant("by-hand")
                    .as(Actor.user("ann"))
                    .create(NewLead.named("Jane"));
            DataSourceUtils.releaseConnection(connection, dataSource);
            status.setRollbackOnly();
        });

        assertThat(desk("by-hand").list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void outside_of_a_transaction_the_lead_stands_at_once() {
        desk("alone").create(NewLead.named("Jane"));

        assertThat(chat.bean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM leadkit_lead WHERE tenant_id = 'alone'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
