package dev.leadkit.examples.springboot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on H2, as its channel and its operators see it. Each test has a tenant of its own. */
class ChatApplicationTest {
    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat = new RunningChat(
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=200",
                "--leadkit.tenants=posting,busy,signing,measured,relayed");
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    private static String message(String session, String text) {
        return """
                {"session": "%s", "id": "m-1", "speaker": "visitor", "at": "2026-01-07T09:00:00Z", "text": "%s"}""".formatted(session, text);
    }

    private static JsonNode posted(String tenant, String body) {
        var response = chat.post("/chat/" + tenant, body, RunningChat.SECRET);
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static List<Lead> leads(String tenant) {
        return chat.bean(LeadKit.class)
                .tenant(tenant)
                .as(Actor.user("ann"))
                .list(LeadQuery.all())
                .items();
    }

    @Test
    void a_post_becomes_a_row_and_a_lead_and_a_second_one_no_second_lead() {
        String body = message("s-1", "I want to buy 3 machines, jane@acme.example");

        JsonNode first = posted("posting", body).path(0);
        JsonNode second = posted("posting", body).path(0);

        assertThat(leads("posting"))
                .singleElement()
                .satisfies(lead -> assertThat(lead.id().toString())
                        .isEqualTo(first.path("lead").asString()));
        assertThat(first.path("status").asString()).isEqualTo("captured");
        assertThat(first.path("because").toString()).isEqualTo("[\"contact-given\"]");
        assertThat(second.path("status").asString()).isEqualTo("repeated");
        assertThat(chat.posts("posting")).isEqualTo(2);
    }

    @Test
    void a_post_that_the_database_can_not_take_leaves_nothing_and_is_taken_later() {
        posted("busy", message("s-1", "jane@acme.example"));
        String later = message("s-1", "I want to buy 3 machines").replace("m-1", "m-2");

        var refused = chat.bean(TransactionTemplate.class).execute(status -> {
            chat.bean(JdbcClient.class)
                    .sql("SELECT lead_id FROM leadkit_lead WHERE tenant_id = 'busy' FOR UPDATE")
                    .query()
                    .listOfRows();
            return chat.post("/chat/busy", later, RunningChat.SECRET);
        });

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(chat.posts("busy")).isEqualTo(1);
        assertThat(posted("busy", later).path(0).path("status").asString()).isEqualTo("added");
        assertThat(chat.posts("busy")).isEqualTo(2);
    }

    @Test
    void a_post_that_is_not_signed_with_the_secret_leaves_nothing() {
        var response = chat.post("/chat/signing", message("s-1", "jane@acme.example"), "another secret");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(chat.posts("signing")).isZero();
        assertThat(leads("signing")).isEmpty();
    }

    @Test
    void a_tenant_that_nobody_named_is_not_found() {
        var response = chat.post("/chat/unknown", message("s-1", "jane@acme.example"), RunningChat.SECRET);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(chat.posts("unknown")).isZero();
    }

    @Test
    void what_was_captured_and_what_was_not_is_counted_by_its_reason() {
        String captured = posted("measured", message("s-1", "jane@acme.example"))
                .path(0)
                .path("because")
                .path(0)
                .asString();
        double failedBefore = metric("leadkit.capture.deliveries", "status:failed"); // by another test
        JsonNode passedBy = posted("measured", message("s-2", "nice weather")).path(0);
        String missing = passedBy.path("because").path(0).asString();
        assertThat(passedBy.path("status").asString()).isEqualTo("not-captured");

        assertThat(metric("leadkit.capture.deliveries", "status:captured")).isPositive();
        assertThat(metric("leadkit.capture.deliveries", "status:not-captured")).isPositive();
        assertThat(metric("leadkit.capture.deliveries", "status:failed")).isEqualTo(failedBefore);
        assertThat(metric("leadkit.capture.reasons", "status:captured", "reason:" + captured))
                .isPositive();
        assertThat(metric("leadkit.capture.reasons", "status:not-captured", "reason:" + missing))
                .isPositive();
        assertThat(metric("leadkit.store.commits", "outcome:committed")).isPositive();
    }

    @Test
    void the_outbox_lags_until_the_relay_has_run() {
        posted("relayed", message("s-1", "jane@acme.example"));
        String[] tags = {"tenant:relayed", "endpoint:sales"};

        assertThat(metric("leadkit.outbox.waiting", tags)).isEqualTo(1);
        assertThat(metric("leadkit.outbox.lag", tags)).isPositive();

        chat.bean(EventRelay.class).poll();

        assertThat(metric("leadkit.outbox.waiting", tags)).isZero();
        assertThat(metric("leadkit.outbox.lag", tags)).isZero();
        assertThat(metric("leadkit.outbox.dead", tags)).isZero();
    }

    @Test
    void health_tells_of_store_and_outbox() {
        var response = chat.get("/actuator/health");
        JsonNode health =
                JsonMapper.shared().readTree(response.body()).path("components").path("leadkit");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("details").path("persistent").asBoolean()).isTrue();
        assertThat(health.path("details").path("outbox").has("sales")).isTrue();
    }

    /** The first of a meter's measurements, as the actuator shows it. */
    private static double metric(String name, String... tags) {
        var response = chat.get("/actuator/metrics/%s?tag=%s".formatted(name, String.join("&tag=", tags)));
        assertThat(response.statusCode()).as(name + " " + List.of(tags)).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(response.body())
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble();
    }
}
