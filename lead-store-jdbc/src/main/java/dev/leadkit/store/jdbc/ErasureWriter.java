package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out an order within a transaction, all of it or nothing: one statement or batch a table.
 *
 * <p>As every other writer it takes the conversations first and the leads next, each at the version that must be there.
 * Whoever writes to one of them meanwhile has ended before, and what he added is seen by the statements that follow, or
 * finds nothing at his version any more.
 */
final class ErasureWriter {
    private final Statements statements;
    private final ErasureOrder order;
    private final TenantId tenant;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    private ErasureWriter(Statements statements, ErasureOrder order) {
        this.statements = statements;
        this.order = order;
        this.tenant = order.tenant();
    }

    /** @throws PassingException.LostRace if a version is another, or the order was carried out before */
    static ErasureReceipt write(Statements statements, ErasureOrder order) throws SQLException {
        return new ErasureWriter(statements, order).write();
    }

    private ErasureReceipt write() throws SQLException {
        List<Conversation> conversations = order.conversations().stream()
                .sorted(Comparator.comparing(Conversation::session))
                .toList();
        List<LeadState> leads = order.leads().stream()
                .sorted(Comparator.comparing(state -> state.lead().id()))
                .toList();
        List<LeadId> ids = leads.stream().map(state -> state.lead().id()).toList();
        deleteConversations(conversations);
        deleteLeads(leads);
        Claims.erase(statements, tenant, leads);
        for (LeadKeys keys : LeadKeys.values()) {
            int erased = keys.erase(statements, tenant, leads);
            if (keys == LeadKeys.IDENTITY) {
                counts.put(Kind.IDENTITY, erased);
            }
        }
        counts.put(
                Kind.MESSAGE,
                sum(statements.batch(
                        ConversationSql.DELETE_MESSAGES,
                        conversations,
                        (to, each) -> to.text(tenant.value()).id(HashKey.of(each.session())))));
        counts.put(Kind.ACTIVITY, ActivityRows.erase(statements, tenant, ids));
        counts.put(Kind.OUTBOX_ENTRY, OutboxRows.erase(statements, tenant, ids));
        SuppressionRows.write(statements, order);
        var receipt = new ErasureReceipt(
                order.id(), tenant, order.at(), order.actor(), order.cause(), order.leadIds(), counts);
        Writes to = new BatchWrites(statements);
        ErasureRows.write(to, receipt);
        // Last, because here strangers meet.
        to.count(tenant, Counters.without(leads.stream().map(LeadState::lead).toList()));
        return receipt;
    }

    private void deleteConversations(List<Conversation> conversations) throws SQLException {
        int[] deleted = statements.batch(
                ConversationSql.DELETE,
                conversations,
                (to, each) ->
                        to.text(tenant.value()).id(HashKey.of(each.session())).number(each.version()));
        requireAll(deleted);
        counts.put(Kind.CONVERSATION, sum(deleted));
    }

    private void deleteLeads(List<LeadState> leads) throws SQLException {
        int[] deleted = statements.batch(LeadSql.DELETE, leads, (to, state) -> {
            Lead lead = state.lead();
            to.text(tenant.value()).id(lead.id().value()).number(lead.version());
        });
        requireAll(deleted);
        counts.put(Kind.LEAD, sum(deleted));
    }

    private static void requireAll(int[] deleted) {
        if (Arrays.stream(deleted).anyMatch(rows -> rows != 1)) {
            throw new PassingException.LostRace("a row has another version", null);
        }
    }

    private static int sum(int[] rows) {
        return Arrays.stream(rows).sum();
    }
}
