package dev.leadkit.examples.ai;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.observability.api.event.AiServiceCompletedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import dev.langchain4j.observability.api.listener.AiServiceCompletedListener;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import dev.langchain4j.observability.api.listener.AiServiceStartedListener;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.langchain4j.ChatIntentAdvisor;
import dev.leadkit.conversation.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds the hook from a chatbot of LangChain4j: what the visitor wrote when a call of its AI service begins, and what the bot
 * answered when it ends. The memory's id is the session.
 *
 * <p>The host gives each call the channel's {@link #parameters id and time} of the visitor's message. The answer's id is made
 * of that id, so that a message which the channel delivers again changes nothing, whatever the bot answers the second time.
 */
final class ChatbotCapture {
    private static final String MESSAGE_ID = "messageId";
    private static final String SENT_AT = "sentAt";
    private static final String FAILURE = "captureFailure";

    private final TenantCapture capture;
    private final ChatIntentAdvisor advisor;
    private final ChatMemoryStore memory;

    /** @param memory the chatbot's, of which names are known that the model is not told */
    ChatbotCapture(TenantCapture capture, ChatIntentAdvisor advisor, ChatMemoryStore memory) {
        this.capture = capture;
        this.advisor = advisor;
        this.memory = memory;
    }

    /** What a call of the AI service says of the visitor's message beside its text. */
    static InvocationParameters parameters(String messageId, Instant sentAt) {
        var parameters = new InvocationParameters();
        parameters.put(MESSAGE_ID, messageId);
        parameters.put(SENT_AT, sentAt);
        return parameters;
    }

    /**
     * Throws what a listener met in this call, so that the channel delivers again. LangChain4j logs what listeners throw, with
     * its text, and goes on.
     */
    static void requireCaptured(InvocationParameters parameters) {
        if (parameters.containsKey(FAILURE)) {
            throw parameters.<RuntimeException>get(FAILURE);
        }
    }

    /** To register at {@code AiServices.registerListeners}. */
    List<AiServiceListener<?>> listeners() {
        AiServiceStartedListener started = this::visitorSaid;
        AiServiceCompletedListener completed = this::botSaid;
        return List.of(started, completed);
    }

    private void visitorSaid(AiServiceStartedEvent event) {
        InvocationContext call = event.invocationContext();
        noting(call, () -> {
            ChatMessage message =
                    message(call, "").visitor(event.userMessage().singleText()).build();
            capture.onMessage(advisor.advise(message, remembered(call)));
        });
    }

    private void botSaid(AiServiceCompletedEvent event) {
        InvocationContext call = event.invocationContext();
        noting(
                call,
                () -> event.result()
                        .map(answer ->
                                message(call, "/answer").bot(answer.toString()).sequence(1))
                        .ifPresent(answer -> capture.onMessage(answer.build())));
    }

    private static void noting(InvocationContext call, Runnable capturing) {
        try {
            capturing.run();
        } catch (RuntimeException failed) {
            call.invocationParameters().put(FAILURE, failed);
        }
    }

    private static ChatMessage.Builder message(InvocationContext call, String suffix) {
        InvocationParameters parameters = call.invocationParameters();
        String id = parameters.get(MESSAGE_ID);
        return ChatMessage.from(session(call)).id(id + suffix).at(parameters.get(SENT_AT));
    }

    private static String session(InvocationContext call) {
        return call.chatMemoryId().toString();
    }

    /** The conversation as the chatbot remembers it. */
    private List<ChatMessage> remembered(InvocationContext call) {
        List<ChatMessage> conversation = new ArrayList<>();
        for (var said : memory.getMessages(call.chatMemoryId())) {
            ChatMessage.Builder next = ChatMessage.from(session(call))
                    .id("remembered-" + conversation.size())
                    .at(call.timestamp());
            if (said instanceof UserMessage user && user.hasSingleText()) {
                conversation.add(next.visitor(user.singleText()).build());
            } else if (said instanceof AiMessage bot && bot.text() != null) {
                conversation.add(next.bot(bot.text()).build());
            }
        }
        return conversation;
    }
}
