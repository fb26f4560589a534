package dev.leadkit.examples.springboot.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application, started as its main class starts it; its relay runs when a test says so. */
final class RunningChat implements AutoCloseable {
    static final String SECRET = "secret-of-the-test";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningChat(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--spring.main.banner-mode=off");
        all.add("--server.port=0");
        all.add("--chat.secret=" + SECRET);
        all.add("--chat.relay-every=1d");
        context = new SpringApplicationBuilder(ChatApplication.class).run(all.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many rows of the application's own a tenant has. */
    int posts(String tenant) {
        return bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM chat_post WHERE tenant_id = ?")
                .param(tenant)
                .query(Integer.class)
                .single();
    }

    HttpResponse<String> get(String path) {
        return sent(HttpRequest.newBuilder(at(path)).build());
    }

    HttpResponse<String> post(String path, String body, String secret) {
        return sent(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature(body, secret))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:%s%s"
                .formatted(context.getEnvironment().getRequiredProperty("local.server.port"), path));
    }

    private static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
