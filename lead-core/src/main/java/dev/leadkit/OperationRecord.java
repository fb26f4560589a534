package dev.leadkit;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.Operation.Progress;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationLog;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps how far one operation has come, if anything is kept at all. Used once. */
final class OperationRecord {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final boolean leadsKept;
    private final String requestOnceDone;
    private @Nullable Operation operation;

    /**
     * @param operation as it is kept or will be; absent when nothing is
     * @param leadsKept whether the leads of all portions are kept already, or elsewhere
     * @param requestOnceDone what is of use of the request when all is done
     */
    OperationRecord(
            Wiring wiring,
            TenantId tenant,
            Actor actor,
            @Nullable Operation operation,
            boolean leadsKept,
            String requestOnceDone) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.operation = operation;
        this.leadsKept = leadsKept;
        this.requestOnceDone = requestOnceDone;
    }

    @Nullable
    OperationId operation() {
        return operation == null ? null : operation.id();
    }

    /** What is to be written with the first portion. */
    List<Changeset> first(PortionOfLeads portion) {
        return operation == null ? List.of() : write(operation, portion);
    }

    /** What is to be written with a portion that follows. */
    List<Changeset> next(PortionOfLeads portion, Map<String, Long> countsBefore) {
        if (operation == null) {
            return List.of();
        }
        Progress progress =
                operation.progress().then(portion.next(), portion.ids().size(), countsBefore);
        return write(operation.with(progress), portion);
    }

    private List<Changeset> write(Operation next, PortionOfLeads portion) {
        Operation its = next.progress().finished() ? next.asking(requestOnceDone) : next;
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        operation = leadsKept ? OperationLog.write(unit, its) : OperationLog.write(unit, its, portion.ids());
        return List.of(unit.build());
    }

    /** Writes that all is done, unless that is so already. */
    void finish(Map<String, Long> counts) {
        if (operation != null && !operation.progress().finished()) {
            ChangesetBuilder unit = wiring.changeset(tenant, actor);
            Operation done = operation.with(operation.progress().done(counts)).asking(requestOnceDone);
            operation = OperationLog.write(unit, done);
            wiring.store().commit(unit.build());
        }
    }
}
