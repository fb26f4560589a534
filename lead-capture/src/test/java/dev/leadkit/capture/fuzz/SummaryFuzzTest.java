package dev.leadkit.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.VisitorMessage;
import java.util.ArrayList;
import java.util.List;

class SummaryFuzzTest {
    private final EmailExtractor emails = new EmailExtractor();
    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    @DictionaryEntries({"i need a ", "looking for ", "on 3 May", "tove@fjord.example", "; ", ". ", "for 4 people"})
    @FuzzTest(maxDuration = "")
    void sums_up_any_conversation(FuzzedDataProvider data) {
        List<VisitorMessage> messages = new ArrayList<>();
        for (String text : FuzzedText.texts(data, 8)) {
            List<Span> contact = emails.extract(Turn.of(text)).found().stream()
                    .map(Candidate::span)
                    .toList();
            messages.add(new VisitorMessage("m" + messages.size(), text, contact));
        }

        Summary summary = summarizer.summarize(messages);

        assertThat(summary.text())
                .hasSizeLessThanOrEqualTo(ExtractiveSummarizer.MAX_LENGTH)
                .doesNotContain("@");
        for (Summary.Piece piece : summary.pieces()) {
            int message = Integer.parseInt(piece.messageId().substring(1));
            FuzzedText.assertInside(piece.span(), messages.get(message).text());
        }
    }
}
