package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.leadkit.event.webhook.WebhookSecret;
import dev.leadkit.event.webhook.WebhookVerifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Posts of channels that come in, and events that go out. */
@Timeout(60)
class WebhookTest {
    private static final String WHATSAPP =
            "{\"entry\":[{\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\":\"1\"},"
                    + "\"contacts\":[{\"wa_id\":\"4915550123\",\"profile\":{\"name\":\"Kim\"}}],\"messages\":[{\"from\":\"4915550123\","
                    + "\"id\":\"wamid.1\",\"timestamp\":\"1790000000\",\"type\":\"text\",\"text\":{\"body\":\"I want to buy a machine\"}}]}}]}]}";

    @TempDir
    Path data;

    private static String signature(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reply post(TestDesk desk, String key, String path, String body, Map<String, String> headers) {
        return desk.as(key).raw("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    void a_signed_post_of_a_channel_becomes_a_lead_and_another_is_refused() throws Exception {
        try (TestDesk desk = TestDesk.start(data, "--webhook-in=acme:whatsapp=s3cret,v3rify")) {
            String path = "/webhooks/in/acme/whatsapp";
            String signed = signature("s3cret", WHATSAPP);

            assertThat(post(desk, "", path, WHATSAPP, Map.of()).code()).isEqualTo("bad-signature");
            assertThat(post(desk, "", path, WHATSAPP + " ", Map.of("X-Hub-Signature-256", signed))
                            .status())
                    .isEqualTo(401);
            assertThat(post(desk, "", "/webhooks/in/birch/whatsapp", WHATSAPP, Map.of("X-Hub-Signature-256", signed))
                            .status())
                    .isEqualTo(404);
            Reply taken = post(desk, "", path, WHATSAPP, Map.of("X-Hub-Signature-256", signed));
            assertThat(taken.at("/messages")).isEqualTo("1");
            assertThat(desk.as("acme-ann").get("/leads?source=whatsapp").at("/items/0/name"))
                    .isEqualTo("Kim");
            assertThat(desk.as("birch-bea").get("/leads").json().get("items").size())
                    .isZero();
            String asked = path + "?hub.mode=subscribe&hub.challenge=42&hub.verify_token=";
            assertThat(desk.as("")
                            .raw("GET", asked + "v3rify", new byte[0], Map.of())
                            .body())
                    .isEqualTo("42");
            assertThat(desk.as("")
                            .raw("GET", asked + "other", new byte[0], Map.of())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_channel_of_ones_own_posts_with_a_key_of_the_tenant() throws Exception {
        try (TestDesk desk = TestDesk.start(data)) {
            String body =
                    "{\"id\":\"m1\",\"session\":\"own-1\",\"speaker\":\"visitor\",\"text\":\"a@own.example\",\"at\":\"2026-01-02T10:00:00Z\"}";
            String path = "/webhooks/in/acme/generic";

            assertThat(post(desk, "acme-rob", path, body, Map.of()).at("/messages"))
                    .isEqualTo("1");
            assertThat(post(desk, "birch-bea", path, body, Map.of()).status()).isEqualTo(403);
            assertThat(post(desk, "acme-vic", path, body, Map.of()).status()).isEqualTo(403);
            assertThat(post(desk, "wrong", path, body, Map.of()).status()).isEqualTo(401);
            assertThat(post(desk, "acme-rob", path, "not json", Map.of()).at("/skipped/not-json"))
                    .isEqualTo("1");
            assertThat(desk.as("acme-ann").get("/leads").json().get("items").size())
                    .isEqualTo(1);
        }
    }

    @Test
    void events_go_to_the_tenants_endpoint_and_are_signed() throws Exception {
        record Post(String id, String timestamp, String signature, String body) {}
        BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            posts.add(new Post(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        try (TestDesk desk = TestDesk.start(data, "--webhook=crm=acme:" + url, "--webhook-local")) {
            desk.as("birch-bea").post("/leads", "{\"name\":\"Other\"}");
            String id =
                    desk.as("acme-ann").post("/leads", "{\"name\":\"Sent\"}").at("/id");

            Post post = posts.poll(30, TimeUnit.SECONDS);

            assertThat(post).isNotNull();
            assertThat(post.body()).contains(id, "lead.created");
            WebhookSecret secret = WebhookSecret.parse(Files.readString(data.resolve("webhook-crm.secret")));
            WebhookVerifier.of(secret)
                    .verify(
                            post.id(),
                            post.timestamp(),
                            post.signature(),
                            post.body().getBytes(StandardCharsets.UTF_8),
                            Instant.now());
            assertThat(posts).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }
}
