package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes changesets of one tenant that share nothing, in one transaction: the form that every database takes, a short
 * batch for each table.
 *
 * <p>It inserts first and never looks first: keys and versions decide who wins.
 */
final class ChangesetWriter {
    private static final String INSERT_CHANGESET = """
        INSERT INTO leadkit_changeset (tenant_id, changeset_id, made_at)
        VALUES (?, ?, ?)
        """;

    private ChangesetWriter() {}

    /**
     * Writes all of them.
     *
     * @return messages that were there already
     * @throws PassingException.LostRace if a lead or conversation has another version; as by a duplicate key, the
     *     transaction must then be rolled back
     */
    static Set<SeenMessage> write(Statements statements, TenantId tenant, List<Changeset> changesets)
            throws SQLException {
        statements.batch(
                INSERT_CHANGESET,
                sorted(changesets, Comparator.comparing(each -> each.id().value())),
                (to, each) -> to.text(tenant.value()).id(each.id().value()).instant(each.at()));
        // Sorted, so that two writers meet the same rows in the same order and can't deadlock.
        writeConversations(
                statements,
                sorted(
                        all(changesets, Changeset::conversations),
                        Comparator.comparing(each -> each.conversation().session())));
        List<LeadWrite> leads = sorted(
                all(changesets, Changeset::leads),
                Comparator.comparing(each -> each.lead().id()));
        writeLeads(statements, leads);
        Claims.write(statements, tenant, leads);
        for (LeadKeys keys : LeadKeys.values()) {
            keys.write(statements, tenant, leads);
        }
        List<ChatMessage> messages = all(changesets, Changeset::messages);
        Set<SeenMessage> seenBefore = ConversationRows.writeMessages(statements, tenant, messages);
        List<Activity> activities = all(changesets, Changeset::activities);
        ActivityRows.write(statements, tenant, activities);
        for (Changeset changeset : changesets) {
            OutboxRows.write(statements, changeset);
        }
        // Last, because here strangers meet: the shorter a counter is locked, the better.
        Counters.write(statements, tenant, Counters.of(leads));
        return seenBefore;
    }

    private static void writeConversations(Statements statements, List<ConversationWrite> writes) throws SQLException {
        statements.batch(
                ConversationSql.INSERT,
                writes.stream().filter(write -> write.expectedVersion() == 0).toList(),
                (to, write) -> ConversationRows.bind(to, write.conversation())
                        .text(write.conversation().session()));
        requireAll(statements.batch(
                ConversationSql.UPDATE,
                writes.stream().filter(write -> write.expectedVersion() > 0).toList(),
                (to, write) -> ConversationRows.bind(to, write.conversation()).number(write.expectedVersion())));
    }

    private static void writeLeads(Statements statements, List<LeadWrite> writes) throws SQLException {
        statements.batch(
                LeadSql.INSERT,
                writes.stream().filter(write -> write.before() == null).toList(),
                (to, write) -> LeadRows.bind(to, write.lead()));
        requireAll(statements.batch(
                LeadSql.UPDATE,
                writes.stream().filter(write -> write.before() != null).toList(),
                (to, write) -> LeadRows.bind(to, write.lead()).number(write.expectedVersion())));
    }

    private static void requireAll(int[] rows) {
        for (int each : rows) {
            if (each != 1) {
                throw new PassingException.LostRace("the row has another version", null);
            }
        }
    }

    private static <T> List<T> all(List<Changeset> changesets, Function<Changeset, List<T>> part) {
        return changesets.stream().flatMap(each -> part.apply(each).stream()).toList();
    }

    private static <T> List<T> sorted(List<T> writes, Comparator<T> order) {
        return writes.stream().sorted(order).toList();
    }
}
