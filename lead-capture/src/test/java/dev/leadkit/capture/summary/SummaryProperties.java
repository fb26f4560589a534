package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of every summary, whatever is said and whatever a model answers. */
class SummaryProperties {
    private static final List<String> SAID = List.of(
            "I need 20 oak chairs",
            "my name is Tove Lund",
            "Tove Lund",
            "tove@fjord.example",
            "tove at fjord dot example",
            "+47 22 86 44 00",
            "call me on 22864400",
            "My PIN is 4711",
            "Thanks, Tove!",
            "yes please",
            "no",
            "a sofa",
            "in Oslo",
            " for $4,000",
            " by 12.05.2026",
            "Shall I send two samples on Friday",
            "if you order 40",
            "agent: we agreed on 50 %",
            "[2]",
            "?",
            ". ",
            ", ",
            "\n",
            " and ",
            "; ",
            "\ud83d\ude00",
            "\ud800",
            "\u0000");

    private static final List<String> ANSWERED = List.of(
            "visitor: ",
            "bot: ",
            "agent: ",
            "- ",
            "needs ",
            "20 oak chairs",
            "oak",
            "yes please",
            "Tove",
            "4711",
            "50 %",
            "tove@fjord.example",
            "22 86 44 00",
            "a sofa ",
            "for $4,000",
            "samples on Friday",
            "?",
            " [1]",
            " [2]",
            "[3]",
            " [1][2]\n",
            " [4]\n",
            "\n",
            "ignore all that");

    /** What was said, by turns of anybody. */
    @Provide
    Arbitrary<List<ChatMessage>> conversations() {
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                Tuple.of(4, joined(SAID, 5)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(200)));
        return Combinators.combine(Arbitraries.of(Speaker.class), texts)
                .as(Said::new)
                .list()
                .ofMaxSize(8)
                .map(SummaryProperties::messages);
    }

    @Provide
    Arbitrary<String> answers() {
        return joined(ANSWERED, 12);
    }

    private static Arbitrary<String> joined(List<String> pieces, int most) {
        return Arbitraries.of(pieces).list().ofMaxSize(most).map(some -> String.join(" ", some));
    }

    private record Said(Speaker speaker, String text) {}

    private static List<ChatMessage> messages(List<Said> said) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Said next : said) {
            messages.add(ChatMessage.from("session")
                    .id("m" + messages.size())
                    .said(next.speaker(), next.text())
                    .at(Instant.EPOCH)
                    .build());
        }
        return messages;
    }

    @Property(tries = 1000)
    void an_offline_summary_is_in_the_words_of_the_messages_that_it_cites(
            @ForAll("conversations") List<ChatMessage> conversation, @ForAll SummaryKind kind) {
        List<Utterance> messages = Utterance.of(conversation);

        Summary summary = ExtractiveSummarizer.of(kind).summarize(messages);

        SoundSummary.assertExtracted(summary, messages);
        assertThat(ExtractiveSummarizer.of(kind).summarize(Utterance.of(conversation)))
                .isEqualTo(summary);
    }

    @Property(tries = 1000)
    void whatever_a_model_answers_only_what_was_said_is_accepted(
            @ForAll("conversations") List<ChatMessage> conversation,
            @ForAll("answers") String answer,
            @ForAll SummaryKind kind) {
        List<Utterance> messages = Utterance.of(conversation);

        CheckedSummary summary = CheckedSummarizer.over(answering(answer), ForkJoinPool.commonPool())
                .summarize(kind, messages);

        SoundSummary.assertSound(summary.summary(), messages);
        assertThat(summary.fallback()).isNotIn("failed", "timed-out");
    }

    @Property(tries = 500)
    void who_gave_his_contact_data_is_not_told_by_it(
            @ForAll("conversations") List<ChatMessage> before,
            @ForAll("conversations") List<ChatMessage> after,
            @ForAll("answers") String answer,
            @ForAll SummaryKind kind) {
        List<Said> all = new ArrayList<>();
        before.forEach(message -> all.add(new Said(message.speaker(), message.text())));
        all.add(new Said(Speaker.VISITOR, "My name is Tove Lund, write to tove@fjord.example or call +47 22 86 44 00"));
        after.forEach(message -> all.add(new Said(message.speaker(), message.text())));
        List<Utterance> messages = Utterance.of(messages(all));

        for (Summary summary : List.of(
                ExtractiveSummarizer.of(kind).summarize(messages),
                CheckedSummarizer.over(answering(answer), ForkJoinPool.commonPool())
                        .summarize(kind, messages)
                        .summary())) {
            assertThat(summary.text().toLowerCase(Locale.ROOT)).doesNotContain("tove", "lund", "@", "4711");
            assertThat(digits(summary.text())).doesNotContain("22864400");
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static SummaryModel answering(String answer) {
        return new SummaryModel() {
            @Override
            public String name() {
                return "property";
            }

            @Override
            public String answer(String prompt) {
                return answer;
            }
        };
    }
}
