package dev.leadkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class EngagementTallyProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    record Turn(ChatMessage message, double purchase, double qualified) {}

    @Property
    void any_order_gives_the_same_facts(@ForAll("turns") List<Turn> turns, @ForAll Random random) {
        List<Turn> shuffled = new ArrayList<>(turns);
        Collections.shuffle(shuffled, random);

        assertThat(tally(shuffled)).isEqualTo(tally(turns));
    }

    @Property
    void repeats_change_nothing(@ForAll("turns") List<Turn> turns, @ForAll Random random) {
        List<Turn> repeated = new ArrayList<>(turns);
        repeated.addAll(turns);
        Collections.shuffle(repeated, random);

        assertThat(tally(repeated)).isEqualTo(tally(turns));
    }

    @Property(tries = 50)
    void a_flood_gives_the_same_facts_in_any_order(
            @ForAll("floods") @Size(min = 300, max = 600) List<Turn> turns, @ForAll Random random) {
        List<Turn> shuffled = new ArrayList<>(turns);
        shuffled.addAll(turns.subList(0, 100));
        Collections.shuffle(shuffled, random);

        Engagement facts = tally(turns);

        assertThat(tally(shuffled)).isEqualTo(facts);
        assertThat(facts.messages()).isLessThanOrEqualTo(200);
        assertThat(facts.activeTime()).isLessThanOrEqualTo(Duration.ofHours(4));
        assertThat(facts.days().stream().mapToInt(EngagementDay::messages).sum())
                .isLessThanOrEqualTo(facts.messages());
        assertThat(facts.days().stream().mapToInt(EngagementDay::questions).sum())
                .isLessThanOrEqualTo(facts.questions());
    }

    @Example
    void the_first_texts_count_by_days_as_in_all() {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            turns.add(new Turn(
                    ChatMessage.from("s")
                            .id("m" + i)
                            .visitor("text %d?".formatted(i))
                            .at(NOW.plus(Duration.ofDays(i / 30)).plusSeconds(60 * (i % 30)))
                            .build(),
                    0,
                    0));
        }
        Collections.shuffle(turns, new Random(3));

        Engagement facts = tally(turns);

        assertThat(facts.messages()).isEqualTo(200);
        assertThat(facts.questions()).isEqualTo(200);
        assertThat(facts.days()).extracting(EngagementDay::messages).containsExactly(30, 30, 30, 30, 30, 30, 20);
    }

    @Property
    void the_days_come_to_all_messages(@ForAll("turns") List<Turn> turns) {
        Engagement facts = tally(turns);

        assertThat(facts.days().stream().mapToInt(EngagementDay::messages).sum())
                .isEqualTo(facts.messages());
        assertThat(facts.days().stream().mapToInt(EngagementDay::questions).sum())
                .isEqualTo(facts.questions());
    }

    @Example
    void a_text_counts_on_the_day_of_its_first_writing() {
        Turn today = turn("1", "How much is it?", 0);
        Turn yesterday = new Turn(
                ChatMessage.from("s")
                        .id("2")
                        .visitor("how much is it")
                        .at(NOW.minus(Duration.ofDays(1)))
                        .build(),
                0,
                0);

        Engagement facts = tally(List.of(today, yesterday, turn("3", "Thanks", 0)));

        assertThat(facts.days())
                .containsExactly(
                        new EngagementDay(LocalDate.parse("2026-03-01"), 1, 1),
                        new EngagementDay(LocalDate.parse("2026-03-02"), 1, 0));
        assertThat(facts.activeTime()).isEqualTo(Duration.ofMinutes(2));
    }

    @Example
    void the_latest_days_are_kept() {
        List<Turn> turns = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            turns.add(new Turn(
                    ChatMessage.from("s")
                            .id("m" + day)
                            .visitor("text " + day)
                            .at(NOW.plus(Duration.ofDays(day)))
                            .build(),
                    0,
                    0));
        }
        Collections.reverse(turns);

        assertThat(tally(turns).days())
                .hasSize(Engagement.MAX_DAYS)
                .last()
                .isEqualTo(new EngagementDay(LocalDate.parse("2026-06-09"), 1, 0));
        assertThat(tally(turns).messages()).isEqualTo(100);
    }

    @Property
    void only_the_visitor_counts(@ForAll("turns") List<Turn> turns) {
        List<Turn> visitors =
                turns.stream().filter(turn -> turn.message().isFromVisitor()).toList();

        assertThat(tally(visitors)).isEqualTo(tally(turns));
    }

    @Example
    void a_text_counts_once_however_it_is_written_and_asked() {
        Engagement facts = tally(List.of(
                turn("1", "How much is it?", 0.5),
                turn("2", "how MUCH is it", 0.9),
                turn("3", "???", 0.1),
                turn("4", "Thanks", 0.2)));

        assertThat(facts.messages()).isEqualTo(2);
        assertThat(facts.questions()).isEqualTo(1);
        assertThat(facts.purchaseIntent()).isEqualTo(0.9);
        assertThat(facts.activeTime()).isEqualTo(Duration.ofMinutes(1));
    }

    @Example
    void a_text_that_was_not_kept_counts_with_what_is_kept_of_it() {
        ChatMessage one = turn("1", "How much is it, for Jane?", 0).message();
        ChatMessage tick = turn("2", "", 0).message();
        ChatMessage kept = withheld(one);

        Engagement facts = tally(List.of(
                new Turn(kept, 0.5, 0),
                new Turn(kept, 0.5, 0),
                new Turn(withheld(tick), 0, 0),
                new Turn(Withheld.entirely().inPlaceOf(turn("3", "no", 0).message(), "x-3"), 0.9, 0)));

        assertThat(kept.text()).isEmpty();
        assertThat(facts).isEqualTo(tally(List.of(new Turn(one, 0.5, 0))));
    }

    private static ChatMessage withheld(ChatMessage message) {
        return Withheld.pseudonymous(message.text(), 0.5, 0, Set.of("email"), Set.of("a", "b"))
                .inPlaceOf(message, "x-" + message.id());
    }

    @Example
    void what_is_kept_of_a_message_is_read_as_it_was_written() {
        var kept =
                new Withheld(CaptureMode.PSEUDONYMOUS, true, true, 0.25, 0.125, Set.of("email", "name"), Set.of("7f"));
        ChatMessage message = turn("1", "my text", 0).message();

        assertThat(Withheld.of(kept.inPlaceOf(message, "x"))).contains(kept);
        assertThat(Withheld.of(Withheld.entirely().inPlaceOf(message, "x"))).contains(Withheld.entirely());
        assertThat(Withheld.of(message)).isEmpty();
    }

    @Example
    void nothing_said_is_no_engagement() {
        assertThat(tally(List.of())).isEqualTo(Engagement.NONE);
    }

    private static Turn turn(String id, String text, double purchase) {
        return new Turn(ChatMessage.from("s").id(id).visitor(text).at(NOW).build(), purchase, 0);
    }

    private static Engagement tally(List<Turn> turns) {
        var tally = new EngagementTally();
        turns.forEach(turn -> tally.add(turn.message(), turn.purchase(), turn.qualified()));
        return tally.toEngagement();
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("Hi", "hi", "hi?", "How much?", "", "?", "🙂", "مرحبا؟"),
                Arbitraries.strings().ofMaxLength(6));
        return turns(texts, 600).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Turn>> floods() {
        Arbitrary<String> texts = Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of("", "?"))
                .as((number, end) -> "text " + number + end);
        return turns(texts, 60_000).list();
    }

    private static Arbitrary<Turn> turns(Arbitrary<String> texts, int seconds) {
        Arbitrary<Double> probabilities = Arbitraries.doubles().between(0, 1).ofScale(2);
        Arbitrary<ChatMessage> messages = Combinators.combine(
                        texts,
                        Arbitraries.integers().between(-seconds, seconds),
                        Arbitraries.of(Speaker.VISITOR, Speaker.VISITOR, Speaker.VISITOR, Speaker.BOT, Speaker.AGENT),
                        Arbitraries.of("widget", "whatsapp"))
                .as((text, second, speaker, channel) -> ChatMessage.from("s")
                        .id("m")
                        .said(speaker, text)
                        .at(NOW.plusSeconds(second))
                        .channel(channel)
                        .build());
        return Combinators.combine(messages, probabilities, probabilities).as(Turn::new);
    }
}
