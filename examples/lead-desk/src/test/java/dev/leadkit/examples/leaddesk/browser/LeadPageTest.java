package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.Client;
import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadPageTest {
    /** Says that the page is hidden, or is not. */
    private static final String SIGHT =
            "Object.defineProperty(document, 'hidden', {value: arguments[0], configurable: true});"
                    + "document.dispatchEvent(new Event('visibilitychange'))";

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

    private static Browser open(String id) {
        return browser.open("/leads/" + id);
    }

    @Test
    void a_captured_lead_shows_what_was_said_by_whom_and_where_each_value_came_from() {
        leads.says("talk", "visitor", "Hello, I need two espresso machines for a hotel, our budget is 9000 EUR");
        leads.says("talk", "bot", "Gladly! Who may we get back to?");
        String id = leads.says("talk", "visitor", "My name is Tara Talk, tara@talk.example");
        leads.says("talk", "agent", "Hi Tara, this is Rob.");

        open(id);

        assertThat(browser.text("h1")).isEqualTo("Tara Talk");
        assertThat(browser.texts(".message-head"))
                .hasSize(4)
                .allMatch(head -> head.matches("(Visitor|Bot|Agent) [0-9]{1,2}:[0-9]{2}.[AP]M"));
        assertThat(browser.all(".message").stream().map(each -> each.getDomAttribute("class")))
                .containsExactly("message visitor", "message bot", "message visitor", "message agent");
        assertThat(browser.text(".messages .between")).isEqualTo("Handed over to a person");
        assertThat(browser.text(".facts")).contains("tara@talk.example", "Claimed", "said in the chat", "€9,000");
        assertThat(browser.text(".need")).contains("two espresso machines");
        assertThat(browser.text(".summary")).contains("Visitor:", "two espresso machines");
        assertThat(browser.text(".bars")).contains("E-mail", "+", "e-mail given");
        assertThat(browser.text(".timeline"))
                .contains("Became a lead in New, from Widget", "Captured:", "Known by an e-mail address, claimed");
    }

    @Test
    void a_citation_leads_to_its_message() {
        String id = leads.says("cited", "visitor", "I want to buy three grinders for my shop, cora@cited.example");
        open(id);

        browser.click(".need .cite");

        browser.await(() -> browser.exists(".message:target"));
        assertThat(browser.text(".message:target mark")).contains("three grinders");
    }

    @Test
    void a_lead_is_put_off_by_a_button_and_brought_back_by_another() {
        String id = leads.says("snoozed", "visitor", "I want to buy a grinder, sam@snoozed.example");
        open(id);

        browser.click("[data-do=snooze][data-days='7']");

        browser.await(() -> browser.exists("[data-do=wake]"));
        assertThat(ann.get("/leads/" + id).json().has("snoozedUntil")).isTrue();

        browser.click("[data-do=wake]");

        browser.await(() -> browser.exists("[data-do=snooze]"));
        assertThat(ann.get("/leads/" + id).json().has("snoozedUntil")).isFalse();
    }

    @Test
    void the_points_of_the_factors_add_up_to_the_score() {
        String id =
                leads.says("points", "visitor", "Can I buy six machines today? Call +49 30 901820, pat@points.example");
        open(id);

        int sum = browser.all(".bar-head b").stream()
                .mapToInt(each -> Integer.parseInt(each.getText().replace("+", "")))
                .sum();

        assertThat(browser.text(".score .band")).endsWith(" " + sum + " of 100");
    }

    @Test
    void a_stage_is_chosen_and_the_timeline_says_so_and_undoes_it() {
        String id = leads.named("Sia Stage");
        open(id);
        browser.awaitText(".step[data-stage=converted]", "No transition from new to converted");

        browser.click(".step[data-stage=contacted]");
        browser.awaitText(".toast", "Moved to Contacted.");
        assertThat(browser.text(".steps [aria-current]")).isEqualTo("Contacted");
        assertThat(browser.text(".entry"))
                .startsWith("Moved from New to Contacted after")
                .contains("ann, just now");

        browser.click(".entry [data-do=undo]");
        browser.awaitText(".steps [aria-current]", "New");
        assertThat(leads.stage(id)).isEqualTo("new");
        assertThat(browser.text(".entry")).contains("as an undo");
    }

    @Test
    void a_stage_that_asks_for_something_opens_a_form() {
        String id = leads.named("Finn Form");
        open(id);
        browser.awaitText(".step[data-stage=qualified]", "Asks for: expected amount");

        browser.click(".step[data-stage=qualified]");
        browser.await(() -> browser.find("#ask").isDisplayed());
        browser.type("#ask [name=amount]", "500");
        browser.click("#ask-go");

        browser.awaitText(".steps [aria-current]", "Offer");
        assertThat(browser.text(".facts")).contains("€500", "By a person", "entered by ann");
    }

    @Test
    void notes_are_added_edited_with_their_history_and_taken_away() {
        String id = leads.named("Nina Notes");
        open(id);

        browser.type("#note-text", "Called once");
        browser.clickButton("#note-form", "Add");
        browser.awaitText(".note", "Called once");
        browser.click("[data-do=edit-note]");
        browser.type("#note-ask textarea", "Called twice");
        browser.clickButton("#note-ask", "Save");
        browser.awaitText(".note", "Called twice");
        browser.click(".note details summary");
        assertThat(browser.text(".note details")).contains("Called once", "ann");
        assertThat(browser.text(".note-foot")).contains("edited");

        browser.click("[data-do=remove-note]");
        browser.await(() -> !browser.exists(".note"));
        assertThat(browser.text(".timeline")).contains("Wrote a note", "Rewrote a note", "Took a note away");
    }

    @Test
    void a_closed_lead_is_opened_again_by_a_button() {
        String id = leads.named("Rhea Reopen");
        open(id);
        assertThat(browser.exists("[data-do=reopen]")).isFalse();
        ann.post("/leads/" + id + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");
        open(id);

        browser.click("[data-do=reopen]");

        browser.awaitText(".steps [aria-current]", "New");
        browser.awaitText(".toast", "Open again.");
        assertThat(browser.exists("[data-do=reopen]")).isFalse();
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void a_double_click_makes_one_note() {
        String id = leads.named("Dag Doubleclick");
        open(id);

        browser.type("#note-text", "Once only");
        browser.actions().doubleClick(browser.find("#note-form button")).perform();

        browser.awaitText(".note", "Once only");
        browser.type("#note-text", "And another");
        browser.clickButton("#note-form", "Add");
        browser.awaitText(".note", "And another");
        assertThat(ann.get("/leads/" + id + "/notes").json().get("items").size())
                .isEqualTo(2);
    }

    @Test
    void a_note_that_was_typed_when_the_session_ended_is_there_after_signing_in_again() throws Exception {
        String id = leads.named("Nora Night");
        try (Browser other = Browser.start()) {
            other.signIn(desk, "acme-max").open("/leads/" + id);
            other.type("#note-text", "Typed in vain?");
            other.forget();

            other.clickButton("#note-form", "Add");
            other.awaitThere("[name=key]");
            other.type("[name=key]", "acme-max");
            other.find("[name=key]").submit();

            other.await(() -> other.path().equals("/leads/" + id));
            assertThat(other.find("#note-text").getDomProperty("value")).isEqualTo("Typed in vain?");
        }
    }

    @Test
    void who_gives_away_what_he_sees_no_more_is_told_so_and_comes_to_the_list() throws Exception {
        String id = leads.created("{\"name\":\"Hanna Handed\",\"assignee\":\"rob\"}");
        try (Browser other = Browser.start()) {
            other.signIn(desk, "acme-rob").open("/leads/" + id);

            other.select("#assignee", "rae");

            other.await(() -> other.path().equals("/leads"));
            other.awaitText(".toast", "Given to rae. The lead is not yours to see any more.");
        }
        assertThat(ann.get("/leads/" + id).at("/assignee")).isEqualTo("rae");
    }

    @Test
    void a_rep_is_asked_for_no_other_taker_than_himself_as_he_moves_a_lead() throws Exception {
        String id = leads.named("Tilda Taker");
        try (Browser other = Browser.start()) {
            other.signIn(desk, "acme-rob").open("/leads/" + id);

            assertThat(other.script("return [...document.getElementById('users').options].map(each => each.value)"))
                    .isEqualTo(List.of("rob"));
            assertThat(other.post("/board/cards/" + id, "to=contacted&from=new&assignee=rae"))
                    .isEqualTo("422");
            assertThat(other.post("/board/cards/" + id, "to=contacted&from=new&assignee=rob"))
                    .isEqualTo("200");
        }
        assertThat(leads.stage(id)).isEqualTo("contacted");
    }

    @Test
    void tags_and_the_assignee_are_set() {
        String id = leads.named("Tom Tagged");
        open(id);

        browser.type("#tag-text", "VIP");
        browser.clickButton("#tag-form", "Add");
        browser.awaitText(".tag-list", "VIP");
        browser.select("#assignee", "rob");
        browser.awaitText(".timeline", "Given to rob");
        browser.click("[data-do=untag]");
        browser.await(() -> !browser.exists(".tag-list .chip"));

        assertThat(ann.get("/leads/" + id).at("/assignee")).isEqualTo("rob");
        assertThat(browser.text(".timeline")).contains("Tagged “VIP”", "Tag “VIP” taken away");
    }

    @Test
    void contact_data_is_edited_unless_somebody_was_faster() {
        String id = leads.named("Edda Edit");
        open(id);
        browser.script("window.dispatchEvent(new Event('pagehide'))"); // no longer told what others do
        browser.clickButton(".lead-head", "Edit");
        browser.type("#edit-form [name=company]", "Edit Ltd");
        ann.post("/leads/" + id + "/notes", "{\"text\":\"meanwhile\"}");

        browser.clickButton("#edit-form", "Save");
        browser.awaitText("#edit-form .notice", "Somebody changed the lead meanwhile");
        browser.awaitText(".notes", "meanwhile");
        browser.clickButton("#edit-form", "Save");

        browser.awaitText(".facts", "Edit Ltd");
        assertThat(ann.get("/leads/" + id).at("/company")).isEqualTo("Edit Ltd");
    }

    @Test
    void an_address_that_is_corrected_is_replaced_and_each_other_can_be_removed() {
        String id = leads.created("{\"name\":\"Tess Typo\",\"emails\":[\"tess@typo.exampel\",\"old@typo.example\","
                + "\"kept@typo.example\"],\"phone\":\"+49 341 5550188\"}");
        open(id);

        browser.clickButton(".lead-head", "Edit");
        browser.type("#edit-form [name=email]", "tess@typo.example");
        browser.click("#edit-form [name=removeEmails][value='old@typo.example']");
        browser.find("#edit-form [name=phone]").clear();
        browser.clickButton("#edit-form", "Save");

        browser.awaitText(".facts", "tess@typo.example");
        assertThat(browser.text(".facts"))
                .contains("kept@typo.example")
                .doesNotContain("exampel", "old@typo.example", "5550188");
    }

    @Test
    void leads_of_one_person_are_merged_field_by_field_and_taken_apart_again() {
        String one = leads.created("{\"name\":\"Max Merge\",\"email\":\"max@merge.example\"}");
        String other = leads.created(
                "{\"name\":\"Maximilian Merge\",\"email\":\"max@merge.example\",\"company\":\"Merge Ltd\"}");
        open(one);
        assertThat(browser.text(".same")).contains("Maximilian Merge", "% likely", "both gave the same address");

        browser.click("[data-do=merge]");
        browser.awaitText("#merge-fields", "Merge Ltd");
        browser.all("#merge-fields label").stream()
                .filter(each -> each.getText().equals("Maximilian Merge"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.await(() -> browser.all("#merge-fields tr").stream()
                .anyMatch(
                        row -> row.getText().startsWith("name") && row.getText().endsWith("Maximilian Merge")));
        browser.clickButton("#merge", "Merge");
        browser.awaitText("h1", "Maximilian Merge");
        assertThat(browser.text(".facts")).contains("Merge Ltd");
        assertThat(browser.find("#edit-form [name=company]").getDomProperty("value"))
                .isEqualTo("Merge Ltd");
        assertThat(ann.get("/leads/" + other).at("/name")).isEqualTo("Maximilian Merge");

        browser.click("[data-do=unmerge]");

        browser.awaitText("h1", "Max Merge");
        browser.awaitText(".same", "% likely");
        assertThat(browser.text(".facts")).doesNotContain("Merge Ltd");
    }

    @Test
    void somebody_else_is_not_suggested_again() {
        String one = leads.created("{\"name\":\"Dag Distinct\",\"email\":\"office@distinct.example\"}");
        leads.created("{\"name\":\"Dora Distinct\",\"email\":\"office@distinct.example\"}");
        open(one);

        browser.click("[data-do=distinct]");

        browser.await(() -> !browser.exists(".same"));
        open(one);
        assertThat(browser.exists(".same")).isFalse();
    }

    @Test
    void what_others_do_to_the_lead_is_shown() {
        String id = leads.named("Lia Live");
        browser.openLive("/leads/" + id);
        browser.type("#note-text", "half a thou");

        desk.as("acme-max").post("/leads/" + id + "/notes", "{\"text\":\"from afar\"}");

        browser.awaitText(".notes", "from afar");
        assertThat(browser.find("#note-text").getDomProperty("value")).isEqualTo("half a thou");
    }

    @Test
    void who_is_erased_is_on_nobodys_page_any_more() {
        String id = leads.created("{\"name\":\"Gus Gone\",\"email\":\"gus@gone.example\"}");
        browser.openLive("/leads/" + id);

        desk.as("acme-max").delete("/leads/" + id);

        browser.awaitText("h1", "This lead was erased, or is not yours to see any more");
        assertThat(browser.script("return document.documentElement.outerHTML + document.title"))
                .asString()
                .doesNotContain("Gus", "gus@gone");
    }

    @Test
    void a_page_out_of_sight_does_not_listen_and_shows_what_it_missed_when_it_is_back() {
        String id = leads.named("Hedy Hidden");
        browser.openLive("/leads/" + id);

        browser.script(SIGHT, true);
        browser.await(() -> !browser.exists("html[data-live]"));
        ann.post("/leads/" + id + "/notes", "{\"text\":\"while away\"}");
        browser.script(SIGHT, false);
        browser.awaitText(".note", "while away");

        ann.post("/leads/" + id + "/notes", "{\"text\":\"in sight\"}");
        browser.awaitText(".note", "in sight");
        browser.script(SIGHT, true);
        ann.post("/leads/" + id + "/notes", "{\"text\":\"away again\"}");
        browser.script(SIGHT, false);
        browser.awaitText(".note", "away again");
        browser.await(() -> browser.exists("html[data-live=yes]"));
    }

    @Test
    void a_lead_is_erased_after_it_was_confirmed() {
        String id = leads.named("Era Erase");
        open(id);

        browser.clickButton(".lead-head", "Erase…");
        browser.clickButton("#erase", "Keep it");
        assertThat(ann.get("/leads/" + id).status()).isEqualTo(200);
        browser.clickButton(".lead-head", "Erase…");
        browser.clickButton("#erase", "Erase");
        browser.await(() -> browser.path().equals("/leads"));

        assertThat(ann.get("/leads/" + id).status()).isEqualTo(404);
        open(id);
        assertThat(browser.text("h1").toLowerCase(Locale.ROOT)).contains("there is no such lead");
    }
}
