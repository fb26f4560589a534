package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.SoundSummary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import java.util.List;

class SummaryFuzzTest {
    @DictionaryEntries({
        "i need a ",
        "looking for ",
        "on 3 May",
        "tove@fjord.example",
        "; ",
        ". ",
        "for 4 people",
        "? ",
        "yes please",
        "my name is Tove",
        "Thanks, Tove"
    })
    @FuzzTest(maxDuration = "")
    void sums_up_any_conversation(FuzzedDataProvider data) {
        List<Utterance> messages = Utterance.of(FuzzedText.conversation(FuzzedText.texts(data, 8)));

        for (SummaryKind kind : SummaryKind.values()) {
            SoundSummary.assertExtracted(ExtractiveSummarizer.of(kind).summarize(messages), messages);
        }
    }
}
