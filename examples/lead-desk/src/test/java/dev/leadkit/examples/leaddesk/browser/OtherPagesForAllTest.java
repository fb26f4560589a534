package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insight, chat and settings, light and dark, narrow and wide. */
class OtherPagesForAllTest {
    private static final String[] ALL_RULES = {};
    private static final String[] COLOURS = {"color-contrast"};

    private static TestDesk desk;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        browser = Browser.shared().dark(false);
        desk.as("acme-ann").post("/conversations/chat-0123456789ab/messages", """
                {"id":"1","speaker":"visitor","text":"I want to buy two, our budget is 900 EUR. Write to axe@garden.example"}""");
        desk.as("acme-ann").post("/conversations/chat-0123456789ab/messages", """
                {"id":"2","speaker":"agent","text":"I will."}""");
        String lost =
                desk.as("acme-ann").post("/leads", "{\"name\":\"Lost Lou\"}").at("/id");
        desk.as("acme-ann").post("/leads/" + lost + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");
        browser.signIn(desk, "acme-ann");
    }

    @AfterAll
    static void end() {
        browser.wide().dark(false);
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false", "false, true"})
    void nothing_stands_in_the_way_of_who_sees_or_hears_otherwise(boolean isNarrow, boolean isDark) {
        browser = (isNarrow ? browser.narrow() : browser.wide()).dark(isDark);
        String[] rules = isDark ? COLOURS : ALL_RULES; // the others say the same of both themes
        browser.complaints();
        for (String page :
                List.of("/insight", "/insight/morning", "/chat?session=chat-0123456789ab", "/settings/plan")) {
            browser.open(page);
            requireOpen(page, rules);
        }
        for (String page : List.of("/settings/capture", "/settings/scorecard")) {
            browser.open(page);
            browser.clickReady("#dry-run");
            browser.awaitThere("#dry-run-result");
            requireOpen(page, rules);
        }
        browser.open("/settings/pipeline");
        browser.clickReady("#plan-button");
        browser.awaitThere("#plan");
        requireOpen("/settings/pipeline with a plan", rules);
        browser.put("#text", "{\"kind\": \"pipeline\"}");
        browser.awaitThere(".problem");
        requireOpen("/settings/pipeline with problems", rules);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void requireOpen(String page, String... rules) {
        assertThat(browser.barriers(rules)).as(page).isEmpty();
        assertThat(browser.isTooWide()).as(page).isFalse();
    }
}
