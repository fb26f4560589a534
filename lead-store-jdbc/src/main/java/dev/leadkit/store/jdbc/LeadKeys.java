package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.SearchTerms;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of the keys by which leads are found: tenant, lead and one of the lead's keys a row.
 *
 * <p>A lead's rows are written after the lead itself, whose row everybody else then has to wait for.
 */
enum LeadKeys {
    IDENTITY("leadkit_identity", "identity_key") {
        @Override
        Set<String> of(LeadWrite write) {
            return write.identities().stream().map(IdentityKey::hex).collect(Collectors.toCollection(TreeSet::new));
        }
    },
    TAG("leadkit_lead_tag", "tag") {
        @Override
        Set<String> of(LeadWrite write) {
            return write.lead().tags();
        }
    },
    TOKEN("leadkit_lead_token", "token") {
        @Override
        Set<String> of(LeadWrite write) {
            return new TreeSet<>(SearchTerms.tokensOf(write.lead()));
        }

        @Override
        void bind(Parameters to, String key) throws SQLException {
            to.bytes(key.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String read(Columns from) throws SQLException {
            return new String(from.bytes(), StandardCharsets.UTF_8);
        }
    };

    private final String select;
    private final String insert;
    private final String delete;

    LeadKeys(String table, String column) {
        select = """
            SELECT %s
            FROM %s
            WHERE tenant_id = ? AND lead_id = ?
            """.formatted(column, table);
        insert = """
            INSERT INTO %s (tenant_id, lead_id, %s)
            VALUES (?, ?, ?)
            """.formatted(table, column);
        delete = """
            DELETE FROM %s
            WHERE tenant_id = ? AND lead_id = ? AND %s = ?
            """.formatted(table, column);
    }

    /** The keys that a lead must have here once it is written. */
    abstract Set<String> of(LeadWrite write);

    void bind(Parameters to, String key) throws SQLException {
        to.text(key);
    }

    String read(Columns from) throws SQLException {
        return from.text();
    }

    /** Brings a lead's rows to what they must be; rows that stay are not touched. */
    void write(Statements statements, LeadWrite write) throws SQLException {
        Lead lead = write.lead();
        Set<String> added = new TreeSet<>(of(write));
        if (write.expectedVersion() > 0) {
            Set<String> gone = stored(statements, lead.tenant(), lead.id());
            Set<String> kept = new HashSet<>(gone);
            kept.retainAll(added);
            gone.removeAll(kept);
            added.removeAll(kept);
            statements.batch(delete, gone, (to, key) -> bindRow(to, lead, key));
        }
        statements.batch(insert, added, (to, key) -> bindRow(to, lead, key));
    }

    private void bindRow(Parameters to, Lead lead, String key) throws SQLException {
        to.text(lead.tenant().value()).id(lead.id().value());
        bind(to, key);
    }

    private Set<String> stored(Statements statements, TenantId tenant, LeadId lead) throws SQLException {
        return new TreeSet<>(
                statements.list(select, to -> to.text(tenant.value()).id(lead.value()), this::read));
    }
}
