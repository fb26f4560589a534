package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.BudgetExtractor;

class BudgetFuzzTest {
    private final BudgetExtractor extractor = new BudgetExtractor();

    @DictionaryEntries({
        "my budget is ",
        "5k",
        "under $800/month",
        "between 2 and 3 thousand euros",
        "1,200.50 EUR",
        "up to ",
        " at most",
        " million"
    })
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
