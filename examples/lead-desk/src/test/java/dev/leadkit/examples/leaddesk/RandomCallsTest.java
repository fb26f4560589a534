package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.RandomCalls.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Random calls of users of three roles in two tenants, right and wrong ones, with ids of their own tenant and of the other.
 * No answer holds anything of the other tenant or of a lead that the role does not see, none is a mistake of the server,
 * each is as {@code openapi.json} says. {@code -Dleadkit.seed} repeats a run.
 */
@Tag("reliability")
class RandomCallsTest {
    private static final long SEED = Long.getLong("leadkit.seed", new Random().nextInt());
    private static final int CALLS =
            System.getProperty("leadkit.tier", "verify").equals("verify") ? 600 : 10_000;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String MERGED_WITH = "\"(survivor|other|previous)\":\"[^\"]*\"|is merged into [0-9a-f-]*";
    private static final List<String> USERS =
            List.of("acme-ann", "acme-rob", "acme-rob", "acme-rae", "acme-vic", "birch-bea", "birch-ray", "birch-val");

    /** The assignee of each lead by tenant and id, as its admin sees it. */
    private final Map<String, Map<String, Optional<String>>> leads =
            new TreeMap<>(Map.of("acme", new HashMap<>(), "birch", new HashMap<>()));

    /** Those that stand for no lead of their own: whoever sees the one that stands for them sees them. */
    private final Set<String> merged = new HashSet<>();

    @Test
    void show_and_change_nothing_beyond_tenant_and_role(@TempDir Path data) throws Exception {
        Map<String, Integer> statuses = new TreeMap<>();
        try (TestDesk desk = TestDesk.start(data)) {
            var calls = new RandomCalls(new Random(SEED));
            for (int i = 0; i < CALLS; i++) {
                String user = calls.one(USERS);
                String tenant = tenant(user);
                Call call = calls.next(tenant, role(user), ids(tenant), ids(other(tenant)));
                Reply reply = desk.as(user).call(call.method(), call.path(), call.body(), call.headers());
                String what = "call %d of seed %d: %s %s gave %s".formatted(i, SEED, user, call, reply);

                assertThat(reply.status()).as(what).isLessThan(500);
                assertThat(reply.body()).as(what).doesNotContain(RandomCalls.marker(other(tenant)));
                requireOwn(what, tenant, user, call, reply);
                requireRole(what, user, call, reply);
                learn(desk, tenant, call, reply);
                statuses.merge(call.method() + " " + reply.status(), 1, Integer::sum);
            }
            requireCounts(desk);
        }
        // So that the run is not one of refusals alone.
        assertThat(statuses.getOrDefault("POST 201", 0)).as("%s", statuses).isGreaterThan(CALLS / 100);
        assertThat(statuses.getOrDefault("GET 200", 0)).as("%s", statuses).isGreaterThan(CALLS / 20);
    }

    private void requireOwn(String what, String tenant, String user, Call call, Reply reply) {
        Set<String> sent = idsIn(call.path() + call.body());
        for (String id : idsIn(reply.body())) {
            assertThat(leads.get(other(tenant)).containsKey(id) && !sent.contains(id))
                    .as("an id of the other tenant: %s", what)
                    .isFalse();
        }
        // A lead's history names the leads that it was merged with and that it follows; of those it tells no more.
        for (String id : idsIn(reply.body().replaceAll(MERGED_WITH, ""))) {
            Optional<String> assignee = leads.get(tenant).getOrDefault(id, Optional.empty());
            if (role(user).equals("rep") && assignee.isPresent() && !sent.contains(id) && !merged.contains(id)) {
                assertThat(assignee.get())
                        .as("%s is a lead of somebody else: %s", around(reply.body(), id), what)
                        .isEqualTo(name(user));
            }
        }
        boolean addressesForeign = idsIn(call.path()).stream().anyMatch(leads.get(other(tenant))::containsKey);
        boolean addressesHidden = role(user).equals("rep")
                && idsIn(call.path()).stream()
                        .filter(id -> !merged.contains(id))
                        .map(id -> leads.get(tenant).getOrDefault(id, Optional.empty()))
                        .anyMatch(assignee ->
                                assignee.isPresent() && !assignee.get().equals(name(user)));
        if (addressesForeign || addressesHidden) {
            assertThat(reply.status()).as(what).isGreaterThanOrEqualTo(400);
        }
    }

    /** Where an id stands. */
    private static String around(String body, String id) {
        int at = body.indexOf(id);
        return body.substring(Math.max(0, at - 80), Math.min(body.length(), at + 60));
    }

    private static void requireRole(String what, String user, Call call, Reply reply) {
        boolean changes = !call.method().equals("GET");
        if (role(user).equals("viewer") && changes || role(user).equals("rep") && call.isForManagers()) {
            assertThat(reply.status()).as(what).isGreaterThanOrEqualTo(400);
        }
        if (role(user).equals("viewer") && reply.status() == 200) {
            assertThat(reply.body()).as("amounts: %s", what).doesNotContain("\"expectedAmount\"");
        }
    }

    /** What its admin sees of the leads that a call may have changed. */
    private void learn(TestDesk desk, String tenant, Call call, Reply reply) {
        if (reply.status() >= 300 || call.method().equals("GET")) {
            return;
        }
        if (call.path().equals("/leads/merge")) {
            merged.addAll(idsIn(String.valueOf(call.body())));
        }
        Client admin = desk.as(tenant.equals("acme") ? "acme-ann" : "birch-bea");
        Set<String> changed = idsIn(reply.body() + reply.header("location"));
        if (changed.size() > 20) {
            everyPage(
                    admin,
                    page -> page.get("items").forEach(lead -> {
                        Optional<String> assignee =
                                Optional.ofNullable(lead.get("assignee")).map(JsonNode::asString);
                        leads.get(tenant).put(lead.get("id").asString(), assignee);
                    }));
            return;
        }
        for (String id : changed) {
            Reply lead = admin.get("/leads/" + id);
            if (lead.status() == 200) {
                leads.get(tenant).put(id, Optional.of(lead.at("/assignee")).filter(user -> !user.isEmpty()));
            } else {
                leads.get(tenant).remove(id);
            }
        }
    }

    private static void everyPage(Client client, Consumer<JsonNode> page) {
        String cursor = "";
        while (cursor != null) {
            JsonNode its = client.get("/leads?limit=500" + cursor).json();
            page.accept(its);
            cursor = its.get("next").isNull()
                    ? null
                    : "&cursor=" + its.get("next").asString();
        }
    }

    /** The counts of a board are those of the lists. */
    private static void requireCounts(TestDesk desk) {
        for (String user : Set.copyOf(USERS)) {
            var listed = new AtomicLong();
            everyPage(desk.as(user), page -> listed.addAndGet(page.get("items").size()));
            long counted = 0;
            for (JsonNode column : desk.as(user).get("/board?cards=0").json().get("columns")) {
                counted += column.get("count").asLong();
            }
            assertThat(counted).as("the board of %s, seed %d", user, SEED).isEqualTo(listed.get());
        }
    }

    private List<String> ids(String tenant) {
        return new ArrayList<>(leads.get(tenant).keySet());
    }

    private static Set<String> idsIn(String text) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = UUID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    private static String tenant(String user) {
        return user.substring(0, user.indexOf('-'));
    }

    private static String name(String user) {
        return user.substring(user.indexOf('-') + 1);
    }

    private static String other(String tenant) {
        return tenant.equals("acme") ? "birch" : "acme";
    }

    private static String role(String user) {
        return switch (name(user)) {
            case "ann", "bea" -> "admin";
            case "vic", "val" -> "viewer";
            default -> "rep";
        };
    }
}
