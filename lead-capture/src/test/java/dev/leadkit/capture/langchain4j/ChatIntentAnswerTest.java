package dev.leadkit.capture.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.leadkit.capture.intent.IntentLabel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatIntentAnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        none | NONE |
        purchase: "want to buy" | PURCHASE |
        qualified: "to buy" | QUALIFIED |
        purchase: "want to sell" | | not-said
        purchase: " " | | not-said
        purchase: "" | | unreadable
        purchase: " | | unreadable
        purchase: "want" to "buy" | | unreadable
        purchase: want to buy | | unreadable
        none of it | | unreadable
        """)
    void is_one_of_three_words_with_what_was_said(String answer, IntentLabel label, String missing) {
        assertThat(ChatIntentAnswer.read(answer, "I want to buy a boat"))
                .isEqualTo(new ChatIntentAnswer(label, missing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        purchase: "(removed)" | | not-said
        purchase: "removed" | | not-said
        purchase: "(removed) (removed)" | | not-said
        purchase: "(removed) and want" | PURCHASE |
        """)
    void what_stands_for_contact_data_is_nothing_that_was_said(String answer, IntentLabel label, String missing) {
        assertThat(ChatIntentAnswer.read(answer, "I'm (removed) and want to buy"))
                .isEqualTo(new ChatIntentAnswer(label, missing));
    }

    @Test
    void a_quote_has_two_hundred_characters_at_most() {
        String told = "x".repeat(300);

        assertThat(ChatIntentAnswer.read("purchase: \"" + "x".repeat(200) + "\"", told)
                        .label())
                .isEqualTo(IntentLabel.PURCHASE);
        assertThat(ChatIntentAnswer.read("purchase: \"" + "x".repeat(201) + "\"", told)
                        .missing())
                .isEqualTo("unreadable");
    }

    @Test
    void each_part_of_a_budget_is_more_than_nothing() {
        Duration least = Duration.ofNanos(1);

        assertThat(new ChatIntentBudget(1, 1, least).timePerCall()).isEqualTo(least);
        assertThatThrownBy(() -> new ChatIntentBudget(0, 1, least)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChatIntentBudget(1, 0, least)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChatIntentBudget(1, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChatIntentBudget(1, 1, least.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_summary_has_as_many_tokens_as_it_is_allowed() {
        ScriptedChatModel chat = new ScriptedChatModel()
                .then(() ->
                        ChatResponse.builder().aiMessage(AiMessage.from("fine")).build());
        ChatSummaryModel model = ChatSummaryModel.of("test", chat);

        assertThat(model.withMaxTokens(1).answer("prompt")).isEqualTo("fine");
        assertThat(chat.requests().get(0).parameters().maxOutputTokens()).isEqualTo(1);
        assertThat(model.withMaxTokens(1).name()).isEqualTo("test");
        assertThatThrownBy(() -> model.withMaxTokens(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
