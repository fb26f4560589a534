package dev.leadkit.examples.scaleout;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database whose pool remembers the statements that it runs; a batch is one. Not those that add to counters: which of its rows a
 * counter has already is by chance.
 */
final class Counted {
    private static final int CONNECTIONS = 30;

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final HikariDataSource pool;

    /** @param url of JDBC */
    Counted(String url) {
        var server = new PGSimpleDataSource();
        server.setUrl(url);
        var config = new HikariConfig();
        config.setDataSource(proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(method, server, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        }));
        config.setJdbcUrl(url); // ShardingSphere learns from it what database it is
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
    }

    String url() {
        return pool.getJdbcUrl();
    }

    DataSource dataSource() {
        return pool;
    }

    /** Those since it was asked last, in their order. */
    List<String> statements() {
        List<String> since = new ArrayList<>();
        for (String next = statements.poll(); next != null; next = statements.poll()) {
            since.add(next);
        }
        return since;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(method, connection, arguments);
            return result instanceof PreparedStatement statement
                            && arguments != null
                            && !addsToCounter((String) arguments[0])
                    ? counted(statement, (String) arguments[0])
                    : result;
        });
    }

    private static boolean addsToCounter(String sql) {
        return sql.contains("leadkit_counter") && !sql.contains("SELECT");
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
            }
            return invoke(method, statement, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Counted.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.of(method, arguments)));
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
