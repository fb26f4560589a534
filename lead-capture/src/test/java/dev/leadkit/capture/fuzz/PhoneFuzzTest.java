package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.PhoneExtractor;

class PhoneFuzzTest {
    private final PhoneExtractor extractor = new PhoneExtractor(new LibPhoneNormalizer());

    @DictionaryEntries({
        "+49 30 901820",
        "2127365000",
        "(212) ",
        " ext. 12",
        "call me on ",
        "order ",
        "10.05.2024",
        "4111 1111 ",
        "my wife's number is ",
        "***"
    })
    @FuzzTest(maxDuration = "")
    void reads_any_text(FuzzedDataProvider data) {
        FuzzedText.check(extractor, data);
    }
}
