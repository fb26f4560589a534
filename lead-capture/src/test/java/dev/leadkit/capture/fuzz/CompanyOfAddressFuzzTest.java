package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.CompanyOfAddress;
import java.util.List;

class CompanyOfAddressFuzzTest {
    @DictionaryEntries({"@fjordboats.example", "Fjord Boats", "The ", " & ", " and ", " Ltd", "@getfjord.", ".co.uk"})
    @FuzzTest(maxDuration = "")
    void finds_the_firm_of_any_address_in_any_text(FuzzedDataProvider data) {
        List<String> texts = FuzzedText.texts(data, 2);
        String text = texts.get(texts.size() - 1);

        CompanyOfAddress.of(texts.get(0))
                .flatMap(firm -> firm.in(text))
                .ifPresent(found -> FuzzedText.assertInside(found.span(), text));
    }
}
