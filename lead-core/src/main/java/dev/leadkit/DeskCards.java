package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.board.Cards;
import dev.leadkit.board.Place;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import org.jspecify.annotations.Nullable;

/** The desk's work on the order of cards: where a card comes to stand is written together with its move, if it makes one. */
final class DeskCards implements Cards {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskMoves moves;

    DeskCards(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.moves = new DeskMoves(wiring, tenant, actor);
    }

    @Override
    public Lead place(LeadId id, Place place) {
        return Optimistic.retry(() -> {
            Lead before = get(id);
            if (before.mergedInto() != null) {
                throw new LeadMergedException(id, before.mergedInto());
            }
            ChangesetBuilder unit = wiring.changeset(tenant, actor);
            Lead placed = put(before, place, unit);
            if (placed.equals(before)) {
                return wiring.shown(before);
            }
            Lead stored = unit.update(before, placed, wiring.now(), null);
            wiring.store().commit(unit.build());
            return wiring.shown(stored);
        });
    }

    /** The move is decided on what the person saw; only its place in the column is tried again. */
    @Override
    public Lead move(LeadId id, String to, @Nullable String reason, Place place) {
        Lead seen = get(id);
        Step step = Optimistic.retry(
                () -> moves.attempt(seen, to, reason, (unit, moved) -> put(moved, place, unit)),
                conflict -> !(conflict instanceof StaleLeadException stale
                        && stale.lead().equals(id)));
        if (step instanceof Step.Refused refused) {
            throw new TransitionRefusedException(id, wiring.shown(refused.decision()));
        }
        if (step instanceof Step.Merged merged) {
            throw new LeadMergedException(id, merged.survivor());
        }
        return step instanceof Step.Next next ? wiring.shown(next.after()) : place(id, place);
    }

    /** The card with its rank; the unit then has what keeps others from deciding on the same neighbours. */
    private Lead put(Lead card, Place place, ChangesetBuilder unit) {
        var column = new CardColumn(wiring, tenant, actor, card);
        Lead placed = card.toBuilder().rank(column.rankAt(place)).build();
        column.writeWith(unit);
        return placed;
    }

    private Lead get(LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }
}
