package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How many leads one person gets, and to which of them what he says belongs. */
class LeadPolicyTest {
    /** Leads are closed in the evening. */
    private static final Instant CLOSED = Chats.EVENING;

    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));

    private static TenantCapture under(LeadPolicy policy, LeadKit kit) {
        CaptureRules everyone = CaptureRules.named("everyone")
                .policy(CapturePolicy.EVERYONE)
                .leads(policy)
                .build();
        return CaptureEngine.builder(kit).rules(everyone).build().tenant(Chats.TENANT);
    }

    private static ChatMessage said(String session, Instant at) {
        return ChatMessage.from(session)
                .id("m-" + at.getEpochSecond())
                .channel("whatsapp")
                .visitor("hello at " + at)
                .at(at)
                .attribute(ChannelAdapter.USER, "77")
                .build();
    }

    /** So many days after the lead was closed. */
    private static ChatMessage daysLater(String session, double days) {
        return said(session, CLOSED.plusSeconds((long) (days * 24 * 3600)));
    }

    private LeadId closed(TenantCapture capture) {
        LeadId first = capture.onMessage(said("s-1", Chats.MORNING)).lead().orElseThrow();
        desk.transition(first, "lost", "price");
        return first;
    }

    private List<Lead> leads() {
        return desk.list(LeadQuery.all()).items();
    }

    @Test
    void who_comes_back_within_the_days_belongs_to_the_closed_lead_and_later_to_a_new_one() {
        TenantCapture capture = under(LeadPolicy.newAfterClosed(30), kit);
        LeadId first = closed(capture);

        CaptureOutcome soon = capture.onMessage(daysLater("s-1", 30));
        CaptureOutcome late = capture.onMessage(daysLater("s-1", 30.1));

        assertThat(soon.status()).isEqualTo(Status.ADDED);
        assertThat(soon.lead()).contains(first);
        assertThat(desk.get(first).engagement().messages()).isEqualTo(2);
        assertThat(desk.get(first).stage()).isEqualTo("lost");
        assertThat(late.status()).isEqualTo(Status.CAPTURED);
        assertThat(desk.get(late.lead().orElseThrow()).previous()).isEqualTo(first);
        assertThat(capture.onMessage(daysLater("s-1", 31)).lead()).isEqualTo(late.lead());
    }

    @Test
    void another_conversation_of_a_user_of_the_channel_joins_the_closed_lead_within_the_days() {
        TenantCapture capture = under(LeadPolicy.newAfterClosed(30), kit);
        LeadId first = closed(capture);

        CaptureOutcome soon = capture.onMessage(daysLater("s-2", 12));
        CaptureOutcome late = capture.onMessage(daysLater("s-2", 31));
        CaptureOutcome other = capture.onMessage(daysLater("s-3", 32));

        assertThat(soon.lead()).contains(first);
        assertThat(desk.get(first).sessions()).containsExactly("s-1", "s-2");
        assertThat(late.lead()).isNotEqualTo(soon.lead());
        assertThat(other.lead()).isEqualTo(late.lead());
        assertThat(leads()).hasSize(2);
    }

    @Test
    void messages_of_both_sides_of_the_days_in_one_delivery_are_told_apart() {
        TenantCapture capture = under(LeadPolicy.newAfterClosed(30), kit);
        LeadId first = closed(capture);

        CaptureOutcome outcome = capture.onMessages(List.of(daysLater("s-2", 12), daysLater("s-2", 31)))
                .get("s-2");

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(outcome.lead()).isNotEqualTo(Optional.of(first));
        assertThat(desk.get(first).engagement().messages()).isEqualTo(2);
    }

    @Test
    void a_lead_that_was_reopened_within_the_days_goes_on() {
        TenantCapture capture = under(LeadPolicy.newAfterClosed(30), kit);
        LeadId first = closed(capture);
        reopening().transition(first, "new");

        assertThat(capture.onMessage(daysLater("s-1", 300)).lead()).contains(first);
        assertThat(leads()).hasSize(1);
    }

    /** The presets have no way back from lost; this pipeline of the same name has one. */
    private LeadDesk reopening() {
        Pipeline pipeline = Pipeline.named("five-stage")
                .open("new", "New")
                .lost("lost", "Lost")
                .won("converted", "Converted")
                .startingAt("new")
                .allow("new", "lost")
                .allow("new", "converted")
                .allow("lost", "new")
                .build();
        return LeadKit.builder()
                .store(kit.wiring().store())
                .identityKey("a secret of 16 bytes or more".getBytes(StandardCharsets.UTF_8))
                .pipeline(pipeline)
                .clock(Clock.fixed(CLOSED, ZoneOffset.UTC))
                .build()
                .tenant(Chats.TENANT)
                .as(Actor.user("ann"));
    }

    @Test
    void each_conversation_is_a_lead_of_its_own_whoever_holds_it() {
        TenantCapture capture = under(LeadPolicy.PER_CONVERSATION, kit);
        LeadId first = closed(capture);

        LeadId second = capture.onMessage(daysLater("s-2", 1)).lead().orElseThrow();
        CaptureOutcome again = capture.onMessage(daysLater("s-1", 400));

        assertThat(second).isNotEqualTo(first);
        assertThat(desk.get(second).previous()).isNull();
        assertThat(again.status()).isEqualTo(Status.ADDED);
        assertThat(again.lead()).contains(first);
        assertThat(desk.get(second).identities())
                .contains(Identity.claimed(IdentityKind.CHANNEL_USER, "whatsapp:77"))
                .doesNotContain(Identity.channelUser("whatsapp", "77"));
        assertThat(desk.merges().duplicates(second))
                .singleElement()
                .satisfies(duplicate -> assertThat(duplicate.lead().id()).isEqualTo(first));
    }

    /** A lead is closed, and then his messages come, before and after the days, in any order, some more than once. */
    @Property(tries = 80)
    void the_order_of_delivery_in_a_conversation_does_not_matter(@ForAll long seed) {
        var random = new Random(seed);
        LeadPolicy policy = List.of(LeadPolicy.ONE_OPEN, LeadPolicy.newAfterClosed(10), LeadPolicy.PER_CONVERSATION)
                .get(random.nextInt(3));
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(daysLater("s-1", random.nextInt(25 * 24) / 24.0 - 0.3));
        }
        Collections.sort(messages);
        List<ChatMessage> deliveries = new ArrayList<>(messages);
        deliveries.addAll(messages.subList(0, random.nextInt(messages.size())));
        Collections.shuffle(deliveries, random);

        assertThat(afterClose(policy, deliveries)).isEqualTo(afterClose(policy, messages));
    }

    /** The stage and the facts of each lead, oldest first. */
    private static List<Object> afterClose(LeadPolicy policy, List<ChatMessage> messages) {
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
        TenantCapture capture = under(policy, kit);
        LeadId first = capture.onMessage(said("s-1", Chats.MORNING)).lead().orElseThrow();
        desk.transition(first, "lost", "price");
        messages.forEach(capture::onMessage);
        List<Object> leads = new ArrayList<>();
        desk.list(LeadQuery.all().sortedBy(LeadQuery.Sort.OLDEST)).items().forEach(lead -> {
            leads.add(lead.stage());
            leads.add(lead.engagement());
            leads.add(lead.createdAt());
            leads.add(lead.identities());
        });
        leads.add(kit.wiring()
                .store()
                .transcript(kit.tenant(Chats.TENANT).id(), "s-1")
                .map(Transcript::messages)
                .orElseThrow());
        return leads;
    }

    /** All within the days: whichever conversation is first, all of them join the lead that is closed. */
    @Property(tries = 50)
    void conversations_of_one_user_join_the_closed_lead_in_any_order(@ForAll long seed) {
        var random = new Random(seed);
        TenantCapture capture = under(LeadPolicy.newAfterClosed(30), kit);
        LeadId first = closed(capture);
        List<ChatMessage> deliveries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            deliveries.add(daysLater("s-" + (1 + random.nextInt(3)), random.nextInt(30 * 24) / 24.0));
        }

        for (ChatMessage message : deliveries) {
            assertThat(capture.onMessage(message).lead()).contains(first);
        }

        assertThat(leads()).hasSize(1);
    }

    @Test
    void a_policy_is_read_and_written() {
        for (LeadPolicy policy :
                List.of(LeadPolicy.ONE_OPEN, LeadPolicy.newAfterClosed(30), LeadPolicy.PER_CONVERSATION)) {
            CaptureRules rules = CaptureRules.named("r")
                    .policy(CapturePolicy.EVERYONE)
                    .leads(policy)
                    .build();

            assertThat(rules.leads()).isEqualTo(policy);
            assertThat(CaptureRules.parse(rules.toJson())).isEqualTo(rules);
        }
        assertThat(rules("{\"newAfterClosed\": 30}").leads()).isEqualTo(LeadPolicy.newAfterClosed(30));
        assertThat(CaptureRules.standard().leads()).isEqualTo(LeadPolicy.ONE_OPEN);
    }

    @Test
    void what_is_no_policy_is_a_problem_with_its_place() {
        assertProblem("\"one\"", "/leads", "unknown-value");
        assertProblem("7", "/leads", "wrong-type");
        assertProblem("{}", "/leads", "missing");
        assertProblem("{\"newAfterClosed\": 0}", "/leads/newAfterClosed", "out-of-range");
        assertProblem("{\"newAfterClosed\": 3651}", "/leads/newAfterClosed", "out-of-range");
        assertProblem("{\"newAfterClosed\": 1, \"?\": 0}", "/leads/?", "unknown-key");
        assertThatThrownBy(() -> LeadPolicy.newAfterClosed(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CaptureRules rules(String leads) {
        return CaptureRules.parse("""
                {"kind": "capture-rules", "format": 1, "name": "r", "version": 1, "policy": "everyone", "leads": %s}
                """.formatted(leads));
    }

    private static void assertProblem(String leads, String pointer, String code) {
        assertThatThrownBy(() -> rules(leads))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::pointer, Problem::code)
                                .contains(tuple(pointer, code)));
    }
}
