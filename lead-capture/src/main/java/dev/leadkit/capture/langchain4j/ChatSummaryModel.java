package dev.leadkit.capture.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.leadkit.capture.summary.CheckedSummarizer;
import dev.leadkit.capture.summary.SummaryModel;
import dev.leadkit.lead.InvalidInputException;
import java.util.Objects;

/**
 * Lets a chat model of LangChain4j sum up what a visitor needs, or what was said in a conversation.
 *
 * <pre>{@code
 * var summarizer = CheckedSummarizer.over(ChatSummaryModel.of("gpt-mini", chatModel), executor);
 * }</pre>
 *
 * <p>One request a summary, a single message without tools and without memory, for an answer of at most {@value
 * #MAX_TOKENS} tokens unless another number is set. How much the model is told and how long it may take is the {@link
 * CheckedSummarizer}'s, which checks the answer, and uses the offline summary where there is none. An answer that was cut
 * short, or that calls a tool, is none. Temperature and the like are the model's own. Immutable, and safe to share if the
 * model is.
 */
@SuppressWarnings("exports") // whoever has a chat model has LangChain4j
public final class ChatSummaryModel implements SummaryModel {
    /** Enough for 600 characters and their numbers in any script; a model that thinks aloud needs more. */
    public static final int MAX_TOKENS = 1_500;

    private final String name;
    private final ChatModel model;
    private final int maxTokens;

    private ChatSummaryModel(String name, ChatModel model, int maxTokens) {
        this.name = Objects.requireNonNull(name, "name");
        this.model = model;
        this.maxTokens = maxTokens;
    }

    /**
     * @param name stands in each summary that the model made
     * @throws InvalidInputException if the model brings tools of its own, which a visitor's words could make it call
     */
    public static ChatSummaryModel of(String name, ChatModel model) {
        ChatAnswer.requireNoTools(model);
        return new ChatSummaryModel(name, model, MAX_TOKENS);
    }

    /**
     * @param tokens of an answer, those of its thoughts included
     * @throws IllegalArgumentException if it is not more than zero
     */
    public ChatSummaryModel withMaxTokens(int tokens) {
        if (tokens <= 0) {
            throw new IllegalArgumentException("an answer has more than zero tokens, was " + tokens);
        }
        return new ChatSummaryModel(name, model, tokens);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String answer(String prompt) {
        return ChatAnswer.of(model, prompt, maxTokens);
    }
}
