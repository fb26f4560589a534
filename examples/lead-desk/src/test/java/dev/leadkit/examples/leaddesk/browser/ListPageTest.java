package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.Client;
import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

class ListPageTest {
    @TempDir
    static Path data;

    private static TestDesk desk;
    private static Client ann;
    private static Leads leads;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
        ann = desk.as("acme-ann");
        leads = new Leads(ann);
        leads.publishPipeline();
        browser = Browser.shared().dark(false).signIn(desk, "acme-ann");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static List<String> names() {
        return browser.texts(".leads .who a");
    }

    private static void choose(String id) {
        browser.click("input[name=lead][value='" + id + "']");
    }

    @Test
    void the_filters_are_in_the_address_and_the_table_shows_what_passes() {
        String id = leads.created(
                "{\"name\":\"Fia Filter\",\"source\":\"whatsapp\",\"tags\":[\"filtered\"],\"company\":\"Filter Ltd\"}");
        leads.created("{\"name\":\"Fia Other\",\"tags\":[\"filtered\"]}");
        ann.put("/leads/" + id + "/assignee", "{\"assignee\":\"rob\"}");
        browser.open("/leads?tag=filtered");
        assertThat(names()).containsExactly("Fia Other", "Fia Filter");

        browser.select("select[name=assignee]", "rob");
        browser.await(() -> browser.path().contains("assignee=rob"));

        assertThat(names()).containsExactly("Fia Filter");
        assertThat(browser.path()).isEqualTo("/leads?assignee=rob&tag=filtered");
        assertThat(browser.text(".leads tbody tr"))
                .contains("Filter Ltd", "New", "Cold", "WhatsApp", "filtered", "rob", "just now");
        browser.open("/leads?assignee=-&created=last-7-days&tag=filtered&sort=oldest");
        assertThat(names()).containsExactly("Fia Other");
        assertThat(browser.find("select[name=created] option:checked").getText())
                .isEqualTo("Last 7 days");
    }

    @Test
    void stages_are_chosen_in_a_menu_and_a_search_finds_the_start_of_a_name() {
        String id = leads.named("Stina Searched");
        leads.named("Steffi Searched");
        leads.move(id, "contacted");
        browser.open("/leads");

        browser.type("[name=q]", "searc");
        browser.press(Keys.ENTER);
        browser.await(() -> browser.path().equals("/leads?q=searc"));
        browser.click(".pick summary");
        browser.click("input[name=stage][value=contacted]");
        browser.press(Keys.ESCAPE);
        browser.await(() -> browser.path().contains("stage=contacted"));

        assertThat(names()).containsExactly("Stina Searched");
        assertThat(browser.text("#stage-value")).isEqualTo("Contacted");
    }

    @Test
    void a_double_click_makes_one_lead() {
        browser.open("/leads");
        browser.click("#create");
        browser.type("#create-form [name=name]", "Dora Doubleclick");

        browser.actions()
                .doubleClick(browser.find("#create-form button.primary"))
                .perform();

        browser.await(() -> browser.path().matches("/leads/[0-9a-f-]{36}"));
        assertThat(ann.get("/leads?q=doubleclick").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void a_filter_that_is_none_is_named_and_nothing_is_found() {
        browser.open("/leads?created=the-other-day");

        assertThat(browser.text(".notice.bad")).contains("created: expected one of today");
        assertThat(browser.text("#list")).contains("No lead passes this filter");
    }

    @Test
    void pages_go_on_by_cursor() {
        for (int i = 0; i < 5; i++) {
            leads.created("{\"name\":\"Page %d\",\"tags\":[\"paged\"]}".formatted(i));
        }
        browser.open("/leads?tag=paged&limit=2");
        assertThat(names()).containsExactly("Page 4", "Page 3");
        assertThat(browser.text("#range")).isEqualTo("1 to 2 of 5");

        browser.click("a[rel=next]");
        browser.await(() -> browser.text("#range").equals("3 to 4 of 5"));
        browser.click("a[rel=next]");
        browser.await(() -> browser.text("#range").startsWith("5"));

        assertThat(names()).containsExactly("Page 0");
        assertThat(browser.exists("a[rel=next]")).isFalse();
    }

    @Test
    void a_view_keeps_the_filters_for_the_next_time() {
        leads.created("{\"name\":\"Vic Viewed\",\"tags\":[\"viewed\"]}");
        browser.open("/leads?tag=viewed&sort=score");

        browser.click("#save-view");
        browser.type("#view-form [name=name]", "My viewed ones");
        browser.select("#view-form [name=who]", "Only I");
        browser.clickButton("#view-form", "Save");
        browser.await(() -> browser.path().contains("view="));
        browser.open("/leads");
        browser.all(".tabs a").stream()
                .filter(each -> each.getText().equals("My viewed ones"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.await(() -> browser.path().contains("view="));

        assertThat(names()).containsExactly("Vic Viewed");
        assertThat(browser.text(".tabs [aria-current]")).isEqualTo("My viewed ones");
        browser.click("#drop-view");
        browser.await(() -> browser.path().equals("/leads"));
        assertThat(browser.text(".tabs")).doesNotContain("My viewed ones");
    }

    @Test
    void a_view_may_be_seen_by_a_team_or_by_everybody() {
        for (String who : List.of("My team: ", "Everybody")) {
            String expected = who.equals("Everybody") ? "shared" : "team";
            browser.open("/leads?tag=seen");
            browser.click("#save-view");
            browser.type("#view-form [name=name]", "Seen by " + expected);
            browser.all("#view-form [name=who] option").stream()
                    .filter(option -> option.getText().startsWith(who))
                    .findFirst()
                    .orElseThrow()
                    .click();
            browser.clickButton("#view-form", "Save");
            browser.await(() -> browser.path().contains("view="));

            assertThat(browser.text(".tabs [aria-current]")).isEqualTo("Seen by " + expected + " " + expected);
            browser.click("#drop-view");
            browser.await(() -> browser.path().equals("/leads"));
        }
    }

    @Test
    void work_on_chosen_leads_has_an_outcome_for_each_and_can_be_undone() {
        String free = leads.created("{\"name\":\"Bo Free\",\"tags\":[\"bulk\"]}");
        String stuck = leads.created("{\"name\":\"Bo Stuck\",\"tags\":[\"bulk\"]}");
        leads.move(stuck, "talks");
        browser.open("/leads?tag=bulk");

        choose(free);
        choose(stuck);
        assertThat(browser.text("#bulk-count")).isEqualTo("2 leads chosen");
        browser.clickButton("#bulk", "Move");
        browser.select("#bulk-fields [name=to]", "Contacted");
        browser.click("#bulk-go");
        browser.await(() -> browser.find("#bulk-result").isDisplayed());

        assertThat(browser.text("#bulk-counts")).contains("1 applied", "1 refused");
        assertThat(browser.texts("#bulk-items tr"))
                .anyMatch(text -> text.startsWith("Bo Free applied"))
                .anyMatch(text -> text.startsWith("Bo Stuck refused No transition from talks to contacted"));
        assertThat(leads.stage(free)).isEqualTo("contacted");
        browser.click("#bulk-undo");
        browser.awaitText("#bulk-result-title", "Undone");
        assertThat(leads.stage(free)).isEqualTo("new");
        browser.clickButton("#bulk-result", "Done");
        leads.move(stuck, "new");
    }

    @Test
    void all_leads_that_match_can_be_worked_on_beyond_the_page() {
        for (int i = 0; i < 4; i++) {
            leads.created("{\"name\":\"Many %d\",\"tags\":[\"many\"]}".formatted(i));
        }
        browser.open("/leads?tag=many&limit=2");

        browser.click("#all-of-page");
        browser.clickButton("#bulk", "Choose all 4 that match");
        assertThat(browser.text("#bulk-count")).isEqualTo("4 leads chosen");
        browser.clickButton("#bulk", "Tag");
        browser.type("#bulk-fields [name=tag]", "spring");
        browser.click("#bulk-go");
        browser.await(() -> browser.find("#bulk-result").isDisplayed());

        assertThat(browser.text("#bulk-counts")).isEqualTo("4 applied");
        assertThat(ann.get("/leads?tag=spring").json().get("items").size()).isEqualTo(4);
        browser.clickButton("#bulk-result", "Done");
    }

    @Test
    void leads_are_erased_only_after_it_was_typed_out() {
        String id = leads.created("{\"name\":\"Eve Erased\",\"tags\":[\"erase\"]}");
        browser.open("/leads?tag=erase");

        choose(id);
        browser.clickButton("#bulk", "Erase");
        browser.click("#bulk-go");
        assertThat(ann.get("/leads/" + id).status()).isEqualTo(200);
        browser.type("#bulk-fields [name=sure]", "ERASE");
        browser.click("#bulk-go");
        browser.await(() -> browser.find("#bulk-result").isDisplayed());

        assertThat(ann.get("/leads/" + id).status()).isEqualTo(404);
        browser.clickButton("#bulk-result", "Done");
    }

    @Test
    void the_export_takes_the_same_filters() {
        browser.open("/leads?tag=vip&assignee=-&sort=score");

        assertThat(browser.find("#export").getDomAttribute("href"))
                .isEqualTo("/api/v1/exports?tag=vip&unassigned=true");
    }

    @Test
    void a_table_is_imported_after_its_plan_was_shown_with_errors_by_line() throws Exception {
        Path table = data.resolve("leads.csv");
        Files.writeString(
                table, "name,email,stage\nIda Import,ida@import.example,contacted\nBad Import,no address,new\n");
        browser.open("/leads/import");

        browser.find("[name=file]").sendKeys(table.toString());
        browser.clickButton("#import-form", "Show what would happen");
        browser.await(() -> browser.find("#import-plan").isDisplayed());

        assertThat(browser.text("#plan-counts")).contains("1 new", "1 refused");
        assertThat(browser.text("#plan-lines tr")).startsWith("3 refused Email: expected");
        assertThat(ann.get("/leads?q=ida").json().get("items").isEmpty()).isTrue();
        browser.click("#import-run");
        browser.awaitText("#plan-title", "What was done");
        assertThat(ann.get("/leads?q=ida").at("/items/0/stage")).isEqualTo("contacted");
    }

    @Test
    void a_lead_is_added_by_hand() {
        browser.open("/leads");

        browser.click("#create");
        browser.type("#create-form [name=name]", "Hal Hand");
        browser.type("#create-form [name=email]", "hal@hand.example");
        browser.clickButton("#create-form", "Add");
        browser.await(() -> browser.exists("#lead"));

        assertThat(browser.text("h1")).isEqualTo("Hal Hand");
        assertThat(browser.text(".lead-title")).contains("Manual");
    }

    @Test
    void a_rep_neither_erases_nor_exports_and_a_viewer_chooses_nothing() {
        try {
            browser.signIn(desk, "acme-rob").open("/leads");
            assertThat(browser.exists("#export")).isFalse();
            assertThat(browser.exists("[data-action=erase]")).isFalse();
            assertThat(browser.exists("[data-action=tag]")).isTrue();
            browser.signIn(desk, "acme-vic").open("/leads");
            assertThat(browser.exists("input[name=lead]")).isFalse();
            assertThat(browser.exists("#create")).isFalse();
        } finally {
            browser.signIn(desk, "acme-ann");
        }
    }
}
