package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.CompanyExtractor;

class CompanyFuzzTest {
    private final CompanyExtractor extractor = new CompanyExtractor();

    @DictionaryEntries({
        "my company is ",
        "I work at ",
        "from ",
        " Ltd",
        "company name: ",
        " GmbH & Co. KG",
        "on behalf of ",
        "Fjord Boats"
    })
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
