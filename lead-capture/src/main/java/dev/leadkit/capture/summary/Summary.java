package dev.leadkit.capture.summary;

import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What was said, in the words of those who said it.
 *
 * @param kind what it sums up
 * @param sentences in the order of the text; none when nothing useful was said
 */
public record Summary(SummaryKind kind, List<Sentence> sentences) {
    static final String DIVIDER = "; ";

    public Summary {
        Objects.requireNonNull(kind, "kind");
        sentences = List.copyOf(sentences);
    }

    /**
     * Something that was said.
     *
     * @param by who said it
     * @param text on one line
     * @param evidence where it stands, at least one piece of a message
     */
    public record Sentence(Speaker by, String text, List<Evidence> evidence) {
        public Sentence {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(text, "text");
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("a sentence of a summary names the messages that it stands on");
            }
        }
    }

    /**
     * At most {@link SummaryKind#maxLength()} characters; empty when nothing useful was said. A need is one line. In a
     * conversation each who speaks begins a line with {@code visitor: }, {@code bot: } or {@code agent: }, and nothing
     * that was said can begin one.
     */
    public String text() {
        var text = new StringBuilder();
        Speaker before = kind == SummaryKind.NEED ? Speaker.VISITOR : null;
        for (Sentence sentence : sentences) {
            if (sentence.by() != before) {
                text.append(text.isEmpty() ? "" : "\n").append(label(sentence.by()));
            } else {
                text.append(text.isEmpty() ? "" : DIVIDER);
            }
            text.append(sentence.text());
            before = sentence.by();
        }
        return text.toString();
    }

    static String label(Speaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT) + ": ";
    }

    /** Where its sentences stand, in the order of the text. */
    public List<Evidence> evidence() {
        return sentences.stream()
                .flatMap(sentence -> sentence.evidence().stream())
                .toList();
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }
}
