package dev.leadkit.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.event.BackOff;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.event.RelayResult;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks to a real server, from a change at the desk to the receiver's check. */
class WebhookDeliveryTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    private record Received(Headers headers, String path, byte[] body) {}

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<Received> received = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebhookSecret secret = WebhookSecret.random();
    private final WebhookSecret old = WebhookSecret.random();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private HttpServer server;
    private Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (received) {
                received.add(new Received(
                        exchange.getRequestHeaders(), exchange.getRequestURI().toString(), body));
            }
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Webhook.Builder webhook() {
        return Webhook.to(URI.create("http://127.0.0.1:%d/in?key=1"
                        .formatted(server.getAddress().getPort())))
                .secret(secret)
                .allowPlainHttp()
                .allow(InetAddress::isLoopbackAddress);
    }

    private static LeadKit kit(Webhook webhook) {
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .endpoint("crm", webhook)
                .build();
    }

    private RelayResult deliver(LeadKit kit) {
        kit.tenant("acme").as(Actor.user("ann")).create(NewLead.named("Jane"));
        return poll(kit);
    }

    private static RelayResult poll(LeadKit kit) {
        return kit.relay(RelayPolicy.DEFAULT.withBackOff(
                        new BackOff(Duration.ofSeconds(9), 1, Duration.ofSeconds(9), 0)))
                .poll(List.of(ACME));
    }

    @Test
    void a_change_at_the_desk_arrives_signed_and_the_receiver_takes_it_for_genuine() {
        LeadKit kit = kit(webhook().secret(old).build());
        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "contacted");

        assertThat(poll(kit).delivered()).isEqualTo(2);

        assertThat(received).hasSize(2);
        for (Received each : received) {
            assertThat(each.path()).isEqualTo("/in?key=1");
            assertThat(each.headers().getFirst("content-type")).isEqualTo("application/json");
            assertThat(each.headers().getFirst("webhook-timestamp")).isEqualTo("" + NOW.getEpochSecond());
            for (WebhookSecret either : List.of(secret, old)) {
                WebhookVerifier.of(either)
                        .verify(
                                each.headers().getFirst("webhook-id"),
                                each.headers().getFirst("webhook-timestamp"),
                                each.headers().getFirst("webhook-signature"),
                                each.body(),
                                NOW);
            }
        }
        assertThat(new String(received.get(1).body(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"type\":\"lead.changed\",\"timestamp\":\"2026-03-02T09:00:00.123456Z\",\"data\":{\"id\":\""
                                + received.get(1).headers().getFirst("webhook-id"))
                .contains("\"type\":\"lead.stage_changed\"", "\"from\":\"new\",\"to\":\"contacted\"");
    }

    @Test
    void an_answer_of_410_is_a_dead_letter_at_once() {
        answer = exchange -> exchange.sendResponseHeaders(410, -1);
        LeadKit kit = kit(webhook().build());

        assertThat(deliver(kit)).isEqualTo(new RelayResult(0, 0, 1, 0, 0));

        assertThat(kit.relay().deadLetters(ACME, "crm", PageRequest.first(1)).items())
                .extracting(DeadLetter::reason)
                .containsExactly("status 410");
    }

    @Test
    void every_other_answer_is_tried_again_and_a_redirect_is_not_followed() {
        for (int status : new int[] {301, 307, 400, 404, 429, 500, 503}) {
            received.clear();
            answer = exchange -> {
                exchange.getResponseHeaders().set("location", "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
            };
            LeadKit kit = kit(webhook().build());

            assertThat(deliver(kit)).as("status %d", status).isEqualTo(new RelayResult(0, 1, 0, 0, 0));

            assertThat(received).as("status %d", status).hasSize(1);
            assertThat(dueIn(kit)).as("status %d", status).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @Test
    void the_wait_that_the_receiver_asks_for_is_kept() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("retry-after", "3600");
            exchange.sendResponseHeaders(503, -1);
        };
        LeadKit kit = kit(webhook().build());

        deliver(kit);

        assertThat(dueIn(kit)).isEqualTo(Duration.ofHours(1));
    }

    private static Duration dueIn(LeadKit kit) {
        Backlog backlog = kit.relay().backlog(ACME, "crm");
        return Duration.between(NOW, backlog.oldestDue());
    }

    @Test
    void an_answer_with_an_endless_body_is_delivery_all_the_same() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[8192];
            try {
                while (true) {
                    exchange.getResponseBody().write(some);
                }
            } catch (IOException hungUp) {
                exchange.close();
            }
        };

        assertThat(deliver(kit(webhook().build())).delivered()).isEqualTo(1);
    }

    @Test
    void a_receiver_that_does_not_answer_or_is_not_there_is_tried_again() {
        answer = exchange -> {
            throw new IOException("hangs up without an answer");
        };
        assertThat(deliver(kit(webhook().build())).retried()).isEqualTo(1);

        LeadKit slow = kit(webhook().timeout(Duration.ofMillis(50)).build());
        answer = exchange -> {
            try {
                stopped.await();
            } catch (InterruptedException ended) {
                exchange.close();
            }
        };
        assertThat(deliver(slow).retried()).isEqualTo(1);

        stopped.countDown();
        server.stop(0);
        assertThat(deliver(kit(webhook().build())).retried()).isEqualTo(1);
    }

    @Test
    void nothing_is_sent_inside_the_host_s_network_unless_allowed() {
        LeadKit kit = kit(webhook().allow(address -> false).build());

        assertThat(deliver(kit)).isEqualTo(new RelayResult(0, 1, 0, 0, 0));

        assertThat(received).isEmpty();
    }

    @Test
    void only_the_wanted_types_are_sent_and_the_rest_counts_as_delivered() {
        LeadKit kit = kit(webhook().types(List.of("lead.stage_changed")).build());
        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "contacted");

        assertThat(poll(kit).delivered()).isEqualTo(2);

        assertThat(received)
                .singleElement()
                .satisfies(sent -> assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                        .contains("lead.stage_changed")
                        .doesNotContain("lead.created"));
    }

    @Test
    void refuses_to_be_built_without_a_secret_with_an_unknown_type_or_with_a_client_that_follows_redirects() {
        Webhook.Builder bare = Webhook.to(URI.create("https://hooks.example/in"));
        assertThatThrownBy(bare::build).isInstanceOf(InvalidInputException.class);

        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> webhook().client(following).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("never follows redirects");
        assertThatThrownBy(() -> webhook().types(List.of("lead.stage-changed")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lead.stage_changed");
    }
}
