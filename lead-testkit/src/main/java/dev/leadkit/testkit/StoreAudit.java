package dev.leadkit.testkit;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Pages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all the leads that a tenant has in any store, and says what does not fit: histories that break, and boards, tags and
 * identities that tell of other leads than the leads do. Nobody may write meanwhile.
 */
public final class StoreAudit {
    private final LeadStore store;
    private final TenantId tenant;
    private final List<String> faults = new ArrayList<>();
    private final List<String> silences = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final Map<ChangesetId, Set<String>> written = new HashMap<>();
    private final Set<String> versions = new TreeSet<>();

    private StoreAudit(LeadStore store, TenantId tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    /** Of all leads that are not withdrawn. */
    public static StoreAudit of(LeadStore store, TenantId tenant) {
        return of(store, tenant, listed(store, tenant, LeadFilter.all()));
    }

    /** @param ids of all leads that the tenant has, the withdrawn too */
    public static StoreAudit of(LeadStore store, TenantId tenant, Collection<LeadId> ids) {
        var audit = new StoreAudit(store, tenant);
        ids.forEach(audit::readHistory);
        audit.compareBoard();
        audit.compareTags();
        audit.compareIdentities();
        return audit;
    }

    /** How one calls a version of a lead here. */
    public static String version(LeadId lead, long version) {
        return lead.value() + "@" + version;
    }

    /** Empty when all fits. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The versions of leads that tell of nothing, which is a fault where something happened in each. */
    public List<String> silences() {
        return List.copyOf(silences);
    }

    public List<Lead> leads() {
        return List.copyOf(leads);
    }

    /** All versions of leads that tell of something, by {@link #version}. */
    public Set<String> versions() {
        return new TreeSet<>(versions);
    }

    /** The versions of leads that a changeset made, by {@link #version}; empty when it was not applied. */
    public Set<String> writtenBy(ChangesetId changeset) {
        return written.getOrDefault(changeset, Set.of());
    }

    /** The changesets that did something to a lead. */
    public Set<ChangesetId> changesets() {
        return Set.copyOf(written.keySet());
    }

    private void readHistory(LeadId id) {
        Lead lead = store.find(tenant, id).orElseThrow();
        List<Activity> timeline = Pages.timeline(store, tenant, id).toList();
        leads.add(lead);
        faults.addAll(LeadHistory.faults(lead, timeline));
        LeadHistory.silentVersions(lead, timeline)
                .forEach(silent -> silences.add(version(id, silent) + " tells of nothing"));
        for (Activity activity : timeline) {
            versions.add(version(id, activity.version()));
            written.computeIfAbsent(activity.changeset(), none -> new TreeSet<>())
                    .add(version(id, activity.version()));
        }
    }

    private void compareBoard() {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Lead lead : leads) {
            if (!lead.withdrawn()) {
                counts.merge(lead.stage(), 1L, Long::sum);
                if (lead.expectedAmount() != null) {
                    add(lead.stage(), lead.expectedAmount().value(), sums);
                }
            }
        }
        Map<String, Long> shownCounts = new TreeMap<>();
        Map<String, BigDecimal> shownSums = new TreeMap<>();
        for (Board.Column column :
                store.board(tenant, BoardQuery.all().cards(0)).columns()) {
            shownCounts.merge(column.stage(), column.count(), Long::sum);
            column.sums().forEach(sum -> add(column.stage(), sum, shownSums));
        }
        compare("how many are in each stage", counts, shownCounts);
        compare("what they are worth", sums, shownSums);
    }

    private static void add(String stage, Money amount, Map<String, BigDecimal> sums) {
        String column = stage + " in " + amount.currency();
        sums.put(
                column,
                sums.getOrDefault(column, BigDecimal.ZERO).add(amount.amount()).stripTrailingZeros());
    }

    private void compareTags() {
        Map<String, Set<LeadId>> tagged = new TreeMap<>();
        for (Lead lead : leads) {
            if (!lead.withdrawn()) {
                lead.tags()
                        .forEach(tag -> tagged.computeIfAbsent(tag, none -> new HashSet<>())
                                .add(lead.id()));
            }
        }
        tagged.forEach((tag, ids) -> compare(
                "tagged " + tag,
                ids,
                Set.copyOf(listed(store, tenant, LeadFilter.all().taggedAny(tag)))));
    }

    /** Keys as {@link Leads#HASHER} makes them. */
    private void compareIdentities() {
        Map<String, LeadId> holders = new TreeMap<>();
        for (Lead lead : leads) {
            for (Identity identity : lead.identities()) {
                if (identity.isExclusive() && !lead.closed() && !lead.withdrawn()) {
                    String claim =
                            lead.pipeline() + " " + Leads.HASHER.key(identity).hex();
                    LeadId other = holders.put(claim, lead.id());
                    if (other != null) {
                        faults.add("leads %s and %s both hold the %s".formatted(other, lead.id(), identity.kind()));
                    }
                    compare(
                            "who is known by a %s of lead %s".formatted(identity.kind(), lead.id()),
                            lead.id(),
                            store.findByIdentity(tenant, lead.pipeline(), Leads.HASHER.key(identity))
                                    .map(Lead::id)
                                    .orElse(null));
                }
            }
        }
    }

    private static List<LeadId> listed(LeadStore store, TenantId tenant, LeadFilter filter) {
        return Pages.stream(page -> store.list(tenant, query(filter, page)))
                .map(Lead::id)
                .toList();
    }

    private static LeadQuery query(LeadFilter filter, PageRequest page) {
        LeadQuery query = LeadQuery.of(filter).limit(page.limit());
        return page.cursor() == null ? query : query.after(page.cursor());
    }

    private void compare(String what, Object byTheLeads, @Nullable Object byTheStore) {
        if (!byTheLeads.equals(byTheStore)) {
            faults.add("%s: by the leads %s, by the store %s".formatted(what, byTheLeads, byTheStore));
        }
    }
}
