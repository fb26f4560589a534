package dev.leadkit.csv;

import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.Operation.Progress;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationLog;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps which leads one import has made or changed, so that it can be undone. Used once. */
final class ImportRecord {
    private final CsvDesk desk;
    private final ImportPlan plan;
    private final OperationId id;
    private final boolean isKept;
    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable Operation operation;

    ImportRecord(CsvDesk desk, ImportPlan plan, OperationId id) {
        this.desk = desk;
        this.plan = plan;
        this.id = id;
        this.isKept = desk.store().capabilities().documents() != null;
    }

    OperationId id() {
        return id;
    }

    /** By which the import can be undone; absent when it has written nothing, or nothing is kept of it. */
    @Nullable
    OperationId operation() {
        return operation == null ? null : id;
    }

    /** What is to be written with some leads, before them or at once. */
    List<Changeset> next(List<LeadId> leads) {
        if (!isKept) {
            return List.of();
        }
        ChangesetBuilder unit = desk.changeset();
        operation = OperationLog.write(unit, with(operation, leads.size()), leads);
        return List.of(unit.build());
    }

    private Operation with(@Nullable Operation before, int leads) {
        if (before == null) {
            ImportSettings settings = plan.settings();
            String request = "%s by %s".formatted(settings.onMatch(), settings.matchBy());
            long total = plan.counts().created() + plan.counts().updated();
            var progress = new Progress(0, null, leads, total, new TreeMap<>(), false);
            return new Operation(id, Operation.IMPORT, request, desk.now(), desk.actor(), progress, 0);
        }
        return before.with(before.progress().then(null, leads, counts));
    }

    /** Counts what became of a lead that was to be written. */
    void count(LineOutcome outcome) {
        counts.merge(outcome.code(), 1L, Long::sum);
    }

    /** Writes that all is done. */
    void finish() {
        if (operation != null) {
            ChangesetBuilder unit = desk.changeset();
            operation =
                    OperationLog.write(unit, operation.with(operation.progress().done(counts)));
            desk.store().commit(unit.build());
        }
    }
}
