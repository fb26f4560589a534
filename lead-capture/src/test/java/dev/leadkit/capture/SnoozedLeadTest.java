package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A8: whoever put a lead off has not seen what its visitor writes then. */
class SnoozedLeadTest {
    private static final Instant UNTIL = Chats.EVENING.plus(Duration.ofDays(30));

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(Clock.fixed(Chats.EVENING, ZoneOffset.UTC))
            .build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final TenantCapture capture = CaptureEngine.builder(kit).build().tenant("acme");
    private LeadId lead;

    @BeforeEach
    void a_snoozed_lead() {
        lead = capture.onMessage(said("m-2", 10)
                        .visitor("I want to buy it, I am jane@acme.example")
                        .build())
                .lead()
                .orElseThrow();
        ann.update(lead, LeadUpdate.begin().snooze(UNTIL));
    }

    private static ChatMessage.Builder said(String id, int minutes) {
        return ChatMessage.from("s-1").id(id).at(Chats.MORNING.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void it_ends_when_the_visitor_writes_and_the_timeline_says_by_what() {
        capture.onMessage(said("m-3", 20).visitor("Are you there?").build());

        assertThat(ann.get(lead).snoozedUntil()).isNull();
        assertThat(ann.timeline(lead, PageRequest.first(50)).items())
                .filteredOn(
                        each -> each.change().equals(new Change.FieldChanged("snoozedUntil", UNTIL.toString(), null)))
                .singleElement()
                .extracting(Activity::cause)
                .isNotNull();
    }

    @Test
    void it_ends_by_a_message_that_comes_late() {
        capture.onMessage(said("m-1", 0).visitor("Hello").build());

        assertThat(ann.get(lead).snoozedUntil()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uD83D\uDC4D", "I want to buy it, I am jane@acme.example"})
    void it_ends_by_a_message_that_says_nothing_new(String text) {
        capture.onMessage(said("m-3", 20).visitor(text).build());

        assertThat(ann.get(lead).snoozedUntil()).isNull();
    }

    @Test
    void it_ends_by_a_message_of_a_long_conversation() {
        for (int i = 0; i < 250; i++) {
            capture.onMessage(
                    said("n-" + i, 20 + i).visitor("and " + i + " more").build());
        }
        ann.update(lead, LeadUpdate.begin().snooze(UNTIL));

        capture.onMessage(said("n-250", 270).visitor("and one more").build());

        assertThat(ann.get(lead).snoozedUntil()).isNull();
    }

    @Test
    void it_ends_when_another_conversation_of_the_visitor_comes_to_the_lead() {
        capture.onMessage(ChatMessage.from("s-2")
                .id("a-1")
                .at(Chats.MORNING.plusSeconds(60))
                .attribute(ChannelAdapter.USER, "jane-4711")
                .visitor("Hello")
                .build());
        capture.onMessage(said("m-3", 20)
                .attribute(ChannelAdapter.USER, "jane-4711")
                .visitor("Me again")
                .build());
        ann.update(lead, LeadUpdate.begin().snooze(UNTIL));

        CaptureOutcome joined = capture.promote("s-2", Actor.bot("assistant"));

        assertThat(joined.lead()).contains(lead);
        assertThat(ann.get(lead).snoozedUntil()).isNull();
    }

    @Test
    void what_a_bot_or_an_agent_writes_and_a_message_that_comes_again_leave_it() {
        capture.onMessage(said("m-3", 20).bot("We will be back").build());
        capture.onMessage(said("m-4", 21).agent("I call you in a month").build());
        capture.onMessage(said("m-2", 10)
                .visitor("I want to buy it, I am jane@acme.example")
                .build());
        capture.refold("s-1");

        assertThat(ann.get(lead).snoozedUntil()).isEqualTo(UNTIL);
    }
}
