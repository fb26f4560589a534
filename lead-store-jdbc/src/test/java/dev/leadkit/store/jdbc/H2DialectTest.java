package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.aChangeset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.store.CommitResult;
import dev.leadkit.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest {
    private final H2Dialect h2 = new H2Dialect();

    @TempDir
    Path folder;

    @Test
    void a_file_that_loses_acknowledged_commits_gets_a_warning_with_the_mend() throws SQLException {
        try (Connection connection = file("").getConnection()) {
            assertThat(h2.durabilityWarning(connection))
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .contains("loses acknowledged commits")
                            .contains("500 ms")
                            .contains("Add ;WRITE_DELAY=0 to its URL"));
        }
    }

    @Test
    void a_file_that_keeps_them_and_a_database_in_memory_get_none() throws SQLException {
        try (Connection durable = file(";WRITE_DELAY=0").getConnection();
                Connection inMemory = H2Databases.inMemory().getConnection()) {
            assertThat(h2.durabilityWarning(durable)).isEmpty();
            assertThat(h2.durabilityWarning(inMemory)).isEmpty();
        }
    }

    @Test
    void our_own_file_keeps_them() throws SQLException {
        try (Connection connection =
                H2Databases.at(H2File.url(folder.resolve("own"))).getConnection()) {
            assertThat(h2.durabilityWarning(connection)).isEmpty();
        }
    }

    @Test
    void a_database_that_would_hold_two_visitors_for_one_is_refused() {
        assertThatThrownBy(() -> JdbcLeadStore.over(H2Databases.inMemory(";IGNORECASE=TRUE")))
                .isInstanceOf(StoreException.class)
                .hasMessage("expected an H2 database that compares text exactly, found IGNORECASE=1");
        assertThatThrownBy(() -> JdbcLeadStore.over(H2Databases.inMemory(";COLLATION=ENGLISH STRENGTH PRIMARY")))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "expected an H2 database that compares text exactly, found COLLATION=ENGLISH STRENGTH PRIMARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "MSSQLServer", "Derby", "STRICT"})
    void a_mode_in_which_it_can_not_work_is_refused(String mode) {
        assertThatThrownBy(() -> JdbcLeadStore.over(H2Databases.inMemory(";MODE=" + mode)))
                .isInstanceOf(StoreException.class)
                .hasMessage("expected an H2 database in its regular mode, or that of PostgreSQL or MariaDB, found MODE="
                        + mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGULAR", "PostgreSQL", "MySQL", "MariaDB", "DB2", "HSQLDB", "LEGACY"})
    void other_modes_are_taken(String mode) {
        JdbcLeadStore store = JdbcLeadStore.over(H2Databases.inMemory(";MODE=" + mode));

        assertThat(store.commit(aChangeset().build())).isEqualTo(CommitResult.APPLIED);
    }

    private DataSource file(String settings) {
        return H2Databases.at("jdbc:h2:file:" + folder.resolve("foreign") + settings);
    }
}
