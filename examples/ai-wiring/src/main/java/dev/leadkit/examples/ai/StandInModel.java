package dev.leadkit.examples.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that speaks OpenAI's chat completions, so that the example needs no key and tests no network. */
final class StandInModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Function<String, Answer> answers;

    /** @param body as it goes over the wire */
    record Answer(int status, String body) {
        static Answer words(String text) {
            var message = Map.of("role", "assistant", "content", text);
            var choice = Map.of("index", 0, "message", message, "finish_reason", "stop");
            return new Answer(
                    200,
                    JSON.valueToTree(Map.of(
                                    "id",
                                    "chat-1",
                                    "object",
                                    "chat.completion",
                                    "model",
                                    "stand-in",
                                    "choices",
                                    List.of(choice)))
                            .toString());
        }
    }

    /** @param answers to the last message of a request */
    StandInModel(Function<String, Answer> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(executor);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(request);
            JsonNode messages = JSON.readTree(request).path("messages");
            Answer answer = answers.apply(
                    messages.path(messages.size() - 1).path("content").asText());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The bodies of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The real client, which is told where the server is. */
    ChatModel client() {
        return client(
                "http://%s:%d/v1"
                        .formatted(
                                server.getAddress().getAddress().getHostAddress(),
                                server.getAddress().getPort()),
                "none",
                "stand-in");
    }

    static ChatModel client(String url, String key, String model) {
        return OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey(key)
                .modelName(model)
                .timeout(Duration.ofSeconds(20))
                .maxRetries(0) // a retry would be a call beside the budget
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
