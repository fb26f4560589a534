package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.board.Cards;
import dev.leadkit.board.Place;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The desk's work on the order of cards: where a card comes to stand is written together with its move, if it makes one. */
final class DeskCards implements Cards {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskWork work;

    DeskCards(Wiring wiring, TenantId tenant, Actor actor, DeskWork work) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.work = work;
    }

    @Override
    public Lead place(LeadId id, Place place) {
        return Optimistic.retry(() -> {
            Lead before = get(id);
            if (before.mergedInto() != null) {
                throw new LeadMergedException(id, before.mergedInto());
            }
            return put(new Step.Next(before, before, wiring.now(), List.of()), place);
        });
    }

    /** The move is decided once, on what the person saw; only its place in the column is tried again. */
    @Override
    public Lead move(LeadId id, String to, @Nullable String reason, Place place) {
        Step step = work.transition(to, reason).decide(get(id), wiring.now());
        if (step instanceof Step.Refused refused) {
            throw new TransitionRefusedException(id, refused.decision());
        }
        if (step instanceof Step.Next next) {
            Supplier<Lead> outcome = Optimistic.retry(() -> {
                try {
                    Lead moved = put(next, place);
                    return () -> moved;
                } catch (StaleLeadException stale) {
                    if (stale.lead().equals(id)) {
                        return () -> {
                            throw stale;
                        };
                    }
                    throw stale;
                }
            });
            return outcome.get();
        }
        return place(id, place);
    }

    private Lead put(Step.Next step, Place place) {
        var column = new CardColumn(wiring, tenant, actor, step.after());
        Lead placed = step.after().toBuilder().rank(column.rankAt(place)).build();
        if (placed.equals(step.before())) {
            return placed;
        }
        ChangesetBuilder unit = column.unit();
        Lead stored =
                unit.update(step.before(), placed, step.at(), null, step.extra().toArray(Change[]::new));
        wiring.store().commit(unit.build());
        return stored;
    }

    private Lead get(LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }
}
