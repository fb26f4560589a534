package dev.leadkit.capture.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatIntentAdvisorTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** For as long as a busy machine takes. */
    private static final ChatIntentBudget PATIENT = new ChatIntentBudget(10, 60, Duration.ofSeconds(60));

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final ScriptedChatModel model = new ScriptedChatModel();
    private Instant now = START;

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void the_answer_is_an_attribute_of_the_message() {
        answering("purchase: \"two kayaks\"", "qualified: \"cost\"", "none\n");
        ChatIntentAdvisor advisor = advisor(PATIENT);

        ChatMessage bought = advisor.advise(said("s", "m1", "two kayaks please"), List.of());

        assertThat(bought.attributes())
                .isEqualTo(Map.of(ChatIntentAdvisor.INTENT, "purchase", ChatIntentAdvisor.BY, "scripted"));
        assertThat(bought.text()).isEqualTo("two kayaks please");
        assertThat(intent(advisor, "m2", "what do they cost?")).isEqualTo("qualified");
        assertThat(intent(advisor, "m3", "thanks")).isEqualTo("none");
    }

    @Test
    void rules_ask_for_the_advice_beside_the_librarys_own_reading() {
        answering("purchase: \"one for\"");
        LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();
        Condition both = Condition.all(
                Condition.attribute(ChatIntentAdvisor.INTENT, "purchase"), Condition.intent(IntentKind.PURCHASE, 0.25));
        TenantCapture capture = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("both")
                        .rule(CaptureRule.of("two-models-agree", both, Effect.lead()))
                        .build())
                .build()
                .tenant("acme");
        ChatMessage message = said("s", "m1", "And one for the kids?");
        List<ChatMessage> before = List.of();
        Clock clock = Clock.fixed(START, ZoneOffset.UTC);

        var advisor = new ChatIntentAdvisor("gpt-mini", model, executor, ChatIntentBudget.STANDARD, clock::instant);
        CaptureOutcome outcome = capture.onMessage(advisor.advise(message, before));

        assertThat(outcome.status()).isEqualTo(CaptureOutcome.Status.CAPTURED);
        assertThat(outcome.because())
                .extracting(Reason::text)
                .singleElement()
                .asString()
                .matches(
                        "a message has an attribute chat-intent that is purchase; purchase intent \\d\\d %, asked for 25 %");
    }

    @Test
    void tells_the_model_one_message_without_contact_data() {
        answering("none");
        ChatMessage earlier = said("secret-session", "m1", "Hi, I'm Tove Lund");

        advisor(PATIENT)
                .advise(
                        said("secret-session", "m2", "Tove again:\nwrite to tove@fjord.example about [the] \"boat\""),
                        List.of(earlier));

        assertThat(model.requests()).singleElement().satisfies(request -> {
            assertThat(request.toolSpecifications()).isEmpty();
            assertThat(request.messages())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            UserMessage.class,
                            message -> assertThat(message.singleText())
                                    .contains("(removed) about (the) 'boat'")
                                    .doesNotContain("Tove", "fjord", "I'm", "secret-session", "m2", "widget"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hot",
                "PURCHASE",
                "purchase",
                "purchase: boat",
                "purchase: \"\"",
                "purchase: \"boat\" and tag him hot",
                "purchase: \"boat\"\nqualified: \"boat\"",
                "{\"intent\":\"purchase\"}",
                "I think that he wants to buy. purchase: \"boat\""
            })
    void takes_no_answer_in_another_form(String answer) {
        answering(answer);

        assertThat(missing(advisor(PATIENT), "m1", "a boat")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purchase: \"a yacht\"", "qualified: \"boat?\"", "purchase: \"...\""})
    void takes_no_words_that_the_visitor_did_not_write(String answer) {
        answering(answer);

        assertThat(missing(advisor(PATIENT), "m1", "a boat ...")).isEqualTo("not-said");
    }

    @Test
    void a_model_that_fails_or_is_late_gives_no_advice() {
        var never = new CountDownLatch(1);
        model.then(() -> {
                    throw new IllegalStateException("no quota");
                })
                .then(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return words("none");
                });
        ChatIntentAdvisor patient = advisor(PATIENT);
        ChatIntentAdvisor hurried = advisor(new ChatIntentBudget(10, 10, Duration.ofMillis(50)));

        assertThat(missing(patient, "m1", "a boat")).isEqualTo("failed");
        assertThat(missing(hurried, "m2", "a boat")).isEqualTo("timed-out");
        executor.shutdownNow();
        assertThat(missing(patient, "m3", "a boat")).isEqualTo("rejected");
    }

    @Test
    void a_call_may_take_centuries() {
        answering("none");
        ChatIntentAdvisor patient = advisor(new ChatIntentBudget(10, 60, ChronoUnit.FOREVER.getDuration()));

        assertThat(intent(patient, "m1", "a boat")).isEqualTo("none");
    }

    @Test
    void asks_no_more_than_the_conversation_has_left() {
        answering("none", "none", "none");
        ChatIntentAdvisor advisor = advisor(new ChatIntentBudget(2, 10, Duration.ofSeconds(60)));

        assertThat(intent(advisor, "m1", "one")).isEqualTo("none");
        assertThat(intent(advisor, "m2", "two")).isEqualTo("none");
        assertThat(missing(advisor, "m3", "three")).isEqualTo("conversation-spent");
        assertThat(advisor.advise(said("another", "m1", "four"), List.of()).attributes())
                .containsEntry(ChatIntentAdvisor.INTENT, "none");
        assertThat(model.requests()).hasSize(3);
    }

    @Test
    void asks_no_more_than_any_minute_has_left() {
        answering("none", "none", "none");
        ChatIntentAdvisor advisor = advisor(new ChatIntentBudget(10, 2, Duration.ofSeconds(60)));

        assertThat(intent(advisor, "m1", "one")).isEqualTo("none");
        now = START.plusSeconds(30);
        assertThat(intent(advisor, "m2", "two")).isEqualTo("none");
        now = START.plusSeconds(59);
        assertThat(missing(advisor, "m3", "three")).isEqualTo("minute-spent");
        now = START.plusSeconds(60);
        assertThat(intent(advisor, "m4", "four")).isEqualTo("none");
        now = START.plusSeconds(89);
        assertThat(missing(advisor, "m5", "five")).isEqualTo("minute-spent");
    }

    @Test
    void a_message_that_comes_again_gets_the_same_advice_without_a_call() {
        answering("purchase: \"a boat\"", "not readable");
        ChatIntentAdvisor advisor = advisor(PATIENT);
        ChatMessage message = said("s", "m1", "a boat");
        ChatMessage unread = said("s", "m2", "a boat");

        assertThat(advisor.advise(message, List.of())).isEqualTo(advisor.advise(message, List.of()));
        assertThat(advisor.advise(unread, List.of())).isEqualTo(advisor.advise(unread, List.of()));
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void asks_nothing_about_what_is_not_the_visitors_or_not_to_be_kept_in_full() {
        ChatIntentAdvisor advisor = advisor(PATIENT);
        ChatMessage bot =
                ChatMessage.from("s").id("m1").at(START).bot("Buy a boat!").build();
        ChatMessage pseudonymous = ChatMessage.from("s")
                .id("m2")
                .at(START)
                .visitor("a boat")
                .captureMode(CaptureMode.PSEUDONYMOUS)
                .build();

        assertThat(advisor.advise(bot, List.of())).isEqualTo(bot);
        assertThat(advisor.advise(said("s", "m3", " \n"), List.of()).attributes())
                .isEmpty();
        assertThat(advisor.advise(pseudonymous, List.of()).attributes())
                .containsEntry(ChatIntentAdvisor.MISSING, "not-asked");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void leaves_nothing_of_what_anybody_else_wrote_into_its_attributes() {
        answering("nonsense");
        ChatMessage forged = ChatMessage.from("s")
                .id("m1")
                .at(START)
                .visitor("a boat")
                .attribute(ChatIntentAdvisor.INTENT, "purchase")
                .attribute(ChatIntentAdvisor.BY, "me")
                .attribute("campaign", "spring")
                .build();

        assertThat(advisor(PATIENT).advise(forged, List.of()).attributes())
                .isEqualTo(Map.of(ChatIntentAdvisor.MISSING, "unreadable", "campaign", "spring"));
    }

    @Test
    void takes_no_model_that_brings_tools_and_no_budget_of_nothing() {
        assertThatThrownBy(() -> new ChatIntentAdvisor(
                        "armed", new ScriptedChatModel().withTool("refund"), executor, PATIENT, () -> now))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a chat model without tools");
        assertThatThrownBy(() -> new ChatIntentBudget(1, 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each part of a budget is more than zero, were 1, 0 and PT1S");
    }

    @Property(tries = 500)
    void any_answer_to_any_message_is_one_of_three_words_or_a_reason(@ForAll String answer, @ForAll String told) {
        ChatIntentAnswer read = ChatIntentAnswer.read(answer, told);

        assertThat(read.label() == null).isNotEqualTo(read.missing() == null);
        assertThat(ChatIntentAnswer.read("purchase: \"" + answer + "\"", answer + told)
                        .missing())
                .isIn(null, "unreadable", "not-said");
    }

    private void answering(String... answers) {
        for (String answer : answers) {
            model.then(() -> words(answer));
        }
    }

    private ChatIntentAdvisor advisor(ChatIntentBudget budget) {
        return new ChatIntentAdvisor("scripted", model, executor, budget, () -> now);
    }

    private static String intent(ChatIntentAdvisor advisor, String id, String text) {
        return advisor.advise(said("s", id, text), List.of()).attributes().getOrDefault(ChatIntentAdvisor.INTENT, "");
    }

    private static String missing(ChatIntentAdvisor advisor, String id, String text) {
        return advisor.advise(said("s", id, text), List.of()).attributes().getOrDefault(ChatIntentAdvisor.MISSING, "");
    }

    private static ChatResponse words(String text) {
        return ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
    }

    private static ChatMessage said(String session, String id, String text) {
        return ChatMessage.from(session).id(id).visitor(text).at(START).build();
    }

    @Test
    void who_is_interrupted_while_waiting_stays_so_and_gets_no_advice() {
        var never = new CountDownLatch(1);
        model.then(() -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return words("none");
        });
        Thread.currentThread().interrupt();

        ChatMessage advised = advisor(PATIENT).advise(said("s", "m1", "two kayaks please"), List.of());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(advised.attributes()).containsExactly(Map.entry(ChatIntentAdvisor.MISSING, "interrupted"));
    }
}
