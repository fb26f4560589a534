package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.Client;
import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

class BoardPageTest {
    private static final String FAILING_MOVES = """
            const real = window.fetch;
            window.fetch = (url, options) => options.method === 'POST' && String(url).startsWith('/board/cards/')
                ? Promise.resolve(new Response('{"status":500,"code":"server-error","detail":"the server made a mistake"}',
                    {status: 500, headers: {'Content-Type': 'application/problem+json'}}))
                : real(url, options);
            """;

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

    private static String card(String id) {
        return "#card-" + id;
    }

    private static String column(String stage) {
        return ".column[data-stage=" + stage + "]";
    }

    private static String cardIn(String stage, String id) {
        return column(stage) + " " + card(id);
    }

    private static String name(String id) {
        return card(id) + " .lead-name";
    }

    private static void focus(String id) {
        browser.script("document.querySelector(arguments[0]).focus()", name(id));
    }

    /** Takes a card by the mouse to a column, where it is still held. */
    private static Actions held(String id, String stage) {
        WebElement card = browser.find(card(id) + " .lead-foot");
        WebElement cards = browser.find(column(stage) + " .cards");
        browser.actions().moveToElement(card).clickAndHold().moveByOffset(8, 8).perform();
        browser.await(() -> browser.exists(column(stage) + "[data-verdict]"));
        browser.actions()
                .moveToElement(cards, 0, 20 - cards.getSize().height / 2)
                .moveByOffset(3, 3)
                .perform();
        return browser.actions();
    }

    private static void awaitSettled(String id) {
        browser.await(() -> !browser.exists(card(id) + "[aria-busy]") && browser.exists(card(id)));
    }

    @Test
    void a_column_says_how_many_leads_what_they_are_worth_and_what_is_expected() {
        String id = leads.created(
                "{\"name\":\"Kim Sum\",\"source\":\"whatsapp\",\"tags\":[\"vip\",\"hotel\"],\"expectedAmount\":{\"amount\":1000,\"currency\":\"USD\"}}");
        leads.move(id, "talks");
        ann.put("/leads/" + id + "/assignee", "{\"assignee\":\"rob\"}");
        ann.post("/leads/" + id + "/notes", "{\"text\":\"called\"}");

        browser.open("/board?tag=hotel");

        assertThat(browser.text(column("talks") + " .column-head"))
                .contains("Talks", "1 / 2", "$1,000", "forecast $500");
        assertThat(browser.text(card(id)))
                .contains("Kim Sum", "WhatsApp", "vip", "hotel", "Cold", "just now", "$1,000");
        assertThat(browser.find(card(id) + " .avatar").getDomAttribute("title")).isEqualTo("Looked after by rob");
        assertThat(browser.text(column("lost"))).contains("No lead here passes the filter");
        leads.move(id, "new");
    }

    @Test
    void a_filter_that_has_no_field_on_the_page_stays() {
        browser.open("/board?tag=stays&minScore=1");

        browser.select("select[name=band]", "Cold");

        browser.await(() -> browser.path().contains("band=cold"));
        assertThat(browser.path()).contains("tag=stays", "minScore=1");
    }

    @Test
    void a_column_over_its_limit_with_stale_leads_keeps_its_name() {
        browser.open("/board");

        browser.script(
                "const title = document.querySelector('.column[data-stage=talks] .column-title');"
                        + "title.querySelectorAll('.chip').forEach(chip => chip.remove());"
                        + "title.insertAdjacentHTML('beforeend', '<span class=\"chip bad\">Over limit</span><a class=\"chip warn stale-link\">12 stale</a>')");

        assertThat(browser.script("const name = document.querySelector('.column[data-stage=talks] h2');"
                        + "return name.scrollWidth <= name.clientWidth && name.clientWidth > 0"))
                .isEqualTo(true);
    }

    @Test
    void a_card_is_moved_by_the_mouse() {
        String id = leads.named("Mo Mouse");
        browser.open("/board?q=mouse");

        held(id, "contacted").release().perform();

        browser.awaitText(".toast", "Moved Mo Mouse to Contacted.");
        assertThat(browser.text(".toast bdi")).isEqualTo("Mo Mouse"); // whatever its direction
        assertThat(browser.exists(cardIn("contacted", id))).isTrue();
        assertThat(leads.stage(id)).isEqualTo("contacted");
    }

    @Test
    void a_card_is_moved_by_a_finger_that_stays_on_it_first() {
        String id = leads.named("Tove Touch");
        browser.size(800, 700, true).open("/board?q=touch");
        try {
            Point from = middle(browser.find(card(id) + " .lead-foot"));
            Point to = middle(browser.find(column("contacted") + " .cards"));

            browser.touch("touchStart", from.x, from.y);
            browser.await(() -> browser.exists(card(id) + ".sortable-chosen"));
            browser.touch("touchMove", from.x + 10, from.y + 5);
            browser.touch("touchMove", to.x - 20, to.y);
            browser.touch("touchMove", to.x, to.y);
            browser.await(() -> browser.exists(cardIn("contacted", id)));
            browser.touch("touchEnd");

            browser.awaitText(".toast", "Moved Tove Touch to Contacted.");
            assertThat(leads.stage(id)).isEqualTo("contacted");
        } finally {
            browser.wide();
        }
    }

    private static Point middle(WebElement element) {
        var box = element.getRect();
        return new Point(box.x + box.width / 2, box.y + Math.min(box.height / 2, 60));
    }

    @Test
    void a_card_is_moved_by_keys_and_it_is_told() {
        String id = leads.named("Kay Keys");
        browser.open("/board?q=keys");

        focus(id);
        browser.pressShift(Keys.ARROW_RIGHT);

        browser.awaitText("#announcer", "Kay Keys moved to Contacted, place 1 of 1.");
        assertThat(leads.stage(id)).isEqualTo("contacted");
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("Kay Keys");
        browser.pressShift(Keys.ARROW_LEFT);
        browser.awaitText("#announcer", "Kay Keys moved to New");
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void a_card_is_moved_by_its_menu_which_says_what_is_refused() {
        String id = leads.named("Mel Menu");
        browser.open("/board?q=menu");

        browser.click(card(id) + " .card-menu");
        browser.awaitText("#move-menu [data-stage=converted] small", "No transition");
        assertThat(browser.find("#move-menu [data-stage=converted]").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        browser.press(Keys.ENTER);

        browser.awaitText(".toast", "Moved Mel Menu to Contacted.");
        assertThat(leads.stage(id)).isEqualTo("contacted");
    }

    @Test
    void arrow_keys_go_from_card_to_card() {
        String below = leads.named("Ora Order One");
        String above = leads.named("Ora Order Two");
        browser.open("/board?q=order");

        focus(above);
        browser.press(Keys.ARROW_DOWN);

        assertThat(browser.script("return document.activeElement.closest('.lead-card').dataset.id"))
                .isEqualTo(below);
    }

    @Test
    void the_order_within_a_column_is_kept() {
        String below = leads.named("Rank One");
        String above = leads.named("Rank Two");
        browser.open("/board?q=rank");

        focus(above);
        browser.pressShift(Keys.ARROW_DOWN);
        browser.awaitText("#announcer", "Rank Two moved within New, place 2 of 2.");
        browser.open("/board?q=rank");

        assertThat(browser.all(column("new") + " .lead-card").stream().map(each -> each.getDomAttribute("data-id")))
                .containsExactly(below, above);
        assertThat(browser.exists(card(above))).isTrue();
    }

    @Test
    void a_column_that_refuses_the_card_is_greyed_out_with_the_reason_before_the_drop() {
        String id = leads.named("Rex Refused");
        browser.open("/board?q=refused");

        Actions stillHeld = held(id, "converted");

        assertThat(browser.find(column("converted")).getDomAttribute("data-verdict"))
                .isEqualTo("no");
        assertThat(browser.text(column("converted") + " .column-verdict"))
                .contains("No transition from new to converted");
        assertThat(browser.find(column("contacted")).getDomAttribute("data-verdict"))
                .isEqualTo("ok");
        assertThat(browser.text(column("qualified") + " .column-verdict")).contains("Asks for: expected amount");
        stillHeld.release().perform();
        awaitSettled(id);
        assertThat(browser.exists(cardIn("new", id))).isTrue();
        assertThat(browser.exists(".column[data-verdict]")).isFalse();
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void a_missing_field_is_asked_for_and_the_move_goes_on() {
        String id = leads.named("Ana Asked");
        browser.open("/board?q=asked");

        held(id, "qualified").release().perform();
        browser.await(() -> browser.find("#ask").isDisplayed());
        browser.type("#ask [name=amount]", "1200.50");
        browser.click("#ask-go");

        browser.awaitText(".toast", "Moved Ana Asked to Offer.");
        assertThat(browser.text(card(id))).contains("€1,200.50");
        assertThat(ann.get("/leads/" + id).at("/expectedAmount/amount")).isEqualTo("1200.5");
        assertThat(leads.stage(id)).isEqualTo("qualified");
    }

    @Test
    void a_form_that_is_given_up_leaves_the_card_where_it_was() {
        String id = leads.named("Gil Given");
        browser.open("/board?q=given");

        held(id, "lost").release().perform();
        browser.await(() -> browser.find("#ask").isDisplayed());
        browser.click("#ask-cancel");

        browser.await(() -> browser.exists(cardIn("new", id)));
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void the_reason_for_which_a_lead_is_lost_is_chosen_and_the_undo_takes_it_back() {
        String id = leads.named("Lou Lost");
        browser.open("/board?q=lou");

        browser.click(card(id) + " .card-menu");
        browser.awaitText("#move-menu [data-stage=lost] small", "Asks for: why it is lost");
        browser.click("#move-menu [data-stage=lost]");
        browser.await(() -> browser.find("#ask").isDisplayed());
        browser.select("#ask [name=reason]", "Too expensive");
        browser.click("#ask-go");
        browser.awaitText(".toast", "Moved Lou Lost to Lost.");
        assertThat(ann.get("/leads/" + id).at("/lostReason")).isEqualTo("price");

        browser.clickButton(".toasts", "Undo");

        browser.awaitText(".toast", "Moved Lou Lost back.");
        browser.await(() -> browser.exists(cardIn("new", id)));
        assertThat(leads.stage(id)).isEqualTo("new");
        assertThat(ann.get("/leads/" + id).at("/lostReason")).isEmpty();
    }

    @Test
    void a_move_that_fails_in_the_server_is_rolled_back_and_it_is_said() {
        String id = leads.named("Fay Fails");
        browser.open("/board?q=fails");
        browser.script(FAILING_MOVES);

        held(id, "contacted").release().perform();

        browser.awaitText(".toast.bad", "Fay Fails was not moved. The server made a mistake.");
        awaitSettled(id);
        assertThat(browser.exists(cardIn("new", id))).isTrue();
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void a_move_without_network_is_rolled_back_and_it_is_said() {
        String id = leads.named("Otto Offline");
        browser.open("/board?q=offline");
        focus(id);
        browser.online(false);
        try {
            browser.pressShift(Keys.ARROW_RIGHT);

            browser.awaitText(".toast.bad", "Otto Offline was not moved. The server can't be reached");
            assertThat(browser.exists(cardIn("new", id))).isTrue();
        } finally {
            browser.online(true);
        }
        assertThat(leads.stage(id)).isEqualTo("new");
    }

    @Test
    void a_card_that_others_moved_meanwhile_goes_where_they_put_it_and_it_is_said() {
        String id = leads.named("Mia Meanwhile");
        browser.open("/board?q=meanwhile");
        browser.script("window.dispatchEvent(new Event('pagehide'))"); // no longer told what others do
        leads.move(id, "talks");

        focus(id);
        browser.pressShift(Keys.ARROW_RIGHT);

        browser.awaitText(".toast.bad", "Mia Meanwhile was not moved. Ann moved it to Talks meanwhile.");
        browser.await(() -> browser.exists(cardIn("talks", id)));
        assertThat(leads.stage(id)).isEqualTo("talks");
        leads.move(id, "new");
    }

    @Test
    void a_conflict_with_another_lead_of_the_visitor_is_rolled_back_and_it_is_said() {
        String id = leads.says(
                "conflict",
                "visitor",
                "Hello, I want to buy two machines. My name is Cleo Conflict, cleo@conflict.example");
        ann.post("/leads/" + id + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");
        String later = leads.says(
                "conflict", "visitor", "Hello again, I want to buy two machines after all. cleo@conflict.example");
        assertThat(later).isNotEqualTo(id);
        browser.open("/board?q=conflict");

        browser.click(card(id) + " .card-menu");
        browser.await(
                () -> "false".equals(browser.find("#move-menu [data-stage=new]").getDomAttribute("aria-disabled")));
        browser.click("#move-menu [data-stage=new]");

        browser.awaitText(".toast.bad", "Another open lead of the same visitor stands in the way.");
        assertThat(browser.exists(cardIn("lost", id))).isTrue();
        assertThat(leads.stage(id)).isEqualTo("lost");
    }

    @Test
    void two_browsers_are_in_step_within_a_second() throws Exception {
        String id = leads.named("Liv Live");
        try (Browser other = Browser.start()) {
            other.signIn(desk, "acme-max").openLive("/board?q=live");
            browser.openLive("/board?q=live");
            long[] millis = new long[5];
            for (int i = 0; i < millis.length; i++) {
                String to = i % 2 == 0 ? "contacted" : "new";
                focus(id);
                browser.pressShift(i % 2 == 0 ? Keys.ARROW_RIGHT : Keys.ARROW_LEFT);
                browser.await(() -> leads.stage(id).equals(to));
                long moved = System.nanoTime();
                other.await(() -> other.exists(cardIn(to, id)));
                millis[i] = Duration.ofNanos(System.nanoTime() - moved).toMillis();
                other.awaitText(column(to) + " .count", "1");
                awaitSettled(id);
            }

            Arrays.sort(millis);
            assertThat(millis[millis.length / 2])
                    .as("of %s", Arrays.toString(millis))
                    .isLessThan(1_000);
        }
    }

    @Test
    void a_lead_that_begins_elsewhere_appears_and_one_that_the_filter_leaves_out_does_not() {
        browser.openLive("/board?q=appears");

        String other = leads.named("Nil Hidden");
        String id = leads.named("Ada Appears");

        browser.await(() -> browser.exists(cardIn("new", id)));
        assertThat(browser.exists(card(other))).isFalse();
        assertThat(browser.text(column("new") + " .count")).startsWith("1");
    }

    @Test
    void more_cards_of_a_column_are_shown_when_asked_for_and_the_page_is_light() {
        for (int i = 0; i < 30; i++) {
            leads.created("{\"name\":\"Crowd %d\",\"tags\":[\"crowd\"]}".formatted(i));
        }
        browser.open("/board?tag=crowd");
        assertThat(browser.all(column("new") + " .lead-card")).hasSize(25);

        browser.click(column("new") + " .more-cards");

        browser.await(() -> browser.all(column("new") + " .lead-card").size() == 30);
        assertThat(browser.find(column("new") + " .more-cards").isDisplayed()).isFalse();
        assertThat(browser.text(column("new") + " .count")).startsWith("30");
        Object bytes = browser.script(
                "return performance.getEntries().reduce((sum, each) => sum + (each.decodedBodySize || 0), 0)");
        assertThat(((Number) bytes).longValue()).isBetween(50_000L, 500_000L);
    }

    @Test
    void who_may_only_look_has_nothing_to_move_cards_with() {
        String id = leads.created("{\"name\":\"Vi Viewed\",\"expectedAmount\":{\"amount\":777,\"currency\":\"EUR\"}}");
        browser.signIn(desk, "acme-vic").open("/board?q=viewed");
        try {
            assertThat(browser.exists(card(id))).isTrue();
            assertThat(browser.exists(".card-menu")).isFalse();
            assertThat(browser.text("main")).doesNotContain("777");
            focus(id);
            browser.pressShift(Keys.ARROW_RIGHT);
            assertThat(browser.exists(cardIn("new", id))).isTrue();
        } finally {
            browser.signIn(desk, "acme-ann");
        }
    }

    @Test
    void the_pages_load_nothing_from_elsewhere_and_the_policy_refuses_nothing() {
        browser.complaints();
        browser.openLive("/board");

        Object foreign = browser.script(
                "return performance.getEntriesByType('resource').map(each => each.name).filter(name => !name.startsWith(location.origin))");

        assertThat(foreign).isEqualTo(List.of());
        assertThat(browser.complaints()).isEmpty();
    }
}
