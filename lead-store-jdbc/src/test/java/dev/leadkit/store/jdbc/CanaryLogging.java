package dev.leadkit.store.jdbc;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** SLF4J's provider in the tests of this module: gives every line to the {@link Canary} and prints none. */
public final class CanaryLogging implements SLF4JServiceProvider {
    /** MariaDB's driver and H2 write the protocol itself, with every value, at TRACE and at DEBUG. */
    private static final Map<String, Level> FINEST = Map.of("org.mariadb", Level.DEBUG, "h2database", Level.INFO);

    private final ILoggerFactory loggers = new Loggers();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Loggers implements ILoggerFactory {
        private final Map<String, Logger> loggers = new ConcurrentHashMap<>();

        @Override
        public Logger getLogger(String name) {
            return loggers.computeIfAbsent(name, ListeningLogger::new);
        }
    }

    private static final class ListeningLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final Level finest;

        ListeningLogger(String itsName) {
            name = itsName;
            finest = FINEST.entrySet().stream()
                    .filter(entry -> itsName.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Level.TRACE);
        }

        private boolean hears(Level level) {
            return level.toInt() >= finest.toInt();
        }

        @Override
        public boolean isTraceEnabled() {
            return hears(Level.TRACE);
        }

        @Override
        public boolean isDebugEnabled() {
            return hears(Level.DEBUG);
        }

        @Override
        public boolean isInfoEnabled() {
            return hears(Level.INFO);
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            var line = new StringWriter();
            line.write(MessageFormatter.basicArrayFormat(pattern, arguments));
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(line));
            }
            Canary.hear(name, level.name(), line.toString());
        }
    }
}
