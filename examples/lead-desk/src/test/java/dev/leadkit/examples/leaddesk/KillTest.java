package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} while clients write: what was acknowledged is there afterwards, and the board counts what the lists hold. A
 * request that was cut off is sent again with its {@code Idempotency-Key}, and is done once.
 */
@Tag("reliability")
@Timeout(1_800)
class KillTest {
    private static final boolean LONG =
            !System.getProperty("leadkit.tier", "verify").equals("verify");
    private static final int CLIENTS = LONG ? 20 : 3;
    private static final int KILLS = LONG ? 10 : 1;
    private static final int WRITES = LONG ? 400 : 40;

    @TempDir
    Path data;

    private final Map<String, String> stageOfAcknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();

    /** One that was sent and not answered. */
    private record Open(String key, String path, String body) {}

    @Test
    void every_acknowledged_write_is_there_and_nothing_is_done_twice() throws Exception {
        List<Open> open = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            open = run(open, true);
        }
        run(open, false);

        assertThat(wrong).isEmpty();
    }

    /** Starts the server, sends again what was open, writes until enough was acknowledged, and ends it. */
    private List<Open> run(List<Open> before, boolean kill) throws Exception {
        Process server = start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String address = out.readLine();
            requireAll(address);
            for (Open request : before) {
                acknowledge(new Client(address, "acme-ann"), request);
            }
            requireAll(address);
            return kill ? writeAndKill(server, address) : List.of();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private List<Open> writeAndKill(Process server, String address) throws InterruptedException {
        Queue<Open> open = new ConcurrentLinkedQueue<>();
        var acknowledged = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            var thread = new Thread(() -> write(address, open, acknowledged, server));
            thread.start();
            clients.add(thread);
        }
        for (Thread client : clients) {
            client.join();
        }
        return List.copyOf(open);
    }

    private void write(String address, Queue<Open> open, AtomicInteger acknowledged, Process server) {
        var client = new Client(address, "acme-ann");
        String last = null;
        for (int i = 0; ; i++) {
            String name = "Killed " + names.incrementAndGet();
            Open request = last == null || i % 2 == 0
                    ? new Open("create " + name, "/leads", "{\"name\":\"" + name + "\"}")
                    : new Open("move " + name, "/leads/" + last + "/transition", "{\"to\":\"contacted\"}");
            try {
                last = acknowledge(client, request);
                if (acknowledged.incrementAndGet() == WRITES) {
                    server.destroyForcibly();
                }
            } catch (UncheckedIOException cutOff) {
                open.add(request);
                return;
            }
        }
    }

    /** @return the id of the lead */
    private String acknowledge(Client client, Open request) {
        Reply reply = client.post(request.path(), request.body(), "Idempotency-Key", request.key());
        if (reply.status() >= 300) {
            wrong.add(request + " gave " + reply);
            return reply.at("/id");
        }
        stageOfAcknowledged.put(reply.at("/id"), reply.at("/stage"));
        return reply.at("/id");
    }

    private void requireAll(String address) {
        var client = new Client(address, "acme-ann");
        Map<String, Integer> listed = new TreeMap<>();
        Map<String, String> stages = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        Map<String, String> byName = new TreeMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = client.get("/leads?limit=500" + cursor).json();
            for (JsonNode lead : page.get("items")) {
                listed.merge(lead.get("stage").asString(), 1, Integer::sum);
                stages.put(lead.get("id").asString(), lead.get("stage").asString());
                if (byName.put(lead.get("name").asString(), "") != null) {
                    twice.add(lead.get("name").asString());
                }
            }
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        }
        Map<String, Integer> counted = new TreeMap<>();
        for (JsonNode column : client.get("/board?cards=0").json().get("columns")) {
            if (column.get("count").asInt() > 0) {
                counted.put(column.get("stage").asString(), column.get("count").asInt());
            }
        }

        assertThat(stages).containsAllEntriesOf(movedAtLeast(stages));
        assertThat(counted).isEqualTo(listed);
        assertThat(twice).isEmpty();
    }

    /** A move that was not acknowledged may have been done. */
    private Map<String, String> movedAtLeast(Map<String, String> found) {
        Map<String, String> expected = new TreeMap<>(stageOfAcknowledged);
        expected.replaceAll((id, stage) -> "contacted".equals(found.get(id)) ? "contacted" : stage);
        return expected;
    }

    private Process start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.leadkit.examples.leaddesk.server.LeadDeskMain",
                "--port=0",
                TestDesk.QUICK));
        command.addAll(TestDesk.options(data));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
