package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureEngineTest {
    private static final byte[] SECRET = "sixteen bytes or more".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .identityKey(SECRET)
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final TenantCapture capture =
            CaptureEngine.builder(kit).region("US").build().tenant("acme");

    @Test
    void an_address_makes_a_lead_and_the_outcome_points_at_its_characters() {
        CaptureOutcome outcome = capture.onMessage(visitor(1, "you can write to jane@acme.example"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        Reason because = outcome.because().get(0);
        assertThat(because.code()).isEqualTo("contact-given");
        assertThat(because.evidence()).containsExactly(new Evidence("s", "m1", 17, 34));
        Lead lead = desk.get(outcome.lead().orElseThrow());
        assertThat(lead.contact().emails()).extracting("value").containsExactly("jane@acme.example");
        assertThat(lead.createdAt()).isEqualTo(at(1));
    }

    @Test
    void a_lead_needs_neither_what_was_refused_nor_what_was_told_to_be_reached() {
        capture.onMessage(visitor(1, "I don't want chairs."));
        capture.onMessage(ChatMessage.from("s")
                .id("m2")
                .channel("widget")
                .at(at(2))
                .bot("Your phone number?")
                .build());
        capture.onMessage(visitor(3, "555123"));

        CaptureOutcome outcome = capture.onMessage(visitor(4, "or jane@acme.example, telegram: jane77"));

        assertThat(desk.get(outcome.lead().orElseThrow()).need())
                .extracting(NeedSummary::text)
                .isEqualTo("don't want chairs");
    }

    @Test
    void purchase_intent_makes_a_lead() {
        CaptureOutcome outcome = capture.onMessage(visitor(1, "I want to buy three espresso machines"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(outcome.because()).extracting(Reason::code).containsExactly("purchase-intent");
        assertThat(outcome.because().get(0).evidence()).isNotEmpty();
    }

    @Test
    void a_mark_as_qualified_makes_a_lead_and_a_second_one_changes_nothing() {
        capture.onMessage(visitor(1, "do you deliver to islands?"));

        CaptureOutcome first = capture.markQualified("s", Actor.user("ann"), "asked for a fleet");
        CaptureOutcome second = capture.markQualified("s", Actor.user("ann"), null);

        assertThat(first.status()).isEqualTo(Status.CAPTURED);
        assertThat(second.status()).isEqualTo(Status.REPEATED);
        assertThat(desk.get(first.lead().orElseThrow()).tags()).containsExactly("qualified");
        assertThat(desk.get(first.lead().orElseThrow()).version()).isEqualTo(1);
    }

    @Test
    void a_looker_is_not_captured_and_each_rule_says_what_it_misses() {
        CaptureOutcome outcome = capture.onMessage(visitor(1, "hello there"));

        assertThat(outcome.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(outcome.lead()).isEmpty();
        assertThat(outcome.because())
                .extracting(Reason::code)
                .containsExactly("contact-missing", "not-marked", "intent-too-weak");
        assertThat(outcome.because().get(0).text()).startsWith("contact-given: ");
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void rules_that_miss_the_same_share_a_reason_up_to_one_that_stops_the_others() {
        CaptureRules rules = CaptureRules.named("shared")
                .rule(CaptureRule.of("mail", Condition.contact(ContactKind.EMAIL), Effect.lead()))
                .rule(CaptureRule.of("again", Condition.contact(ContactKind.EMAIL), Effect.lead()))
                .rule(CaptureRule.of(
                                "spam",
                                Condition.text("backlinks"),
                                Effect.nothing().tags("spam"))
                        .stopping())
                .rule(CaptureRule.of("call", Condition.contact(ContactKind.PHONE), Effect.lead()))
                .build();

        CaptureOutcome outcome =
                CaptureEngine.builder(kit).rules(rules).build().tenant("acme").onMessage(visitor(1, "backlinks"));

        assertThat(outcome.because()).extracting(Reason::code).containsExactly("contact-missing", "stopped");
        assertThat(outcome.because().get(0).text()).startsWith("mail, again: ");
    }

    @Test
    void one_click_makes_a_lead_of_any_conversation() {
        capture.onMessage(visitor(1, "hello there"));

        CaptureOutcome outcome = capture.promote("s", Actor.user("ann"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(outcome.because()).extracting(Reason::code).containsExactly("promoted");
    }

    @Test
    void a_session_of_which_nothing_is_stored_cannot_be_promoted() {
        assertThatThrownBy(() -> capture.promote("nobody", Actor.user("ann")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("session");
    }

    @Test
    void under_the_policy_everyone_a_session_is_a_lead_from_the_visitor_s_first_message() {
        TenantCapture everyone = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("all").policy(CapturePolicy.EVERYONE).build())
                .build()
                .tenant("acme");

        assertThat(everyone.onMessage(bot(1, "Hi!")).status()).isEqualTo(Status.NOT_CAPTURED);
        CaptureOutcome outcome = everyone.onMessage(visitor(2, "hm"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(desk.get(outcome.lead().orElseThrow()).displayName()).startsWith("Visitor ");
    }

    @Test
    void what_the_bot_or_an_agent_writes_is_nobody_s_contact() {
        capture.onMessage(bot(1, "write to sales@northwind.example or call +1 212 555 0100"));
        CaptureOutcome outcome = capture.onMessage(
                message(2).agent("I am Tom Becker, tom@northwind.example").build());

        assertThat(outcome.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(capture.explain("s").orElseThrow().seen().contact().emails()).isEmpty();
    }

    @Test
    void an_answer_to_the_bot_s_question_is_a_name() {
        capture.onMessage(bot(1, "What is your name?"));
        capture.onMessage(visitor(2, "Jane Miller"));
        CaptureOutcome outcome = capture.onMessage(visitor(3, "jane@acme.example"));

        assertThat(desk.get(outcome.lead().orElseThrow()).displayName()).isEqualTo("Jane Miller");
    }

    @Test
    void a_correction_is_used_first_and_the_earlier_value_is_kept() {
        capture.onMessage(visitor(1, "jane@acme.example"));
        CaptureOutcome outcome = capture.onMessage(visitor(2, "sorry, it is jane.miller@acme.example"));

        assertThat(desk.get(outcome.lead().orElseThrow()).contact().emails())
                .extracting("value")
                .containsExactly("jane.miller@acme.example", "jane@acme.example");
    }

    @Test
    void a_message_delivered_twice_changes_nothing() {
        CaptureOutcome first = capture.onMessage(visitor(1, "jane@acme.example"));
        CaptureOutcome again = capture.onMessage(visitor(1, "jane@acme.example"));

        assertThat(again.status()).isEqualTo(Status.REPEATED);
        assertThat(again.lead()).isEqualTo(first.lead());
        assertThat(desk.get(first.lead().orElseThrow()).version()).isEqualTo(1);
    }

    @Test
    void a_late_message_that_takes_the_ground_away_withdraws_an_untouched_lead() {
        TenantCapture cautious = cautious();
        CaptureOutcome captured = cautious.onMessage(visitor(2, "jane@acme.example"));

        CaptureOutcome late = cautious.onMessage(visitor(1, "this is a test"));

        assertThat(late.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(late.lead()).isEmpty();
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
        Activity last = last(desk.get(captured.lead().orElseThrow()));
        assertThat(last.cause()).isEqualTo(new Cause(Cause.LATE_MESSAGE, "m1"));
    }

    @Test
    void a_late_message_leaves_a_lead_that_a_person_touched() {
        TenantCapture cautious = cautious();
        CaptureOutcome captured = cautious.onMessage(visitor(2, "jane@acme.example"));
        desk.note(captured.lead().orElseThrow(), "called her");

        CaptureOutcome late = cautious.onMessage(visitor(1, "this is a test"));

        assertThat(late.status()).isEqualTo(Status.ADDED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_late_message_leaves_a_lead_whose_consent_a_person_recorded() {
        TenantCapture cautious = cautious();
        CaptureOutcome captured = cautious.onMessage(visitor(2, "jane@acme.example"));
        desk.consent(captured.lead().orElseThrow(), Consent.to("news"));

        CaptureOutcome late = cautious.onMessage(visitor(1, "this is a test"));

        assertThat(late.status()).isEqualTo(Status.ADDED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_late_message_leaves_a_lead_that_a_person_put_off() {
        staysAfter(LeadUpdate.begin().snooze(NOON.plusSeconds(60)));
    }

    @Test
    void a_late_message_leaves_a_lead_whose_chance_a_person_estimated() {
        staysAfter(LeadUpdate.begin().probability(0.9));
    }

    private void staysAfter(LeadUpdate update) {
        TenantCapture cautious = cautious();
        CaptureOutcome captured = cautious.onMessage(visitor(2, "jane@acme.example"));
        desk.update(captured.lead().orElseThrow(), update);

        CaptureOutcome late = cautious.onMessage(visitor(1, "this is a test"));
        CaptureOutcome later = cautious.onMessage(bot(0, "Hi, how can I help?"));

        assertThat(late.status()).isEqualTo(Status.ADDED);
        assertThat(later.status()).isEqualTo(Status.ADDED);
        assertThat(later.lead()).isEqualTo(captured.lead());
    }

    @Test
    void a_late_message_takes_back_no_lead_that_the_rules_of_today_would_not_make_anyway() {
        capture.onMessage(visitor(2, "jane@acme.example"));
        TenantCapture strict = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("strict")
                        .rule(CaptureRule.of("quote", Condition.text("(?i)quote"), Effect.lead()))
                        .build())
                .build()
                .tenant("acme");

        CaptureOutcome late = strict.onMessage(bot(1, "Hi, how can I help?"));

        assertThat(late.status()).isEqualTo(Status.ADDED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_late_message_takes_back_no_lead_while_a_detector_fails() {
        var down = new AtomicBoolean();
        TenantCapture modelled = failing(down).build().tenant("acme");
        modelled.onMessage(visitor(2, "I want to buy three espresso machines"));
        down.set(true);

        CaptureOutcome late = modelled.onMessage(bot(1, "Hi, how can I help?"));

        assertThat(late.status()).isEqualTo(Status.ADDED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    private TenantCapture cautious() {
        CaptureRules rules = CaptureRules.named("cautious")
                .rule(CaptureRule.of(
                                "test",
                                Condition.text("(?i)this is a test"),
                                Effect.nothing().tags("test"))
                        .withPriority(1)
                        .stopping())
                .rule(CaptureRule.of("contact", Condition.contact(ContactKind.ANY), Effect.lead()))
                .build();
        return CaptureEngine.builder(kit).rules(rules).build().tenant("acme");
    }

    @Test
    void a_visitor_who_writes_after_a_person_closed_his_lead_begins_a_linked_one() {
        Lead first = captured(visitor(1, "jane@acme.example"));
        desk.transition(first.id(), "lost", "no budget");

        CaptureOutcome outcome = capture.onMessage(ChatMessage.from("s")
                .id("later")
                .visitor("I have money now, jane@acme.example")
                .at(NOON.plusSeconds(60))
                .build());

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        Lead second = desk.get(outcome.lead().orElseThrow());
        assertThat(second.previous()).isEqualTo(first.id());
        assertThat(second.engagement().messages()).isEqualTo(1);
        assertThatThrownBy(() -> reopen(first.id()))
                .isInstanceOfSatisfying(
                        IdentityTakenException.class,
                        taken -> assertThat(taken.holder()).isEqualTo(second.id()));
    }

    @Test
    void a_reopened_lead_takes_what_the_visitor_writes_from_then_on() {
        Lead first = captured(visitor(1, "jane@acme.example"));
        reopenable().transition(first.id(), "lost", "no budget");
        Lead second = captured(after(60, "it is me again, jane@acme.example"));
        later(120).transition(second.id(), "lost", "not again");
        later(180).transition(first.id(), "new");

        CaptureOutcome outcome = capture.onMessage(after(240, "call me on +1 212 555 0142"));
        capture.onMessage(after(300, "my name is Jane Miller"));

        assertThat(outcome.lead()).contains(first.id());
        assertThat(desk.get(first.id()).contact().phones()).hasSize(1);
        assertThat(desk.get(first.id()).displayName()).isEqualTo("Jane Miller");
        assertThat(desk.get(second.id()).contact().phones()).isEmpty();
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(2);
    }

    @Test
    void a_channel_s_clock_that_is_ahead_takes_nothing_from_a_lead_that_is_closed() {
        Lead lead = captured(after(1, "my name is Jane Miller. you can write to jane@acme.example"));
        desk.transition(lead.id(), "converted");

        capture.onMessage(after(60, "thanks"));

        assertThat(desk.get(lead.id()).displayName()).isEqualTo("Jane Miller");
        assertThat(desk.get(lead.id()).contact().emails()).hasSize(1);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_second_lead_of_a_conversation_is_marked_on_its_own() {
        capture.onMessage(visitor(1, "jane@acme.example"));
        capture.markQualified("s", Actor.user("ann"), null);
        Lead first = desk.list(LeadQuery.all()).items().get(0);
        desk.transition(first.id(), "lost", "no budget");
        Lead second = captured(after(60, "jane@acme.example, I have money now"));
        TenantCapture tomorrow =
                CaptureEngine.builder(kitAt(NOON.plusSeconds(86_400))).build().tenant("acme");

        CaptureOutcome marked = tomorrow.markQualified("s", Actor.user("ann"), null);

        assertThat(marked.status()).isEqualTo(Status.ADDED);
        assertThat(desk.get(second.id()).tags()).contains("qualified");
    }

    @Test
    void marks_after_a_close_are_of_the_closed_lead_until_the_visitor_writes_again() {
        Lead closed = captured(visitor(1, "jane@acme.example"));
        desk.transition(closed.id(), "lost", "no budget");
        TenantCapture later =
                CaptureEngine.builder(kitAt(NOON.plusSeconds(600))).build().tenant("acme");

        CaptureOutcome promoted = later.promote("s", Actor.user("ann"));
        CaptureOutcome marked = later.markQualified("s", Actor.bot("assistant"), "asked for a quote");

        assertThat(promoted.lead()).contains(closed.id());
        assertThat(promoted.status()).isEqualTo(Status.ADDED);
        assertThat(marked.lead()).contains(closed.id());
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
        assertThat(desk.get(closed.id()).tags()).containsExactly("qualified");

        CaptureOutcome thanks = later.onMessage(after(1200, "thank you"));
        assertThat(thanks.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(desk.get(closed.id()).tags()).containsExactly("qualified");

        TenantCapture tomorrow =
                CaptureEngine.builder(kitAt(NOON.plusSeconds(86_400))).build().tenant("acme");
        CaptureOutcome second = tomorrow.promote("s", Actor.user("ann"));
        assertThat(second.status()).isEqualTo(Status.CAPTURED);
        assertThat(desk.get(second.lead().orElseThrow()).previous()).isEqualTo(closed.id());
    }

    @Test
    void a_mark_is_of_what_the_visitor_wrote_last_though_the_channels_clock_is_ahead() {
        Lead closed = captured(visitor(1, "jane@acme.example"));
        desk.transition(closed.id(), "lost", "no budget");
        capture.onMessage(after(602, "hi, me again"));
        TenantCapture twoSecondsBehind =
                CaptureEngine.builder(kitAt(NOON.plusSeconds(600))).build().tenant("acme");

        CaptureOutcome promoted = twoSecondsBehind.promote("s", Actor.user("ann"));
        CaptureOutcome marked = twoSecondsBehind.markQualified("s", Actor.user("ann"), "asked for a quote");
        CaptureOutcome again = twoSecondsBehind.markQualified("s", Actor.user("ann"), null);

        assertThat(promoted.status()).isEqualTo(Status.CAPTURED);
        LeadId second = promoted.lead().orElseThrow();
        assertThat(marked.status()).isEqualTo(Status.ADDED);
        assertThat(again.status()).isEqualTo(Status.REPEATED);
        assertThat(desk.get(second).previous()).isEqualTo(closed.id());
        assertThat(desk.get(second).engagement().markedQualified()).isTrue();
        assertThat(desk.get(closed.id()).engagement().markedQualified()).isFalse();
        assertThat(capture.onMessage(after(603, "any news?")).lead()).contains(second);
    }

    @Test
    @SuppressWarnings("NullAway") // a host without null checks
    void nobody_marks_nothing() {
        capture.onMessage(visitor(1, "hello"));

        assertThatThrownBy(() -> capture.markQualified("s", null, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_scorer_that_fails_loses_no_message() {
        LeadKit broken = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .scorer((lead, asOf) -> {
                    throw new IllegalStateException("no card");
                })
                .build();

        CaptureOutcome outcome =
                CaptureEngine.builder(broken).build().tenant("acme").onMessage(visitor(1, "jane@acme.example"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        LeadDesk its = broken.tenant("acme").as(Actor.user("ann"));
        LeadId id = outcome.lead().orElseThrow();
        assertThat(its.get(id).score()).isNull();
        assertThat(its.transcript(id)).hasSize(1);
    }

    @Test
    void a_detector_that_fails_loses_no_message() {
        TenantCapture broken = CaptureEngine.builder(kit)
                .intent(text -> {
                    throw new IllegalStateException("no model");
                })
                .build()
                .tenant("acme");

        assertThat(broken.onMessage(visitor(1, "jane@acme.example")).status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void what_a_detector_lost_that_failed_is_told_and_found_with_the_next_message() {
        var down = new AtomicBoolean(true);
        CaptureEngine engine = failing(down).build();
        CaptureOutcome lost = engine.tenant("acme").onMessage(visitor(1, "I want to buy three espresso machines"));
        down.set(false);

        CaptureOutcome next = engine.tenant("acme").onMessage(visitor(2, "hello?"));

        assertThat(lost.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(lost.because()).extracting(Reason::code).endsWith("not-read-whole");
        assertThat(engine.counters().of(Status.NOT_CAPTURED, "not-read-whole")).isEqualTo(1);
        assertThat(next.status()).isEqualTo(Status.CAPTURED);
        assertThat(next.because()).extracting(Reason::code).containsExactly("purchase-intent");
    }

    @Test
    void while_a_detector_fails_what_it_found_before_stands_and_it_is_not_asked_about_all_again() {
        var down = new AtomicBoolean();
        var asked = new AtomicInteger();
        TenantCapture modelled = CaptureEngine.builder(kit)
                .intent(text -> {
                    asked.incrementAndGet();
                    if (down.get()) {
                        throw new IllegalStateException("no model");
                    }
                    return IntentModel.trained().read(text);
                })
                .build()
                .tenant("acme");
        LeadId id = modelled.onMessage(visitor(1, "I want to buy three espresso machines"))
                .lead()
                .orElseThrow();
        double intent = desk.get(id).engagement().purchaseIntent();
        down.set(true);
        asked.set(0);

        for (int number = 2; number <= 11; number++) {
            modelled.onMessage(visitor(number, "and then " + number));
        }

        assertThat(desk.get(id).engagement().purchaseIntent()).isEqualTo(intent).isPositive();
        assertThat(asked).hasValueLessThan(2 * 10);
    }

    @Test
    void what_a_detector_lost_of_a_text_that_is_not_kept_is_told() {
        var down = new AtomicBoolean(true);
        TenantCapture pseudonymous =
                failing(down).mode(CaptureMode.PSEUDONYMOUS).build().tenant("acme");

        CaptureOutcome lost = pseudonymous.onMessage(visitor(1, "I want to buy three espresso machines"));
        down.set(false);
        CaptureOutcome next = pseudonymous.onMessage(visitor(2, "hello?"));

        assertThat(lost.because()).extracting(Reason::code).endsWith("not-read-whole");
        assertThat(next.because()).extracting(Reason::code).doesNotContain("not-read-whole");
    }

    /** With a model that can be taken down. */
    private CaptureEngine.Builder failing(AtomicBoolean down) {
        return CaptureEngine.builder(kit).intent(text -> {
            if (down.get()) {
                throw new IllegalStateException("no model");
            }
            return IntentModel.trained().read(text);
        });
    }

    @Test
    void a_number_that_a_person_sets_again_stands_once() {
        Lead lead = captured(visitor(1, "call +1 (212) 555-0142"));
        LeadDesk withPlans = LeadKit.builder()
                .store(kit.wiring().store())
                .identityKey(SECRET)
                .normalizer(new LibPhoneNormalizer())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        withPlans.update(lead.id(), LeadUpdate.begin().phone("+12125550142", null));
        capture.onMessage(visitor(2, "as I said, +1 (212) 555-0142"));

        assertThat(desk.get(lead.id()).contact().phones()).hasSize(1);
    }

    private static ChatMessage after(int seconds, String text) {
        return ChatMessage.from("s")
                .id("after" + seconds)
                .visitor(text)
                .at(NOON.plusSeconds(seconds))
                .build();
    }

    private LeadDesk reopenable() {
        return later(0);
    }

    private void reopen(LeadId id) {
        reopenable().transition(id, "new");
    }

    private LeadKit kitAt(Instant now) {
        return LeadKit.builder()
                .store(kit.wiring().store())
                .identityKey(SECRET)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    /** The presets have no way back from lost; this pipeline of the same name has one. */
    private LeadDesk later(int seconds) {
        Pipeline reopening = Pipeline.named("five-stage")
                .open("new", "New")
                .lost("lost", "Lost")
                .won("converted", "Converted")
                .allow("new", "lost")
                .allow("new", "converted")
                .allow("lost", "new")
                .build();
        return LeadKit.builder()
                .store(kit.wiring().store())
                .identityKey(SECRET)
                .pipeline(reopening)
                .clock(Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    @Test
    void a_stage_and_values_set_at_the_desk_stand() {
        Lead lead = captured(visitor(1, "I'm Jane Doe, jane@acme.example, budget 3,000 EUR"));
        assertThat(lead.expectedAmount()).extracting("value").isEqualTo(Money.of("3000", "EUR"));
        desk.transition(lead.id(), "contacted");
        desk.update(lead.id(), LeadUpdate.begin().name("Jane Miller").expecting(Money.of("2500", "EUR")));

        capture.onMessage(visitor(2, "my name is Janet Doe, budget is 9,000 EUR"));

        Lead after = desk.get(lead.id());
        assertThat(after.stage()).isEqualTo("contacted");
        assertThat(after.displayName()).isEqualTo("Jane Miller");
        assertThat(after.expectedAmount()).extracting("value").isEqualTo(Money.of("2500", "EUR"));
    }

    @Test
    void addresses_and_numbers_that_were_cleared_at_the_desk_stay_away_and_new_ones_are_taken() {
        Lead lead = captured(visitor(1, "I'm at jane@acmee.example, +1 212 555 0142"));
        desk.update(lead.id(), LeadUpdate.begin().clear("email").clear("phone"));
        desk.update(lead.id(), LeadUpdate.begin().email("jane@acme.example"));

        capture.onMessage(visitor(2, "hello? jane@acmee.example, or +1 212 555 0143 from now on"));

        Lead after = desk.get(lead.id());
        assertThat(after.contact().emails()).extracting("value").containsExactly("jane@acme.example");
        assertThat(after.contact().phones()).extracting("value.value").containsExactly("+12125550143");
        assertThat(after.contact().claims())
                .containsExactlyElementsOf(after.identities().stream()
                        .filter(identity -> identity.kind() != IdentityKind.SESSION)
                        .toList());
    }

    @Test
    void an_address_that_was_cleared_and_set_again_stands_and_an_undone_clear_brings_it_back() {
        Lead lead = captured(visitor(1, "jane@acme.example"));
        desk.update(lead.id(), LeadUpdate.begin().clear("email"));
        desk.undo(last(desk.get(lead.id())).changeset());
        capture.onMessage(visitor(2, "hello?"));
        assertThat(desk.get(lead.id()).contact().emails()).hasSize(1);

        desk.update(lead.id(), LeadUpdate.begin().clear("email"));
        Lead set = desk.update(lead.id(), LeadUpdate.begin().email("jane@acme.example"));
        capture.onMessage(visitor(3, "hello?"));

        assertThat(desk.get(lead.id()).contact().emails())
                .isEqualTo(set.contact().emails());
        assertThat(set.pinned()).containsExactly("email");
    }

    @Test
    void a_rule_s_move_that_the_pipeline_refuses_is_left_out_and_the_lead_is_kept() {
        CaptureRules rules = CaptureRules.named("wrong stage")
                .rule(CaptureRule.of(
                        "contact",
                        Condition.contact(ContactKind.ANY),
                        Effect.lead().stage("no-such-stage")))
                .build();
        TenantCapture wrong = CaptureEngine.builder(kit).rules(rules).build().tenant("acme");

        CaptureOutcome outcome = wrong.onMessage(visitor(1, "jane@acme.example"));

        assertThat(desk.get(outcome.lead().orElseThrow()).stage()).isEqualTo("new");
        assertThat(wrong.explain("s").orElseThrow().refusedMoves())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("contact");
                    assertThat(refused.text()).contains("no-such-stage");
                });
    }

    @Test
    void text_that_no_store_keeps_is_cleaned_with_a_notice_and_the_message_counts() {
        CaptureOutcome outcome = capture.onMessage(visitor(1, "jane@acme.example \u0000 and \uD800"));

        assertThat(outcome.notices()).containsExactly(CaptureOutcome.TEXT_CLEANED);
        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(desk.transcript(outcome.lead().orElseThrow())
                        .get(0)
                        .messages()
                        .get(0)
                        .text())
                .isEqualTo("jane@acme.example \uFFFD and \uFFFD");
    }

    @Test
    void a_region_that_is_no_country_is_refused_or_told() {
        assertThatThrownBy(() -> CaptureEngine.builder(kit).region("UK"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("region: expected GB, the ISO 3166 code of the United Kingdom, found \"UK\"");
        for (String none : List.of("Germany", "", "XX", "049")) {
            assertThatThrownBy(() -> CaptureEngine.builder(kit).region(none))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("an ISO 3166 code such as US");
        }
        TenantCapture german = CaptureEngine.builder(kit).region("de").build().tenant("acme");

        CaptureOutcome outcome = german.onMessage(visitor(1, "call 030 1234567"));
        CaptureOutcome told = german.onMessage(ChatMessage.from("other")
                .id("m1")
                .at(at(2))
                .attribute(ChatMessage.REGION, "UK")
                .visitor("call 020 7946 0958")
                .build());

        assertThat(outcome.notices()).isEmpty();
        assertThat(desk.get(outcome.lead().orElseThrow())
                        .contact()
                        .phones()
                        .get(0)
                        .value()
                        .value())
                .isEqualTo("+49301234567");
        assertThat(told.notices()).containsExactly(CaptureOutcome.REGION_UNKNOWN);
    }

    @Test
    void the_normalizer_of_the_kit_brings_numbers_and_addresses_into_one_form() {
        var internal = new ContactNormalizer() {
            @Override
            public PhoneNumber phone(String raw, @Nullable String region) {
                return new PhoneNumber("+99" + PhoneNumber.digitsOf(raw).value(), raw, true);
            }

            @Override
            public String email(String raw) {
                return raw.replace("+crm", "");
            }
        };
        LeadKit its = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .identityKey(SECRET)
                .normalizer(internal)
                .build();

        CaptureOutcome outcome = CaptureEngine.builder(its)
                .build()
                .tenant("acme")
                .onMessage(visitor(1, "call 030 1234567 or write to jane+crm@acme.example"));

        Lead lead = its.tenant("acme").as(Actor.user("ann")).get(outcome.lead().orElseThrow());
        assertThat(lead.contact().phones().get(0).value().value()).isEqualTo("+990301234567");
        assertThat(lead.contact().emails().get(0).value()).isEqualTo("jane@acme.example");
    }

    @Test
    void patterns_of_many_steps_are_searched_for_at_the_beginning_of_a_text_and_a_notice_says_so() {
        var rules = CaptureRules.named("t")
                .rule(CaptureRule.of("r", Condition.text("(?:z?){499}b"), Effect.lead()))
                .build();
        TenantCapture searching =
                CaptureEngine.builder(kit).rules(rules).build().tenant("acme");
        int searched = rules.searchedCharacters();

        CaptureOutcome beyond = searching.onMessage(visitor(1, "a".repeat(searched) + "b"));
        CaptureOutcome within = searching.onMessage(visitor(2, "a".repeat(searched - 1) + "b"));

        assertThat(beyond.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(beyond.notices()).containsExactly(CaptureOutcome.TEXT_NOT_SEARCHED_WHOLE);
        assertThat(within.status()).isEqualTo(Status.CAPTURED);
        assertThat(within.notices()).isEmpty();
    }

    @Test
    void a_very_long_text_is_stored_whole_and_analysed_in_part_and_says_so() {
        String text = "x".repeat(100_000) + " jane@acme.example";

        CaptureOutcome outcome = capture.onMessage(visitor(1, text));

        assertThat(outcome.notices()).containsExactly(CaptureOutcome.TEXT_NOT_ANALYSED_WHOLE);
        assertThat(outcome.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(kit.wiring()
                        .store()
                        .transcript(kit.tenant("acme").id(), "s")
                        .orElseThrow()
                        .messages()
                        .get(0)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void explains_every_rule_captured_or_not() {
        capture.onMessage(visitor(1, "order 2026-000123 is what I have, jane@acme.example"));

        CaptureExplanation explanation = capture.explain("s").orElseThrow();

        assertThat(explanation.captured()).isTrue();
        assertThat(explanation.rules())
                .extracting("rule")
                .containsExactly("contact-given", "marked-qualified", "purchase-intent");
        assertThat(explanation.rules())
                .allSatisfy(rule -> assertThat(rule.because()).isNotEmpty());
        assertThat(explanation.rejected())
                .extracting(value -> value.what().code())
                .contains("order-number");
        assertThat(capture.explain("nobody")).isEmpty();
    }

    @Test
    void two_tenants_with_the_same_session_are_strangers() {
        capture.onMessage(visitor(1, "jane@acme.example"));
        TenantCapture other = CaptureEngine.builder(kit).build().tenant("other");

        assertThat(other.explain("s")).isEmpty();
        assertThat(other.onMessage(visitor(1, "hello there")).status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(kit.tenant("other").as(Actor.system()).list(LeadQuery.all()).items())
                .isEmpty();
    }

    @Test
    void the_timeline_tells_what_the_lead_shows() {
        Lead lead = captured(visitor(1, "jane@acme.example"));
        capture.onMessage(visitor(2, "my name is Jane Miller"));

        assertThat(desk.timeline(lead.id(), PageRequest.first(100)).items())
                .extracting(Activity::change)
                .hasAtLeastOneElementOfType(Change.Created.class)
                .hasAtLeastOneElementOfType(Change.Captured.class)
                .contains(new Change.FieldChanged("email", null, "jane@acme.example"))
                .contains(new Change.FieldChanged("name", null, "Jane Miller"));
    }

    private Lead captured(ChatMessage message) {
        return desk.get(capture.onMessage(message).lead().orElseThrow());
    }

    private Activity last(Lead lead) {
        List<Activity> timeline =
                desk.timeline(lead.id(), PageRequest.first(100)).items();
        return timeline.get(timeline.size() - 1);
    }

    private static ChatMessage visitor(int number, String text) {
        return message(number).visitor(text).build();
    }

    private static ChatMessage bot(int number, String text) {
        return message(number).bot(text).build();
    }

    private static ChatMessage.Builder message(int number) {
        return ChatMessage.from("s").id("m" + number).at(at(number));
    }

    private static Instant at(int number) {
        return NOON.minusSeconds(3600).plusSeconds(60L * number);
    }

    @Test
    void with_nothing_kept_at_hand_the_same_comes_of_it() {
        TenantCapture forgetful =
                CaptureEngine.builder(kit).region("US").cacheBytes(0).build().tenant("globex");

        assertThat(forgetful.onMessage(visitor(1, "jane@acme.example")).status())
                .isEqualTo(Status.CAPTURED);
        assertThat(forgetful.onMessage(visitor(2, "thanks")).status()).isEqualTo(Status.ADDED);
        assertThat(forgetful.onMessage(visitor(1, "jane@acme.example")).status())
                .isEqualTo(Status.REPEATED);
    }
}
