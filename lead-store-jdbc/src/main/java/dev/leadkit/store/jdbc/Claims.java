package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of claims, whose primary key lets an identity belong to one open lead of a pipeline. */
final class Claims {
    private static final String INSERT = """
        INSERT INTO leadkit_claim (tenant_id, pipeline, identity_key, lead_id)
        VALUES (?, ?, ?, ?)
        """;

    private static final String DELETE = """
        DELETE FROM leadkit_claim
        WHERE tenant_id = ? AND pipeline = ? AND identity_key = ? AND lead_id = ?
        """;

    private Claims() {}

    /** What one open lead of a pipeline can hold. */
    record Key(String pipeline, String identity) {}

    /** One row. With the lead in it: when two leads claim the same, the primary key refuses the second. */
    record Claim(Key key, LeadId lead) implements Comparable<Claim> {
        private static final Comparator<Claim> ORDER = Comparator.comparing(
                        (Claim claim) -> claim.key().pipeline())
                .thenComparing(claim -> claim.key().identity())
                .thenComparing(Claim::lead);

        @Override
        public int compareTo(Claim other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Gives up what the leads no longer claim, then takes what they newly claim; so a claim may pass from one to another.
     * In sorted order, so that two writers who want the same claims meet at the first and cannot deadlock.
     */
    static void write(Writes to, TenantId tenant, List<LeadWrite> leads) throws SQLException {
        to.delete(DELETE, givenUp(leads), (row, claim) -> bind(row, tenant, claim));
        to.insert(INSERT, taken(leads), (row, claim) -> bind(row, tenant, claim));
    }

    /** Gives up all that leads hold. */
    static void erase(Statements statements, TenantId tenant, List<LeadState> leads) throws SQLException {
        Set<Claim> claims = new TreeSet<>();
        leads.forEach(state -> claims.addAll(of(state)));
        statements.batch(DELETE, claims, (row, claim) -> bind(row, tenant, claim));
    }

    /** What the leads hold before and not after, sorted. */
    static Set<Claim> givenUp(List<LeadWrite> leads) {
        Set<Claim> claims = new TreeSet<>();
        for (LeadWrite write : leads) {
            Set<Claim> its = of(write.before());
            its.removeAll(of(write.after()));
            claims.addAll(its);
        }
        return claims;
    }

    /** What the leads hold after and not before, sorted. */
    static Set<Claim> taken(List<LeadWrite> leads) {
        Set<Claim> claims = new TreeSet<>();
        for (LeadWrite write : leads) {
            Set<Claim> its = of(write.after());
            its.removeAll(of(write.before()));
            claims.addAll(its);
        }
        return claims;
    }

    private static Set<Claim> of(@Nullable LeadState state) {
        Set<Claim> claims = new TreeSet<>();
        if (state != null) {
            state.claims()
                    .forEach(key -> claims.add(new Claim(
                            new Key(state.lead().pipeline(), key.hex()),
                            state.lead().id())));
        }
        return claims;
    }

    private static void bind(Parameters to, TenantId tenant, Claim claim) throws SQLException {
        to.text(tenant.value())
                .text(claim.key().pipeline())
                .text(claim.key().identity())
                .id(claim.lead().value());
    }
}
