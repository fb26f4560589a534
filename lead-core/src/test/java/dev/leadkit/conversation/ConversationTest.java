package dev.leadkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which lead what was said belongs to, in a conversation of several. */
class ConversationTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final LeadId FIRST = new LeadId(new UUID(0, 1));
    private static final LeadId SECOND = new LeadId(new UUID(0, 2));

    private final Conversation empty = Conversation.begin(TenantId.of("acme"), "s1", "widget");
    private final Conversation two = empty.withSegment(new Segment(FIRST, null)).withSegment(new Segment(SECOND, NINE));

    @Test
    void nobody_has_what_was_said_before_anybody_was_captured() {
        assertThat(empty.currentSegment()).isEmpty();
        assertThat(empty.leadAt(NINE)).isNull();
        assertThat(empty.segmentAt(NINE)).isZero();
    }

    @Test
    void a_segment_holds_what_was_said_after_its_instant() {
        assertThat(two.currentSegment()).contains(new Segment(SECOND, NINE));
        assertThat(two.leadAt(NINE.minusSeconds(1))).isEqualTo(FIRST);
        assertThat(two.leadAt(NINE)).isEqualTo(FIRST);
        assertThat(two.leadAt(NINE.plusNanos(1_000))).isEqualTo(SECOND);
        assertThat(two.withSegment(new Segment(FIRST, TEN)).segmentAt(TEN.plusSeconds(1)))
                .isEqualTo(2);
        assertThat(two.withSegment(new Segment(FIRST, TEN)).segmentAt(TEN)).isEqualTo(1);
    }

    @Test
    void a_transcript_is_in_order_and_has_the_messages_of_each_segment() {
        ChatMessage before =
                ChatMessage.from("s1").id("m1").visitor("hi").at(NINE).build();
        ChatMessage after =
                ChatMessage.from("s1").id("m2").visitor("hi").at(TEN).build();

        var transcript = new Transcript(two, List.of(after, before));

        assertThat(transcript.messages()).containsExactly(before, after);
        assertThat(transcript.segment(0)).containsExactly(before);
        assertThat(transcript.segment(1)).containsExactly(after);
        assertThat(transcript.segment(2)).isEmpty();
    }

    @Test
    void a_copy_differs_in_one_part() {
        assertThat(two.withChannel("whatsapp").channel()).isEqualTo("whatsapp");
        assertThat(two.withChannel("whatsapp").segments()).isEqualTo(two.segments());
        assertThat(two.withVersion(7).version()).isEqualTo(7);
        assertThat(two.withVersion(7).channel()).isEqualTo("widget");
    }
}
