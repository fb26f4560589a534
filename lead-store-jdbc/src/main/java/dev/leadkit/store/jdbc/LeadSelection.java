package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import java.util.Iterator;
import java.util.List;

/** FROM and WHERE clauses for all the leads {@code l} of a tenant that pass a filter. */
final class LeadSelection {
    private LeadSelection() {}

    /**
     * By the conditions that are given of it, and its lookups.
     *
     * <p>The leads that the first lookup leads to drive the statement. An outer join for H2's sake, which else goes
     * through all leads and looks up the key for each; the condition on {@code l.tenant_id} makes it an inner one.
     */
    static Fragment of(TenantId tenant, Fragment conditions, List<Lookup> lookups) {
        if (lookups.isEmpty()) {
            return ofTenant(tenant).add(conditions);
        }
        var selection = new Fragment("FROM (\n");
        for (Iterator<Fragment> each = lookups.get(0).sources().iterator(); each.hasNext(); ) {
            selection.add("SELECT DISTINCT t.lead_id\n").add(each.next()).add(each.hasNext() ? "UNION\n" : "");
        }
        selection.add("""
            ) found
            LEFT JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = found.lead_id
            WHERE l.tenant_id = ?
            """, to -> to.text(tenant.value()).text(tenant.value())).add(conditions);
        lookups.stream().skip(1).map(Lookup::check).forEach(selection::add);
        return selection;
    }

    static Fragment of(TenantId tenant, LeadFilter filter) {
        return of(tenant, LeadConditions.of(filter), Lookup.of(tenant, filter));
    }

    /** All leads of a tenant. */
    static Fragment ofTenant(TenantId tenant) {
        return new Fragment("FROM leadkit_lead l\nWHERE l.tenant_id = ?\n", to -> to.text(tenant.value()));
    }
}
