package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails every class of this module's tests whose logs give a person away, driver logs included. */
public final class CanaryExtension implements BeforeAllCallback, AfterAllCallback {
    /** PostgreSQL's driver logs here; at finer levels it writes the protocol itself, with every value. */
    private static final Logger POSTGRESQL = Logger.getLogger("org.postgresql");

    private static final Handler LISTENING = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            Canary.hear(line.getLoggerName(), line.getLevel().getName(), formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (POSTGRESQL) {
            if (POSTGRESQL.getHandlers().length == 0) {
                POSTGRESQL.setLevel(Level.FINE);
                POSTGRESQL.setUseParentHandlers(false);
                POSTGRESQL.addHandler(LISTENING);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(Canary.leaks()).as("logged personal data").isEmpty();
    }
}
