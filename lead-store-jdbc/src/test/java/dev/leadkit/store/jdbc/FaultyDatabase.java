package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that fails at one call, counted over all connections: an execution of a statement or a commit. */
final class FaultyDatabase {
    private static final Set<String> EXECUTIONS = Set.of("executeQuery", "executeUpdate", "executeBatch", "execute");

    private final DataSource real;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private int failingCall = Integer.MAX_VALUE;
    private boolean afterCommit;
    private SQLException failure = new SQLException();

    FaultyDatabase(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return H2Databases.intercepted(DataSource.class, real, (method, call) -> {
            connections.incrementAndGet();
            return connection((Connection) call.proceed());
        });
    }

    /** Begins to count anew and fails the call of that number, from 1, before it is done. */
    void failAt(int call, SQLException with) {
        calls.set(0);
        failingCall = call;
        afterCommit = false;
        failure = with;
    }

    /** Begins to count anew and fails the call of that number, which commits, after it is done. */
    void failAfterCommit(int call, SQLException with) {
        failAt(call, with);
        afterCommit = true;
    }

    void countCalls() {
        failAt(Integer.MAX_VALUE, new SQLException());
    }

    /** How many executions and commits there were since the count began. */
    int calls() {
        return calls.get();
    }

    /** How many connections were ever asked for. */
    int connections() {
        return connections.get();
    }

    private Connection connection(Connection connection) {
        return H2Databases.intercepted(Connection.class, connection, (method, call) -> {
            if (method.equals("commit")) {
                return counted(call, afterCommit);
            }
            Object result = call.proceed();
            return result instanceof PreparedStatement statement ? statement(statement) : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement) {
        return H2Databases.intercepted(
                PreparedStatement.class,
                statement,
                (method, call) -> EXECUTIONS.contains(method) ? counted(call, afterCommit) : call.proceed());
    }

    private Object counted(H2Databases.Call call, boolean failsAfterwards) throws Throwable {
        boolean fails = calls.incrementAndGet() == failingCall;
        if (fails && !failsAfterwards) {
            throw failure;
        }
        Object result = call.proceed();
        if (fails) {
            throw failure;
        }
        return result;
    }
}
