package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Takes persons out of the tables. An order is one transaction, repeated as a whole when the database asks for it. */
final class JdbcErasure implements Erasure {
    private final JdbcSession session;
    private final Runnable afterCommit;

    JdbcErasure(JdbcSession session, Runnable afterCommit) {
        this.session = session;
        this.afterCommit = afterCommit;
    }

    @Override
    public ErasureReceipt erase(ErasureOrder order) {
        ErasureReceipt receipt = Retry.run(() -> attempt(order));
        afterCommit.run();
        return receipt;
    }

    private ErasureReceipt attempt(ErasureOrder order) {
        try {
            return session.transaction(statements -> ErasureWriter.write(statements, order));
        } catch (PassingException.LostRace lost) {
            try {
                return session.<Optional<ErasureReceipt>>snapshot(statements -> earlier(statements, order))
                        .orElseThrow(() -> lost); // the other one gave up, so try again
            } catch (ConflictException conflict) {
                if (lost.isJoined()) {
                    conflict.markJoined();
                }
                throw conflict;
            }
        }
    }

    /**
     * The receipt of an order that was carried out before; empty when nothing stands in its way any more.
     *
     * @throws dev.leadkit.store.ConflictException if something does
     */
    private static Optional<ErasureReceipt> earlier(Statements statements, ErasureOrder order) throws SQLException {
        Optional<ErasureReceipt> receipt = ErasureRows.find(statements, order.tenant(), order.id());
        if (receipt.isEmpty()) {
            requireVersions(statements, order);
        }
        return receipt;
    }

    private static void requireVersions(Statements statements, ErasureOrder order) throws SQLException {
        Map<UUID, Long> conversations = new HashMap<>();
        Map<UUID, Long> leads = new HashMap<>();
        for (List<Conversation> some : Statements.portions(order.conversations())) {
            statements.list(
                    ConversationSql.findVersions(some.size()),
                    to -> to.text(order.tenant().value())
                            .ids(some.stream()
                                    .map(each -> HashKey.of(each.session()))
                                    .toList()),
                    from -> conversations.put(from.id(), from.number()));
        }
        for (List<LeadId> some : Statements.portions(order.leadIds())) {
            statements.list(
                    LeadSql.findVersions(some.size()),
                    to -> to.text(order.tenant().value())
                            .ids(some.stream().map(LeadId::value).toList()),
                    from -> leads.put(from.id(), from.number()));
        }
        for (Conversation each : order.conversations()) {
            long found = conversations.getOrDefault(HashKey.of(each.session()), 0L);
            if (found != each.version()) {
                throw new StaleConversationException(each.session(), each.version(), found);
            }
        }
        for (LeadState each : order.leads()) {
            LeadId lead = each.lead().id();
            long found = leads.getOrDefault(lead.value(), 0L);
            if (found != each.lead().version()) {
                throw new StaleLeadException(lead, each.lead().version(), found);
            }
        }
    }

    @Override
    public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
        return Retry.run(() -> session.transaction(statements -> {
            Set<LeadId> known = new TreeSet<>();
            for (List<IdentityKey> some : Statements.portions(new TreeSet<>(identities))) {
                known.addAll(statements.list(
                        LeadKeys.knownBy(some.size()),
                        to -> to.text(tenant.value())
                                .texts(some.stream().map(IdentityKey::hex).toList()),
                        from -> new LeadId(from.id())));
            }
            return known;
        }));
    }

    @Override
    public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
        return Retry.run(() -> session.transaction(statements -> SuppressionRows.find(statements, tenant, identities)));
    }

    @Override
    public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
        return Retry.run(() -> session.transaction(statements -> ErasureRows.find(statements, tenant, id)));
    }

    @Override
    public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
        return ErasureRows.list(session, tenant, page);
    }
}
