package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of claims, whose primary key lets an identity belong to one open lead of a pipeline. */
final class Claims {
    private static final String SELECT = """
        SELECT pipeline, identity_key
        FROM leadkit_claim
        WHERE tenant_id = ? AND lead_id = ?
        """;

    private static final String FIND_HOLDER = """
        SELECT lead_id
        FROM leadkit_claim
        WHERE tenant_id = ? AND pipeline = ? AND identity_key = ?
        """;

    private static final String INSERT = """
        INSERT INTO leadkit_claim (tenant_id, pipeline, identity_key, lead_id)
        VALUES (?, ?, ?, ?)
        """;

    private static final String DELETE = """
        DELETE FROM leadkit_claim
        WHERE tenant_id = ? AND pipeline = ? AND identity_key = ? AND lead_id = ?
        """;

    private final Statements statements;
    private final TenantId tenant;

    Claims(Statements statements, TenantId tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    private record Claim(String pipeline, String key, LeadId lead) implements Comparable<Claim> {
        private static final Comparator<Claim> ORDER =
                Comparator.comparing(Claim::pipeline).thenComparing(Claim::key).thenComparing(Claim::lead);

        @Override
        public int compareTo(Claim other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Gives up what the leads no longer claim, then takes what they newly claim; so a claim may pass from one to another.
     * In sorted order, so that two writers who want the same claims meet at the first and cannot deadlock.
     */
    void write(Changeset changeset) throws SQLException {
        Set<Claim> gone = new TreeSet<>();
        // With the lead in it: when two leads of the changeset claim the same, the primary key refuses the second.
        Set<Claim> added = new TreeSet<>();
        for (LeadWrite write : changeset.leads()) {
            Lead lead = write.lead();
            for (IdentityKey key : write.claims()) {
                added.add(new Claim(lead.pipeline(), key.hex(), lead.id()));
            }
            if (write.expectedVersion() > 0) {
                gone.addAll(held(lead.id()));
            }
        }
        Set<Claim> kept = new TreeSet<>(gone);
        kept.retainAll(added);
        gone.removeAll(kept);
        added.removeAll(kept);
        statements.batch(DELETE, gone, this::bind);
        statements.batch(INSERT, added, this::bind);
    }

    /** The lead that holds a claim, as far as other transactions have ended. */
    Optional<LeadId> holder(String pipeline, IdentityKey key) throws SQLException {
        return statements.find(
                FIND_HOLDER,
                to -> to.text(tenant.value()).text(pipeline).text(key.hex()),
                from -> new LeadId(from.id()));
    }

    private Set<Claim> held(LeadId lead) throws SQLException {
        return new TreeSet<>(statements.list(
                SELECT,
                to -> to.text(tenant.value()).id(lead.value()),
                from -> new Claim(from.text(), from.text(), lead)));
    }

    private void bind(Parameters to, Claim claim) throws SQLException {
        to.text(tenant.value())
                .text(claim.pipeline())
                .text(claim.key())
                .id(claim.lead().value());
    }
}
