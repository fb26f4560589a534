package dev.leadkit.examples.leaddesk;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of all kinds: mostly sensible ones, some broken, some with ids that are not one's own. Whatever a tenant's user
 * writes holds the tenant's marker.
 */
final class RandomCalls {
    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost", "nowhere");
    private static final List<String> ASSIGNEES = List.of("\"rob\"", "\"rae\"", "\"ray\"", "null", "7", "\"\"");
    private static final List<String> FILTERS = List.of(
            "?stage=new",
            "?q=jo",
            "?tag=hot&sort=score",
            "?limit=5",
            "?from=2026-01-01",
            "?band=warm",
            "?minScore=40",
            "?sort=shoe",
            "?stge=1",
            "?limit=0",
            "?cursor=abc",
            "?assignee=rae",
            "?unassigned=true",
            "?created=today",
            "");

    private final Random random;

    RandomCalls(Random random) {
        this.random = random;
    }

    /** @param isForManagers whether it takes more than a rep */
    record Call(String method, String path, @Nullable String body, boolean isForManagers, String... headers) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static String marker(String tenant) {
        return "marker-of-" + tenant;
    }

    /** What is asked of one lead, behind its address. */
    private String part() {
        return one(
                List.of("/options", "/preview?to=" + one(STAGES), "/timeline", "/conversations", "/score", "/notes"));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Call next(String tenant, String role, List<String> own, List<String> foreign) {
        String id = id(own, foreign);
        String at = "/leads/" + id;
        String text = text(tenant);
        List<Supplier<Call>> kinds = List.of(
                () -> post("/leads", lead(tenant)),
                () -> post("/leads", lead(tenant)),
                () -> post("/leads", lead(tenant)),
                () -> post("/conversations/s" + random.nextInt(40) + "/messages", message(tenant)),
                () -> post("/conversations/s" + random.nextInt(40) + "/messages", message(tenant)),
                () -> get("/conversations/s" + random.nextInt(40)),
                () -> post("/conversations/s" + random.nextInt(40) + "/promote", "{}"),
                () -> post("/conversations/s" + random.nextInt(40) + "/qualified", "{\"reason\":" + text + "}"),
                () -> get("/leads" + one(FILTERS)),
                () -> get("/leads" + one(FILTERS)),
                () -> get("/board" + one(FILTERS)),
                () -> get("/leads/search" + one(FILTERS)),
                () -> get(at),
                () -> get(at),
                () -> get(at + part()),
                () -> get(at + part()),
                () -> call("PATCH", at, "{\"name\":" + text + ",\"location\":\"Bern\"}", ifMatch()),
                () -> call(
                        "PATCH",
                        at,
                        one(List.of(
                                "{\"probability\":0.5,\"snoozedUntil\":\"2199-01-01T00:00:00Z\"}",
                                "{\"probability\":null,\"snoozedUntil\":null}",
                                "{\"probability\":\"NaN\",\"snoozedUntil\":\"soon\"}",
                                "{\"nme\":1}",
                                "{\"email\":5}",
                                "[]",
                                "{",
                                "{\"phone\":\"12\"}")),
                        ifMatch()),
                () -> post(at + "/transition", "{\"to\":\"%s\"}".formatted(one(STAGES)), ifMatch()),
                () -> post(at + "/transition", "{\"to\":\"%s\",\"reason\":%s}".formatted(one(STAGES), text)),
                () -> post(at + "/notes", "{\"text\":" + text + "}"),
                () -> put(at + "/notes/" + (1 + random.nextInt(4)) + ".0", "{\"text\":" + text + "}"),
                () -> put(at + "/tags", "{\"tags\":[\"hot\",%s]}".formatted(text)),
                () -> put(at + "/assignee", "{\"assignee\":%s}".formatted(one(ASSIGNEES))),
                () -> put(at + "/assignee", "{\"assignee\":%s}".formatted(one(ASSIGNEES))),
                () -> managers("DELETE", at, null, ifMatch()),
                () -> post("/leads/bulk", bulk(tenant, own, foreign)),
                () -> managers(
                        "POST",
                        "/leads/merge",
                        "{\"survivor\":\"%s\",\"other\":\"%s\"}".formatted(id(own, foreign), id(own, foreign))),
                () -> managers("POST", "/merges/" + id + "/undo", "{}"),
                () -> post("/changes/" + id + "/undo", "{}"),
                () -> get("/pipelines/" + one(List.of("five-stage", "none"))),
                () -> managers("PUT", "/pipelines/five-stage", one(List.of("{}", "x", "{\"kind\":\"pipeline\"}"))),
                () -> managers("POST", "/pipelines/five-stage/plan", "{\"definition\":{}}"),
                () -> managers("POST", "/pipelines/five-stage/rollback", "{\"version\":" + random.nextInt(3) + "}"),
                () -> managers("POST", "/pipelines/five-stage/migrate", "{}"),
                () -> get(one(List.of("/capture-rules", "/scorecard", "/plan", "/views", "/insights/forecast"))),
                () -> get(one(List.of("/insights/funnel", "/insights/stage-times", "/insights/morning-review"))),
                () -> managers(
                        "PUT", one(List.of("/capture-rules", "/scorecard")), one(List.of("{}", "[", "{\"a\":1}"))),
                () -> managers("POST", "/capture-rules/replay", "{\"rules\":{}}"),
                () -> managers("PUT", "/plan", one(List.of("{\"plan\":\"pro\"}", "{\"plan\":\"gold\"}"))),
                () -> post("/views", "{\"name\":%s,\"shared\":%b}".formatted(text, random.nextBoolean())),
                () -> get("/views/" + id),
                () -> managers("GET", "/exports" + one(List.of("", "?stage=new", "?lossless=true", "?x=1")), null),
                () -> managers(
                        "POST",
                        "/imports" + one(List.of("", "?dryRun=true", "?match=none")),
                        "Name,E-Mail\n%s,i%d@x.example\n".formatted(text.replace("\"", ""), random.nextInt(9)),
                        "Content-Type",
                        "text/csv"),
                () -> get(one(List.of("/nothing", "/leads/%00", "/leads/..%2f..", "/views/" + random.nextInt()))),
                () -> call(one(List.of("PUT", "DELETE", "PATCH")), one(List.of("/leads", "/board", "/views")), "{}"));
        return one(kinds).get();
    }

    private static Call get(String path) {
        return new Call("GET", path, null, false);
    }

    private static Call post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    private static Call put(String path, String body) {
        return call("PUT", path, body);
    }

    private static Call call(String method, String path, @Nullable String body, String... headers) {
        return new Call(method, path, body, false, headers);
    }

    private static Call managers(String method, String path, @Nullable String body, String... headers) {
        return new Call(method, path, body, true, headers);
    }

    private String[] ifMatch() {
        return random.nextInt(3) == 0
                ? new String[] {"If-Match", "\"" + (1 + random.nextInt(4)) + "\""}
                : new String[0];
    }

    private String id(List<String> own, List<String> foreign) {
        int kind = random.nextInt(10);
        if (kind < 7 && !own.isEmpty()) {
            return one(own);
        }
        if (kind < 9 && !foreign.isEmpty()) {
            return one(foreign);
        }
        return one(List.of(new UUID(random.nextLong(), random.nextLong()).toString(), "x", "1-1-1-1-1"));
    }

    private String text(String tenant) {
        return "\"%s %s %d\""
                .formatted(marker(tenant), one(List.of("Jo", "Zoë", "Ñandú", "<b>", "=1+1")), random.nextInt(99));
    }

    private String lead(String tenant) {
        return switch (random.nextInt(8)) {
            case 0 -> "{\"name\":" + random.nextInt() + "}";
            case 1 -> "{\"name\":%s,\"expectedAmount\":{\"amount\":-1,\"currency\":\"EUR\"}}".formatted(text(tenant));
            case 2 -> "{\"shoe\":1}";
            default ->
                "{\"name\":%s,\"email\":\"u%d@x.example\",\"tags\":[\"hot\"],\"expectedAmount\":{\"amount\":%d,\"currency\":\"%s\"},\"assignee\":%s}"
                        .formatted(
                                text(tenant),
                                random.nextInt(50),
                                random.nextInt(9_000),
                                one(List.of("EUR", "USD")),
                                one(List.of("\"rob\"", "\"rae\"", "null")));
        };
    }

    private String message(String tenant) {
        return "{\"id\":\"m%d\",\"speaker\":\"%s\",\"text\":%s%s}"
                .formatted(
                        random.nextInt(30),
                        one(List.of("visitor", "visitor", "visitor", "bot", "agent", "ghost")),
                        text(tenant).replace(" Jo ", " I want to buy this, u" + random.nextInt(20) + "@x.example "),
                        random.nextInt(4) == 0
                                ? ",\"at\":\"2026-0%d-01T10:00:00Z\"".formatted(1 + random.nextInt(9))
                                : "");
    }

    private String bulk(String tenant, List<String> own, List<String> foreign) {
        String action = one(List.of(
                "{\"type\":\"tag\",\"tag\":\"bulk\"}",
                "{\"type\":\"assign\",\"user\":\"rae\"}",
                "{\"type\":\"transition\",\"to\":\"contacted\"}",
                "{\"type\":\"note\",\"text\":" + text(tenant) + "}",
                "{\"type\":\"fly\"}"));
        return random.nextBoolean()
                ? "{\"ids\":[\"%s\",\"%s\"],\"action\":%s}".formatted(id(own, foreign), id(own, foreign), action)
                : "{\"filter\":{\"tag\":\"%s\"},\"action\":%s,\"dryRun\":%b}"
                        .formatted(
                                one(List.of("hot", "bulk", "none")).toLowerCase(Locale.ROOT),
                                action,
                                random.nextBoolean());
    }
}
