package dev.leadkit.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.summary.CheckedSummarizer;
import dev.leadkit.capture.summary.CheckedSummary;
import dev.leadkit.capture.summary.SoundSummary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.SummaryModel;
import dev.leadkit.capture.summary.Utterance;
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
        "20 oak chairs",
        "visitor: ",
        "bot: "
    })
    @FuzzTest(maxDuration = "")
    void checks_any_answer_to_any_conversation(FuzzedDataProvider data) {
        List<String> texts = FuzzedText.texts(data, 4);
        List<Utterance> messages = Utterance.of(FuzzedText.conversation(texts.subList(1, texts.size())));
        var summarizer = CheckedSummarizer.over(answering(texts.get(0)), ForkJoinPool.commonPool());

        for (SummaryKind kind : SummaryKind.values()) {
            CheckedSummary summary = summarizer.summarize(kind, messages);

            SoundSummary.assertSound(summary.summary(), messages);
            assertThat(summary.fallback()).isNotIn("failed", "timed-out", "interrupted", "rejected");
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
