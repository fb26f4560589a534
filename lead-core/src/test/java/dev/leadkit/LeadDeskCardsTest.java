package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.board.Place;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Rank;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeadDeskCardsTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadDesk desk =
            LeadKit.builder().store(store).clock(clock).build().tenant("acme").as(Actor.user("ann"));

    private Lead create(String name) {
        clock.advance(Duration.ofMillis(1));
        return desk.create(NewLead.named(name));
    }

    private List<String> column(String stage) {
        return desk.board(BoardQuery.all().cards(PageRequest.MAX_LIMIT)).columns().stream()
                .filter(column -> column.stage().equals(stage))
                .flatMap(column -> column.cards().stream())
                .map(Lead::displayName)
                .toList();
    }

    @Test
    void a_card_is_put_first_below_another_and_last() {
        LeadId a = create("A").id();
        LeadId b = create("B").id();
        LeadId c = create("C").id();
        assertThat(column("new")).containsExactly("C", "B", "A");

        desk.cards().place(a, Place.first());
        assertThat(column("new")).containsExactly("A", "C", "B");
        desk.cards().place(a, Place.after(c));
        assertThat(column("new")).containsExactly("C", "A", "B");
        desk.cards().place(c, Place.last());
        assertThat(column("new")).containsExactly("A", "B", "C");
        desk.cards().place(a, Place.last());
        desk.cards().place(b, Place.after(a));
        assertThat(column("new")).containsExactly("C", "A", "B");
    }

    @Test
    void a_card_that_stands_there_already_is_not_written() {
        Lead a = create("A");
        Lead b = create("B");
        int before = store.commits();

        assertThat(desk.cards().place(b.id(), Place.first())).isEqualTo(b);
        assertThat(desk.cards().place(a.id(), Place.after(b.id()))).isEqualTo(a);

        assertThat(store.commits()).isEqualTo(before);
    }

    @Test
    void new_cards_come_above_one_that_was_put_first() {
        LeadId a = create("A").id();
        create("B");
        clock.advance(Duration.ofMillis(1));
        desk.cards().place(a, Place.first());

        create("C");

        assertThat(column("new")).containsExactly("C", "A", "B");
    }

    @Test
    void a_card_is_moved_to_another_column_and_put_where_it_was_dropped() {
        Lead a = create("A");
        LeadId b = create("B").id();
        LeadId c = create("C").id();
        desk.transition(b, "contacted");
        desk.transition(c, "contacted");

        Lead moved = desk.cards().move(a.id(), "contacted", Place.after(c));

        assertThat(column("contacted")).containsExactly("C", "A", "B");
        assertThat(moved).isEqualTo(desk.get(a.id()));
        assertThat(moved.version()).isEqualTo(a.version() + 1);
        desk.cards().move(a.id(), "contacted", Place.first());
        assertThat(column("contacted")).containsExactly("A", "C", "B");
    }

    @Test
    void a_new_order_is_nothing_that_happened_to_the_lead() {
        LeadId a = create("A").id();
        LeadId b = create("B").id();
        List<?> before = desk.timeline(a, PageRequest.first(100)).items();

        desk.cards().place(a, Place.first());
        desk.cards().place(a, Place.after(b));

        assertThat(desk.timeline(a, PageRequest.first(100)).items()).isEqualTo(before);
        assertThat(desk.get(a).lastActivityAt()).isEqualTo(desk.get(a).createdAt());
    }

    @Test
    void a_refused_move_puts_the_card_nowhere() {
        LeadId a = create("A").id();
        desk.transition(a, "lost", "price");

        assertThatThrownBy(() -> desk.cards().move(a, "nowhere", Place.first()))
                .isInstanceOf(TransitionRefusedException.class);

        assertThat(column("lost")).containsExactly("A");
    }

    @Test
    void a_move_decided_on_what_is_no_longer_so_is_not_made() {
        LeadId a = create("A").id();
        store.beforeTheNextCommit(() -> desk.assign(a, "bob"));

        assertThatThrownBy(() -> desk.cards().move(a, "contacted", Place.first()))
                .isInstanceOf(StaleLeadException.class);

        assertThat(column("new")).containsExactly("A");
    }

    @Test
    void who_was_slower_is_put_below_the_card_where_that_is_now() {
        LeadId a = create("A").id();
        LeadId b = create("B").id();
        LeadId c = create("C").id();
        LeadId d = create("D").id();
        store.beforeTheNextCommit(() -> desk.cards().place(c, Place.after(a)));

        desk.cards().place(d, Place.after(a));

        assertThat(column("new")).containsExactly("B", "A", "D", "C");
        assertThat(b).isNotNull();
    }

    @Test
    void a_place_below_a_card_of_another_column_is_refused() {
        LeadId a = create("A").id();
        LeadId b = create("B").id();
        desk.transition(b, "contacted");

        assertThatThrownBy(() -> desk.cards().place(a, Place.after(b)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("place.after");
        assertThatThrownBy(() -> desk.cards().place(a, Place.after(a))).isInstanceOf(InvalidInputException.class);
        LeadId unknown = new LeadId(new UUID(0, 7));
        assertThatThrownBy(() -> desk.cards().place(a, Place.after(unknown))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.cards().place(unknown, Place.first())).isInstanceOf(LeadNotFoundException.class);
    }

    @Test
    void a_store_without_documents_says_so() {
        LeadId a = create("A").id();
        store.declaring(Capabilities.NONE);

        assertThatThrownBy(() -> desk.cards().place(a, Place.first()))
                .isInstanceOf(UnsupportedCapabilityException.class);
    }

    @Test
    void a_column_is_weighted_by_currency() {
        desk.create(NewLead.named("A").expecting(Money.of("10.50", "EUR")));
        desk.create(NewLead.named("B").expecting(Money.of("100", "USD")));
        desk.create(NewLead.named("C").expecting(Money.of("20", "EUR")));
        desk.create(NewLead.named("D"));

        Board.Column column = desk.board(BoardQuery.all()).columns().get(0);

        assertThat(column.probability()).isEqualTo(0.1);
        assertThat(column.weighted()).containsExactly(Money.of("3.05", "EUR"), Money.of("10", "USD"));
    }

    @Test
    void cards_of_the_same_instant_can_be_put_between() {
        List<LeadId> cards = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            cards.add(desk.create(NewLead.named("%03d".formatted(i))).id());
        }
        List<String> order = new ArrayList<>(allOf("new"));
        String moved = order.remove(599);
        LeadId last = cards.get(Integer.parseInt(moved));
        LeadId first = cards.get(Integer.parseInt(order.get(0)));

        desk.cards().place(last, Place.after(first));

        order.add(1, moved);
        assertThat(allOf("new")).isEqualTo(order);
    }

    private List<String> allOf(String stage) {
        List<String> names = new ArrayList<>();
        var query = LeadQuery.of(LeadFilter.all().inStage(stage))
                .sortedBy(LeadQuery.Sort.BOARD)
                .limit(PageRequest.MAX_LIMIT);
        for (var page = desk.list(query); ; page = desk.list(query.after(page.next()))) {
            page.items().forEach(lead -> names.add(lead.displayName()));
            if (page.next() == null) {
                return names;
            }
        }
    }

    @Test
    void a_thousand_drops_into_one_gap_keep_ranks_short() {
        LeadId a = create("A").id();
        LeadId b = create("B").id();
        LeadId c = create("C").id();

        for (int i = 0; i < 500; i++) {
            desk.cards().place(a, Place.after(c));
            desk.cards().place(b, Place.after(c));
        }

        assertThat(column("new")).containsExactly("C", "B", "A");
        assertThat(List.of(a, b, c))
                .allSatisfy(id -> assertThat(desk.get(id).rank()).hasSizeLessThanOrEqualTo(Rank.MAX_LENGTH));
    }

    @Test
    void many_at_once_lose_no_card_and_leave_the_others_in_their_order() throws Exception {
        List<LeadId> cards = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cards.add(create("%02d".formatted(i)).id());
        }
        List<String> untouched = List.of("11", "10", "09", "08");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Void>> drags = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int mine = thread;
            drags.add(() -> {
                for (int i = 0; i < 40; i++) {
                    desk.cards().place(cards.get(mine * 2 + i % 2), Place.after(cards.get(8 + (i + mine) % 4)));
                }
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(drags)) {
            done.get();
        }
        pool.shutdown();

        List<String> order = column("new");
        assertThat(order).hasSize(12).doesNotHaveDuplicates();
        List<String> stayed = new ArrayList<>(order);
        stayed.retainAll(untouched);
        assertThat(stayed).isEqualTo(untouched);
        assertThat(Collections.max(
                        cards.stream().map(id -> desk.get(id).rank().length()).toList()))
                .isLessThanOrEqualTo(Rank.MAX_LENGTH);
    }
}
