package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, by what, and what every answer forbids. */
class SecurityTest {
    private static final Pattern CSRF = Pattern.compile("data-csrf=\"([^\"]+)\"");

    @TempDir
    static Path data;

    private static TestDesk desk;

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Client.send(request.build());
    }

    private static Reply signIn(String key) {
        return send("POST", "/sign-in", "key=" + key, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String cookie(Reply signedIn) {
        return signedIn.header("set-cookie").split(";", 2)[0];
    }

    @Test
    void without_a_key_nobody_gets_in() {
        Reply none = send("GET", "/api/v1/leads", "");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("not-signed-in");
        assertThat(none.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(send("GET", "/api/v1/leads", "", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
        assertThat(send("GET", "/api/v1/leads", "", "Authorization", "Basic acme-ann")
                        .status())
                .isEqualTo(401);
        assertThat(send("GET", "/board?q=a", "").header("location")).isEqualTo("/sign-in?to=%2Fboard%3Fq%3Da");
        assertThat(signIn("wrong").status()).isEqualTo(403);
        assertThat(signIn("").header("set-cookie")).isEmpty();
    }

    @Test
    void a_session_is_a_cookie_that_scripts_and_posts_of_other_sites_do_not_get() {
        Reply signedIn = signIn("acme-ann");

        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.header("set-cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200");
        assertThat(send("GET", "/api/v1/leads", "", "Cookie", cookie(signedIn)).status())
                .isEqualTo(200);
        assertThat(send("GET", "/board", "", "Cookie", cookie(signedIn)).body()).contains("admin of acme");
    }

    @Test
    void who_signs_in_comes_to_the_page_that_he_asked_for_if_it_is_one_of_ours() {
        for (String ours : List.of("/leads/1?x=1", "/board")) {
            assertThat(signInTo(ours)).isEqualTo(ours);
        }
        for (String other :
                List.of("", "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "board")) {
            assertThat(signInTo(other)).as(other).isEqualTo("/board");
        }
    }

    private static String signInTo(String path) {
        return send(
                        "POST",
                        "/sign-in",
                        "key=acme-ann&to=" + URLEncoder.encode(path, StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .header("location");
    }

    @Test
    void a_forged_or_altered_session_is_none() {
        String cookie = cookie(signIn("acme-vic"));
        String[] parts = cookie.substring(cookie.indexOf('=') + 1).split("\\.");
        String ann = Base64.getUrlEncoder().withoutPadding().encodeToString("ann".getBytes());
        String later = Long.toString(Instant.now().getEpochSecond() + 999_999);

        for (List<String> forged : List.of(
                List.of(parts[0], ann, parts[2], parts[3]),
                List.of(parts[0], parts[1], later, parts[3]),
                List.of(parts[0], parts[1], parts[2], ""),
                List.of(parts[0], parts[1], parts[2]),
                List.of("", "", "", ""))) {
            assertThat(send("GET", "/api/v1/leads", "", "Cookie", "lead-desk=" + String.join(".", forged))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_change_by_cookie_needs_the_token_of_the_page() {
        String cookie = cookie(signIn("acme-ann"));
        Matcher token = CSRF.matcher(send("GET", "/board", "", "Cookie", cookie).body());
        assertThat(token.find()).isTrue();
        String other = CSRF.matcher(send("GET", "/board", "", "Cookie", cookie(signIn("acme-vic")))
                        .body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        List<String> json = List.of("Cookie", cookie, "Content-Type", "application/json");

        assertThat(send("POST", "/api/v1/leads", "{}", json.toArray(String[]::new))
                        .code())
                .isEqualTo("csrf");
        assertThat(send("POST", "/api/v1/leads", "{}", with(json, "X-CSRF-Token", other))
                        .code())
                .isEqualTo("csrf");
        assertThat(send("POST", "/api/v1/leads", "{}", with(json, "X-CSRF-Token", token.group(1)))
                        .status())
                .isEqualTo(201);
    }

    private static String[] with(List<String> headers, String name, String value) {
        return Stream.concat(headers.stream(), Stream.of(name, value)).toArray(String[]::new);
    }

    @Test
    void every_answer_says_what_a_browser_must_not_do() {
        for (String path :
                List.of("/api/v1/leads", "/api/v1/openapi.json", "/sign-in", "/nothing", "/board", "/leads/%00")) {
            Reply reply = send("GET", path, "");

            assertThat(reply.header("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(reply.header("referrer-policy")).isEqualTo("same-origin");
            assertThat(reply.header("cache-control")).isEqualTo("no-store");
            assertThat(reply.header("server")).isEmpty();
        }
    }

    @Test
    void pages_hold_no_script_and_no_style_of_their_own() {
        String cookie = cookie(signIn("acme-ann"));

        for (String page : List.of(
                send("GET", "/sign-in", "").body(),
                send("GET", "/board", "", "Cookie", cookie).body())) {
            assertThat(page)
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style", " style=", " onclick=");
        }
    }

    @Test
    void assets_may_be_kept_by_their_content() {
        String page = send("GET", "/sign-in", "").body();
        Matcher style = Pattern.compile("/assets/app.css\\?v=[0-9a-f]+").matcher(page);
        assertThat(style.find()).isTrue();

        assertThat(send("GET", style.group(), "").header("cache-control")).contains("immutable");
        assertThat(send("GET", "/assets/app.css", "").header("cache-control")).isEqualTo("no-cache");
        assertThat(send("GET", "/assets/..%2f..%2fopenapi.json", "").status()).isGreaterThanOrEqualTo(400);
        assertThat(send("GET", "/assets/htmx.js", "").body()).contains("htmx");
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_again(@TempDir Path own) throws Exception {
        try (TestDesk slow = TestDesk.start(own, "--rate=1")) {
            Reply last = slow.as("acme-ann").get("/plan");
            for (int i = 0; i < 20 && last.status() == 200; i++) {
                last = slow.as("acme-ann").get("/plan");
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(Integer.parseInt(last.header("retry-after"))).isPositive();
            assertThat(slow.as("acme-vic").get("/plan").status()).isEqualTo(200);
        }
    }

    @Test
    void a_role_sees_and_does_what_it_may() {
        Client ann = desk.as("acme-ann");
        Client rob = desk.as("acme-rob");
        Client vic = desk.as("acme-vic");
        String amount = "\"expectedAmount\":{\"amount\":71933.25,\"currency\":\"EUR\"}";
        String raes = ann.post("/leads", "{\"name\":\"Roles\",\"assignee\":\"rae\"," + amount + "}")
                .at("/id");
        String nobodys =
                ann.post("/leads", "{\"name\":\"Roles\"," + amount + "}").at("/id");

        assertThat(rob.get("/leads?q=roles").json().get("items").findValuesAsString("id"))
                .containsExactly(nobodys);
        assertThat(rob.get("/board?q=roles").at("/columns/0/count")).isEqualTo("1");
        assertThat(rob.get("/leads/" + raes).status()).isEqualTo(404);
        assertThat(rob.post("/leads/" + raes + "/notes", "{\"text\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(vic.get("/board?q=roles").json().toString())
                .doesNotContain("71933.25")
                .contains("\"count\":2");
        assertThat(vic.post("/leads/" + nobodys + "/notes", "{\"text\":\"x\"}").code())
                .isEqualTo("not-permitted");
        assertThat(vic.put("/leads/" + nobodys + "/tags", "{\"tags\":[]}").code())
                .isEqualTo("not-permitted");
        assertThat(desk.as("acme-max").put("/plan", "{\"plan\":\"basic\"}").code())
                .isEqualTo("not-permitted");
        assertThat(desk.as("birch-bea").get("/leads/" + raes).status()).isEqualTo(404);
    }

    @Test
    void a_plan_that_closes_something_says_which_and_how_to_open_it(@TempDir Path own) throws Exception {
        try (TestDesk gated = TestDesk.start(own)) {
            Client bea = gated.as("birch-bea");
            bea.put("/plan", "{\"plan\":\"freemium\"}");

            Reply closed = bea.get("/leads");
            assertThat(closed.status()).isEqualTo(403);
            assertThat(closed.code()).isEqualTo("not-entitled");
            assertThat(closed.at("/upgradeHint")).isNotEmpty();
            assertThat(bea.post(
                                    "/conversations/g/messages",
                                    "{\"id\":\"m\",\"speaker\":\"visitor\",\"text\":\"g@g.example\"}")
                            .status())
                    .as("capture goes on behind the gate")
                    .isEqualTo(200);
            bea.put("/plan", "{\"plan\":\"pro\"}");
            assertThat(bea.get("/leads").json().get("items").size()).isEqualTo(1);
            assertThat(Map.of("plan", bea.get("/plan").at("/plan"))).containsEntry("plan", "pro");
        }
    }
}
