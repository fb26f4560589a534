package dev.leadkit.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.intent.IntentReading;

class IntentFuzzTest {
    private final IntentModel model = IntentModel.lexical();

    @DictionaryEntries({"i want to buy ", "not ", "how much is ", "book a ", "quote", "demo", "don't ", ". "})
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();

        IntentReading reading = model.read(text);

        assertThat(reading.purchase()).isBetween(0.0, 1.0);
        assertThat(reading.qualified()).isBetween(0.0, 1.0);
        reading.evidence().forEach(evidence -> FuzzedText.assertInside(evidence.span(), text));
    }
}
