package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one changeset in one transaction, however often that takes. Used once.
 *
 * <p>It inserts first and never looks first: keys and versions decide who wins. Whoever meets a row that somebody else
 * has written rolls back whole, and {@link Conflicts} then says in a fresh transaction what stood in the way. Nothing is
 * recovered within a transaction, which some databases do not allow.
 */
final class ChangesetWriter {
    private static final String INSERT_CHANGESET = """
        INSERT INTO leadkit_changeset (tenant_id, changeset_id, made_at)
        VALUES (?, ?, ?)
        """;

    private final Changeset changeset;

    /** What an attempt came to that failed in its commit, and so may have been applied after all. */
    private @Nullable CommitResult unconfirmed;

    ChangesetWriter(Changeset changeset) {
        this.changeset = changeset;
    }

    CommitResult commit(JdbcSession session) {
        return Retry.run(() -> {
            try {
                return session.transaction(this::write);
            } catch (PassingException.LostRace lost) {
                return session.snapshot(statements -> whatWon(statements, lost));
            }
        });
    }

    private CommitResult whatWon(Statements statements, PassingException lost) throws SQLException {
        var conflicts = new Conflicts(statements, changeset);
        if (conflicts.isApplied()) {
            return unconfirmed == null ? CommitResult.REPEATED : unconfirmed;
        }
        conflicts.throwIfAny();
        throw lost; // the other one gave up, so try again
    }

    /** Within a transaction of the caller. */
    CommitResult write(Statements statements) throws SQLException {
        statements.update(
                INSERT_CHANGESET,
                to -> to.text(changeset.tenant().value())
                        .id(changeset.id().value())
                        .instant(changeset.at()));
        // Sorted, so that two writers meet the same rows in the same order and can't deadlock.
        for (ConversationWrite write : sorted(
                changeset.conversations(),
                Comparator.comparing(each -> each.conversation().session()))) {
            write(statements, write);
        }
        for (LeadWrite write : sorted(
                changeset.leads(), Comparator.comparing(each -> each.lead().id()))) {
            write(statements, write);
        }
        new Claims(statements, changeset.tenant()).write(changeset);
        for (LeadWrite write : changeset.leads()) {
            for (LeadKeys keys : LeadKeys.values()) {
                keys.write(statements, write);
            }
        }
        Set<CommitResult.SeenMessage> seenBefore =
                ConversationRows.writeMessages(statements, changeset.tenant(), changeset.messages());
        ActivityRows.write(statements, changeset.tenant(), changeset.activities());
        CommitResult result = seenBefore.isEmpty() ? CommitResult.APPLIED : new CommitResult(false, seenBefore);
        unconfirmed = result;
        return result;
    }

    private static void write(Statements statements, ConversationWrite write) throws SQLException {
        Conversation conversation = write.conversation();
        if (write.expectedVersion() == 0) {
            statements.update(ConversationSql.INSERT, to -> ConversationRows.bind(to, conversation));
        } else {
            requireOne(statements.update(
                    ConversationSql.UPDATE,
                    to -> ConversationRows.bind(to, conversation).number(write.expectedVersion())));
        }
    }

    private static void write(Statements statements, LeadWrite write) throws SQLException {
        Lead lead = write.lead();
        if (write.expectedVersion() == 0) {
            statements.update(LeadSql.INSERT, to -> LeadRows.bind(to, lead));
        } else {
            requireOne(statements.update(
                    LeadSql.UPDATE, to -> LeadRows.bind(to, lead).number(write.expectedVersion())));
        }
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new PassingException.LostRace("the row has another version", null);
        }
    }

    private static <T> List<T> sorted(List<T> writes, Comparator<T> order) {
        return writes.stream().sorted(order).toList();
    }
}
