package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.ContactNormalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of one message, whatever fails and however long it is. */
class MessageReaderTest {
    private static final IntentDetector NO_INTENT = text -> new IntentReading(0, 0, List.of());

    @Test
    void a_value_of_any_field_is_something_found() {
        for (int field = 0; field < 6; field++) {
            assertThat(reading(field, true).findsSomething()).isTrue();
            assertThat(reading(field, false).findsSomething()).isFalse();
        }
    }

    /** With a value or a look-alike in one field, and nothing in the others. */
    private static MessageReader.Reading reading(int field, boolean found) {
        return new MessageReader.Reading(
                "",
                extraction(field == 0, found),
                extraction(field == 1, found),
                extraction(field == 2, found),
                extraction(field == 3, found),
                extraction(field == 4, found),
                extraction(field == 5, found),
                new IntentReading(0, 0, List.of()),
                true);
    }

    @SuppressWarnings("unchecked") // nobody looks at the value
    private static <T> Extraction<T> extraction(boolean any, boolean found) {
        if (!any) {
            return Extraction.nothing();
        }
        return found
                ? new Extraction<>(List.of(new Candidate<>((T) "x", new Span(0, 1), 1, "test")), List.of())
                : new Extraction<>(List.of(), List.of(new Rejected("x", new Span(0, 1), "test")));
    }

    @Test
    void a_broken_extractor_or_detector_loses_its_own_field_alone() {
        ContactNormalizer broken = (raw, region) -> {
            throw new IllegalStateException("broken");
        };
        IntentDetector mute = text -> {
            throw new IllegalStateException("broken");
        };

        MessageReader.Reading reading =
                reader(mute, broken).read(message("jane@acme.example, call 212 736 5000"), null);

        assertThat(reading.emails().found()).extracting(Candidate::value).containsExactly("jane@acme.example");
        assertThat(reading.phones()).isEqualTo(Extraction.nothing());
        assertThat(reading.intent()).isEqualTo(new IntentReading(0, 0, List.of()));
        assertThat(reading.whole()).isFalse();
    }

    @Test
    void no_message_is_lost_over_a_detector_that_gives_null_or_lacks_what_it_is_linked_with() {
        List<IntentDetector> broken = List.of(
                text -> null,
                text -> {
                    throw new NoClassDefFoundError("onnx");
                },
                text -> {
                    throw new StackOverflowError();
                });

        for (IntentDetector detector : broken) {
            MessageReader.Reading reading =
                    reader(detector, ContactNormalizer.plainDigits()).read(message("jane@acme.example"), null);

            assertThat(reading.intent()).isEqualTo(new IntentReading(0, 0, List.of()));
            assertThat(reading.emails().found()).hasSize(1);
            assertThat(reading.whole()).isFalse();
        }
    }

    @Test
    void no_message_is_lost_over_a_normalizer_that_lacks_what_it_is_linked_with() {
        ContactNormalizer broken = (raw, region) -> {
            throw new NoClassDefFoundError("plans");
        };

        MessageReader.Reading reading = reader(NO_INTENT, broken).read(message("call 212 736 5000"), null);

        assertThat(reading.phones()).isEqualTo(Extraction.nothing());
    }

    @Test
    void a_message_is_read_whole_where_nothing_fails() {
        assertThat(reader().read(message("jane@acme.example"), null).whole()).isTrue();
    }

    @Test
    void evidence_of_intent_that_does_not_stand_in_the_text_is_left_out() {
        var inside = new IntentEvidence("want", new Span(0, 4), 1);
        var outside = new IntentEvidence("buy", new Span(2, 500), 1);

        MessageReader.Reading reading = reader(
                        text -> new IntentReading(0.9, 0.1, List.of(inside, outside)), ContactNormalizer.plainDigits())
                .read(message("want"), null);

        assertThat(reading.intent()).isEqualTo(new IntentReading(0.9, 0.1, List.of(inside)));
    }

    @Test
    void of_a_very_long_message_the_beginning_is_read_without_half_a_character() {
        int most = Beginning.ANALYSED;

        assertThat(reader().read(message("x".repeat(most)), null).analysed()).hasSize(most);
        assertThat(reader().read(message("x".repeat(most + 1)), null).analysed())
                .hasSize(most);
        assertThat(reader().read(message("x".repeat(most - 1) + "😀"), null).analysed())
                .isEqualTo("x".repeat(most - 1));
    }

    private static MessageReader reader() {
        return reader(NO_INTENT, ContactNormalizer.plainDigits());
    }

    private static MessageReader reader(IntentDetector intent, ContactNormalizer normalizer) {
        return new MessageReader(new CaptureSettings(CaptureRules.standard(), intent, normalizer, "US"));
    }

    private static ChatMessage message(String text) {
        return ChatMessage.from("s").id("m1").visitor(text).at(Chats.MORNING).build();
    }
}
