package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationLog;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * So many leads as are read and committed together.
 *
 * @param ids in the order in which they are gone through
 * @param read those that were read already, if they were; absent when they still have to be
 * @param next where the next portion begins; absent when this is the last
 */
record PortionOfLeads(
        List<LeadId> ids,
        @Nullable Map<LeadId, Lead> read,
        @Nullable String next) {

    /** Gives portions, one after the other. */
    interface Source {
        /** @param place where it begins, as the one before said; absent for the first */
        PortionOfLeads at(@Nullable String place);
    }

    /** Of the leads that pass a filter. In this order those that come meanwhile are not met. */
    static Source matching(LeadStore store, TenantId tenant, LeadFilter filter, int size) {
        LeadQuery first = LeadQuery.of(filter).sortedBy(LeadQuery.Sort.NEWEST).limit(size);
        return place -> {
            Page<Lead> page = store.list(tenant, place == null ? first : first.after(place));
            Map<LeadId, Lead> read = new HashMap<>();
            page.items().forEach(lead -> read.put(lead.id(), lead));
            return new PortionOfLeads(page.items().stream().map(Lead::id).toList(), read, page.next());
        };
    }

    /** Of some leads. */
    static Source of(List<LeadId> ids, int size) {
        return numbered(
                portion -> ids.subList(portion * size, Math.min(ids.size(), (portion + 1) * size)),
                numberOf(ids.size(), size));
    }

    /**
     * Of the leads that an operation keeps, all portions but the last as large as the first.
     *
     * @throws dev.leadkit.operation.OperationNotFoundException if not all of them are kept
     */
    static Source kept(OperationLog log, OperationId id, long total) {
        int portions = numberOf(total, log.leads(id, 0).size());
        log.leads(id, portions - 1); // written last
        return numbered(portion -> log.leads(id, portion), portions);
    }

    private static int numberOf(long leads, int size) {
        return (int) ((leads + size - 1) / size);
    }

    /** So many, each read when it is its turn. */
    static Source numbered(IntFunction<List<LeadId>> leads, int portions) {
        return place -> {
            int portion = place == null ? 0 : Integer.parseInt(place);
            String next = portion + 1 < portions ? String.valueOf(portion + 1) : null;
            return new PortionOfLeads(leads.apply(portion), null, next);
        };
    }

    /** The stored leads among them, read now unless they are already. */
    Map<LeadId, Lead> stored(LeadStore store, TenantId tenant) {
        if (read != null) {
            return read;
        }
        Map<LeadId, Lead> stored = new HashMap<>();
        store.findAll(tenant, ids).forEach(lead -> stored.put(lead.id(), lead));
        return stored;
    }
}
