package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.EmailExtractor;

class EmailFuzzTest {
    private final EmailExtractor extractor = new EmailExtractor();

    @DictionaryEntries({
        "@",
        " at ",
        " dot ",
        "\"",
        "...",
        "my colleague's e-mail is ",
        "don't use ",
        " instead of ",
        "@fjord.example",
        "> wrote:"
    })
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
