package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every summary, whoever made it and whatever was said. */
public final class SoundSummary {
    private SoundSummary() {}

    /** @param messages that were summed up */
    public static void assertSound(Summary summary, List<Utterance> messages) {
        assertThat(summary.text())
                .hasSizeLessThanOrEqualTo(summary.kind().maxLength())
                .doesNotContain("@");
        assertThat(summary.text().lines().count())
                .isLessThanOrEqualTo(Math.max(1, summary.sentences().size()));
        for (Summary.Sentence sentence : summary.sentences()) {
            List<String> said = new ArrayList<>();
            for (Evidence evidence : sentence.evidence()) {
                Utterance message = cited(evidence, messages);
                assertThat(message.speaker()).isEqualTo(sentence.by());
                assertThat(evidence.end())
                        .isBetween(evidence.start() + 1, message.text().length());
                said.add(Words.fold(message.text()));
            }
            assertThat(numbers(sentence.text()))
                    .allMatch(number -> said.stream().anyMatch(text -> isIn(text, number)));
        }
    }

    /** Also that a sentence is what stands at its place. */
    public static void assertExtracted(Summary summary, List<Utterance> messages) {
        assertSound(summary, messages);
        for (Summary.Sentence sentence : summary.sentences()) {
            Evidence evidence = sentence.evidence().get(0);
            String piece = cited(evidence, messages).text().substring(evidence.start(), evidence.end());

            assertThat(sentence.evidence()).hasSize(1);
            assertThat(solid(sentence.text())).isEqualTo(solid(piece));
        }
    }

    private static Utterance cited(Evidence evidence, List<Utterance> messages) {
        return messages.stream()
                .filter(message -> message.session().equals(evidence.session())
                        && message.id().equals(evidence.message()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("cites " + evidence + ", which nobody wrote"));
    }

    private static Set<String> words(String text) {
        Words words = Words.of(text);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < words.count(); i++) {
            all.add(words.folded(i));
        }
        return all;
    }

    /** As a whole number; not always as a whole word, since a name is cut out of those that stand without blanks. */
    private static boolean isIn(String text, String number) {
        for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
            int end = at + number.length();
            boolean cut = at > 0 && Character.isDigit(text.charAt(at - 1))
                    || Character.isDigit(text.charAt(end - 1))
                            && end < text.length()
                            && Character.isDigit(text.charAt(end));
            if (!cut) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> numbers(String text) {
        return words(text).stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .collect(Collectors.toSet());
    }

    private static String solid(String text) {
        return text.codePoints()
                .filter(c -> c != '…' && !Character.isWhitespace(c) && !Character.isISOControl(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
