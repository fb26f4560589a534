package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.Client;
import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each page: for whoever sees, hears or writes what, on any screen. */
class PagesForAllTest {
    private static final List<String> HOSTILE = List.of(
            "<script>document.title='owned'</script>",
            "\"><img src=x onerror=\"document.title='owned'\">",
            "{{ 7 * 7 }} {% include \"layout\" %} ${7*7}",
            "'; DROP TABLE leadkit_lead; --",
            "\u202Egnitirw morf thgir\u202C",
            "zero\u200Bwidth\u200D\uFEFFjoined",
            "W".repeat(900));

    @TempDir
    static Path data;

    private static TestDesk desk;
    private static Browser browser;
    private static String hostile = "";
    private static String captured = "";

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
        Client ann = desk.as("acme-ann");
        var leads = new Leads(ann);
        leads.publishPipeline();
        for (String text : HOSTILE) {
            String quoted = Leads.quoted(text);
            hostile = leads.created("{\"name\":%s,\"company\":%s,\"location\":%s,\"tags\":[%s]}"
                    .formatted(quoted, quoted, quoted, quoted));
            ann.post("/leads/" + hostile + "/notes", "{\"text\":%s}".formatted(quoted));
            captured = leads.says("hostile", "visitor", text + " I want to buy two machines, hara@hostile.example");
            leads.says("hostile", "agent", text);
        }
        ann.put("/leads/" + captured + "/assignee", "{\"assignee\":\"rob\"}");
        browser = Browser.shared().dark(false).signIn(desk, "acme-ann");
    }

    @AfterAll
    static void end() {
        browser.wide().dark(false);
        desk.close();
    }

    private static List<String> pages() {
        return List.of(
                "/board", "/leads", "/leads/" + captured, "/leads/" + hostile, "/leads/import", "/leads?tag=none");
    }

    @Test
    void nothing_stands_in_the_way_of_who_sees_or_hears_otherwise() {
        for (boolean isDark : new boolean[] {false, true}) {
            browser.dark(isDark);
            for (boolean isNarrow : new boolean[] {false, true}) {
                browser = isNarrow ? browser.narrow() : browser.wide();
                for (String page : pages()) {
                    browser.open(page);
                    assertThat(browser.barriers())
                            .as("%s dark=%s narrow=%s", page, isDark, isNarrow)
                            .isEmpty();
                    assertThat(browser.isTooWide())
                            .as("%s narrow=%s", page, isNarrow)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void dialogs_and_menus_are_no_barriers_either() {
        browser.wide().dark(false).open("/board");
        browser.click(".card-menu");
        browser.await(() -> browser.exists("#move-menu [aria-disabled]"));
        assertThat(browser.barriers()).isEmpty();
        browser.open("/leads");
        browser.click("#create");
        assertThat(browser.barriers()).isEmpty();
        browser.open("/leads/" + captured);
        browser.clickButton(".lead-head", "Edit");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void what_strangers_write_is_text_and_nothing_else() {
        browser.wide().dark(false);
        browser.complaints();
        for (String page : pages()) {
            browser.open(page);
            assertThat(browser.script("return document.title")).asString().doesNotContain("owned");
            assertThat(browser.exists("main img, main script")).as(page).isFalse();
            assertThat(browser.complaints()).as(page).isEmpty();
        }
        browser.open("/leads/" + captured);
        List<String> said = browser.all(".message.agent .text").stream()
                .map(each -> String.valueOf(each.getDomProperty("textContent")))
                .toList();
        assertThat(said).containsExactlyElementsOf(HOSTILE);
        browser.open("/board");
        assertThat(browser.all(".lead-name").stream().map(each -> String.valueOf(each.getDomProperty("textContent"))))
                .containsAll(HOSTILE);
    }

    @Test
    void the_theme_is_as_the_system_has_it_until_it_is_chosen() {
        browser.wide().dark(true).open("/board");
        String dark = colour();
        browser.click("#theme");
        String light = colour();
        browser.open("/leads");
        assertThat(colour()).isEqualTo(light).isNotEqualTo(dark);

        browser.click("#theme");
        assertThat(colour()).isEqualTo(dark);
        browser.dark(false).click("#theme");

        assertThat(browser.find("#theme").getDomAttribute("aria-label")).isEqualTo("Theme: as the system");
        assertThat(colour()).isEqualTo(light);
    }

    private static String colour() {
        return String.valueOf(browser.script("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void an_empty_desk_says_what_to_do() {
        browser.wide().signIn(desk, "birch-bea").open("/leads");
        try {
            assertThat(browser.text("#list")).contains("No leads yet");
            browser.open("/board");
            assertThat(browser.text(".column")).contains("No leads here yet");
            browser.open("/leads/" + captured);
            assertThat(browser.text("h1")).isEqualTo("there is no such lead");
        } finally {
            browser.signIn(desk, "acme-ann");
        }
    }
}
