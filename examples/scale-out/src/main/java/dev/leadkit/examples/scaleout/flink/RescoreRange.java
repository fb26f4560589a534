package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.Wiring;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.score.RescoreDecision;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the leads of a range, page by page, scores them and writes those whose score is another one.
 *
 * <p>A range that is gone through again finds its work done: what is as it should be is not written, and what two attempts write at
 * the same time is written once, since both name the unit of work the same.
 */
final class RescoreRange extends RichMapFunction<LeadRange, RangeResult> {
    private static final long serialVersionUID = 1;
    private static final int PORTION = 200;

    private final HostSettings settings;
    private final RescoreOrder order;
    private transient @Nullable TaskHost host;
    private transient Wiring wiring;
    private transient Scorecard card;

    /** What is transient is there once the task is open. */
    @SuppressWarnings("NullAway.Init")
    RescoreRange(HostSettings settings, RescoreOrder order) {
        this.settings = settings;
        this.order = order;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        host = new TaskHost(settings, Clock.fixed(order.asOf(), ZoneOffset.UTC), UUID::randomUUID);
        wiring = host.kit().wiring();
        card = Scorecard.parse(settings.scorecard());
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
    }

    @Override
    public RangeResult map(LeadRange range) {
        TenantId tenant = TenantId.of(range.tenant());
        LeadFilter filter = LeadFilter.all().createdBetween(range.from(), range.before());
        LeadQuery query = LeadQuery.of(filter).limit(PORTION);
        long read = 0;
        long written = 0;
        String place = null;
        do {
            Page<Lead> page = wiring.store().list(tenant, place == null ? query : query.after(place));
            read += page.items().size();
            written += write(tenant, page.items());
            place = page.next();
        } while (place != null);
        return new RangeResult(range, read, written);
    }

    /** Somebody may change a lead meanwhile; it is then read and decided upon again. */
    private long write(TenantId tenant, List<Lead> leads) {
        var portion = new Portion(tenant, leads);
        return Optimistic.retry(portion::write);
    }

    private Optional<Changeset> unit(Lead lead) {
        Lead next = RescoreDecision.of(lead, card, order.asOf()).next();
        if (next == null) {
            return Optional.empty();
        }
        var operation = new OperationId(order.operation());
        ChangesetBuilder unit = wiring.changeset(operation.changeset(lead.id()), lead.tenant(), Actor.system());
        unit.update(lead, next, order.asOf(), new Cause(Cause.OPERATION, operation.toString()));
        return Optional.of(unit.build());
    }

    /** Leads that are written together. */
    private final class Portion {
        private final TenantId tenant;
        private List<Lead> pending;
        private long written;

        Portion(TenantId tenant, List<Lead> leads) {
            this.tenant = tenant;
            this.pending = leads;
        }

        /**
         * How many were written by now.
         *
         * @throws ConflictException if somebody was faster with some of them, which are then read again and pending
         */
        long write() {
            Map<LeadId, Changeset> units = new LinkedHashMap<>();
            pending.forEach(lead -> unit(lead).ifPresent(unit -> units.put(lead.id(), unit)));
            Iterator<CommitOutcome> outcomes =
                    wiring.store().commitAll(List.copyOf(units.values())).iterator();
            Map<LeadId, ConflictException> conflicts = new HashMap<>();
            for (LeadId id : units.keySet()) {
                if (outcomes.next() instanceof CommitOutcome.Conflicted conflicted) {
                    conflicts.put(id, conflicted.conflict());
                } else {
                    written++;
                }
            }
            if (!conflicts.isEmpty()) {
                pending = wiring.store().findAll(tenant, conflicts.keySet());
                throw conflicts.values().iterator().next();
            }
            return written;
        }
    }
}
