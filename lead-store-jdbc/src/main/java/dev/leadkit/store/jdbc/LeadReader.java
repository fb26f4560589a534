package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.IdentityKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads leads of one tenant within a transaction. */
final class LeadReader {
    private final Statements statements;
    private final TenantId tenant;

    LeadReader(Statements statements, TenantId tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    Optional<Lead> find(LeadId id) throws SQLException {
        return statements.find(LeadSql.FIND, to -> to.text(tenant.value()).id(id.value()), this::lead);
    }

    List<Lead> findAll(Collection<LeadId> ids) throws SQLException {
        List<Lead> found = new ArrayList<>();
        List<UUID> wanted = ids.stream().map(LeadId::value).distinct().toList();
        for (Fragment among : statements.dialect().among("l.lead_id", wanted)) {
            var select = new Fragment(LeadSql.SELECT)
                    .add(LeadSelection.ofTenant(tenant))
                    .add("    AND ")
                    .add(among);
            found.addAll(statements.list(select, this::lead));
        }
        return found;
    }

    Optional<Lead> findByIdentity(String pipeline, IdentityKey identity) throws SQLException {
        return statements.find(
                LeadSql.FIND_BY_IDENTITY,
                to -> to.text(tenant.value())
                        .text(tenant.value())
                        .text(pipeline)
                        .text(identity.hex())
                        .text(tenant.value())
                        .text(identity.hex())
                        .text(pipeline),
                this::lead);
    }

    private Lead lead(Columns from) throws SQLException {
        return LeadRows.read(from, tenant);
    }
}
