package dev.leadkit.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that shows a watcher each query as the store runs it, with its parameters and on its connection. */
final class WatchedDatabase {
    private final DataSource real;
    private final Watcher watcher;

    WatchedDatabase(DataSource real, Watcher watcher) {
        this.real = real;
        this.watcher = watcher;
    }

    /** Sees queries. */
    interface Watcher {
        default void before(Query query) throws SQLException {}

        default void after(Query query) throws SQLException {}
    }

    /** A query that is about to run, or just ran. */
    static final class Query {
        private final Connection connection;
        private final String sql;
        private final List<Setting> settings = new ArrayList<>();

        private Query(Connection connection, String sql) {
            this.connection = connection;
            this.sql = sql;
        }

        Connection connection() {
            return connection;
        }

        String sql() {
            return sql;
        }

        /** The first column of what the same query gives with something before it, with the same parameters. */
        List<String> with(String prefix) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(prefix + sql)) {
                for (Setting setting : settings) {
                    invoke(setting.method(), statement, setting.arguments());
                }
                return firstColumn(statement.executeQuery());
            } catch (SQLException | RuntimeException | Error failed) {
                throw failed;
            } catch (Throwable failed) {
                throw new SQLException(failed);
            }
        }
    }

    private record Setting(Method method, Object[] arguments) {}

    static List<String> firstColumn(ResultSet rows) throws SQLException {
        try (rows) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(method, real, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(method, connection, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? watched(statement, new Query(connection, (String) arguments[0]))
                    : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, Query query) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                query.settings.add(new Setting(method, arguments.clone()));
            }
            if (!method.getName().equals("executeQuery")) {
                return invoke(method, statement, arguments);
            }
            watcher.before(query);
            Object result = invoke(method, statement, arguments);
            watcher.after(query);
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
