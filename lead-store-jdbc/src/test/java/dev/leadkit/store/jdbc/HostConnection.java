package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the host, and what a guest gets of it: the same, which notes whatever a guest must not do, even where
 * somebody swallows the refusal.
 */
final class HostConnection implements AutoCloseable {
    /** Savepoints aside, all that changes a connection or ends its transaction. */
    private static final Set<String> FORBIDDEN = Set.of(
            "commit",
            "close",
            "abort",
            "clearWarnings",
            "beginRequest",
            "endRequest",
            "setAutoCommit",
            "setTransactionIsolation",
            "setReadOnly",
            "setCatalog",
            "setSchema",
            "setTypeMap",
            "setHoldability",
            "setNetworkTimeout",
            "setClientInfo",
            "setShardingKey",
            "setShardingKeyIfValid");

    private static final Set<String> WORDS_OF_STATEMENTS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH");

    private static final Set<String> EXECUTIONS = Set.of("executeQuery", "executeUpdate", "executeBatch", "execute");

    private final Connection real;
    private final List<Object> before;
    private final List<String> broken = new ArrayList<>();
    private boolean savepoints = true;
    private int savepointsSet;
    private int executions;
    private int failingExecution = Integer.MAX_VALUE;
    private SQLException failure = new SQLException();
    private Runnable meddler = () -> {};
    private int meddledSavepoint = Integer.MAX_VALUE;

    HostConnection(Connection real) throws SQLException {
        this.real = real;
        this.before = settings();
    }

    /** For the host itself, who may do what he likes. */
    Connection real() {
        return real;
    }

    Connection guest() {
        return proxy(Connection.class, this::onConnection);
    }

    HostConnection withoutSavepoints() {
        savepoints = false;
        return this;
    }

    /** Does something right before the guest sets the savepoint of that number, from 1. */
    HostConnection meddling(int savepoint, Runnable deed) {
        savepointsSet = 0;
        meddledSavepoint = savepoint;
        meddler = deed;
        return this;
    }

    /** Fails the execution of that number, from 1, counted anew, before it is done. */
    void failAt(int execution, SQLException with) {
        executions = 0;
        failingExecution = execution;
        failure = with;
    }

    int executions() {
        return executions;
    }

    int savepointsSet() {
        return savepointsSet;
    }

    /** Nothing forbidden was done, and every setting is as it was when the host came. */
    void assertIsUntouched() throws SQLException {
        assertThat(broken).as("what the guest did and must not").isEmpty();
        assertThat(settings()).as("the settings of the connection").isEqualTo(before);
    }

    private List<Object> settings() throws SQLException {
        return Arrays.asList(
                real.getAutoCommit(),
                real.getTransactionIsolation(),
                real.isReadOnly(),
                real.getCatalog(),
                String.valueOf(real.getSchema()),
                String.valueOf(real.getTypeMap()),
                real.getHoldability(),
                real.getNetworkTimeout(),
                real.getClientInfo(),
                real.isClosed());
    }

    private @Nullable Object onConnection(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (FORBIDDEN.contains(name) || name.equals("rollback") && arguments == null) {
            broken.add(method.toString());
            throw new SQLException("a guest must not do that: " + method);
        }
        if (method.getReturnType() == Savepoint.class) {
            if (!savepoints) {
                throw new SQLFeatureNotSupportedException("no savepoints");
            }
            if (++savepointsSet == meddledSavepoint) {
                meddler.run();
            }
        }
        if (arguments != null && arguments[0] instanceof String sql && (name.startsWith("prepare"))) {
            check(sql);
        }
        Object result = invoke(method, real, arguments);
        return result instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, (it, call, values) -> onStatement(statement, call, values))
                : result;
    }

    private @Nullable Object onStatement(
            PreparedStatement statement, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (EXECUTIONS.contains(method.getName()) && ++executions == failingExecution) {
            throw failure;
        }
        return invoke(method, statement, arguments);
    }

    private void check(String sql) {
        // A part of a UNION stands in parentheses.
        String word = sql.strip().replaceFirst("^\\(", "").split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (!WORDS_OF_STATEMENTS.contains(word)) {
            broken.add(sql);
        }
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() throws SQLException {
        if (!real.getAutoCommit()) {
            real.rollback();
            real.setAutoCommit(true);
        }
        real.close();
    }
}
