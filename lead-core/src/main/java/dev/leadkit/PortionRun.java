package dev.leadkit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Outcome;
import dev.leadkit.operation.Portion;
import dev.leadkit.store.Changeset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Goes through the portions of one operation. Used once. */
final class PortionRun<O extends Outcome> {
    private final PortionOfLeads.Source source;
    private final PortionWork<O> work;
    private final OperationRecord record;
    private final Consumer<Portion<O>> each;
    private final SortedMap<String, Long> counts;
    private final long total;
    private long done;

    /** @param counts of the portions before, if there were any */
    PortionRun(
            PortionOfLeads.Source source,
            PortionWork<O> work,
            OperationRecord record,
            Consumer<Portion<O>> each,
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
    OperationReport from(PortionOfLeads first, List<Changeset> unit, boolean again) {
        run(first, unit, again);
        PortionOfLeads portion = first;
        while (portion.next() != null) {
            portion = source.at(portion.next());
            run(portion, record.next(portion, counts), false);
        }
        record.finish(counts);
        return new OperationReport(record.operation(), counts);
    }

    private void run(PortionOfLeads portion, List<Changeset> unit, boolean again) {
        Map<LeadId, O> found = work.on(portion, unit, again);
        Map<LeadId, O> outcomes = new LinkedHashMap<>();
        for (LeadId id : portion.ids()) {
            O outcome = Objects.requireNonNull(found.get(id));
            outcomes.put(id, outcome);
            counts.merge(outcome.code(), 1L, Long::sum);
        }
        done += outcomes.size();
        each.accept(new Portion<>(record.operation(), outcomes, done, total));
    }
}
