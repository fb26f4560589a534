package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Database.class)
class SchemaMigratorTest {
    private final Database kind;
    private final DataSource database;

    SchemaMigratorTest(Database kind) {
        this.kind = kind;
        this.database = kind.fresh();
    }

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
            DataSource empty = kind.fresh();
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
        Database.execute(database, "CREATE TABLE leadkit_schema (version INT PRIMARY KEY, applied_at TIMESTAMP)");

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
                    assertThat(mismatch.table()).isEmpty();
                })
                .hasMessage("schema: expected version 1, found no tables; "
                        + "open the store with SchemaMode.MIGRATE or run the SQL files in the jar");

        assertThat(tables(database)).isEmpty();
    }

    @Test
    void validate_takes_tables_that_another_tool_made_from_the_files() throws Exception {
        run(DatabaseKind.valueOf(kind.name()).ddl(), database);

        JdbcLeadStore store =
                JdbcLeadStore.builder(database).schema(SchemaMode.VALIDATE).open();

        assertThat(store.list(ACME, LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void tables_of_a_newer_release_are_refused_in_every_mode_that_looks() throws SQLException {
        JdbcLeadStore.over(database);
        Database.execute(database, "INSERT INTO leadkit_schema (version, applied_at) VALUES (2, CURRENT_TIMESTAMP)");

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
    void what_is_asked_of_tables_that_there_are_not_is_told_how_to_make_them() {
        JdbcLeadStore store =
                JdbcLeadStore.builder(database).schema(SchemaMode.NONE).open();

        assertThatThrownBy(() -> store.list(ACME, LeadQuery.all()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a table is missing; open the store with SchemaMode.MIGRATE");
    }

    @Test
    void what_is_asked_of_a_column_that_there_is_not_is_told_as_such() throws SQLException {
        JdbcLeadStore store = JdbcLeadStore.over(database);
        Database.execute(database, "ALTER TABLE leadkit_lead DROP COLUMN body");

        assertThatThrownBy(() -> store.list(ACME, LeadQuery.all()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a column is missing; the tables may be of another release")
                .hasMessageContaining("SchemaMode.MIGRATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE crm_outbox", "ALTER TABLE crm_outbox DROP COLUMN reason"})
    void tables_that_are_not_whole_are_refused_by_name(String loss) {
        JdbcLeadStore.Builder builder = JdbcLeadStore.builder(database).tablePrefix("crm_");
        builder.open();
        Database.execute(database, loss);

        for (SchemaMode mode : List.of(SchemaMode.MIGRATE, SchemaMode.VALIDATE)) {
            assertThatThrownBy(() -> builder.schema(mode).open())
                    .isInstanceOfSatisfying(SchemaMismatchException.class, mismatch -> {
                        assertThat(mismatch.table()).contains("crm_outbox");
                        assertThat(mismatch.found()).isEqualTo(mismatch.expected());
                    })
                    .hasMessageStartingWith("schema: expected all tables and columns of version 1, found crm_outbox"
                            + " missing or without one of its columns");
        }
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
        assertThat(tables(database)).hasSize(30).allMatch(name -> name.matches("(leadkit|crm)_.+"));
    }

    @Test
    void tables_in_a_schema_of_their_own_are_made_and_used_there_alone() throws SQLException {
        String schema = kind.addSchema(database);
        JdbcLeadStore store = JdbcLeadStore.builder(database)
                .schemaName(schema)
                .tablePrefix("crm_")
                .open();
        var lead = aLead().session("s-1").tagged("vip").named("Jane").build();
        var unit = aChangeset();
        unit.create(lead, lead.createdAt(), null);

        store.commit(unit.build());

        assertThat(JdbcLeadStore.builder(database)
                        .schemaName(schema)
                        .tablePrefix("crm_")
                        .schema(SchemaMode.VALIDATE)
                        .open()
                        .list(ACME, LeadQuery.of(LeadFilter.all().matching("jane")))
                        .items())
                .containsExactly(lead);
        try (Connection connection = database.getConnection()) {
            assertThat(tables(connection, schema)).hasSize(15).allMatch(name -> name.startsWith("crm_"));
        }
        assertThat(tables(database)).isEmpty();
    }

    @Test
    void the_printed_ddl_makes_the_same_tables_by_other_names() throws SQLException {
        String schema = kind.addSchema(database);

        run(DatabaseKind.valueOf(kind.name()).ddl("crm_", schema), database);

        JdbcLeadStore store = JdbcLeadStore.builder(database)
                .schemaName(schema)
                .tablePrefix("crm_")
                .schema(SchemaMode.VALIDATE)
                .open();
        assertThat(store.list(ACME, LeadQuery.all()).items()).isEmpty();
        assertThat(tables(database)).isEmpty();
    }

    @Test
    void a_database_that_is_up_to_date_takes_no_right_to_change_tables() {
        JdbcLeadStore.over(database);
        DataSource underGuard = H2Databases.intercepted(
                DataSource.class, database, (method, call) -> withoutDdl((Connection) call.proceed()));

        JdbcLeadStore store = JdbcLeadStore.over(underGuard);

        assertThat(store.commit(aChangeset().build())).isEqualTo(CommitResult.APPLIED);
    }

    /** Only a migration uses plain statements, beside a dialect that asks for settings. */
    private static Connection withoutDdl(Connection connection) {
        return H2Databases.intercepted(Connection.class, connection, (method, call) -> {
            Object made = call.proceed();
            return method.equals("createStatement")
                    ? H2Databases.intercepted(Statement.class, (Statement) made, (execution, run) -> {
                        if (execution.equals("execute")) {
                            throw new SQLException("permission denied", "42501");
                        }
                        return run.proceed();
                    })
                    : made;
        });
    }

    @Test
    void a_schema_that_is_not_there_is_told_as_such() {
        JdbcLeadStore.Builder elsewhere = JdbcLeadStore.builder(database).schemaName("leadkit_nowhere");

        assertThatThrownBy(elsewhere::open)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("schema: V001__create_tables.sql failed: the database failed (SQLState ")
                .hasMessageEndingWith(
                        "; expected a schema that is there already, and the right to create tables in it");
        assertThatThrownBy(elsewhere.schema(SchemaMode.VALIDATE)::open)
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("found no tables");
    }

    @Test
    void a_schema_that_could_be_anything_but_a_name_is_refused() {
        for (String schema : List.of("", "1x", "a b", "a.b", "x;drop table y--", "a".repeat(64))) {
            assertThatThrownBy(() -> JdbcLeadStore.builder(database).schemaName(schema))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("schemaName: expected a letter");
        }
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
        try (Connection connection = database.getConnection()) {
            return tables(
                    connection, connection.getSchema() == null ? connection.getCatalog() : connection.getSchema());
        }
    }

    /** The case of names is folded here, since H2 folds by the language of the process. */
    private static List<String> tables(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT table_schema, table_name FROM information_schema.tables")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                if (rows.getString(1).equalsIgnoreCase(schema)) {
                    names.add(rows.getString(2).toLowerCase(Locale.ROOT));
                }
            }
            return names;
        }
    }

    /** As a tool does that knows nothing but where a statement ends. */
    private static void run(String script, DataSource database) {
        Database.execute(database, script.split(";\n"));
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
