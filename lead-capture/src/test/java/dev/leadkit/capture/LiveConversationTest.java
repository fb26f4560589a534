package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a conversation at hand knows of its order, its parts and its size. */
class LiveConversationTest {
    private final LiveConversation live = new LiveConversation(null);
    private final CaptureSettings settings = new CaptureSettings(
            CaptureRules.standard(), text -> new IntentReading(0, 0, List.of()), ContactNormalizer.plainDigits(), null);

    @BeforeEach
    void begin() {
        live.begin(null, part(null));
    }

    @Test
    void what_comes_last_simply_continues() {
        assertThat(live.continuesWith(List.of())).isFalse();
        assertThat(live.continuesWith(List.of(at(5)))).isTrue();

        live.noteStored(List.of(at(5)), List.of());
        assertThat(live.continuesWith(List.of(at(6)))).isTrue();
        assertThat(live.continuesWith(List.of(at(4)))).isFalse();
        assertThat(live.continuesWith(List.of(at(5)))).isFalse();
    }

    @Test
    void what_is_sent_before_a_known_message_or_not_after_a_mark_is_late() {
        assertThat(live.isLate(List.of(at(1)))).isFalse();

        live.noteStored(List.of(at(5)), List.of());
        assertThat(live.isLate(List.of(at(4)))).isTrue();
        assertThat(live.isLate(List.of(at(6)))).isFalse();
        assertThat(live.isLate(List.of(at(6), at(3)))).isTrue();

        live.noteStored(List.of(), List.of(mark(8)));
        assertThat(live.isLate(List.of(at(7)))).isTrue();
        assertThat(live.isLate(List.of(at(8)))).isTrue();
        assertThat(live.isLate(List.of(at(9)))).isFalse();
        assertThat(live.continuesWith(List.of(at(8)))).isFalse();
        assertThat(live.continuesWith(List.of(at(9)))).isTrue();
    }

    @Test
    void the_latest_counts_in_whatever_order_they_are_noted() {
        live.noteStored(List.of(at(5), at(2)), List.of(mark(8), mark(1)));

        assertThat(live.isLate(List.of(at(7)))).isTrue();
        assertThat(live.isLate(List.of(at(9)))).isFalse();
    }

    @Test
    void the_latest_message_counts_in_whatever_order_they_are_noted() {
        live.noteStored(List.of(at(5), at(2)), List.of());

        assertThat(live.isLate(List.of(at(4)))).isTrue();
        assertThat(live.isLate(List.of(at(6)))).isFalse();
    }

    @Test
    void a_lead_of_several_conversations_is_looked_at_anew() {
        live.begin(null, part(lead("s")));
        assertThat(live.continuesWith(List.of(at(1)))).isTrue();

        live.begin(null, part(lead("s", "other")));
        assertThat(live.continuesWith(List.of(at(1)))).isFalse();
    }

    @Test
    void a_later_part_without_an_open_lead_is_looked_at_anew() {
        live.begin(instant(10), part(null));

        assertThat(live.continuesWith(List.of(at(11)))).isFalse();
    }

    @Test
    void a_message_belongs_to_the_last_part_that_began_before_it() {
        LiveSegment first = live.current();
        LiveSegment second = part(null);
        live.begin(instant(10), second);
        live.begin(instant(20), first);

        assertThat(live.segments).containsExactly(first, second);
        assertThat(live.at(instant(10))).isSameAs(first);
        assertThat(live.at(instant(11))).isSameAs(second);
        assertThat(live.at(instant(20))).isSameAs(second);
        assertThat(live.at(instant(21))).isSameAs(first);
        assertThat(live.current()).isSameAs(first);
    }

    @Test
    void another_part_is_open_where_its_lead_is() {
        LiveSegment first = live.current();
        LiveSegment second = part(lead("s"));
        live.begin(instant(10), second);

        assertThat(live.isAnotherOpen(first)).isTrue();
        assertThat(live.isAnotherOpen(second)).isFalse();
    }

    @Test
    void a_character_weighs_two_bytes_and_a_message_more() {
        int empty = live.weight();
        live.noteStored(List.of(said(1, "")), List.of());
        int one = live.weight();
        live.noteStored(List.of(said(2, "x".repeat(1000))), List.of());

        assertThat(one).isGreaterThan(empty);
        assertThat(live.weight() - one).isEqualTo(one - empty + 2000);
    }

    @Test
    void knows_what_is_stored_and_what_states_something() {
        ChatMessage statement = ChatMessage.from("s")
                .id("agreed")
                .visitor("yes")
                .at(instant(1))
                .consent(Consent.to("contact"))
                .build();
        live.noteStored(List.of(at(2), statement), List.of());

        assertThat(live.knows("m2")).isTrue();
        assertThat(live.knows("m3")).isFalse();
        assertThat(live.statements()).containsExactly(statement);
        assertThat(live.holdsWithheld()).isFalse();
    }

    private LiveSegment part(Lead lead) {
        return new LiveSegment(
                lead,
                new ConversationFold(
                        settings, new MessageReader(settings), OwnContacts.NONE, any -> OptionalInt.of(0)));
    }

    private static Lead lead(String... sessions) {
        return Lead.builder(
                        LeadId.parse("00000000-0000-0000-0000-000000000001"),
                        TenantId.of("acme"),
                        LeadSource.of("widget"),
                        Chats.MORNING)
                .stage("sales", 1, "new", false, Chats.MORNING)
                .sessions(List.of(sessions))
                .build();
    }

    private static ChatMessage at(int second) {
        return said(second, "hello");
    }

    private static ChatMessage said(int second, String text) {
        return ChatMessage.from("s")
                .id("m" + second)
                .visitor(text)
                .at(instant(second))
                .build();
    }

    private static Mark mark(int second) {
        return new Mark(Mark.Kind.QUALIFIED, Actor.user("ann"), instant(second), null);
    }

    private static Instant instant(int second) {
        return Chats.MORNING.plusSeconds(second);
    }
}
