package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.Capabilities;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleDocumentException;
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
import org.jspecify.annotations.Nullable;

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
        return oneAtATime(LeadStore.class, joined, joined);
    }

    private static <T> T oneAtATime(Class<T> type, @Nullable T guest, Object lock) {
        return guest == null
                ? null
                : type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                            synchronized (lock) {
                                try {
                                    Object answer = method.invoke(guest, arguments);
                                    return answer instanceof Capabilities its
                                            ? oneAtATime(its, lock)
                                            : unmarked(answer);
                                } catch (InvocationTargetException thrown) {
                                    throw thrown.getCause() instanceof ConflictException conflict
                                            ? unmarked(conflict)
                                            : thrown.getCause();
                                }
                            }
                        }));
    }

    private static Capabilities oneAtATime(Capabilities its, Object lock) {
        return new Capabilities(
                oneAtATime(Outbox.class, its.outbox(), lock),
                oneAtATime(Erasure.class, its.erasure(), lock),
                its.joining(),
                oneAtATime(Documents.class, its.documents(), lock),
                its.containment());
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
        if (conflict instanceof StaleDocumentException stale) {
            return new StaleDocumentException(stale.key(), stale.expected(), stale.found());
        }
        return new IdentityTakenException(((IdentityTakenException) conflict).holder());
    }
}
