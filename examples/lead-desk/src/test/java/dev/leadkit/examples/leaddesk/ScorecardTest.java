package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another card of a tenant, and what becomes of the leads that there are. */
class ScorecardTest {
    private static TestDesk desk;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    /** Gives all leads the same score. */
    private static String card(int version, int points) {
        return """
                {"kind": "scorecard", "format": 1, "name": "desk", "version": %d, "base": %d, "factors": [],
                 "bands": [{"key": "hot", "name": "Hot", "from": 70}, {"key": "warm", "name": "Warm", "from": 40},
                           {"key": "cold", "name": "Cold", "from": 0}]}""".formatted(version, points);
    }

    private static String bandOnBoard(Client client) {
        return client.get("/board").at("/columns/0/cards/0/band");
    }

    /** Looks again and again, for half a minute at most. */
    private static void awaitBand(Client client, String band) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!bandOnBoard(client).equals(band) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(bandOnBoard(client)).isEqualTo(band);
    }

    @Test
    void leads_that_there_are_come_into_the_bands_of_a_card_that_is_published() {
        Client ann = desk.as("acme-ann");
        Client bea = desk.as("birch-bea");
        String id = ann.post("/leads", "{\"name\":\"Kim\"}").at("/id");
        bea.post("/leads", "{\"name\":\"Lou\"}");
        assertThat(bandOnBoard(ann)).isEqualTo("cold");

        Reply published = ann.put("/scorecard", card(1, 90), "If-Match", "\"0\"");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.header("etag")).isEqualTo("\"1\"");
        awaitBand(ann, "hot");
        assertThat(ann.get("/leads/" + id).at("/score")).isEqualTo("90");
        assertThat(bandOnBoard(bea)).isEqualTo("cold");
        assertThat(desk.as("acme-vic").get("/scorecard").at("/base")).isEqualTo("90");
        assertThat(ann.put("/scorecard", card(1, 50)).code()).isEqualTo("invalid-definition");
        assertThat(ann.put("/scorecard", card(2, 50), "If-Match", "\"0\"").status())
                .isEqualTo(412);
        ann.put("/scorecard", card(2, 50), "If-Match", "\"1\"");
        awaitBand(ann, "warm");
    }

    @Test
    void nobody_but_an_admin_publishes_a_card() {
        for (String key : new String[] {"acme-max", "acme-rob", "acme-vic"}) {
            assertThat(desk.as(key).put("/scorecard", card(7, 90)).status()).isEqualTo(403);
        }
    }
}
