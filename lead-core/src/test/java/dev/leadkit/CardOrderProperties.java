package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.board.Place;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Rank;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A column is a list, whatever is done to it. */
class CardOrderProperties {
    /** Puts one card below another: by their numbers, {@code -1} for the top and the number of cards for the end. */
    private record Drag(int card, int below) {}

    @Property(tries = 200)
    void the_board_has_the_cards_in_the_order_in_which_they_were_put(
            @ForAll @IntRange(min = 2, max = 8) int cards,
            @ForAll boolean atOneInstant,
            @ForAll("drags") List<Drag> drags) {
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            clock.advance(atOneInstant ? Duration.ZERO : Duration.ofSeconds(1));
            ids.add(desk.create(NewLead.named("a")).id());
        }
        List<LeadId> model = column(desk);

        for (Drag drag : drags) {
            LeadId card = ids.get(drag.card() % cards);
            int below = drag.below() % (cards + 2) - 1;
            if (below < cards && below >= 0 && ids.get(below).equals(card)) {
                continue;
            }
            clock.advance(atOneInstant ? Duration.ZERO : Duration.ofMillis(1));
            model.remove(card);
            if (below < 0) {
                desk.cards().place(card, Place.first());
                model.add(0, card);
            } else if (below >= cards) {
                desk.cards().place(card, Place.last());
                model.add(card);
            } else {
                desk.cards().place(card, Place.after(ids.get(below)));
                model.add(model.indexOf(ids.get(below)) + 1, card);
            }
            assertThat(column(desk)).isEqualTo(model);
        }
        assertThat(ids).allSatisfy(id -> assertThat(desk.get(id).rank()).hasSizeLessThanOrEqualTo(Rank.MAX_LENGTH));
    }

    private static List<LeadId> column(LeadDesk desk) {
        return new ArrayList<>(desk.board(BoardQuery.all().cards(PageRequest.MAX_LIMIT)).columns().stream()
                .flatMap(column -> column.cards().stream())
                .map(Lead::id)
                .toList());
    }

    @Provide
    Arbitrary<List<Drag>> drags() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 9))
                .as(Drag::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void ranks_are_spread_in_order_between_two_others(
            @ForAll("ranks") String one,
            @ForAll("ranks") String other,
            @ForAll @IntRange(min = 1, max = 300) int count) {
        String low = Comparator.<String>naturalOrder().compare(one, other) <= 0 ? one : other;
        String high = low.equals(one) ? other : one;

        List<String> spread = Rank.spread(low, high, count);

        if (!spread.isEmpty()) {
            List<String> all = new ArrayList<>(List.of(low));
            all.addAll(spread);
            all.add(high);
            assertThat(all).isSorted().doesNotHaveDuplicates();
            assertThat(spread).hasSize(count).allMatch(rank -> rank.length() <= Rank.MAX_LENGTH);
        } else {
            // Only where the two are the same up to the greatest length, but for a handful.
            assertThat(Rank.spread(low, high, 1)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Rank.spread(null, null, count)).hasSize(count).isSorted();
    }

    @Provide
    Arbitrary<String> ranks() {
        return Arbitraries.strings().withChars("0019az").ofMinLength(1).ofMaxLength(20);
    }
}
