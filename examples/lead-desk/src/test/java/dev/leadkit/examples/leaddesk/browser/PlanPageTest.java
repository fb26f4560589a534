package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPageTest {
    private static TestDesk desk;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        browser = Browser.shared().dark(false);
        browser.signIn(desk, "acme-ann");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static void choose(String plan) {
        String button = "input[value='" + plan + "'] + button";
        browser.open("/settings/plan");
        browser.clickReady(button);
        browser.await(() -> !browser.exists(button)); // the page before has another plan that is current
        browser.awaitText(".chosen", "current");
    }

    @Test
    void freemium_shows_how_many_wait_behind_the_gate_and_nobody() {
        desk.as("acme-ann").post("/leads", "{\"name\":\"Hidden Hugo\",\"email\":\"hugo@garden.example\"}");

        choose("freemium");

        for (String page : List.of("/board", "/leads")) {
            browser.open(page);
            assertThat(browser.text("main")).contains("Not in your plan", "behind the gate", "with Basic");
            assertThat(String.valueOf(browser.script("return document.documentElement.outerHTML")))
                    .doesNotContain("Hugo", "hugo@");
        }
        browser.open("/board");
        assertThat(browser.text("main")).contains("Work on a board with Basic");
        browser.open("/insight");
        assertThat(browser.text("main")).contains("Not in your plan", "insights");

        choose("pro");

        browser.open("/board");
        assertThat(browser.text("main")).contains("Hidden Hugo");
    }

    @Test
    void the_chat_goes_on_behind_the_gate() {
        choose("freemium");
        browser.open("/chat");

        browser.put("#say", "Write to gated@garden.example");
        browser.clickReady("#composer button");
        browser.awaitText("#explain", "This conversation is a lead");

        assertThat(browser.text("#explain")).contains("See who your visitors are with Basic");
        assertThat(browser.all("#explain .band, #mini .mini-card")).isEmpty();
        choose("pro");
        browser.open("/board");
        assertThat(browser.text("main")).contains("gated@garden.example");
    }

    @Test
    void basic_opens_the_desk_and_locks_the_figures() {
        choose("basic");

        browser.open("/insight/morning");
        assertThat(browser.text("main")).contains("See funnels and forecasts with Pro");
        browser.open("/board");
        assertThat(browser.all("[data-locked]")).isEmpty();

        choose("pro");
        browser.open("/insight/morning");
        assertThat(browser.text("h1")).isEqualTo("Morning review");
    }
}
