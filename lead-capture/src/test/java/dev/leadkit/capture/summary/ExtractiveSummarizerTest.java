package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Span;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExtractiveSummarizerTest {
    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    @Test
    void keeps_the_need_and_leaves_courtesies_out() {
        Summary summary = summarizer.summarize(messages(
                "Hello!", "I need 20 oak chairs for a hotel in Oslo by Friday.", "Thank you", "The budget is $4,000."));

        assertThat(summary.text())
                .isEqualTo("I need 20 oak chairs for a hotel in Oslo by Friday; The budget is $4,000");
        assertThat(summary.pieces()).extracting(Summary.Piece::messageId).containsExactly("m1", "m3");
    }

    @Test
    void leaves_contact_data_out() {
        String text = "I need a boat, my name is Tove and my mail is tove@fjord.example";
        int name = text.indexOf("Tove");
        int mail = text.indexOf("tove@");

        Summary summary = summarizer.summarize(List.of(
                new VisitorMessage("m0", text, List.of(new Span(name, name + 4), new Span(mail, text.length())))));

        assertThat(summary.text()).contains("boat").doesNotContain("Tove").doesNotContain("@");
    }

    @Test
    void is_empty_when_nothing_useful_was_said() {
        assertThat(summarizer.summarize(messages("hi", "ok", "thanks, bye")).isEmpty())
                .isTrue();
        assertThat(summarizer.summarize(List.of())).isEqualTo(Summary.EMPTY);
    }

    @Property(tries = 1000)
    void never_exceeds_its_length_nor_gives_contact_data_away(@ForAll List<String> texts) {
        List<VisitorMessage> messages = messages(texts.toArray(String[]::new));

        Summary summary = summarizer.summarize(messages);

        assertThat(summary.text()).hasSizeLessThanOrEqualTo(ExtractiveSummarizer.MAX_LENGTH);
        assertThat(summary.text()).doesNotContain("@").doesNotContainPattern("\\d{7}");
    }

    private static List<VisitorMessage> messages(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new VisitorMessage("m" + i, texts[i], List.of()))
                .toList();
    }
}
