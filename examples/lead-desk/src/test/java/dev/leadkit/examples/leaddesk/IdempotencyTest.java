package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";

    @TempDir
    static Path data;

    private static TestDesk desk;
    private static Client ann;

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
        ann = desk.as("acme-ann");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @Test
    void a_request_that_comes_again_is_done_once_and_answered_alike() {
        Reply first = ann.post("/leads", "{\"name\":\"Once\"}", KEY, "k1");
        Reply again = ann.post("/leads", "{\"name\":\"Once\"}", KEY, "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(again.header("etag")).isEqualTo(first.header("etag"));
        assertThat(ann.get("/leads?q=once").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        ann.post("/leads", "{\"name\":\"This\"}", KEY, "k2");

        Reply other = ann.post("/leads", "{\"name\":\"That\"}", KEY, "k2");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(ann.get("/leads?q=that").json().get("items").size()).isZero();
        assertThat(ann.post("/conversations/k2/promote", "{}", KEY, "k2").status())
                .isEqualTo(422);
    }

    @Test
    void a_key_is_of_one_user_of_one_tenant() {
        ann.post("/leads", "{\"name\":\"Mine\"}", KEY, "k3");

        assertThat(desk.as("birch-bea")
                        .post("/leads", "{\"name\":\"Hers\"}", KEY, "k3")
                        .status())
                .isEqualTo(201);
        assertThat(desk.as("acme-rob")
                        .post("/leads", "{\"name\":\"His\"}", KEY, "k3")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_was_refused_is_not_kept() {
        String id = ann.post("/leads", "{\"name\":\"Refused\"}").at("/id");
        Reply refused = ann.post("/leads/" + id + "/transition", "{\"to\":\"nowhere\"}", KEY, "k4");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(ann.post("/leads/" + id + "/transition", "{\"to\":\"contacted\"}", KEY, "k4")
                        .status())
                .isEqualTo(200);
        assertThat(ann.post("/leads", "{}", KEY, " ").status()).isEqualTo(400);
        assertThat(ann.post("/leads", "{}", KEY, "k".repeat(256)).status()).isEqualTo(400);
    }

    @Test
    void each_kind_of_request_can_come_again() {
        String id = ann.post("/leads", "{\"name\":\"Kinds\",\"email\":\"kinds@k.example\"}")
                .at("/id");
        String other = ann.post("/leads", "{\"name\":\"Kinds\",\"email\":\"kinds@k.example\"}")
                .at("/id");
        ann.post("/conversations/k5/messages", "{\"id\":\"m1\",\"speaker\":\"visitor\",\"text\":\"hello\"}");
        List<Callable<Reply>> requests = List.of(
                () -> ann.post("/leads/" + id + "/notes", "{\"text\":\"noted\"}", KEY, "k5-note"),
                () -> ann.post("/leads/" + id + "/transition", "{\"to\":\"contacted\"}", KEY, "k5-move"),
                () -> ann.post(
                        "/conversations/k5/messages",
                        "{\"id\":\"m2\",\"speaker\":\"visitor\",\"text\":\"k5@k.example\"}",
                        KEY,
                        "k5-message"),
                () -> ann.post("/conversations/k5/promote", "{}", KEY, "k5-promote"),
                () -> ann.post(
                        "/leads/bulk",
                        "{\"ids\":[\"" + id + "\"],\"action\":{\"type\":\"note\",\"text\":\"bulk\"}}",
                        KEY,
                        "k5-bulk"),
                () -> ann.post(
                        "/leads/merge", "{\"survivor\":\"" + id + "\",\"other\":\"" + other + "\"}", KEY, "k5-merge"),
                () -> ann.post("/merges/" + other + "/undo", "{}", KEY, "k5-apart"),
                () -> ann.post("/views", "{\"name\":\"k5\"}", KEY, "k5-view"),
                () -> ann.post(
                        "/imports", "Name,E-Mail\nKin,kin@k.example\n", KEY, "k5-import", "Content-Type", "text/csv"));

        for (Callable<Reply> request : requests) {
            Reply first = assertDone(request);
            assertThat(assertDone(request).body()).isEqualTo(first.body());
        }

        assertThat(ann.get("/leads/" + id + "/notes").json().get("items").size())
                .isEqualTo(2);
        assertThat(ann.get("/views").json().get("items").findValuesAsString("name"))
                .containsOnlyOnce("k5");
    }

    private static Reply assertDone(Callable<Reply> request) {
        try {
            Reply reply = request.call();
            assertThat(reply.status()).as("%s", reply).isBetween(200, 201);
            return reply;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void many_at_once_with_one_key_make_one_lead() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> replies = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<Reply>>mapToObj(i -> () -> ann.post("/leads", "{\"name\":\"Crowd\"}", KEY, "k6"))
                    .toList());
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).as("%s", reply.get()).isIn(201, 409);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(ann.post("/leads", "{\"name\":\"Crowd\"}", KEY, "k6").status())
                .isEqualTo(201);
        assertThat(ann.get("/leads?q=crowd").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void an_erasure_takes_stored_answers_along() {
        String id = ann.post("/leads", "{\"name\":\"Gone Soon\"}", KEY, "k7").at("/id");
        ann.delete("/leads/" + id);

        Reply again = ann.post("/leads", "{\"name\":\"Gone Soon\"}", KEY, "k7");

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).doesNotContain("Gone Soon");
    }
}
