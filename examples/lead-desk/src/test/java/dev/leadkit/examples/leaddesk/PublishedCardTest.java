package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another card of a tenant, and what becomes of the leads that there are. */
class PublishedCardTest {
    private static TestDesk desk;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    /** Gives leads with an e-mail address so many points, and others none. */
    private static String card(int version, int points) {
        return """
                {"kind": "scorecard", "format": 1, "name": "desk", "version": %d,
                 "factors": [{"id": "email", "label": "E-mail", "dimension": "engagement", "input": "contact.email",
                   "bins": [{"equals": "yes", "points": %d}]}],
                 "bands": [{"key": "hot", "from": 70}, {"key": "warm", "from": 40}, {"key": "cold", "from": 0}]}""".formatted(version, points);
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
        String id = ann.post("/leads", "{\"email\":\"kim@garden.example\"}").at("/id");
        bea.post("/leads", "{\"email\":\"lou@garden.example\"}");
        assertThat(bandOnBoard(ann)).isEqualTo("cold");

        Reply published = ann.put("/scorecard", card(1, 90), "If-Match", "\"0\"");

        assertThat(published.status()).as("%s", published).isEqualTo(200);
        assertThat(published.header("etag")).isEqualTo("\"1\"");
        awaitBand(ann, "hot");
        assertThat(ann.get("/leads/" + id).at("/score")).isEqualTo("90");
        assertThat(bandOnBoard(bea)).isEqualTo("cold");
        assertThat(desk.as("acme-vic").get("/scorecard").at("/factors/0/bins/0/points"))
                .isEqualTo("90");
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
