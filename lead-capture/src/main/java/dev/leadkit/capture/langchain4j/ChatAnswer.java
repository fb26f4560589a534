package dev.leadkit.capture.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.leadkit.lead.InvalidInputException;

/** One question to a chat model, without tools and without memory, and its answer in words. */
final class ChatAnswer {
    private ChatAnswer() {}

    /** @throws InvalidInputException if the model brings tools of its own, which a visitor's words could make it call */
    static void requireNoTools(ChatModel model) {
        int tools = model.defaultRequestParameters().toolSpecifications().size();
        if (tools > 0) {
            throw new InvalidInputException("model", "a chat model without tools", tools + " of them");
        }
    }

    /**
     * @param maxTokens of the answer
     * @throws IllegalStateException if the answer was cut short or calls a tool
     * @throws RuntimeException what the model throws
     */
    static String of(ChatModel model, String prompt, int maxTokens) {
        ChatResponse response = model.chat(ChatRequest.builder()
                .messages(UserMessage.from(prompt))
                .maxOutputTokens(maxTokens)
                .build());
        String text = response.aiMessage().text();
        if (text == null
                || response.aiMessage().hasToolExecutionRequests()
                || response.finishReason() == FinishReason.LENGTH) {
            throw new IllegalStateException(
                    "expected a whole answer in words, found one that ended with " + response.finishReason());
        }
        return text;
    }
}
