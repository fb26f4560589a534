package dev.leadkit.examples.leaddesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insight, chat and settings, light and dark, narrow and wide. */
class PagesAccessibilityTest {
    private static final String[] ALL_RULES = {};
    private static final String[] COLOURS = {"color-contrast"};

    private static TestDesk desk;
    private static final Chromium browser = Chromium.shared();

    @BeforeAll
    static void begin(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        desk.as("acme-ann").post("/conversations/chat-0123456789ab/messages", """
                {"id":"1","speaker":"visitor","text":"I want to buy two, our budget is 900 EUR. Write to axe@garden.example"}""");
        desk.as("acme-ann").post("/conversations/chat-0123456789ab/messages", """
                {"id":"2","speaker":"agent","text":"I will."}""");
        String lost = desk.as("acme-ann").post("/leads", "{\"name\":\"Lost Lou\"}").at("/id");
        desk.as("acme-ann").post("/leads/" + lost + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");
        browser.signIn(desk, "acme-ann");
    }

    @AfterAll
    static void end() {
        browser.size(1280, false);
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"360, false", "360, true", "1280, false", "1280, true"})
    void nothing_serious_is_in_the_way_of_anybody(int width, boolean dark) {
        browser.size(width, dark);
        String[] rules = dark ? COLOURS : ALL_RULES; // the others say the same of both themes
        for (String page : new String[] {"/insight", "/insight/morning", "/chat?session=chat-0123456789ab", "/settings/plan"}) {
            browser.open(page);
            browser.requireAccessible(page, rules);
        }
        for (String page : new String[] {"/settings/capture", "/settings/scorecard"}) {
            browser.open(page);
            browser.click("#dry-run");
            browser.waitFor("#dry-run-result");
            browser.requireAccessible(page, rules);
        }
        browser.open("/settings/pipeline");
        browser.click("#plan-button");
        browser.waitFor("#plan");
        browser.write("#text", "{\"kind\": \"pipeline\"}");
        browser.waitFor(".problem");
        browser.requireAccessible("/settings/pipeline", rules);
        assertThat(browser.complaints()).isEmpty();
    }
}
