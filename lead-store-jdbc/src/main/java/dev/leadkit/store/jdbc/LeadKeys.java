package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.SearchTerms;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
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
    IDENTITY("leadkit_identity", "identity_key") {
        @Override
        Set<String> of(LeadState state) {
            return state.identities().stream().map(IdentityKey::hex).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        boolean mayDiffer(LeadState before, LeadState after) {
            return !before.identities().equals(after.identities());
        }
    },
    TAG("leadkit_lead_tag", "tag") {
        @Override
        Set<String> of(LeadState state) {
            return state.lead().tags();
        }
    },
    TOKEN("leadkit_lead_token", "token") {
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

    private final String insert;
    private final String delete;

    LeadKeys(String table, String column) {
        insert = """
            INSERT INTO %s (tenant_id, %s, lead_id)
            VALUES (?, ?, ?)
            """.formatted(table, column);
        delete = """
            DELETE FROM %s
            WHERE tenant_id = ? AND %s = ? AND lead_id = ?
            """.formatted(table, column);
    }

    /** One row. */
    record Row(String key, LeadId lead) implements Comparable<Row> {
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
        if (in != null && !mayDiffer(from, in)) {
            return List.of();
        }
        Set<String> others = in == null ? Set.of() : of(in);
        return of(from).stream()
                .filter(key -> !others.contains(key))
                .map(key -> new Row(key, from.lead().id()))
                .toList();
    }

    private void bindRow(Parameters to, TenantId tenant, Row row) throws SQLException {
        to.text(tenant.value());
        bind(to, row.key());
        to.id(row.lead().value());
    }
}
