package dev.leadkit;

import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkPortion;
import dev.leadkit.bulk.BulkReport;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Goes through the portions of one bulk. Used once. */
final class BulkRun {
    private final PortionOfLeads.Source source;
    private final PortionWork work;
    private final BulkRecord record;
    private final Consumer<BulkPortion> each;
    private final SortedMap<String, Long> counts;
    private final long total;
    private long done;

    /** @param counts of the portions before, if there were any */
    BulkRun(
            PortionOfLeads.Source source,
            PortionWork work,
            BulkRecord record,
            Consumer<BulkPortion> each,
            Map<String, Long> counts,
            long total) {
        this.source = source;
        this.work = work;
        this.record = record;
        this.each = each;
        this.counts = new TreeMap<>(counts);
        this.total = total;
        this.done = counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param first the portion that it begins with
     * @param unit what is to be written of it together with its leads
     * @param again whether some of it may be done already
     */
    BulkReport from(PortionOfLeads first, List<Changeset> unit, boolean again) {
        run(first, unit, again);
        PortionOfLeads portion = first;
        while (portion.next() != null) {
            portion = source.at(portion.next());
            run(portion, record.next(portion, counts), false);
        }
        record.finish(counts);
        return new BulkReport(record.operation(), counts);
    }

    private void run(PortionOfLeads portion, List<Changeset> unit, boolean again) {
        Map<LeadId, BulkOutcome> found = work.on(portion, unit, again);
        Map<LeadId, BulkOutcome> outcomes = new LinkedHashMap<>();
        for (LeadId id : portion.ids()) {
            BulkOutcome outcome = Objects.requireNonNull(found.get(id));
            outcomes.put(id, outcome);
            counts.merge(outcome.code(), 1L, Long::sum);
        }
        done += outcomes.size();
        each.accept(new BulkPortion(record.operation(), outcomes, done, total));
    }
}
