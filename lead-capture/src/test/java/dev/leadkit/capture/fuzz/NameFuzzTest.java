package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.NameExtractor;

class NameFuzzTest {
    private final NameExtractor extractor = new NameExtractor();

    @DictionaryEntries({
        "my name is ",
        "I'm ",
        "Tove Lund",
        " here",
        "Best regards,",
        "under the name of ",
        "我叫",
        "van de ",
        "Dr. "
    })
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
