package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.Speaker;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agrees and refuses, where sentences begin and end, and what a message bears out. */
class AnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"yes please", "ok", "that works for me", "well, perfect", "ja gerne", "we are agreed"})
    void agrees_with_such_a_word_among_the_first_three(String reply) {
        assertThat(Answers.agrees(Words.of(reply))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the red one", "we would rather agreed", "yes but not that", "no that works", "not ok"})
    void does_not_agree_without_one_or_with_a_refusal(String reply) {
        assertThat(Answers.agrees(Words.of(reply))).isFalse();
    }

    @Test
    void refuses_with_its_first_word() {
        assertThat(Answers.refuses(Words.of("no thanks"))).isTrue();
        assertThat(Answers.refuses(Words.of("thanks, no"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        the red one | true
        we take the red one | false
        yes we take the red one | true
        no we take the red one | true
        that works for all of us | true
        that costs us too much | false
        """)
    void a_reply_needs_its_question_where_it_is_short_or_begins_with_an_answer(String reply, boolean needs) {
        assertThat(Answers.needQuestion(Words.of(reply))).isEqualTo(needs);
    }

    @Test
    void nothing_else_is_said_by_an_answer_and_the_words_beside_it() {
        assertThat(Answers.sayNothingElse(Words.of("yes please, thank you"))).isTrue();
        assertThat(Answers.sayNothingElse(Words.of("yes, chairs"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hello there. We need chairs. | Hello there | We need chairs
        One only | One only | One only
        ... well then! | well then | well then
        Do you ship? | Do you ship? | Do you ship?
        Hi. Do you ship? | Hi | Do you ship?
        a | a | a
        """)
    void the_first_and_the_last_sentence_stand_without_marks_around_them(String text, String first, String last) {
        assertThat(Sentences.first(text).of(text)).isEqualTo(first);
        assertThat(Sentences.last(text).of(text)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", " ?! "})
    void where_no_word_is_there_is_no_sentence(String text) {
        assertThat(Sentences.first(text).length()).isZero();
        assertThat(Sentences.last(text).length()).isZero();
    }

    @Test
    void a_sentence_has_three_hundred_characters_at_most() {
        String longest = "x".repeat(300);

        assertThat(Sentences.first(longest).length()).isEqualTo(300);
        assertThat(Sentences.last(longest).length()).isEqualTo(300);
        assertThat(Sentences.first(longest + "x").length()).isZero();
        assertThat(Sentences.last(longest + "x").length()).isZero();
    }

    @Test
    void a_sentence_may_begin_and_end_with_a_sum_or_a_picture() {
        assertThat(Sentences.first("$900 at most").of("$900 at most")).isEqualTo("$900 at most");
        assertThat(Sentences.last("at most 900€").of("at most 900€")).isEqualTo("at most 900€");
        assertThat(Sentences.last("fine 😀").of("fine 😀")).isEqualTo("fine 😀");
    }

    @Test
    void a_message_says_its_words_in_the_singular_and_the_plural() {
        CitedMessage message = cited("we need oak chairs and a table, is 7 ok");

        assertThat(message.isUsed()).isFalse();
        assertThat(message.says("sofa")).isFalse();
        assertThat(message.isUsed()).isFalse();
        assertThat(message.says("we")).isTrue();
        assertThat(message.isUsed()).isTrue();
        assertThat(message.says("chairs")).isTrue();
        assertThat(message.says("chair")).isTrue();
        assertThat(message.says("tables")).isTrue();
        assertThat(message.says("7s")).isFalse();
        assertThat(message.says("i")).isFalse();
    }

    @Test
    void a_single_letter_has_no_plural_nor_a_short_word_a_singular() {
        CitedMessage message = cited("is to do as I do");

        assertThat(message.says("a")).isFalse();
        assertThat(message.says("dos")).isFalse();
        assertThat(message.says("tos")).isFalse();
    }

    @Test
    void evidence_spans_the_words_that_were_found() {
        String text = "Hello. We need oak chairs and a table.";
        CitedMessage message = cited(text);
        message.says("chairs");
        message.says("need");

        assertThat(text.substring(message.evidence().start(), message.evidence().end()))
                .isEqualTo("need oak chairs");
    }

    @Test
    void contact_data_is_no_word_of_a_message() {
        CitedMessage message =
                new CitedMessage(0, new Utterance("s", "m1", Speaker.VISITOR, "I am Jane", List.of(new Span(5, 9))));

        assertThat(message.says("jane")).isFalse();
        assertThat(message.isContact("jane")).isTrue();
        assertThat(message.isContact("am")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        VISITOR | We do not need chairs. | chairs | need chairs | negation-lost
        VISITOR | We don't need chairs | chairs | need chairs | negation-lost
        VISITOR | We need chairs. No sofas. | chairs | need chairs |
        VISITOR | No sofas. We need chairs. | chairs | need chairs |
        VISITOR | We do not need chairs. | chairs | do not need chairs |
        AGENT | Ten percent if you order forty. | percent | ten percent | condition-lost
        AGENT | Ten percent if you order forty. | percent | ten percent if you order forty |
        AGENT | Maybe ten percent. | percent | ten percent | condition-lost
        VISITOR | Ten percent if we order forty. | percent | ten percent |
        AGENT | Shall I send samples? | samples | send samples | question-lost
        AGENT | Shall I send samples? | samples | send samples? |
        AGENT | I send samples. Fine? | samples | send samples |
        VISITOR | Can you send samples? | samples | send samples |
        """)
    void a_claim_keeps_the_no_the_if_and_the_question_of_its_sentence(
            Speaker speaker, String text, String word, String claim, String lost) {
        var message = new CitedMessage(0, new Utterance("s", "m1", speaker, text, List.of()));
        message.says(word);

        assertThat(message.lostIn(claim, Words.of(claim))).isEqualTo(lost);
    }

    @Test
    void each_kind_tells_a_model_its_task_with_its_length() {
        for (SummaryKind kind : SummaryKind.values()) {
            assertThat(kind.task()).contains(String.valueOf(kind.maxLength())).doesNotContain("%");
        }
    }

    @Test
    void a_window_is_more_than_nothing() {
        ExecutorService nowhere = Executors.newSingleThreadExecutor();
        nowhere.shutdown();
        CheckedSummarizer summarizer = CheckedSummarizer.over(
                new SummaryModel() {
                    @Override
                    public String name() {
                        return "unasked";
                    }

                    @Override
                    public String answer(String prompt) {
                        return "";
                    }
                },
                nowhere);

        assertThatThrownBy(() -> summarizer.withWindow(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(summarizer.withWindow(1)).isNotNull();
        CheckedSummary offline = summarizer.summarize(
                SummaryKind.NEED,
                List.of(new Utterance("s", "m1", Speaker.VISITOR, "We need 20 oak chairs", List.of())));
        assertThat(offline.fallback()).isEqualTo("rejected");
        assertThat(offline.summary().text()).contains("oak chairs");
    }

    private static CitedMessage cited(String text) {
        return new CitedMessage(0, new Utterance("s", "m1", Speaker.VISITOR, text, List.of()));
    }
}
