package dev.leadkit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The databases on which the store is tested. Real ones, whose servers start by themselves; {@link PostgresServer#PROPERTY}
 * and {@link MariaDbServer#PROPERTY} point at others.
 */
enum Database {
    H2(
            new H2Dialect(),
            new SQLException("deadlock", "40001", 40001),
            new SQLException("connection is broken", "90067", 90067),
            new SQLException("lock time-out", "HYT00", 50200)),
    POSTGRESQL(
            new PostgresDialect(),
            new SQLException("deadlock", "40P01", 0),
            new SQLException("connection is broken", "08006", 0),
            new SQLException("lock time-out", "55P03", 0)),
    MARIADB(
            new MariaDbDialect(),
            new SQLException("deadlock", "40001", 1213),
            new SQLException("connection is broken", "08000", -1),
            new SQLException("lock time-out", "HY000", 1205));

    private static final int MOST_CONNECTIONS = 40;

    private final Dialect dialect;
    private final SQLException deadlock;
    private final SQLException lostConnection;
    private final SQLException lockTimeOut;
    private final List<String> schemas = new ArrayList<>();
    private @Nullable HikariDataSource pool;

    Database(Dialect dialect, SQLException deadlock, SQLException lostConnection, SQLException lockTimeOut) {
        this.dialect = dialect;
        this.deadlock = deadlock;
        this.lostConnection = lostConnection;
        this.lockTimeOut = lockTimeOut;
    }

    Dialect dialect() {
        return dialect;
    }

    /** As this database tells it. */
    SQLException deadlock() {
        return deadlock;
    }

    SQLException lostConnection() {
        return lostConnection;
    }

    SQLException lockTimeOut() {
        return lockTimeOut;
    }

    /** Without a table; connections are pooled. A schema of its own in a server, a database of its own on H2. */
    DataSource fresh() {
        if (this == H2) {
            return H2Databases.inMemory();
        }
        DataSource server = pool();
        String schema = addSchema(server);
        return H2Databases.intercepted(DataSource.class, server, (method, call) -> {
            Object result = call.proceed();
            if (result instanceof Connection connection) {
                enter(schema, connection);
            }
            return result;
        });
    }

    private void enter(String schema, Connection connection) throws SQLException {
        if (this == MARIADB) {
            connection.setCatalog(schema);
        } else {
            connection.setSchema(schema);
        }
    }

    /** As {@link #fresh()}, but whoever waits for a lock soon waits no more. */
    DataSource impatient() {
        return switch (this) {
            case H2 -> H2Databases.inMemory(";LOCK_TIMEOUT=20");
            case POSTGRESQL -> waiting("SET lock_timeout = '20ms'");
            case MARIADB -> waiting("SET innodb_lock_wait_timeout = 0");
        };
    }

    private DataSource waiting(String setting) {
        var config = new HikariConfig();
        config.setConnectionInitSql(setting);
        String schema = addSchema(pool());
        if (this == MARIADB) {
            config.setCatalog(schema);
        } else {
            config.setSchema(schema);
        }
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return connect(config);
    }

    /** A schema more, with no table in it. */
    String addSchema(DataSource database) {
        String name = newSchemaName();
        execute(database, "CREATE SCHEMA " + name);
        synchronized (this) {
            schemas.add(name);
        }
        return name;
    }

    static String newSchemaName() {
        return "leadkit_test_" + UUID.randomUUID().toString().replace("-", "");
    }

    static void execute(DataSource database, String... commands) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private synchronized HikariDataSource pool() {
        HikariDataSource connected = pool;
        if (connected == null) {
            connected = connect(new HikariConfig());
            pool = connected;
            if (System.getProperty(this == MARIADB ? MariaDbServer.PROPERTY : PostgresServer.PROPERTY) != null) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::dropSchemas));
            }
        }
        return connected;
    }

    /** That of the server; H2 has none. */
    String url() {
        return this == MARIADB ? MariaDbServer.url() : PostgresServer.sharedUrl();
    }

    /** The server itself, in no schema of ours; H2 has none. */
    DataSource server() {
        return pool();
    }

    private HikariDataSource connect(HikariConfig config) {
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** In a server that is not ours, which outlives us. */
    private synchronized void dropSchemas() {
        for (String schema : schemas) {
            execute(pool(), "DROP SCHEMA " + schema + (this == POSTGRESQL ? " CASCADE" : ""));
        }
    }
}
