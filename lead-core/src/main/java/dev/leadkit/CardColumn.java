package dev.leadkit;

import dev.leadkit.board.Place;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Rank;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board, read to put one card into it. Used once, by one thread.
 *
 * <p>Whoever puts a card there also writes the stage's document of kind {@value #KIND}, whose version is read before the
 * cards are. So two never decide on the same neighbours: the slower one is refused and reads the column again.
 */
final class CardColumn {
    private static final String KIND = "card-order";

    /** As many cards as get new ranks in one commit. */
    private static final int PORTION = 250;

    /** What is left of a rank's length after making room, so that there is room for a while. */
    private static final int ROOMY = Rank.MAX_LENGTH / 2;

    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final Lead card;
    private final LeadQuery query;
    private final DocumentKey key;
    private long version;

    /** The lowest place that was ever given at the end. */
    private String last;

    /** @param card as it will stand in the column */
    CardColumn(Wiring wiring, TenantId tenant, Actor actor, Lead card) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.card = card;
        query = LeadQuery.of(LeadFilter.all().inPipeline(card.pipeline()).inStage(card.stage()))
                .sortedBy(LeadQuery.Sort.BOARD);
        key = new DocumentKey(KIND, card.stage());
        Optional<Document> stored =
                wiring.store().capabilities().requireDocuments().find(tenant, key);
        version = stored.map(Document::version).orElse(0L);
        last = stored.map(Document::text).orElse("");
    }

    /** Sees to it that of all units that were decided on the same state of the column one is committed. */
    void writeWith(ChangesetBuilder unit) {
        unit.document(key, version, last);
    }

    /** The rank with which the card stands there; the one that it has, if that will do. */
    String rankAt(Place place) {
        Instant now = wiring.now();
        if (place instanceof Place.First) {
            return highest(below(null, 1), Rank.newestFirst(now));
        }
        if (place instanceof Place.Last) {
            return atTheEnd(last, now);
        }
        Lead upper = neighbour(((Place.After) place).card());
        List<Lead> lower = below(upper, 1);
        if (lower.isEmpty()) {
            return isBelow(upper) ? card.rank() : atTheEnd(upper.rank(), now);
        }
        String next = lower.get(0).rank();
        return isBelow(upper) && card.rank().compareTo(next) < 0
                ? card.rank()
                : Rank.between(upper.rank(), next).orElseGet(() -> makeRoomBelow(upper));
    }

    /** Where a card that is new now would stand, so that newer ones come above it. */
    private String highest(List<Lead> first, String now) {
        if (first.isEmpty()) {
            return card.rank();
        }
        String next = first.get(0).rank();
        if (card.rank().compareTo(next) < 0) {
            return card.rank();
        }
        return now.compareTo(next) < 0 ? now : Rank.between(null, next).orElse(now);
    }

    /** Below a rank, and as a rule below whatever was put at the end before. */
    private String atTheEnd(String lowest, Instant now) {
        String its = Rank.oldestLast(now);
        String rank = its.compareTo(lowest) > 0 ? its : Rank.next(lowest);
        last = rank.compareTo(last) > 0 ? rank : last;
        return rank;
    }

    private boolean isBelow(Lead upper) {
        return upper.rank().compareTo(card.rank()) < 0;
    }

    private Lead neighbour(LeadId id) {
        return wiring.store()
                .find(tenant, id)
                .filter(lead -> !id.equals(card.id()) && query.filter().matches(lead))
                .orElseThrow(() -> new InvalidInputException(
                        "place.after", "another card of the column \"%s\"".formatted(card.stage()), id.toString()));
    }

    /**
     * Gives the cards below another new ranks, in the order that they have, and says which is now free right below it. As few
     * cards as will do, and the lowest first, so that their order is right after each commit.
     */
    private String makeRoomBelow(Lead upper) {
        for (int count = 2; ; count *= 4) {
            List<Lead> cards = below(upper, count + 1);
            boolean all = cards.size() <= count;
            List<Lead> given = all ? cards : cards.subList(0, count);
            String end = all ? null : cards.get(count).rank();
            List<String> ranks = Rank.spread(upper.rank(), end, given.size() + 1);
            if (all || !ranks.isEmpty() && ranks.get(0).length() <= ROOMY) {
                for (int to = given.size(); to > 0; to -= PORTION) {
                    int from = Math.max(0, to - PORTION);
                    rank(given.subList(from, to), ranks.subList(from + 1, to + 1));
                }
                return ranks.get(0);
            }
        }
    }

    private void rank(List<Lead> cards, List<String> ranks) {
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        writeWith(unit);
        for (int i = 0; i < cards.size(); i++) {
            Lead before = cards.get(i);
            unit.update(before, before.toBuilder().rank(ranks.get(i)).build(), wiring.now(), null);
        }
        wiring.store().commit(unit.build());
        version++;
    }

    /** So many of the other cards below one, or from the top. */
    private List<Lead> below(@Nullable Lead upper, int count) {
        List<Lead> cards = new ArrayList<>();
        LeadQuery next = query.limit(Math.min(count + 1, PageRequest.MAX_LIMIT));
        if (upper != null) {
            next = next.after(query.cursorAfter(tenant, upper));
        }
        while (true) {
            Page<Lead> page = wiring.store().list(tenant, next);
            page.items().stream().filter(lead -> !lead.id().equals(card.id())).forEach(cards::add);
            String cursor = page.next();
            if (cards.size() >= count || cursor == null) {
                return cards.subList(0, Math.min(cards.size(), count));
            }
            next = next.after(cursor);
        }
    }
}
