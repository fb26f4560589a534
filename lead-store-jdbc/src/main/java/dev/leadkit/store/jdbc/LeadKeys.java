package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.SearchTerms;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the keys by which leads are found: tenant, one of a lead's keys and the lead a row.
 *
 * <p>Only the difference of two versions of a lead is written, after the lead itself, whose row everybody else then has
 * to wait for.
 */
enum LeadKeys {
    IDENTITY("leadkit_identity", "identity_key", false) {
        @Override
        Set<String> of(LeadState state) {
            return state.identities().stream().map(IdentityKey::hex).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        boolean mayDiffer(LeadState before, LeadState after) {
            return !before.identities().equals(after.identities());
        }
    },
    TAG("leadkit_lead_tag", "tag", true) {
        @Override
        Set<String> of(LeadState state) {
            return state.lead().tags();
        }
    },
    TOKEN("leadkit_lead_token", "token", true) {
        @Override
        Set<String> of(LeadState state) {
            return SearchTerms.tokensOf(state.lead());
        }

        @Override
        boolean mayDiffer(LeadState before, LeadState after) {
            return !before.lead().contact().equals(after.lead().contact());
        }

        @Override
        void bind(Parameters to, String key) throws SQLException {
            to.bytes(key.getBytes(StandardCharsets.UTF_8));
        }
    };

    private final boolean dated;
    private final String insert;
    private final String delete;

    /** @param dated whether the rows have the lead's creation too, so that they are in its order */
    LeadKeys(String table, String column, boolean dated) {
        this.dated = dated;
        insert = """
            INSERT INTO %s (tenant_id, %s, %slead_id)
            VALUES (?, ?, %s?)
            """.formatted(table, column, dated ? "created_at, " : "", dated ? "?, " : "");
        delete = """
            DELETE FROM %s
            WHERE tenant_id = ? AND %s = ? %sAND lead_id = ?
            """.formatted(table, column, dated ? "AND created_at = ? " : "");
    }

    /** One row. */
    record Row(String key, LeadId lead, Instant createdAt) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::key).thenComparing(Row::lead);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    /** The keys that a lead must have here. */
    abstract Set<String> of(LeadState state);

    /** Whether it is worth the while to compare; true if in doubt. */
    boolean mayDiffer(LeadState before, LeadState after) {
        return true;
    }

    void bind(Parameters to, String key) throws SQLException {
        to.text(key);
    }

    /** Brings the rows of leads to what they must be; rows that stay are not touched. */
    void write(Writes to, TenantId tenant, List<LeadWrite> leads) throws SQLException {
        to.delete(delete, removed(leads), (values, row) -> bindRow(values, tenant, row));
        to.insert(insert, added(leads), (values, row) -> bindRow(values, tenant, row));
    }

    /** Removes all rows of leads and gives their number. */
    int erase(Statements statements, TenantId tenant, List<LeadState> leads) throws SQLException {
        List<Row> rows = new ArrayList<>();
        leads.forEach(state -> rows.addAll(missing(state, null)));
        rows.sort(null);
        return Arrays.stream(statements.batch(delete, rows, (values, row) -> bindRow(values, tenant, row)))
                .sum();
    }

    /** The leads that are known by one of so many identities. */
    static String knownBy(int identities) {
        return """
            SELECT lead_id
            FROM leadkit_identity
            WHERE tenant_id = ? AND identity_key IN (%s)
            """.formatted(Statements.placeholders(identities));
    }

    /** The rows that go, in an order in which no two writers can deadlock. */
    List<Row> removed(List<LeadWrite> leads) {
        List<Row> rows = new ArrayList<>();
        for (LeadWrite write : leads) {
            if (write.before() != null) {
                rows.addAll(missing(write.before(), write.after()));
            }
        }
        rows.sort(null);
        return rows;
    }

    /** The rows that come, in the same order. */
    List<Row> added(List<LeadWrite> leads) {
        List<Row> rows = new ArrayList<>();
        for (LeadWrite write : leads) {
            rows.addAll(missing(write.after(), write.before()));
        }
        rows.sort(null);
        return rows;
    }

    /** What the one has and the other has not. */
    private List<Row> missing(LeadState from, @Nullable LeadState in) {
        Instant createdAt = from.lead().createdAt();
        boolean stays = in != null && (!dated || createdAt.equals(in.lead().createdAt()));
        if (in != null && stays && !mayDiffer(from, in)) {
            return List.of();
        }
        Set<String> others = in == null || !stays ? Set.of() : of(in);
        return of(from).stream()
                .filter(key -> !others.contains(key))
                .map(key -> new Row(key, from.lead().id(), createdAt))
                .toList();
    }

    private void bindRow(Parameters to, TenantId tenant, Row row) throws SQLException {
        to.text(tenant.value());
        bind(to, row.key());
        if (dated) {
            to.instant(row.createdAt());
        }
        to.id(row.lead().value());
    }
}
