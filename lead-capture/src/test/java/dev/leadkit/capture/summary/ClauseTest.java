package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a piece of a message adds to a summary, and how much of a conversation is read and told. */
class ClauseTest {
    private static final List<Evidence> STANDS = List.of(new Evidence("s", "m1", 0, 0));

    @Test
    void a_piece_gains_what_is_not_covered_for_the_root_of_its_length() {
        Clause clause = clause("1234", 1, Map.of("oak", 2.0, "chair", 3.0));

        assertThat(clause.worth()).isEqualTo(6);
        assertThat(clause.gain(Set.of())).isCloseTo(6 / 4.0, within(1e-12));
        assertThat(clause.gain(Set.of("oak"))).isCloseTo(4 / 4.0, within(1e-12));
        assertThat(clause.gain(Set.of("oak", "chair"))).isZero();
    }

    @Test
    void specific_is_what_holds_more_than_an_ordinary_word() {
        assertThat(clause("x", 0, Map.of("x", NeedWords.OTHER)).isSpecific()).isFalse();
        assertThat(clause("x", 5, Map.of("x", NeedWords.OTHER, "y", NeedWords.OTHER))
                        .isSpecific())
                .isFalse();
        assertThat(clause("x", 0, Map.of("x", NeedWords.OTHER, "y", NeedWords.OTHER * 1.1))
                        .isSpecific())
                .isTrue();
    }

    @Test
    void the_length_counts_what_is_answered_and_what_divides_them() {
        Clause asked = new Clause(0, new Span(0, 10), "0123456789", 0, Map.of());
        Clause answer = new Clause(1, new Span(0, 3), "yes", 0, Map.of(), asked);

        assertThat(asked.length(2)).isEqualTo(10);
        assertThat(answer.length(2)).isEqualTo(15);
        assertThat(answer.contains(asked)).isTrue();
        assertThat(asked.contains(answer)).isFalse();
    }

    @Test
    void a_piece_contains_what_lies_within_it_in_the_same_message() {
        Clause whole = new Clause(0, new Span(2, 8), "whole", 0, Map.of());

        assertThat(whole.contains(new Clause(0, new Span(2, 8), "same", 0, Map.of())))
                .isTrue();
        assertThat(whole.contains(new Clause(0, new Span(3, 7), "part", 0, Map.of())))
                .isTrue();
        assertThat(whole.contains(new Clause(0, new Span(1, 8), "more", 0, Map.of())))
                .isFalse();
        assertThat(whole.contains(new Clause(0, new Span(2, 9), "more", 0, Map.of())))
                .isFalse();
        assertThat(whole.contains(new Clause(1, new Span(3, 7), "other", 0, Map.of())))
                .isFalse();
    }

    @Test
    void what_others_say_is_worth_less_than_what_the_visitor_says() {
        String text = "We need 20 oak chairs in May.";
        double visitors = worth(new Utterance("s", "m1", Speaker.VISITOR, text, List.of()));
        double agents = worth(new Utterance("s", "m1", Speaker.AGENT, text, List.of()));

        assertThat(agents).isPositive().isLessThan(visitors);
    }

    private static double worth(Utterance message) {
        return ConversationClauses.of(List.of(message), 0).stream()
                .mapToDouble(Clause::worth)
                .sum();
    }

    @Test
    void of_a_very_long_conversation_the_first_and_the_latest_hundred_messages_are_read() {
        assertThat(summaryWith(200, 100)).contains("oak chairs");
        assertThat(summaryWith(201, 99)).contains("oak chairs");
        assertThat(summaryWith(201, 100)).doesNotContain("oak chairs");
        assertThat(summaryWith(201, 101)).contains("oak chairs");
    }

    /** Of so many messages the one at an index says something. */
    private static String summaryWith(int count, int index) {
        List<Utterance> messages = IntStream.range(0, count)
                .mapToObj(i -> said(i, i == index ? "We need 20 oak chairs" : "ok"))
                .toList();
        return ExtractiveSummarizer.of(SummaryKind.NEED).summarize(messages).text();
    }

    @Test
    void of_very_many_pieces_those_that_say_most_are_weighed() {
        List<Utterance> messages = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            messages.add(said(i, "the sky seems word" + i + ". the sea seems wave" + i + ". the fog seems mist" + i));
        }
        messages.add(said(150, "We need 20 oak chairs for 4,000 EUR in May"));

        assertThat(ExtractiveSummarizer.of(SummaryKind.NEED).summarize(messages).text())
                .contains("20 oak chairs");
    }

    @ParameterizedTest
    @CsvSource({"NEED, VISITOR, VISITOR", "CONVERSATION, AGENT, VISITOR"})
    void a_divider_is_as_long_as_what_may_stand_between_two_sentences(SummaryKind kind, Speaker by, Speaker then) {
        var first = new Summary.Sentence(by, "We need chairs", STANDS);
        var second = new Summary.Sentence(then, "We need tables", STANDS);
        int one = new Summary(kind, List.of(first)).text().length();
        int both = new Summary(kind, List.of(first, second)).text().length();

        assertThat(both - one).isEqualTo(kind.divider() + "We need tables".length());
    }

    @Test
    void a_model_is_told_the_first_message_and_the_latest_that_there_is_room_for() {
        List<Utterance> messages = List.of(said(0, "aaaa"), said(1, "bbbb"), said(2, "cccc"));
        int line = "[1] aaaa\n".length();

        assertThat(prompt(messages, 1)).endsWith("[1] a\n");
        assertThat(prompt(messages, line - 1)).endsWith("[1] aaa\n");
        assertThat(prompt(messages, line)).contains("[1] aaaa\n").doesNotContain("bbbb", "cccc");
        assertThat(prompt(messages, 2 * line)).contains("[1] aaaa\n[3] cccc\n").doesNotContain("bbbb");
        assertThat(prompt(messages, 3 * line)).endsWith("[1] aaaa\n[2] bbbb\n[3] cccc\n");
    }

    @Test
    void of_a_long_message_a_model_is_told_the_first_thousand_characters() {
        assertThat(prompt(List.of(said(0, "x".repeat(1000) + "y")), 10_000))
                .contains("x".repeat(1000) + "\n")
                .doesNotContain("xy");
    }

    private static String prompt(List<Utterance> messages, int window) {
        return SummaryPrompt.of(SummaryKind.NEED, messages, window);
    }

    @Test
    void the_head_of_a_thing_is_its_last_word() {
        assertThat(new Request.Thing(2, 5).head()).isEqualTo(4);
    }

    private static Clause clause(String text, double signs, Map<String, Double> words) {
        return new Clause(0, new Span(0, text.length()), text, signs, words);
    }

    private static Utterance said(int i, String text) {
        return new Utterance("s", "m" + i, Speaker.VISITOR, text, List.of());
    }
}
