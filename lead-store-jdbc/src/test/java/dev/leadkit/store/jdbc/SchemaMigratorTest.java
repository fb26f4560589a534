package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.LeadQuery;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaMigratorTest {
    private final DataSource database = H2Databases.inMemory();

    @Test
    void a_second_start_finds_everything_and_keeps_what_is_stored() {
        JdbcLeadStore first = JdbcLeadStore.over(database);
        first.commit(aChangeset().build());
        var lead = aLead().build();
        var unit = aChangeset();
        unit.create(lead, lead.createdAt(), null);
        first.commit(unit.build());

        JdbcLeadStore second = JdbcLeadStore.over(database);

        assertThat(second.list(ACME, LeadQuery.all()).items()).containsExactly(lead);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void several_that_start_at_once_on_an_empty_database_all_come_up(int stores) throws Exception {
        for (int round = 0; round < 10; round++) {
            DataSource empty = H2Databases.inMemory();
            var start = new CountDownLatch(1);
            List<CompletableFuture<Throwable>> starts = new ArrayList<>();
            for (int i = 0; i < stores; i++) {
                var failure = new CompletableFuture<Throwable>();
                starts.add(failure);
                new Thread(() -> failure.complete(catchThrowable(() -> {
                            start.await();
                            JdbcLeadStore.over(empty).commit(aChangeset().build());
                        })))
                        .start();
            }
            start.countDown();

            for (CompletableFuture<Throwable> failure : starts) {
                assertThat(failure.get()).isNull();
            }
            assertThat(numbers(empty, "SELECT version FROM leadkit_schema")).containsExactly(1);
            assertThat(numbers(empty, "SELECT COUNT(*) FROM leadkit_changeset")).containsExactly(stores);
        }
    }

    @Test
    void a_migration_that_died_half_way_is_made_up_for() throws SQLException {
        execute(database, "CREATE TABLE leadkit_schema (version INT PRIMARY KEY, applied_at TIMESTAMP WITH TIME ZONE)");

        JdbcLeadStore.over(database).commit(aChangeset().build());

        assertThat(numbers(database, "SELECT version FROM leadkit_schema")).containsExactly(1);
    }

    @Test
    void validate_refuses_an_empty_database_and_changes_nothing() throws SQLException {
        JdbcLeadStore.Builder validating = JdbcLeadStore.builder(database).schema(SchemaMode.VALIDATE);

        assertThatThrownBy(validating::open)
                .isInstanceOfSatisfying(SchemaMismatchException.class, mismatch -> {
                    assertThat(mismatch.expected()).isEqualTo(1);
                    assertThat(mismatch.found()).isZero();
                })
                .hasMessage("schema: expected version 1, found no tables; "
                        + "open the store with SchemaMode.MIGRATE or run the SQL files in the jar");

        assertThat(tables(database)).isEmpty();
    }

    @Test
    void validate_takes_tables_that_another_tool_made_from_the_files() throws Exception {
        try (var file = SchemaMigrator.class.getResourceAsStream("schema/h2/V001__create_tables.sql")) {
            execute(database, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }

        JdbcLeadStore store =
                JdbcLeadStore.builder(database).schema(SchemaMode.VALIDATE).open();

        assertThat(store.list(ACME, LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void tables_of_a_newer_release_are_refused_in_every_mode_that_looks() throws SQLException {
        JdbcLeadStore.over(database);
        execute(database, "INSERT INTO leadkit_schema (version, applied_at) VALUES (2, CURRENT_TIMESTAMP)");

        for (SchemaMode mode : List.of(SchemaMode.MIGRATE, SchemaMode.VALIDATE)) {
            assertThatThrownBy(
                            () -> JdbcLeadStore.builder(database).schema(mode).open())
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("found version 2; use the release of LeadKit that made it");
        }
        assertThat(JdbcLeadStore.builder(database).schema(SchemaMode.NONE).open())
                .isNotNull();
    }

    @Test
    void two_prefixes_keep_apart_in_one_database() throws SQLException {
        JdbcLeadStore one = JdbcLeadStore.over(database);
        JdbcLeadStore other =
                JdbcLeadStore.builder(database).tablePrefix("crm_").open();
        var lead = aLead().session("s-1").tagged("vip").named("Jane").build();
        var unit = aChangeset();
        unit.create(lead, lead.createdAt(), null);

        other.commit(unit.build());

        assertThat(other.list(ACME, LeadQuery.all()).items()).containsExactly(lead);
        assertThat(one.list(ACME, LeadQuery.all()).items()).isEmpty();
        assertThat(tables(database))
                .hasSize(26)
                .allMatch(name -> name.startsWith("LEADKIT_") || name.startsWith("CRM_"));
    }

    @Test
    void a_prefix_that_could_be_anything_but_a_name_is_refused() {
        for (String prefix : List.of("", "1x", "a b", "x;drop table y--", "a".repeat(31))) {
            assertThatThrownBy(() -> JdbcLeadStore.builder(database).tablePrefix(prefix))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("tablePrefix: expected a letter");
        }
    }

    private static List<String> tables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows =
                        connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
            return names;
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> numbers(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Integer> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }
}
