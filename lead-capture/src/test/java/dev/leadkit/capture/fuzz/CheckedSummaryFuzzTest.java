package dev.leadkit.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.summary.CheckedSummarizer;
import dev.leadkit.capture.summary.CheckedSummary;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.SummaryModel;
import dev.leadkit.capture.summary.VisitorMessage;
import dev.leadkit.conversation.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

class CheckedSummaryFuzzTest {
    @DictionaryEntries({
        " [1]",
        "[2][3]",
        "needs ",
        "no ",
        "tove@fjord.example",
        "+1 212 736 5000",
        "- ",
        "20 oak chairs"
    })
    @FuzzTest(maxDuration = "")
    void checks_any_answer_to_any_conversation(FuzzedDataProvider data) {
        List<String> texts = FuzzedText.texts(data, 4);
        List<ChatMessage> chat = new ArrayList<>();
        for (String text : texts.subList(1, texts.size())) {
            chat.add(ChatMessage.from("s")
                    .id("m" + chat.size())
                    .visitor(text)
                    .at(Instant.EPOCH)
                    .build());
        }
        List<VisitorMessage> messages = VisitorMessage.of(chat);

        CheckedSummary summary = CheckedSummarizer.over(answering(texts.get(0)), ForkJoinPool.commonPool())
                .summarize(messages);

        assertThat(summary.summary().text())
                .hasSizeLessThanOrEqualTo(ExtractiveSummarizer.MAX_LENGTH)
                .doesNotContain("@");
        assertThat(summary.fallback()).isNotIn("failed", "timed-out", "interrupted", "rejected");
        for (Summary.Piece piece : summary.summary().pieces()) {
            int message = Integer.parseInt(piece.messageId().substring(1));
            FuzzedText.assertInside(piece.span(), messages.get(message).text());
        }
    }

    private static SummaryModel answering(String answer) {
        return new SummaryModel() {
            @Override
            public String name() {
                return "fuzzer";
            }

            @Override
            public String answer(String prompt) {
                return answer;
            }
        };
    }
}
