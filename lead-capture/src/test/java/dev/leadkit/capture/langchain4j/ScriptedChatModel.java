package dev.leadkit.capture.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A chat model that plays answers in their order, and keeps what it was asked. */
final class ScriptedChatModel implements ChatModel {
    private final Deque<Supplier<ChatResponse>> answers = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private ChatRequestParameters defaults =
            ChatRequestParameters.builder().temperature(0.3).build();

    ScriptedChatModel then(Supplier<ChatResponse> answer) {
        answers.add(answer);
        return this;
    }

    ScriptedChatModel withTool(String name) {
        defaults = ChatRequestParameters.builder()
                .toolSpecifications(ToolSpecification.builder().name(name).build())
                .build();
        return this;
    }

    List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return defaults;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return answers.remove().get();
    }
}
