package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form that every database takes: a short batch for each table, in a transaction of the caller. Used once. */
final class BatchWrites implements Writes {
    private final Statements statements;
    private final Set<SeenMessage> seenBefore = new HashSet<>();

    BatchWrites(Statements statements) {
        this.statements = statements;
    }

    @Override
    public <T> void insert(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        statements.batch(sql, rows, binder);
    }

    @Override
    public <T> void update(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        for (int changed : statements.batch(sql, rows, binder)) {
            if (changed != 1) {
                throw new PassingException.LostRace("the row has another version", null);
            }
        }
    }

    @Override
    public <T> void delete(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException {
        statements.batch(sql, rows, binder);
    }

    /** A counter that is not there yet is inserted, which a faster writer may keep from succeeding. */
    @Override
    public void count(TenantId tenant, List<Counters.Change> changes) throws SQLException {
        int slot = Counters.anySlot(statements.isJoined());
        int[] updated = statements.batch(Counters.UPDATE, changes, (to, change) -> change.bindTo(to, tenant, slot));
        List<Counters.Change> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(changes.get(i));
            }
        }
        statements.batch(Counters.INSERT, missing, (to, change) -> change.bindWithNamesTo(to, tenant, slot));
    }

    @Override
    public void say(TenantId tenant, List<ChatMessage> messages) throws SQLException {
        Set<SeenMessage> known = ConversationRows.known(statements, tenant, messages);
        seenBefore.addAll(known);
        List<ChatMessage> added = messages.stream()
                .filter(message -> !known.contains(new SeenMessage(message.session(), message.id())))
                .toList();
        statements.batch(
                ConversationSql.INSERT_MESSAGE,
                added,
                (to, message) -> ConversationRows.bindMessage(to, tenant, message));
    }

    @Override
    public Set<SeenMessage> finish() {
        return seenBefore;
    }
}
