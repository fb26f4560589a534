package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody, or a program, may send to be scored higher than a visitor who means it. */
class FloodTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final int FLOOD = 3_000;

    private static final List<ChatMessage> HONEST = List.of(
            said("Good morning, do you ship to Norway?", 0),
            said("We would need forty of them", 2),
            said("How long does delivery take?", 3),
            said("And is there a discount for schools?", 5),
            said("Thank you, I will talk to my colleagues", 6));

    private static final Scorecard PER_DAY = Scorecard.named("per-day")
            .group("chat", "Chat", 40)
            .factor(Factor.engagement("messages", "Messages", "engagement.messages")
                    .withEach(4)
                    .withRepeat(Repeat.perDay(5))
                    .inGroup("chat"))
            .factor(Factor.engagement("questions", "Questions", "engagement.questions")
                    .withEach(6)
                    .withRepeat(Repeat.perDay(3))
                    .inGroup("chat"))
            .factor(Factor.engagement("time", "Time", "engagement.activeMinutes")
                    .withEach(2)
                    .withRepeat(Repeat.first(5)))
            .build();

    private static ChatMessage said(String text, int minute) {
        return message(Speaker.VISITOR, text, MONDAY.plus(Duration.ofMinutes(minute)));
    }

    private static ChatMessage message(Speaker speaker, String text, Instant at) {
        return ChatMessage.from("s")
                .id("m" + at + text.hashCode())
                .said(speaker, text)
                .at(at)
                .channel("widget")
                .build();
    }

    private static Engagement facts(List<ChatMessage> messages) {
        var tally = new EngagementTally();
        messages.forEach(message -> tally.add(message, 0, 0));
        return tally.toEngagement();
    }

    private static List<ChatMessage> with(List<ChatMessage> more) {
        List<ChatMessage> all = new ArrayList<>(HONEST);
        all.addAll(more);
        Collections.shuffle(all, new Random(7));
        return all;
    }

    private static int score(Scorecard card, List<ChatMessage> messages) {
        return card.score(Leads.aLeadWith(facts(messages)), MONDAY.plus(Duration.ofDays(1)))
                .value();
    }

    private static List<Scorecard> cards() {
        return List.of(PER_DAY, Scorecard.standard());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void turns_of_bots_and_agents_earn_nothing(Scorecard card) {
        List<ChatMessage> talk = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Speaker speaker = i % 2 == 0 ? Speaker.BOT : Speaker.AGENT;
            talk.add(message(speaker, "Would you like number " + i + "?", MONDAY.plusSeconds(i * 90L)));
        }

        assertThat(facts(with(talk))).isEqualTo(facts(HONEST));
        assertThat(score(card, with(talk))).isEqualTo(score(card, HONEST));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void duplicates_earn_nothing(Scorecard card) {
        List<ChatMessage> again = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            again.addAll(HONEST);
        }

        assertThat(facts(with(again))).isEqualTo(facts(HONEST));
        assertThat(score(card, with(again))).isEqualTo(score(card, HONEST));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void pasted_repeats_earn_nothing_however_they_are_written_and_whenever(Scorecard card) {
        List<ChatMessage> pasted = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String text = HONEST.get(i % HONEST.size()).text();
            pasted.add(said("  " + text.toUpperCase(java.util.Locale.ROOT) + " !!" + " ".repeat(i % 7), 10 + i * 3));
        }

        Engagement facts = facts(with(pasted));

        assertThat(facts.messages()).isEqualTo(HONEST.size());
        assertThat(facts.days()).isEqualTo(facts(HONEST).days());
        assertThat(facts.activeTime()).isEqualTo(facts(HONEST).activeTime());
        assertThat(score(card, with(pasted))).isEqualTo(score(card, HONEST));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void signs_without_a_letter_earn_nothing(Scorecard card) {
        List<ChatMessage> signs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            signs.add(said("?".repeat(i % 20 + 1) + (i % 2 == 0 ? "🙂" : "..."), i));
        }

        assertThat(score(card, with(signs))).isEqualTo(score(card, HONEST));
    }

    @Test
    void a_flood_of_short_messages_earns_nothing_where_a_card_counts_by_the_day() {
        assertThat(score(PER_DAY, with(flood(1)))).isEqualTo(score(PER_DAY, HONEST));
        assertThat(score(PER_DAY, with(flood(30)))).isEqualTo(score(PER_DAY, HONEST));
    }

    @Test
    void a_flood_of_short_messages_counts_as_one_busy_minute() {
        Engagement facts = facts(with(flood(1)));

        assertThat(facts.messages()).isLessThanOrEqualTo(HONEST.size() + 10);
        assertThat(facts.activeTime())
                .isLessThanOrEqualTo(facts(HONEST).activeTime().plusMinutes(1));
    }

    @Test
    void a_flood_over_days_is_bounded_and_says_where_its_points_went() {
        List<ChatMessage> days = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            days.add(said("hey " + i + "?", i * 60));
        }

        Engagement facts = facts(with(days));
        List<Contribution> parts = PER_DAY.score(Leads.aLeadWith(facts), MONDAY).contributions();

        assertThat(facts.messages()).isLessThanOrEqualTo(200);
        assertThat(facts.activeTime()).isLessThanOrEqualTo(Duration.ofHours(4));
        assertThat(facts.days()).hasSizeLessThanOrEqualTo(Engagement.MAX_DAYS);
        assertThat(parts).anySatisfy(part -> assertThat(part.factor()).isEqualTo("cap:chat"));
        assertThat(parts.get(0).points() + parts.get(1).points() + parts.get(3).points())
                .isEqualTo(40);
    }

    @Test
    void days_hold_no_more_texts_than_count_in_all() {
        List<ChatMessage> days = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            days.add(said("hey " + i + "?", i / 100 * 24 * 60 + i % 10));
        }
        Scorecard card = Scorecard.named("per-day")
                .factor(Factor.engagement("messages", "Messages", "engagement.messages")
                        .withEach(0.04)
                        .withRepeat(Repeat.perDay(100)))
                .build();

        assertThat(score(card, days)).isEqualTo(8);
    }

    /** Short texts that all differ, so many a minute. */
    private static List<ChatMessage> flood(int minutes) {
        List<ChatMessage> flood = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            flood.add(said("k" + i + (i % 3 == 0 ? "?" : ""), 6 + i % minutes));
        }
        return flood;
    }
}
