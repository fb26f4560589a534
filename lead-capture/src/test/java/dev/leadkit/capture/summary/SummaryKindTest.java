package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.Speaker;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a model is told to do, and that it may be left out. */
class SummaryKindTest {
    @Test
    void each_kind_tells_a_model_its_task_with_its_length() {
        for (SummaryKind kind : SummaryKind.values()) {
            assertThat(kind.task()).contains(String.valueOf(kind.maxLength())).doesNotContain("%");
        }
    }

    @Test
    void a_window_is_more_than_nothing() {
        ExecutorService nowhere = Executors.newSingleThreadExecutor();
        nowhere.shutdown();
        CheckedSummarizer summarizer = CheckedSummarizer.over(
                new SummaryModel() {
                    @Override
                    public String name() {
                        return "unasked";
                    }

                    @Override
                    public String answer(String prompt) {
                        return "";
                    }
                },
                nowhere);

        assertThatThrownBy(() -> summarizer.withWindow(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(summarizer.withWindow(1)).isNotNull();
        CheckedSummary offline = summarizer.summarize(
                SummaryKind.NEED,
                List.of(new Utterance("s", "m1", Speaker.VISITOR, "We need 20 oak chairs", List.of())));
        assertThat(offline.fallback()).isEqualTo("rejected");
        assertThat(offline.summary().text()).contains("oak chairs");
    }
}
