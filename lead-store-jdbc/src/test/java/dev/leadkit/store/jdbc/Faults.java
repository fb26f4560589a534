package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that fails at calls of given numbers, for one thread. Every call counts that goes to the server: getting a
 * connection, changing its settings, executing, committing, rolling back, closing. A connection that is lost stays so, and
 * the server rolls back what was open on it.
 */
final class Faults {
    private static final Set<String> CALLS_OF_CONNECTIONS =
            Set.of("commit", "rollback", "close", "setAutoCommit", "setTransactionIsolation");
    private static final Set<String> EXECUTIONS = Set.of("executeQuery", "executeUpdate", "executeBatch", "execute");

    private static final Pattern WRITE = Pattern.compile("INSERT INTO|UPDATE leadkit|DELETE FROM");

    /** The execution of a statement that writes and is a transaction by itself. */
    private static final String COMMITTING = "execute and commit";

    /** What a change may have come through or not, when it fails. */
    static final Set<String> COMMITS = Set.of("commit", COMMITTING);

    private final Database kind;
    private final DataSource real;
    private final List<String> calls = new ArrayList<>();
    private final Map<Integer, FaultKind> planned = new HashMap<>();
    private @Nullable FaultKind atCommit;
    private int commitsBefore;
    private boolean down;

    Faults(Database kind, DataSource real) {
        this.kind = kind;
        this.real = real;
    }

    /** Begins to count anew, and fails nothing. */
    void none() {
        calls.clear();
        planned.clear();
        atCommit = null;
        down = false;
    }

    /** Begins to count anew, and fails the call of that number, from 0. */
    void at(int call, FaultKind fault) {
        none();
        planned.put(call, fault);
    }

    /** Fails one more call. */
    void alsoAt(int call, FaultKind fault) {
        planned.put(call, fault);
    }

    /** Begins to count anew, and fails the commit of that number, from 0; then there is no connection any more. */
    void atCommitForGood(int commit, FaultKind fault) {
        none();
        atCommit = fault;
        commitsBefore = commit;
    }

    /** What was called since the count began. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    DataSource dataSource() {
        return H2Databases.intercepted(DataSource.class, real, (method, call) -> {
            if (!method.equals("getConnection")) {
                return call.proceed();
            }
            if (fault(method) != null || down) {
                throw FaultKind.LOST_BEFORE.of(kind);
            }
            return new Link((Connection) call.proceed()).faulty();
        });
    }

    private @Nullable FaultKind fault(String call) {
        calls.add(call);
        if (atCommit != null && COMMITS.contains(call) && commitsBefore-- == 0) {
            down = true;
            return atCommit;
        }
        FaultKind fault = planned.get(calls.size() - 1);
        return fault != null && fault.concerns(call) ? fault : null;
    }

    /** One connection, which may be lost. */
    private final class Link {
        private final Connection connection;
        private boolean lost;

        Link(Connection connection) {
            this.connection = connection;
        }

        Connection faulty() {
            return H2Databases.intercepted(Connection.class, connection, (method, call) -> {
                if (CALLS_OF_CONNECTIONS.contains(method)) {
                    return counted(method, call);
                }
                Object result = call.proceed();
                if (result instanceof PreparedStatement statement) {
                    return faulty(PreparedStatement.class, statement, String.valueOf(call.arguments()[0]));
                }
                return result instanceof Statement statement ? faulty(Statement.class, statement, "") : result;
            });
        }

        private <T extends Statement> T faulty(Class<T> type, T statement, String sql) {
            return H2Databases.intercepted(
                    type,
                    statement,
                    (method, call) -> EXECUTIONS.contains(method)
                            ? counted(connection.getAutoCommit() && writes(sql) ? COMMITTING : method, call)
                            : call.proceed());
        }

        private static boolean writes(String sql) {
            return WRITE.matcher(sql).find();
        }

        private @Nullable Object counted(String method, H2Databases.Call call) throws Throwable {
            FaultKind fault = fault(method);
            if (lost || fault != null && fault.isLost() && !fault.isAfter()) {
                throw lose(method);
            }
            if (fault == null) {
                return call.proceed();
            }
            if (fault.isAfter()) {
                call.proceed();
                throw lose(method);
            }
            if (fault != FaultKind.LOCK_TIME_OUT && !connection.getAutoCommit()) {
                connection.rollback();
            }
            throw fault.of(kind);
        }

        private SQLException lose(String method) throws SQLException {
            if (!lost && !connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
            lost = true;
            if (method.equals("close")) {
                connection.close();
            }
            return FaultKind.LOST_BEFORE.of(kind);
        }
    }
}
