package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.sql.SQLException;
import java.util.Optional;

/** Finds out what stands in the way of a changeset that could not be written. Only reads. */
final class Conflicts {
    private static final String FIND_CHANGESET = """
        SELECT changeset_id
        FROM leadkit_changeset
        WHERE tenant_id = ? AND changeset_id = ?
        """;

    private final Statements statements;
    private final Changeset changeset;
    private final String tenant;

    Conflicts(Statements statements, Changeset changeset) {
        this.statements = statements;
        this.changeset = changeset;
        this.tenant = changeset.tenant().value();
    }

    /** Whether a changeset of this id was applied. */
    boolean isApplied() throws SQLException {
        return statements
                .find(FIND_CHANGESET, to -> to.text(tenant).id(changeset.id().value()), Columns::id)
                .isPresent();
    }

    /**
     * Looks at the conversations, then the leads, then the claims. Returns if nothing stands in the way any more.
     *
     * @throws dev.leadkit.store.ConflictException the first conflict
     */
    void throwIfAny() throws SQLException {
        for (ConversationWrite write : changeset.conversations()) {
            requireFresh(write);
        }
        for (LeadWrite write : changeset.leads()) {
            requireFresh(write);
        }
        for (LeadWrite write : changeset.leads()) {
            requireUnclaimed(write);
        }
    }

    private void requireFresh(ConversationWrite write) throws SQLException {
        String session = write.conversation().session();
        long found = statements
                .find(ConversationSql.FIND_VERSION, to -> to.text(tenant).text(session), Columns::number)
                .orElse(0L);
        if (found != write.expectedVersion()) {
            throw new StaleConversationException(session, write.expectedVersion(), found);
        }
    }

    private void requireFresh(LeadWrite write) throws SQLException {
        LeadId lead = write.lead().id();
        long found = statements
                .find(LeadSql.FIND_VERSION, to -> to.text(tenant).id(lead.value()), Columns::number)
                .orElse(0L);
        if (found != write.expectedVersion()) {
            throw new StaleLeadException(lead, write.expectedVersion(), found);
        }
    }

    /** A claim that another lead of the same changeset gives up is free. */
    private void requireUnclaimed(LeadWrite write) throws SQLException {
        LeadId lead = write.lead().id();
        String pipeline = write.lead().pipeline();
        var claims = new Claims(statements, changeset.tenant());
        for (IdentityKey key : write.claims()) {
            Optional<LeadId> holder = claims.holder(pipeline, key).filter(id -> !id.equals(lead));
            if (holder.isPresent() && !isGivenUp(holder.get(), pipeline, key)) {
                throw new IdentityTakenException(holder.get());
            }
            for (LeadWrite other : changeset.leads()) {
                if (!other.lead().id().equals(lead) && claims(other, pipeline, key)) {
                    throw new IdentityTakenException(other.lead().id());
                }
            }
        }
    }

    private boolean isGivenUp(LeadId holder, String pipeline, IdentityKey key) {
        return changeset.leads().stream()
                .anyMatch(write -> write.lead().id().equals(holder) && !claims(write, pipeline, key));
    }

    private static boolean claims(LeadWrite write, String pipeline, IdentityKey key) {
        return write.lead().pipeline().equals(pipeline) && write.claims().contains(key);
    }
}
