package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.lead.InvalidInputException;
import java.util.List;

class PatternFuzzTest {
    @DictionaryEntries({"(?i)", "\\b", "{1,100}", "(?:", "(?P<n>", "[^a-z]", "+)+", "|", "\\p{L}"})
    @FuzzTest(maxDuration = "")
    void takes_any_pattern_for_any_text(FuzzedDataProvider data) {
        List<String> texts = FuzzedText.texts(data, 2);
        String text = texts.get(texts.size() - 1);
        TextPattern pattern;
        try {
            pattern = TextPattern.of(texts.get(0));
        } catch (InvalidInputException refused) {
            return; // in words that a person understands
        }

        int[] found = pattern.find(text);

        if (found.length == 2 && (found[0] < 0 || found[1] < found[0] || found[1] > text.length())) {
            throw new AssertionError(new Span(found[0], found[1]));
        }
    }
}
