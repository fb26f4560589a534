package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureExplanation.RuleExplanation;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.rule.Assignment;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.TimeWindow;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each kind of condition and effect does to a conversation; and what the explanation says of it. */
class RuleGrammarTest {
    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));

    @Test
    void hours_are_those_of_the_message() {
        TenantCapture capture = capture(rule(
                "late",
                Condition.at(
                        TimeWindow.in(ZoneId.of("Europe/Oslo")).between(LocalTime.of(18, 0), LocalTime.of(8, 0)))));

        CaptureOutcome morning = capture.onMessage(visitor("m1", "hello").build()); // 10:00 in Oslo
        CaptureOutcome evening = capture.onMessage(visitor("m2", "hello again")
                .at(Chats.MORNING.plusSeconds(9 * 3600))
                .build());

        assertThat(morning.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(morning.because())
                .extracting(Reason::text)
                .containsExactly(
                        "late: it was mon 10:00 in Europe/Oslo, asked for mon, tue, wed, thu, fri, sat, sun from 18:00 until 08:00");
        assertThat(evening.status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void messages_of_the_same_text_count_once() {
        TenantCapture capture = capture(rule("talks", Condition.messages(2)));

        assertThat(capture.onMessage(visitor("m1", "hello").build()).status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(capture.onMessage(visitor("m2", "Hello!").build()).because())
                .extracting(Reason::text)
                .containsExactly("talks: the visitor's messages: 1, asked for 2");
        assertThat(capture.onMessage(visitor("m3", "are you there").build()).status())
                .isEqualTo(Status.CAPTURED);
    }

    @Test
    void questions_are_counted() {
        TenantCapture capture = capture(rule("asks", Condition.questions(2)));

        assertThat(capture.onMessage(visitor("m1", "what does it cost?").build())
                        .status())
                .isEqualTo(Status.NOT_CAPTURED);
        assertThat(capture.onMessage(visitor("m2", "do you ship?").build()).status())
                .isEqualTo(Status.CAPTURED);
    }

    @Test
    void a_budget_counts_in_its_own_currency() {
        TenantCapture capture = capture(rule("big", Condition.budgetAtLeast(Money.of("4000", "EUR"))));

        CaptureOutcome dollars =
                capture.onMessage(in("s1", "m1", "my budget is 9,000 USD").build());
        CaptureOutcome little =
                capture.onMessage(in("s2", "m1", "my budget is 900 EUR").build());
        CaptureOutcome enough =
                capture.onMessage(in("s3", "m1", "my budget is 4,500 EUR").build());

        assertThat(dollars.because())
                .extracting(Reason::text)
                .containsExactly("big: the budget is 9000 USD, asked for 4000 EUR");
        assertThat(little.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(enough.status()).isEqualTo(Status.CAPTURED);
        assertThat(enough.because().get(0).evidence()).isNotEmpty();
    }

    @Test
    void an_attribute_counts_on_any_message_of_the_visitor() {
        TenantCapture capture = capture(rule("campaign", Condition.attribute("campaign", "spring", "summer")));

        CaptureOutcome other = capture.onMessage(
                visitor("m1", "hello").attribute("campaign", "winter").build());
        CaptureOutcome bot = capture.onMessage(ChatMessage.from("s")
                .id("m2")
                .bot("hello")
                .attribute("campaign", "spring")
                .at(Chats.MORNING.plusSeconds(1))
                .build());
        CaptureOutcome spring = capture.onMessage(
                visitor("m3", "hi").attribute("campaign", "spring").build());

        assertThat(other.because())
                .extracting(Reason::text)
                .containsExactly("campaign: no message has an attribute campaign that is spring or summer");
        assertThat(bot.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(spring.status()).isEqualTo(Status.CAPTURED);
        assertThat(spring.because().get(0).evidence()).containsExactly(new Evidence("s", "m3", 0, 0));
    }

    @Test
    void tags_are_asked_for_by_any_all_and_none() {
        CaptureRule demo =
                CaptureRule.of("demo", Condition.text("demo"), Effect.nothing().tags("demo"));
        CaptureRule fleet = CaptureRule.of(
                "fleet", Condition.text("fleet"), Effect.nothing().tags("fleet"));
        CaptureRule spam = CaptureRule.of(
                "spam", Condition.text("backlinks"), Effect.nothing().tags("spam"));
        TenantCapture capture = capture(
                demo,
                fleet,
                spam,
                rule("both", new Condition.Tagged(Set.of(), Set.of("demo", "fleet"), Set.of("spam"))));

        CaptureOutcome one = capture.onMessage(in("s1", "m1", "a demo").build());
        CaptureOutcome unwanted = capture.onMessage(
                in("s2", "m1", "a demo for our fleet, and backlinks").build());
        CaptureOutcome both =
                capture.onMessage(in("s3", "m1", "a demo for our fleet").build());

        assertThat(one.because()).extracting(Reason::text).containsExactly("both: it is not tagged fleet");
        assertThat(unwanted.because()).extracting(Reason::text).containsExactly("both: it is tagged spam");
        assertThat(both.status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void several_share_the_leads_and_a_session_keeps_its_person() {
        Assignment team = Assignment.roundRobin("ann", "ben");
        TenantCapture capture = capture(CaptureRule.of(
                "contact", Condition.contact(ContactKind.ANY), Effect.lead().assign(team)));

        for (int i = 0; i < 8; i++) {
            CaptureOutcome outcome =
                    capture.onMessage(in("s" + i, "m1", "jane@acme.example").build());

            assertThat(desk.get(outcome.lead().orElseThrow()).assignee()).isEqualTo(team.choose("s" + i));
        }
    }

    @Test
    void a_lead_of_several_conversations_keeps_the_person_of_the_first() {
        Assignment team = Assignment.roundRobin("ann", "ben");
        String later = IntStream.range(0, 100)
                .mapToObj(i -> "s" + i)
                .filter(session -> !team.choose(session).equals(team.choose("s")))
                .findFirst()
                .orElseThrow();
        TenantCapture capture = capture(CaptureRule.of(
                "contact", Condition.contact(ContactKind.ANY), Effect.lead().assign(team)));
        capture.onMessage(visitor("m1", "jane@acme.example")
                .channel("whatsapp")
                .attribute(ChannelAdapter.USER, "77")
                .build());

        CaptureOutcome outcome = capture.onMessage(in(later, "m2", "or jane@home.example")
                .at(Chats.MORNING.plusSeconds(60))
                .channel("whatsapp")
                .attribute(ChannelAdapter.USER, "77")
                .build());

        assertThat(desk.get(outcome.lead().orElseThrow()).sessions()).containsExactly("s", later);
        assertThat(desk.get(outcome.lead().orElseThrow()).assignee()).isEqualTo(team.choose("s"));
    }

    @Test
    void a_rule_that_was_passed_over_says_who_stopped_it() {
        TenantCapture capture = capture(
                CaptureRule.of(
                                "spam",
                                Condition.text("backlinks"),
                                Effect.nothing().tags("spam"))
                        .withPriority(1)
                        .stopping(),
                rule("contact", Condition.contact(ContactKind.EMAIL)));
        capture.onMessage(visitor("m1", "backlinks! jane@acme.example").build());

        RuleExplanation contact = explanation(capture, "contact");

        assertThat(contact.fired()).isFalse();
        assertThat(contact.holds()).isTrue();
        assertThat(contact.because()).extracting(Reason::code).containsExactly("stopped", "contact-given");
    }

    @Test
    void a_rule_that_came_to_hold_after_it_was_looked_at_says_so() {
        TenantCapture capture = capture(
                rule("tagged", Condition.taggedAny("demo")),
                CaptureRule.of("demo", Condition.text("demo"), Effect.nothing().tags("demo")));

        CaptureOutcome first = capture.onMessage(visitor("m1", "a demo").build());
        List<Reason> then = explanation(capture, "tagged").because();
        CaptureOutcome second = capture.onMessage(visitor("m2", "please").build());

        assertThat(first.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(first.because()).extracting(Reason::code).containsExactly("not-yet");
        assertThat(then).extracting(Reason::code).containsExactly("not-yet", "tagged");
        assertThat(second.status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void as_long_as_the_visitor_wrote_nothing_that_is_the_reason() {
        TenantCapture everyone = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("all").policy(CapturePolicy.EVERYONE).build())
                .build()
                .tenant(Chats.TENANT);

        CaptureOutcome outcome = everyone.onMessage(ChatMessage.from("s")
                .id("m1")
                .bot("Hi, how can I help?")
                .at(Chats.MORNING)
                .build());

        assertThat(outcome.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(outcome.because()).extracting(Reason::code).containsExactly("nobody-wrote");
    }

    private TenantCapture capture(CaptureRule... rules) {
        CaptureRules.Builder builder = CaptureRules.named("test");
        List.of(rules).forEach(builder::rule);
        return CaptureEngine.builder(kit).rules(builder.build()).build().tenant(Chats.TENANT);
    }

    private static CaptureRule rule(String id, Condition when) {
        return CaptureRule.of(id, when, Effect.lead());
    }

    private static RuleExplanation explanation(TenantCapture capture, String rule) {
        return capture.explain("s").orElseThrow().rules().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static ChatMessage.Builder visitor(String id, String text) {
        return in("s", id, text).at(Chats.MORNING.plusSeconds(id.charAt(1) - '1'));
    }

    private static ChatMessage.Builder in(String session, String id, String text) {
        return ChatMessage.from(session).id(id).visitor(text).at(Chats.MORNING);
    }
}
