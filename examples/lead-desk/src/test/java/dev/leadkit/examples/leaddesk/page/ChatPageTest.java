package dev.leadkit.examples.leaddesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

class ChatPageTest {
    private static TestDesk desk;
    private static final Chromium browser = Chromium.shared();

    @BeforeAll
    static void begin(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        browser.signIn(desk, "acme-rob");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void begin_a_conversation() {
        browser.open("/chat");
        waitForLive();
    }

    private static void waitForLive() {
        browser.until(() -> browser.script("return document.documentElement.dataset.live").equals("yes"));
    }

    private static void say(String text) {
        int before = browser.findAll(".said-visitor").size();
        browser.write("#say", text);
        browser.click("#composer button");
        browser.until(() -> browser.findAll(".said-visitor").size() > before);
    }

    @Test
    void a_typed_address_is_a_card_on_every_board_in_under_two_seconds() {
        String chat = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.open("/board");
        String board = browser.driver().getWindowHandle();
        waitForLive();
        browser.driver().switchTo().window(chat);
        browser.write("#say", "You can reach me at quick@garden.example");

        long begin = System.nanoTime();
        browser.click("#composer button");
        browser.waitFor(".mini-card.mine");
        browser.driver().switchTo().window(board);
        browser.waitForText("main", "quick@garden.example");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        browser.driver().close();
        browser.driver().switchTo().window(chat);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(browser.text(".mini-card.mine")).contains("quick@garden.example", "this chat");
    }

    @Test
    void says_why_a_conversation_is_no_lead_and_why_it_is_one() {
        say("Hello there");

        assertThat(browser.text("#explain")).contains("Not a lead yet", "no e-mail or phone was given");

        say("My address is why@garden.example, order 4711 is another matter");

        assertThat(browser.text("#explain"))
                .contains("This conversation is a lead", "why@garden.example", "fired", "contact-given");
        assertThat(browser.findAll(".said-bot")).hasSize(3);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_person_takes_over_and_the_bot_is_silent() {
        say("Hello there");
        int answers = browser.findAll(".said-bot").size();

        browser.click("#hand-over");
        browser.waitForText(".said-agent", "rob");
        say("Are you a person?");
        browser.write("#answer", "I am.");
        browser.click("#agent-composer button");
        browser.waitForText(".said-agent", "I am.");

        assertThat(browser.findAll(".said-bot")).hasSize(answers);
        assertThat(browser.find("#hand-over").isEnabled()).isFalse();
    }

    @Test
    void makes_a_lead_by_one_click_and_marks_it_as_qualified() {
        assertThat(browser.find("#promote").isEnabled()).isFalse();
        say("Hello there");

        browser.click("#promote");
        browser.waitForText("#explain", "This conversation is a lead");
        browser.click("#qualified");
        browser.until(() -> browser.findAll(".rules li").stream()
                .anyMatch(rule -> rule.getText().startsWith("fired\nmarked-qualified")
                        || rule.getText().startsWith("fired marked-qualified")));

        assertThat(browser.findAll(".mini-card.mine")).hasSize(1);
    }

    @Test
    void shows_hostile_text_as_text() {
        String hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> {{ 7*7 }} "
                + "my name is <b>Eve</b>, eve@garden.example \u202Egnp.exe";

        say(hostile);

        assertThat(browser.text(".said-visitor .text")).isEqualTo(hostile);
        assertThat(browser.findAll("#chat img, #chat script, #chat b b")).isEmpty();
        assertThat(browser.driver().getTitle()).isEqualTo("Chat · Lead desk");
    }

    @Test
    void is_kept_at_its_address() {
        say("I come back later");
        String address = browser.driver().getCurrentUrl();

        browser.driver().get(address);

        assertThat(browser.text(".said-visitor .text")).isEqualTo("I come back later");
    }

    @Test
    void who_may_only_look_is_told_so() {
        browser.signIn(desk, "acme-vic");
        browser.open("/chat");

        assertThat(browser.findAll("#say")).isEmpty();
        assertThat(browser.text(".widget")).contains("it takes rep");
        String session = String.valueOf(browser.script("return document.getElementById('chat').dataset.session"));
        Object status = browser.driver().executeAsyncScript(
                "const done = arguments[1]; fetch('/chat/' + arguments[0] + '/say', {method: 'POST', headers:"
                        + " {'X-CSRF-Token': document.body.dataset.csrf, 'HX-Request': 'true'},"
                        + " body: new URLSearchParams({text: 'let me in'})}).then(r => done(r.status))",
                session);
        browser.signIn(desk, "acme-rob");
        assertThat(status).isEqualTo(403L);
    }
}
