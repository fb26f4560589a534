package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts that somebody would break something with are stored whole, or refused clearly. */
class HostileTextTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MIB = 1024 * 1024;

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

    static List<String> texts() {
        return List.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "{{ who.tenant }}{% raw %}${7*7}#{7*7}",
                "'; DROP TABLE leadkit_lead; --",
                "\" OR 1=1 --",
                "=cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd",
                "\u202Etxt.exe\u202C bidi",
                "zero\u200Bwidth\u200D\uFEFFjoined",
                "\uD83D\uDC69\u200D\uD83D\uDE80 \u0421\u0435\u0440\u0433\u0435\u0439 \u5F20\u4F1F",
                "line\r\nbreak\u0085and\u2028more",
                "%00%0d%0aSet-Cookie: a=b",
                "../../etc/passwd");
    }

    private static String json(String text) {
        return MAPPER.writeValueAsString(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void come_back_letter_by_letter(String text) {
        Reply lead = ann.post(
                "/leads", "{\"name\":%s,\"company\":%s,\"tags\":[%s]}".formatted(json(text), json(text), json(text)));
        String at = "/leads/" + lead.at("/id");

        assertThat(lead.status()).as("%s", lead).isEqualTo(201);
        assertThat(ann.get(at).at("/name")).isEqualTo(text);
        assertThat(ann.get(at).at("/tags/0")).isEqualTo(text);
        assertThat(ann.get("/leads?limit=1&tag=" + Client.encoded(text)).at("/items/0/id"))
                .isEqualTo(lead.at("/id"));
        ann.post(at + "/notes", "{\"text\":" + json(text) + "}");
        assertThat(ann.get(at + "/notes").at("/items/0/text")).isEqualTo(text);
        assertThat(ann.get("/leads?q=" + Client.encoded(text)).status()).isEqualTo(200);

        String session = "hostile-" + Math.abs(text.hashCode());
        ann.post(
                "/conversations/" + session + "/messages",
                "{\"id\":\"m\",\"speaker\":\"visitor\",\"text\":" + json(text) + "}");
        assertThat(ann.get("/conversations/" + session).at("/messages/0/text")).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void come_back_from_a_table(String text) {
        Client bea = desk.as("birch-bea");
        String address = "h" + Math.abs(text.hashCode()) + "@h.example";
        bea.post("/leads", "{\"name\":%s,\"email\":\"%s\"}".formatted(json(text), address));
        String table = bea.get("/exports?columns=name,email&q=" + address).body();

        assertThat(table.lines().skip(1).findFirst().orElseThrow()).doesNotMatch("^\"?[=@+-].*");
        Reply back = ann.post("/imports", table, "Content-Type", "text/csv");
        assertThat(back.at("/counts/created")).as("%s", back).isEqualTo("1");
        assertThat(ann.get("/leads?q=" + address).at("/items/0/name")).isEqualTo(text.strip());
    }

    @Test
    void a_message_of_one_mebibyte_is_stored_whole_and_a_longer_one_refused() {
        String whole = "x".repeat(MIB - 3) + "\u20AC";
        Reply taken = ann.post(
                "/conversations/big/messages", "{\"id\":\"m1\",\"speaker\":\"visitor\",\"text\":" + json(whole) + "}");
        Reply refused = ann.post(
                "/conversations/big/messages",
                "{\"id\":\"m2\",\"speaker\":\"visitor\",\"text\":" + json(whole + "y") + "}");
        String escaped = "\\u0041".repeat(MIB);
        Reply escapedTaken = ann.post(
                "/conversations/big/messages", "{\"id\":\"m3\",\"speaker\":\"visitor\",\"text\":\"" + escaped + "\"}");

        assertThat(taken.status()).as("%s", taken).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("too-large");
        assertThat(escapedTaken.status()).as("%s", escapedTaken).isEqualTo(200);
        assertThat(ann.get("/conversations/big").at("/messages/0/text")).isEqualTo(whole);
    }

    @Test
    void a_body_without_end_is_refused() {
        byte[] endless = "x".repeat(8 * MIB).getBytes(StandardCharsets.UTF_8);
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(ann.raw("POST", "/api/v1/leads", endless, json).status()).isEqualTo(413);
        assertThat(ann.raw("POST", "/api/v1/conversations/e/messages", endless, json)
                        .status())
                .isEqualTo(413);
        assertThat(ann.raw("PUT", "/api/v1/scorecard", endless, json).status()).isEqualTo(413);
        assertThat(ann.raw("POST", "/api/v1/leads", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), json)
                        .code())
                .isEqualTo("not-json");
    }

    @Test
    void nul_and_lone_surrogates_become_the_replacement_character_and_bad_ids_are_refused() {
        Reply outcome = ann.post(
                "/conversations/nul/messages",
                "{\"id\":\"m1\",\"speaker\":\"visitor\",\"text\":\"a\\u0000b\\ud800c\"}");

        assertThat(outcome.at("/notices/0")).isEqualTo("text-cleaned");
        assertThat(ann.get("/conversations/nul").at("/messages/0/text")).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(ann.post(
                                "/conversations/nul/messages",
                                "{\"id\":\"a\\u0000\",\"speaker\":\"visitor\",\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/conversations/%0a/messages", "{\"id\":\"a\",\"speaker\":\"visitor\",\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/leads", "{\"name\":\"" + "n".repeat(1025) + "\"}").status())
                .isEqualTo(400);
    }
}
