package dev.leadkit.scoring.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Calibration;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Repeat;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.Backtest;
import dev.leadkit.scoring.backtest.BandChange;
import dev.leadkit.scoring.backtest.BandResult;
import dev.leadkit.scoring.backtest.CardResult;
import dev.leadkit.scoring.history.History;
import dev.leadkit.scoring.history.PastLead;
import dev.leadkit.scoring.learn.ScorecardTrainer;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Row D10: closed leads as they were, without anything that was known only later. */
class ClosedLeadsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final TenantId ACME = TenantId.of("acme");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Scorecard CARD = Scorecard.named("b2b")
            .factor(Factor.fit("company", "Company", "contact.company").withBins(Bin.given(30)))
            .factor(Factor.engagement("messages", "Messages", "engagement.messages")
                    .withEach(5))
            .factor(Factor.fit("amount", "Amount", "amount").withBins(Bin.from(1, 20)))
            .build();

    private Instant now = START;
    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            })
            .scorer(CARD)
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private List<PastLead> rows(PointInTime when) {
        try (Stream<PastLead> rows = ClosedLeads.at(desk).stream(LeadFilter.all(), when)) {
            return rows.toList();
        }
    }

    private void win(LeadId lead) {
        for (String stage : List.of("contacted", "qualified", "converted")) {
            desk.transition(lead, stage);
        }
    }

    @Test
    void a_lead_comes_as_it_was_so_long_after_it_came() {
        Lead lead = desk.create(NewLead.named("Jane"));
        now = START.plus(DAY);
        desk.update(lead.id(), LeadUpdate.begin().company("Acme"));
        now = START.plus(DAY.multipliedBy(3));
        desk.update(lead.id(), LeadUpdate.begin().expecting(Money.of("500", "EUR")));
        now = START.plus(DAY.multipliedBy(5));
        win(lead.id());
        now = START.plus(DAY.multipliedBy(9));
        desk.tag(lead.id(), "customer");

        PastLead first = rows(PointInTime.afterCreation(Duration.ZERO)).get(0);
        PastLead second = rows(PointInTime.afterCreation(DAY)).get(0);
        PastLead last = rows(PointInTime.afterCreation(DAY.multipliedBy(4))).get(0);

        assertThat(first.values())
                .isEqualTo(Map.of(
                        "contact.name", "yes",
                        "source", "manual",
                        "engagement.messages", 0.0,
                        "engagement.questions", 0.0,
                        "engagement.activeMinutes", 0.0,
                        "engagement.channels", 0.0,
                        "intent.purchase", 0.0,
                        "intent.qualified", 0.0));
        assertThat(second.values()).containsEntry("contact.company", "Acme").doesNotContainKey("amount");
        assertThat(last.values()).containsEntry("amount", 500.0);
        assertThat(List.of(first, second, last)).allSatisfy(row -> {
            assertThat(row.won()).isTrue();
            assertThat(row.closedAt()).isEqualTo(START.plus(DAY.multipliedBy(5)));
            assertThat(row.lead().closed()).isFalse();
            assertThat(row.lead().stage()).isEqualTo("new");
            assertThat(row.lead().tags()).isEmpty();
            assertThat(row.lead().createdAt()).isEqualTo(START);
        });
        assertThat(Stream.of(first, second, last).map(row -> row.score(CARD).value()))
                .containsExactly(0, 30, 50);
        assertThat(second.score(CARD).asOf()).isEqualTo(START.plus(DAY));
        assertThat(rows(PointInTime.afterCreation(DAY.multipliedBy(5)))).isEmpty();
    }

    @Test
    void what_was_written_with_the_closing_or_later_is_not_in_it() {
        Lead lead = desk.create(NewLead.named("Jane"));
        now = START.plus(DAY);
        desk.transition(lead.id(), "lost", "no budget");
        desk.update(lead.id(), LeadUpdate.begin().company("Acme"));

        PastLead row = rows(PointInTime.beforeClosing()).get(0);

        assertThat(row.won()).isFalse();
        assertThat(row.lead().lostReason()).isNull();
        assertThat(row.lead().closed()).isFalse();
        assertThat(row.values()).doesNotContainKey("contact.company");
        assertThat(rows(PointInTime.beforeClosing(DAY.multipliedBy(2)))).isEmpty();
        assertThatThrownBy(() -> PointInTime.beforeClosing(DAY.negated())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_last_closing_counts_of_a_lead_that_was_opened_again() {
        Lead lead = desk.create(NewLead.named("Jane"));
        now = START.plus(DAY);
        desk.transition(lead.id(), "lost", "no budget");
        now = START.plus(DAY.multipliedBy(2));
        desk.moves().reopen(lead.id());
        desk.update(lead.id(), LeadUpdate.begin().company("Acme"));
        now = START.plus(DAY.multipliedBy(3));
        win(lead.id());

        assertThat(rows(PointInTime.beforeClosing())).singleElement().satisfies(row -> {
            assertThat(row.won()).isTrue();
            assertThat(row.closedAt()).isEqualTo(now);
            assertThat(row.values()).containsEntry("contact.company", "Acme");
        });
    }

    @Test
    void open_leads_and_those_that_were_closed_from_the_beginning_are_left_out() {
        desk.create(NewLead.named("Jane"));
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.create(
                Lead.builder(kit.wiring().newLeadId(), ACME, LeadSource.API, now)
                        .stage("five-stage", 1, "converted", true, now)
                        .build(),
                now,
                null);
        kit.wiring().store().commit(unit.build());

        assertThat(rows(PointInTime.beforeClosing())).isEmpty();
        assertThat(rows(PointInTime.afterCreation(Duration.ZERO))).isEmpty();
    }

    @Test
    void no_message_that_came_later_counts() {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(ChatMessage.from("s-1")
                    .id("m-" + i)
                    .visitor("What does number %d cost?".formatted(i))
                    .at(START.plus(Duration.ofHours(i)))
                    .build());
        }
        Lead lead = talked(messages, new Mark(Mark.Kind.QUALIFIED, Actor.user("ann"), START.plus(DAY), null));
        now = START.plus(DAY.multipliedBy(2));
        win(lead.id());

        Engagement early = rows(PointInTime.afterCreation(Duration.ofHours(2)))
                .get(0)
                .lead()
                .engagement();
        Engagement late = rows(PointInTime.beforeClosing()).get(0).lead().engagement();

        assertThat(early.messages()).isEqualTo(3);
        assertThat(early.questions()).isEqualTo(3);
        assertThat(early.lastMessageAt()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(early.markedQualified()).isFalse();
        assertThat(late).isEqualTo(desk.get(lead.id()).engagement());
        assertThat(late.markedQualified()).isTrue();
    }

    @Test
    void intents_are_those_of_the_messages_until_then() {
        Lead lead = talked(List.of(
                ChatMessage.from("s-1").id("m-1").visitor("Hello").at(START).build(),
                ChatMessage.from("s-1")
                        .id("m-2")
                        .visitor("I want to buy")
                        .at(START.plus(Duration.ofHours(1)))
                        .build()));
        now = START.plus(DAY);
        win(lead.id());
        ClosedLeads reading = ClosedLeads.at(desk)
                .reading(message -> new MessageIntents.Intents(message.text().contains("buy") ? 0.9 : 0.1, 0));

        assertThat(reading.stream(LeadFilter.all(), PointInTime.afterCreation(Duration.ofMinutes(1)))
                        .map(row -> row.lead().engagement().purchaseIntent()))
                .containsExactly(0.1);
        assertThat(reading.stream(LeadFilter.all(), PointInTime.beforeClosing())
                        .map(row -> row.lead().engagement().purchaseIntent()))
                .containsExactly(0.9);
        assertThat(rows(PointInTime.beforeClosing()).get(0).lead().engagement().purchaseIntent())
                .isZero();
    }

    /** A lead of a conversation, as capture would make it of all of it. */
    private Lead talked(List<ChatMessage> messages, Mark... marks) {
        LeadId id = kit.wiring().newLeadId();
        var tally = new EngagementTally();
        messages.forEach(message -> tally.add(message, 0, 0));
        Conversation conversation = Conversation.begin(ACME, messages.get(0).session(), "web")
                .withSegment(new Conversation.Segment(id, null));
        for (Mark mark : marks) {
            conversation = conversation.withMark(mark);
            tally.markQualified();
        }
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.conversation(conversation, 0);
        unit.messages(messages);
        Lead lead = unit.create(
                kit.wiring()
                        .pipeline()
                        .enter(
                                Lead.builder(id, ACME, LeadSource.WIDGET, START)
                                        .sessions(List.of(messages.get(0).session()))
                                        .engagement(tally.toEngagement()),
                                START)
                        .build(),
                START,
                null);
        kit.wiring().store().commit(unit.build());
        return lead;
    }

    @Test
    void a_card_learned_from_the_closed_leads_of_the_store_scores_its_open_ones() {
        for (int i = 0; i < 120; i++) {
            NewLead wanted = NewLead.named("Jane " + i).source(i % 3 == 0 ? LeadSource.API : LeadSource.MANUAL);
            Lead lead = desk.create(i % 2 == 0 ? wanted.company("Acme " + i % 4) : wanted);
            now = now.plusSeconds(60);
            if (i % 2 == 0 ? i % 10 < 8 : i % 10 == 1) {
                win(lead.id());
            } else {
                desk.transition(lead.id(), "lost");
            }
        }
        History closed =
                ClosedLeads.at(desk).history(LeadFilter.all(), PointInTime.afterCreation(Duration.ZERO), List.of());

        Scorecard learned = ScorecardTrainer.standard().train(closed).card();

        Lead with = desk.create(NewLead.named("With").company("Acme"));
        Lead without = desk.create(NewLead.named("Without"));
        assertThat(learned.inputsBeyondLeads()).isEmpty();
        assertThat(learned.score(with, now).value())
                .isGreaterThan(learned.score(without, now).value());
    }

    @Test
    void a_backtest_gives_the_scores_that_the_leads_had() {
        Scorecard card = Scorecard.named("b2b")
                .factor(Factor.engagement("questions", "Questions", "engagement.questions")
                        .withEach(20)
                        .withRepeat(Repeat.perDay(1)))
                .factor(Factor.engagement("messages", "Messages", "engagement.messages")
                        .withEach(10)
                        .withHalfLife(DAY.multipliedBy(7)))
                .calibration(Calibration.logistic(-3, 0.05))
                .build();
        List<Duration> askedAt = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(2));
        Lead silent = talked("s-1", askedAt);
        Lead asking = talked(
                "s-2", askedAt.stream().map(at -> at.multipliedBy(24 * 60)).toList());
        now = START.plus(DAY.multipliedBy(3));
        win(asking.id());
        now = START.plus(DAY.multipliedBy(60));
        desk.transition(silent.id(), "lost", "silent");
        History history = ClosedLeads.at(desk).history(LeadFilter.all(), PointInTime.beforeClosing(), List.of());

        CardResult result = Backtest.of(card, history);

        Map<Boolean, Score> then = rows(PointInTime.beforeClosing()).stream()
                .collect(Collectors.toMap(PastLead::won, past -> past.score(card)));
        assertThat(then.get(true).value()).isEqualTo(87);
        assertThat(then.get(false).value()).isEqualTo(20);
        assertThat(result.bands())
                .extracting(BandResult::band, BandResult::rows, BandResult::won)
                .containsExactly(tuple("hot", 1L, 1L), tuple("warm", 0L, 0L), tuple("cold", 1L, 0L));
        assertThat(result.quality().auc()).isOne();
        assertThat(Backtest.compare(card, CARD, history).changes())
                .extracting(BandChange::won, BandChange::fromScore, BandChange::toScore)
                .containsExactlyInAnyOrder(tuple(true, 87, 15));
    }

    private Lead talked(String session, List<Duration> askedAt) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Duration at : askedAt) {
            messages.add(ChatMessage.from(session)
                    .id("m-" + messages.size())
                    .visitor("What does number %d cost?".formatted(messages.size()))
                    .at(START.plus(at))
                    .build());
        }
        return talked(messages);
    }
}
