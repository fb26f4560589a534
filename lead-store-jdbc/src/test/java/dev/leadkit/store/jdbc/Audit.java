package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.testkit.LeadHistory;
import dev.leadkit.testkit.Leads;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes through all that one tenant has and says what does not fit: histories that break, and tables that tell of other
 * leads than the table of leads does. Nobody may write meanwhile.
 */
final class Audit {
    private static final String LEADS = """
        SELECT lead_id
        FROM leadkit_lead
        WHERE tenant_id = ?
        """;

    private static final String TAGS = """
        SELECT lead_id, tag
        FROM leadkit_lead_tag
        WHERE tenant_id = ?
        """;

    private static final String IDENTITIES = """
        SELECT lead_id, identity_key
        FROM leadkit_identity
        WHERE tenant_id = ?
        """;

    private static final String CLAIMS = """
        SELECT lead_id, identity_key
        FROM leadkit_claim
        WHERE tenant_id = ?
        """;

    private static final String OUTBOX = """
        SELECT lead_id, lead_version
        FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ?
        """;

    private static final String CHANGESETS = """
        SELECT changeset_id
        FROM leadkit_changeset
        WHERE tenant_id = ?
        """;

    private static final String COUNTED = """
        SELECT pipeline, stage, currency, SUM(leads), SUM(amount)
        FROM leadkit_counter
        WHERE tenant_id = ?
        GROUP BY pipeline, stage, currency
        HAVING SUM(leads) <> 0 OR SUM(amount) <> 0
        """;

    private static final String COUNTS = """
        SELECT pipeline, stage, COALESCE(expected_currency, ''), COUNT(*), COALESCE(SUM(expected_amount), 0)
        FROM leadkit_lead
        WHERE tenant_id = ? AND withdrawn = ?
        GROUP BY pipeline, stage, expected_currency
        """;

    private final Place.Opened place;
    private final TenantId tenant;
    private final List<String> faults = new ArrayList<>();
    private final List<String> silences = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final Map<ChangesetId, Set<String>> written = new HashMap<>();
    private final Set<String> versions = new TreeSet<>();

    private Audit(Place.Opened place, TenantId tenant) {
        this.place = place;
        this.tenant = tenant;
    }

    static Audit of(Place.Opened place, TenantId tenant) {
        var audit = new Audit(place, tenant);
        audit.readHistories();
        audit.compareTables();
        return audit;
    }

    /** Empty when all fits. */
    List<String> faults() {
        return faults;
    }

    List<Lead> leads() {
        return leads;
    }

    /** The versions of leads that a changeset made, by {@link #version}; empty when it was not applied. */
    Set<String> writtenBy(ChangesetId changeset) {
        return written.getOrDefault(changeset, Set.of());
    }

    /** All versions of leads that tell of something, by {@link #version}. */
    Set<String> versions() {
        return versions;
    }

    /** The ids of all changesets that were applied. */
    Set<ChangesetId> changesets() {
        return new HashSet<>(ask(CHANGESETS, from -> new ChangesetId(from.id()), tenant.value()));
    }

    static String version(LeadId lead, long version) {
        return lead.value() + "@" + version;
    }

    /** Where something happens in each version: whether one has no entry. */
    Audit withoutSilence() {
        faults.addAll(silences);
        return this;
    }

    /** Where nothing was delivered yet: whether an endpoint has an entry for every version that tells of something. */
    Audit withOutboxFor(String endpoint) {
        List<String> entries =
                ask(OUTBOX, from -> version(new LeadId(from.id()), from.number()), tenant.value(), endpoint);
        compare("outbox", versions, new TreeSet<>(entries));
        return this;
    }

    private void readHistories() {
        for (LeadId id : ask(LEADS, from -> new LeadId(from.id()), tenant.value())) {
            Lead lead = place.store().find(tenant, id).orElseThrow();
            List<Activity> timeline = timeline(id);
            leads.add(lead);
            faults.addAll(LeadHistory.faults(lead, timeline));
            LeadHistory.silentVersions(lead, timeline)
                    .forEach(silent -> silences.add("%s tells of nothing".formatted(version(id, silent))));
            for (Activity activity : timeline) {
                versions.add(version(id, activity.version()));
                written.computeIfAbsent(activity.changeset(), none -> new TreeSet<>())
                        .add(version(id, activity.version()));
            }
        }
    }

    List<Activity> timeline(LeadId id) {
        List<Activity> timeline = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<Activity> page = place.store().timeline(tenant, id, request);
        timeline.addAll(page.items());
        while (page.next() != null) {
            page = place.store().timeline(tenant, id, request.after(page.next()));
            timeline.addAll(page.items());
        }
        return timeline;
    }

    private void compareTables() {
        Set<String> tags = new TreeSet<>();
        Set<String> identities = new TreeSet<>();
        Set<String> claims = new TreeSet<>();
        for (Lead lead : leads) {
            lead.tags().forEach(tag -> tags.add(lead.id().value() + " " + tag));
            for (Identity identity : lead.identities()) {
                String row =
                        lead.id().value() + " " + Leads.HASHER.key(identity).hex();
                identities.add(row);
                if (identity.isExclusive() && !lead.closed() && !lead.withdrawn()) {
                    claims.add(row);
                }
            }
        }
        compare("tags", tags, pairs(TAGS));
        compare("identities", identities, pairs(IDENTITIES));
        compare("claims", claims, pairs(CLAIMS));
        compare("counters", counts(COUNTS, tenant.value(), false), counts(COUNTED, tenant.value()));
        compare("changesets of the timelines", Set.of(), unknownChangesets());
    }

    private Set<String> pairs(String sql) {
        return new TreeSet<>(ask(sql, from -> from.id() + " " + from.text(), tenant.value()));
    }

    private Set<String> counts(String sql, Object... parameters) {
        return new TreeSet<>(ask(
                sql,
                from -> {
                    String column = from.text() + "/" + from.text() + " " + from.text();
                    long leadsInIt = from.number();
                    BigDecimal amount = from.optionalDecimal();
                    return "%s: %d leads worth %s"
                            .formatted(column, leadsInIt, amount == null ? "" : amount.stripTrailingZeros());
                },
                parameters));
    }

    private Set<String> unknownChangesets() {
        Set<ChangesetId> unknown = new HashSet<>(written.keySet());
        unknown.removeAll(changesets());
        Set<String> ids = new TreeSet<>();
        unknown.forEach(id -> ids.add(id.toString()));
        return ids;
    }

    private <T> List<T> ask(String sql, Statements.RowReader<T> reader, Object... parameters) {
        return place.session()
                .transaction(statements -> statements.list(
                        sql,
                        to -> {
                            for (Object parameter : parameters) {
                                if (parameter instanceof Boolean flag) {
                                    to.flag(flag);
                                } else {
                                    to.text(parameter.toString());
                                }
                            }
                        },
                        reader));
    }

    private void compare(String table, Set<String> expected, Set<String> found) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            faults.add("%s: missing %s, not expected %s".formatted(table, missing, surplus));
        }
    }
}
