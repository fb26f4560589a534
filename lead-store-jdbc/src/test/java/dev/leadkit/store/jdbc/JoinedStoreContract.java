package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.testkit.LeadStoreContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The contract within one transaction of the host, which then rolls back, and nothing of it is there. */
abstract class JoinedStoreContract extends LeadStoreContract {
    private final StoreForm form;
    private HostConnection host;

    JoinedStoreContract(StoreForm form) {
        this.form = form;
    }

    @Override
    protected LeadStore openStore() throws SQLException {
        DataSource database = form.database().fresh();
        JdbcLeadStore store = form.over(database);
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        host = new HostConnection(connection);
        return oneAtATime(store.capabilities().requireJoining().joining(host.guest()));
    }

    @Override
    protected void closeStore(LeadStore store) throws SQLException {
        host.assertIsUntouched();
        host.real().rollback();
        for (String table : List.of("lead", "changeset", "message", "activity", "claim", "counter", "outbox")) {
            try (Statement statement = host.real().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM leadkit_" + table)) {
                rows.next();
                assertThat(rows.getInt(1))
                        .as("rows in leadkit_%s after the rollback", table)
                        .isZero();
            }
        }
        host.close();
    }

    /** For one thread at a time, as a connection is; what it gives is no longer marked as joined, so that it compares equal. */
    private static LeadStore oneAtATime(LeadStore joined) {
        return (LeadStore) Proxy.newProxyInstance(
                LeadStore.class.getClassLoader(), new Class<?>[] {LeadStore.class}, (self, method, arguments) -> {
                    synchronized (joined) {
                        try {
                            return unmarked(method.invoke(joined, arguments));
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause() instanceof ConflictException conflict
                                    ? unmarked(conflict)
                                    : thrown.getCause();
                        }
                    }
                });
    }

    private static Object unmarked(Object answer) {
        if (answer instanceof CommitResult result) {
            assertThat(result.joined()).isTrue();
            return new CommitResult(result.repeated(), result.seenBefore());
        }
        if (answer instanceof CommitOutcome.Committed committed) {
            return new CommitOutcome.Committed((CommitResult) unmarked(committed.result()));
        }
        if (answer instanceof CommitOutcome.Conflicted conflicted) {
            return new CommitOutcome.Conflicted(unmarked(conflicted.conflict()));
        }
        return answer instanceof List<?> list
                ? list.stream().map(JoinedStoreContract::unmarked).toList()
                : answer;
    }

    private static ConflictException unmarked(ConflictException conflict) {
        assertThat(conflict.isJoined()).isTrue();
        if (conflict instanceof StaleLeadException stale) {
            return new StaleLeadException(stale.lead(), stale.expected(), stale.found());
        }
        if (conflict instanceof StaleConversationException stale) {
            return new StaleConversationException(stale.session(), stale.expected(), stale.found());
        }
        return new IdentityTakenException(((IdentityTakenException) conflict).holder());
    }
}
