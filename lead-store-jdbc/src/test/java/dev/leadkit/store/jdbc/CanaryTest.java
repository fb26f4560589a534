package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The canary hears. */
class CanaryTest {
    @AfterEach
    void forgetWhatWasSaidOnPurpose() {
        Canary.leaks();
    }

    @Test
    void hears_our_loggers_at_the_finest_level() {
        LoggerFactory.getLogger("dev.leadkit.test").trace("stored {}", "jane@acme.example");

        assertThat(Canary.leaks()).containsExactly("TRACE dev.leadkit.test: stored jane@acme.example");
    }

    @Test
    void hears_what_an_exception_tells() {
        LoggerFactory.getLogger("org.mariadb.test")
                .warn("failed", new IllegalStateException("Duplicate entry 'Jane Doe' for key 'PRIMARY'"));

        assertThat(Canary.leaks()).singleElement().asString().contains("Duplicate entry 'Jane Doe'");
    }

    @Test
    void hears_the_driver_that_logs_by_itself() {
        Logger.getLogger("org.postgresql.test").log(Level.FINE, "bound +49 and José");

        assertThat(Canary.leaks()).singleElement().asString().contains("José");
    }

    @Test
    void hears_the_driver_of_mariadb() {
        Database.execute(
                Database.MARIADB.fresh(), "CREATE TABLE one (id INT PRIMARY KEY)", "INSERT INTO one VALUES (1)");

        assertThat(Canary.heard("org.mariadb")).isPositive();
    }

    @Test
    void tells_a_number_from_the_digits_of_a_random_name() {
        assertThat(List.of("to +12125550142", "2125550142", "tel. 1-212-555-0142", "212 555 0142"))
                .allMatch(Canary::isPersonal);
        assertThat(Canary.isPersonal("CREATE SCHEMA leadkit_test_dc951c9adcbd421295554adf0e64f2be"))
                .isFalse();
    }
}
