package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor who was erased comes back by what he writes from then on, and by nothing that he wrote before. */
class ErasedVisitorTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Cause REQUEST = new Cause(Cause.SUBJECT_REQUEST, "ticket-1");

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final TenantCapture capture = engine();

    private TenantCapture engine() {
        return CaptureEngine.builder(kit).region("US").build().tenant("acme");
    }

    @Test
    void messages_of_before_are_left_out_whoever_delivers_them_in_whatever_order() {
        List<ChatMessage> before = List.of(
                at(-50, "hello"),
                at(-40, "my name is Jane Miller"),
                at(-30, "jane@acme.example"),
                at(-20, "I want to buy three espresso machines"));
        LeadId lead = capture(before);
        desk.personalData().erase(Set.of(lead), REQUEST);

        List<ChatMessage> again = new ArrayList<>(before);
        again.add(at(-45, "a late one from jane@acme.example"));
        Collections.shuffle(again, new Random(7));
        TenantCapture other = engine();
        capture.forget("s");

        for (ChatMessage message : again) {
            assertThat(capture.onMessage(message).status()).isEqualTo(Status.SUPPRESSED);
            CaptureOutcome outcome = other.onMessage(message);
            assertThat(outcome.status()).isEqualTo(Status.SUPPRESSED);
            assertThat(outcome.lead()).isEmpty();
            assertThat(outcome.because()).extracting(reason -> reason.code()).containsExactly("erased");
        }
        assertThat(other.onMessages(again).get("s").status()).isEqualTo(Status.SUPPRESSED);
        assertNothingIsStored();
    }

    @Test
    void the_engine_that_held_the_conversation_in_memory_brings_nothing_back() {
        LeadId lead = capture(List.of(at(-50, "my name is Jane Miller"), at(-40, "jane@acme.example")));
        desk.personalData().erase(Set.of(lead), REQUEST);

        assertThat(capture.onMessage(at(-40, "jane@acme.example")).status()).isEqualTo(Status.REPEATED);
        assertThat(capture.onMessage(at(-30, "do you ship to Norway?")).status())
                .isEqualTo(Status.SUPPRESSED);
        assertThat(capture.onMessage(at(-40, "jane@acme.example")).status()).isEqualTo(Status.SUPPRESSED);
        assertThatThrownBy(() -> capture.promote("s", Actor.user("ann"))).isInstanceOf(InvalidInputException.class);

        assertNothingIsStored();
    }

    @Test
    void a_session_that_is_forgotten_while_a_message_of_it_is_taken_is_not_kept() {
        var afterCommit = new AtomicReference<Runnable>(() -> {});
        var store = new ForwardingLeadStore() {
            @Override
            protected LeadStore delegate() {
                return kit.wiring().store();
            }

            @Override
            public List<CommitOutcome> commitAll(List<Changeset> changesets) {
                return commitEach(changesets);
            }

            @Override
            public CommitResult commit(Changeset changeset) {
                CommitResult result = super.commit(changeset);
                afterCommit.getAndSet(() -> {}).run();
                return result;
            }
        };
        TenantCapture slow = CaptureEngine.builder(LeadKit.builder()
                        .store(store)
                        .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
                        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                        .build())
                .build()
                .tenant("acme");
        LeadId lead = slow.onMessage(at(-50, "jane@acme.example")).lead().orElseThrow();
        afterCommit.set(() -> CompletableFuture.runAsync(() -> {
                    desk.personalData().erase(Set.of(lead), REQUEST);
                    slow.forget("s");
                })
                .join());
        slow.onMessage(at(-40, "thanks"));

        CaptureOutcome again = slow.onMessage(at(-50, "jane@acme.example"));

        assertThat(again.status()).isEqualTo(Status.SUPPRESSED);
        assertNothingIsStored();
    }

    @Test
    void what_he_writes_later_is_a_new_contact_that_knows_nothing_of_the_old() {
        LeadId old = capture(List.of(at(-50, "my name is Jane Miller"), at(-40, "jane@acme.example")));
        desk.personalData().erase(Set.of(old), REQUEST);

        CaptureOutcome outcome = capture.onMessage(at(10, "jm@acme.example"));

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        Lead lead = desk.get(outcome.lead().orElseThrow());
        assertThat(lead.id()).isNotEqualTo(old);
        assertThat(lead.contact().name()).isNull();
        assertThat(lead.previous()).isNull();
        assertThat(lead.engagement().messages()).isEqualTo(1);
    }

    @Test
    void messages_of_before_stay_out_of_the_new_conversation_too() {
        ChatMessage said = at(-40, "jane@acme.example");
        desk.personalData().erase(Set.of(capture(List.of(said))), REQUEST);
        LeadId fresh = capture(List.of(at(10, "jm@acme.example")));
        Lead before = desk.get(fresh);

        assertThat(capture.onMessage(said).status()).isEqualTo(Status.SUPPRESSED);
        assertThat(engine().onMessage(said).status()).isEqualTo(Status.SUPPRESSED);
        CaptureOutcome both =
                engine().onMessages(List.of(said, at(20, "thanks"))).get("s");

        assertThat(both.status()).isEqualTo(Status.ADDED);
        assertThat(both.notices()).containsExactly(CaptureOutcome.SOME_SUPPRESSED);
        Lead after = desk.get(fresh);
        assertThat(after.contact()).isEqualTo(before.contact());
        assertThat(desk.transcript(fresh).get(0).messages())
                .extracting(ChatMessage::text)
                .containsExactly("jm@acme.example", "thanks");
    }

    @Test
    void messages_that_the_channel_dated_after_the_erasure_are_known_to_be_of_before() {
        List<ChatMessage> ahead = List.of(at(100, "jane@acme.example"), at(200, "thanks"));
        desk.personalData().erase(Set.of(capture(ahead)), REQUEST);
        capture.forget("s");

        for (ChatMessage message : ahead) {
            assertThat(capture.onMessage(message).status()).isEqualTo(Status.SUPPRESSED);
        }
        assertThat(capture.onMessage(at(201, "jane@acme.example")).status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void an_engine_that_holds_the_erased_conversation_cannot_take_the_new_one_for_it() {
        // Erased without a lead, so that nothing but the conversation's version tells the two apart.
        capture.onMessage(at(-50, "my name is Jane Miller"));
        capture.onMessage(at(-40, "hello"));
        desk.personalData().eraseSession("s", REQUEST);
        TenantCapture other = engine();
        other.onMessage(at(10, "good evening"));
        other.onMessage(at(20, "anybody there?"));

        CaptureOutcome outcome = capture.onMessage(at(30, "jm@acme.example"));

        Lead lead = desk.get(outcome.lead().orElseThrow());
        assertThat(lead.contact().name()).isNull();
        assertThat(lead.engagement().messages()).isEqualTo(3);
    }

    @Test
    void what_he_sent_before_in_another_session_is_left_out_where_the_channel_says_who_he_is() {
        ChatMessage known = ofUser("s", -50, "jane@acme.example");
        desk.personalData().erase(Set.of(capture(List.of(known))), REQUEST);

        CaptureOutcome outcome = capture.onMessage(ofUser("s-2", -40, "jane@acme.example"));
        CaptureOutcome both = capture.onMessages(
                        List.of(ofUser("s-3", -30, "I am Jane"), ofUser("s-3", 10, "jm@acme.example")))
                .get("s-3");

        assertThat(outcome.status()).isEqualTo(Status.SUPPRESSED);
        assertThat(kit.wiring().store().transcript(kit.tenant("acme").id(), "s-2"))
                .isEmpty();
        assertThat(both.status()).isEqualTo(Status.CAPTURED);
        assertThat(both.notices()).containsExactly(CaptureOutcome.SOME_SUPPRESSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_he_sent_before_is_left_out_of_a_session_in_which_somebody_else_spoke_first(boolean beforeTheErasure) {
        ChatMessage greeting = ChatMessage.from("s-2")
                .id("greeting")
                .bot("Hello, how can I help?")
                .at(NOON.minusSeconds(100))
                .build();
        LeadId lead = capture(List.of(ofUser("s", -50, "jane@acme.example")));
        if (beforeTheErasure) {
            capture.onMessage(greeting);
        }
        desk.personalData().erase(Set.of(lead), REQUEST);
        if (!beforeTheErasure) {
            capture.onMessage(greeting);
        }

        ChatMessage old = ofUser("s-2", -40, "jane@acme.example");
        assertThat(engine().onMessage(old).status()).isEqualTo(Status.SUPPRESSED);
        assertThat(capture.onMessage(old).status()).isEqualTo(Status.SUPPRESSED);
        assertThat(capture.onMessage(ofUser("s-2", 10, "jm@acme.example")).status())
                .isEqualTo(Status.CAPTURED);
        assertThat(capture.onMessage(old).status()).isEqualTo(Status.SUPPRESSED);
        assertThat(engine().onMessage(old).status()).isEqualTo(Status.SUPPRESSED);
    }

    @Test
    void what_he_sent_before_is_left_out_of_a_session_that_begins_with_another_user() {
        capture.onMessage(ofUser("78", "s-2", -60, "hello"));
        desk.personalData().erase(Set.of(capture(List.of(ofUser("s", -50, "jane@acme.example")))), REQUEST);

        assertThat(capture.onMessage(ofUser("s-2", -40, "jane@acme.example")).status())
                .isEqualTo(Status.SUPPRESSED);
    }

    @Test
    void the_store_is_asked_once_for_each_user_of_a_session() {
        AskedStore store = new AskedStore();
        CaptureEngine.Builder engines = CaptureEngine.builder(LeadKit.builder()
                .store(store)
                .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
                .build());
        TenantCapture one = engines.build().tenant("acme");
        TenantCapture other = engines.build().tenant("acme");

        one.onMessage(at(-50, "hello"));
        assertThat(store.asked()).containsExactly("transcript", "suppressed");
        one.onMessage(ofUser("s", -40, "hello"));
        assertThat(store.asked()).containsExactly("suppressed");
        one.onMessage(ofUser("s", -30, "do you ship to Norway?"));
        assertThat(store.asked()).isEmpty();
        other.onMessage(ofUser("s", -20, "and how long does it take?"));
        assertThat(store.asked()).containsExactly("transcript");
    }

    private static ChatMessage ofUser(String session, int seconds, String text) {
        return ofUser("77", session, seconds, text);
    }

    private static ChatMessage ofUser(String user, String session, int seconds, String text) {
        return ChatMessage.from(session)
                .id("m" + seconds)
                .visitor(text)
                .at(NOON.plusSeconds(seconds))
                .attribute(ChannelAdapter.USER, user)
                .build();
    }

    @Test
    void other_sessions_and_tenants_are_not_suppressed() {
        desk.personalData().erase(Set.of(capture(List.of(at(-40, "jane@acme.example")))), REQUEST);

        ChatMessage elsewhere = ChatMessage.from("s-2")
                .id("m-1")
                .visitor("jane@acme.example")
                .at(NOON.minusSeconds(40))
                .build();

        assertThat(capture.onMessage(elsewhere).status()).isEqualTo(Status.CAPTURED);
        TenantCapture globex = CaptureEngine.builder(kit).build().tenant("globex");
        assertThat(globex.onMessage(at(-40, "jane@acme.example")).status()).isEqualTo(Status.CAPTURED);
    }

    private LeadId capture(List<ChatMessage> messages) {
        return capture.onMessages(messages).get("s").lead().orElseThrow();
    }

    private void assertNothingIsStored() {
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
        assertThat(kit.wiring().store().transcript(kit.tenant("acme").id(), "s"))
                .isEmpty();
    }

    /** So many seconds after the erasure. */
    private static ChatMessage at(int seconds, String text) {
        return ChatMessage.from("s")
                .id("m" + seconds)
                .visitor(text)
                .at(NOON.plusSeconds(seconds))
                .build();
    }
}
