package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.Reply;
import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

class InsightPageTest {
    private static TestDesk desk;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        browser = Browser.shared().dark(false);
        for (int i = 0; i < 5; i++) {
            String id = desk.as("acme-ann")
                    .post(
                            "/leads",
                            "{\"name\":\"<b>Lead</b> %d\",\"expectedAmount\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                                    .formatted(i, 1000 * (i + 1)))
                    .at("/id");
            if (i == 0) {
                desk.as("acme-ann").put("/leads/" + id + "/assignee", "{\"assignee\":\"rae\"}");
            } else {
                transition(id, "contacted");
            }
            if (i > 2) {
                transition(id, i == 3 ? "converted" : "lost");
            }
        }
        say(
                1,
                "I want to buy five of them today. How soon can you deliver? Write to hot@garden.example, +49 30 12345678");
        say(2, "What do they cost?");
        browser.signIn(desk, "acme-ann");
    }

    private static void say(int number, String text) {
        desk.as("acme-ann")
                .post(
                        "/conversations/hot-1/messages",
                        "{\"id\":\"hot-1-%d\",\"speaker\":\"visitor\",\"text\":\"%s\"}".formatted(number, text));
    }

    private static void transition(String id, String stage) {
        desk.as("acme-ann")
                .post(
                        "/leads/" + id + "/transition",
                        "{\"to\":\"%s\",\"reason\":\"too <b>late</b>\"}".formatted(stage));
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static List<List<String>> rows(String panel) {
        List<List<String>> rows = new ArrayList<>();
        for (WebElement row : browser.all(panel + " tbody tr")) {
            rows.add(row.findElements(By.cssSelector("th bdi, td")).stream()
                    .map(WebElement::getText)
                    .toList());
        }
        return rows;
    }

    @Test
    void the_funnel_says_what_the_interface_says() {
        browser.complaints();
        browser.open("/insight");

        Reply funnel = desk.as("acme-ann").get("/insights/funnel?skipped=imputed");
        List<List<String>> expected = new ArrayList<>();
        funnel.json()
                .at("/steps")
                .forEach(step -> expected.add(List.of(
                        step.at("/stage").asString(),
                        step.at("/reached").asString(),
                        step.at("/lost").asString())));
        List<List<String>> shown = rows("#funnel").stream()
                .map(row -> List.of(row.get(0).toLowerCase(Locale.ROOT), row.get(1), row.get(4)))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(shown).isEqualTo(expected);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void every_figure_has_its_words() {
        browser.open("/insight");

        assertThat(browser.text(".tiles")).contains("New leads 6", "Won 1", "Lost 1", "Open leads 4");
        assertThat(browser.text("#forecast")).contains("EUR", "in eight of ten cases");
        assertThat(browser.text("#lost")).contains("too <b>late</b>");
        assertThat(browser.text("#outcomes")).contains("By source", "By assignee", "By band", "Nobody");
        assertThat(browser.text("#times")).contains("New", "Contacted");
        assertThat(browser.text("#responses")).contains("In time");
    }

    @Test
    void the_period_stands_in_the_address() {
        browser.open("/insight");

        new Select(browser.find("#period")).selectByValue("last-7-days");

        browser.await(() -> browser.path().contains("period=last-7-days"));
        assertThat(new Select(browser.find("#period")).getFirstSelectedOption().getText())
                .isEqualTo("Last 7 days");
        assertThat(browser.text(".tiles")).contains("New leads 6");
    }

    @Test
    void says_so_where_there_is_nothing() {
        browser.open("/insight?period=custom&from=2001-01-01&to=2001-01-31");

        assertThat(browser.text("main"))
                .contains(
                        "2001-01-01 to 2001-01-31", "Nothing happened in this period", "No new leads", "None was lost");
        assertThat(browser.text("#forecast")).contains("EUR");
    }

    @Test
    void the_morning_review_shows_who_is_hot_and_what_is_hostile_as_text() {
        browser.open("/insight/morning");

        assertThat(browser.text("#hot")).contains("hot@garden.example", "hot ");
        assertThat(browser.text("#going-stale")).contains("<b>Lead</b> 0");
        assertThat(browser.text("main")).contains("None left behind");
    }

    @Test
    void a_rep_gets_figures_of_what_he_sees_and_a_viewer_is_told_why_he_gets_none() {
        browser.signIn(desk, "acme-vic");
        browser.open("/insight");
        String viewer = browser.text("main");
        browser.signIn(desk, "acme-rob");
        browser.open("/insight");
        String rep = browser.text(".tiles");
        browser.signIn(desk, "birch-bea");
        browser.open("/insight");
        String other = browser.text(".tiles");
        browser.signIn(desk, "acme-ann");

        assertThat(viewer).contains("amounts");
        assertThat(rep).contains("New leads 5");
        assertThat(other).contains("New leads 0");
    }
}
