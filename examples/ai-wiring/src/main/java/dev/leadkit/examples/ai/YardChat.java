package dev.leadkit.examples.ai;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.langchain4j.ChatIntentAdvisor;
import dev.leadkit.capture.langchain4j.ChatIntentBudget;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import java.util.concurrent.ExecutorService;

/** The yard's chatbot and LeadKit, wired together: both models, the rules over what they say, and the listener. */
final class YardChat {
    static final String TENANT = "yard";

    private final LeadKit kit;
    private final TenantCapture capture;
    private final YardBot bot;

    /**
     * @param intent reads each message in this process
     * @param model answers visitors, and advises on what they want
     * @param executor where the model is asked for advice
     */
    YardChat(IntentDetector intent, ChatModel model, ExecutorService executor, ChatIntentBudget budget) {
        kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .scorer(Scorecard.standard())
                .normalizer(new LibPhoneNormalizer())
                .build();
        capture = CaptureEngine.builder(kit)
                .rules(CaptureRules.parse(
                        DefinitionReader.resource(YardChat.class.getResourceAsStream("yard-rules.json"))))
                .intent(intent)
                .build()
                .tenant(TENANT);
        var advisor = new ChatIntentAdvisor("yard-model", model, executor, budget, Instant::now);
        var memory = new InMemoryChatMemoryStore();
        bot = AiServices.builder(YardBot.class)
                .chatModel(model)
                .chatMemoryProvider(session -> MessageWindowChatMemory.builder()
                        .id(session)
                        .chatMemoryStore(memory)
                        .maxMessages(20)
                        .build())
                .registerListeners(new ChatbotCapture(capture, advisor, memory).listeners())
                .build();
    }

    /**
     * What the bot answers; the channel calls it, and again after an exception.
     *
     * @throws RuntimeException if the model gave the bot no answer; the visitor's message is captured all the same
     */
    String say(String session, String messageId, String text, Instant sentAt) {
        InvocationParameters parameters = ChatbotCapture.parameters(messageId, sentAt);
        String answer = bot.answer(session, text, parameters);
        ChatbotCapture.requireCaptured(parameters);
        return answer;
    }

    TenantCapture capture() {
        return capture;
    }

    LeadKit kit() {
        return kit;
    }
}
