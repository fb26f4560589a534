package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes changesets of one tenant that share nothing, all of them or none.
 *
 * <p>It inserts first and never looks first: keys and versions decide who wins.
 */
final class ChangesetWriter {
    private static final String INSERT_CHANGESET = """
        INSERT INTO leadkit_changeset (tenant_id, changeset_id, made_at)
        VALUES (?, ?, ?)
        """;

    private ChangesetWriter() {}

    /** @return messages that were there already, or came twice */
    static Set<SeenMessage> write(Writes to, TenantId tenant, List<Changeset> changesets) throws SQLException {
        // All is sorted, so that two writers meet the same rows in the same order and can't deadlock.
        to.insert(
                INSERT_CHANGESET,
                sorted(changesets, Comparator.comparing(each -> each.id().value())),
                (row, each) -> row.text(tenant.value()).id(each.id().value()).instant(each.at()));
        writeConversations(
                to,
                sorted(
                        all(changesets, Changeset::conversations),
                        Comparator.comparing(each -> each.conversation().session())));
        List<LeadWrite> leads = leadsOf(changesets);
        writeLeads(to, leads);
        Claims.write(to, tenant, leads);
        for (LeadKeys keys : LeadKeys.values()) {
            keys.write(to, tenant, leads);
        }
        Map<SeenMessage, ChatMessage> messages = new LinkedHashMap<>();
        Set<SeenMessage> twice = new HashSet<>();
        for (ChatMessage message : all(changesets, Changeset::messages)) {
            var key = new SeenMessage(message.session(), message.id());
            if (messages.putIfAbsent(key, message) != null) {
                twice.add(key);
            }
        }
        to.say(tenant, List.copyOf(messages.values()));
        ActivityRows.write(to, tenant, all(changesets, Changeset::activities));
        OutboxRows.write(to, tenant, changesets);
        DocumentRows.write(to, tenant, changesets);
        // Last, because here and at some documents strangers meet: the shorter a counter is locked, the better.
        to.count(tenant, Counters.of(leads));
        Set<SeenMessage> seenBefore = new HashSet<>(to.finish());
        seenBefore.addAll(twice);
        return seenBefore;
    }

    /** Whether a claim passes from one lead to another, so that its row goes and comes. */
    static boolean passesClaims(List<Changeset> changesets) {
        List<LeadWrite> leads = leadsOf(changesets);
        Set<Claims.Key> keys =
                Claims.givenUp(leads).stream().map(Claims.Claim::key).collect(Collectors.toSet());
        return Claims.taken(leads).stream().map(Claims.Claim::key).anyMatch(keys::contains);
    }

    private static List<LeadWrite> leadsOf(List<Changeset> changesets) {
        return sorted(
                all(changesets, Changeset::leads),
                Comparator.comparing(each -> each.lead().id()));
    }

    private static void writeConversations(Writes to, List<ConversationWrite> writes) throws SQLException {
        to.insert(
                ConversationSql.INSERT,
                writes.stream().filter(write -> write.expectedVersion() == 0).toList(),
                (row, write) -> ConversationRows.bind(row, write.conversation())
                        .text(write.conversation().session()));
        to.update(
                ConversationSql.UPDATE,
                writes.stream().filter(write -> write.expectedVersion() > 0).toList(),
                (row, write) -> ConversationRows.bind(row, write.conversation()).number(write.expectedVersion()));
    }

    private static void writeLeads(Writes to, List<LeadWrite> writes) throws SQLException {
        to.insert(
                LeadSql.INSERT,
                writes.stream().filter(write -> write.before() == null).toList(),
                (row, write) -> LeadRows.bind(row, write.lead()));
        to.update(
                LeadSql.UPDATE,
                writes.stream().filter(write -> write.before() != null).toList(),
                (row, write) -> LeadRows.bind(row, write.lead()).number(write.expectedVersion()));
    }

    private static <T> List<T> all(List<Changeset> changesets, Function<Changeset, List<T>> part) {
        return changesets.stream().flatMap(each -> part.apply(each).stream()).toList();
    }

    private static <T> List<T> sorted(List<T> writes, Comparator<T> order) {
        return writes.stream().sorted(order).toList();
    }
}
