package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our sample messages in some thirty languages, ending behind any word: where a cue stands last, nothing is read behind it. */
class CutMessagesTest {
    /** Every so many of the messages is read. */
    private static final int STEP = 5;

    @Test
    void a_message_that_ends_behind_any_word_makes_no_extractor_throw() {
        List<MarkedMessage> messages = MarkedMessage.all();
        for (int i = 0; i < messages.size(); i += STEP) {
            readsAllBeginnings(messages.get(i));
        }
    }

    private static void readsAllBeginnings(MarkedMessage message) {
        String text = message.reply().text();
        Words words = Words.of(text);
        for (int word = 0; word < words.count(); word++) {
            var beginning =
                    new Turn(text.substring(0, words.end(word)), message.reply().asked(), "US");
            assertThatCode(() -> ExtractorProperties.EXTRACTORS.forEach(extractor -> extractor.extract(beginning)))
                    .as(beginning.text())
                    .doesNotThrowAnyException();
        }
    }
}
