package dev.leadkit.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Extractor;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the fuzzer made, read as texts; and what holds of everything that is found in one. */
final class FuzzedText {
    /** Divides the texts of one input; a seed has it as a character of its own. */
    private static final char DIVIDER = '\u001f';

    private FuzzedText() {}

    static List<String> texts(FuzzedDataProvider data, int most) {
        return List.of(split(data.consumeRemainingAsString(), most));
    }

    private static String[] split(String text, int most) {
        return text.split(String.valueOf(DIVIDER), most);
    }

    /** The texts as messages of a conversation, whose first is the visitor's; bot, agent and visitor take turns. */
    static List<ChatMessage> conversation(List<String> texts) {
        List<ChatMessage> messages = new ArrayList<>();
        for (String text : texts) {
            Speaker speaker = Speaker.values()[messages.size() % Speaker.values().length];
            messages.add(ChatMessage.from("s")
                    .id("m" + messages.size())
                    .said(speaker, text)
                    .at(Instant.EPOCH)
                    .build());
        }
        return messages;
    }

    /** A message, and the question before it where there is a divider. */
    static Turn turn(FuzzedDataProvider data) {
        List<String> texts = texts(data, 2);
        return texts.size() == 1 ? new Turn(texts.get(0), null, "US") : new Turn(texts.get(1), texts.get(0), "DE");
    }

    /** No exception, no value outside the text, and nothing found in a place that was refused. */
    static <T> void check(Extractor<T> extractor, FuzzedDataProvider data) {
        Turn turn = turn(data);

        Extraction<T> extraction = extractor.extract(turn);

        for (Candidate<T> found : extraction.found()) {
            assertInside(found.span(), turn.text());
            for (Rejected rejected : extraction.rejected()) {
                assertThat(found.span().equals(rejected.span())).isFalse();
            }
        }
        for (Rejected rejected : extraction.rejected()) {
            assertInside(rejected.span(), turn.text());
            assertThat(rejected.field()).isEqualTo(extractor.field());
        }
    }

    static void assertInside(Span span, String text) {
        if (span.length() == 0 || span.end() > text.length()) {
            throw new AssertionError("%s is empty or outside of %d characters".formatted(span, text.length()));
        }
    }
}
