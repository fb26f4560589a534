package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.LocationExtractor;

class LocationFuzzTest {
    private final LocationExtractor extractor = new LocationExtractor();

    @DictionaryEntries({"I live in ", "we're based in ", "Oslo, Norway", "location: ", "I'm from ", "new york"})
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
