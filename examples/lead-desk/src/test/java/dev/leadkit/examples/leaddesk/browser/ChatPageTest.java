package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatPageTest {
    private static TestDesk desk;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        desk = TestDesk.start(data);
        browser = Browser.shared().dark(false);
        browser.signIn(desk, "acme-rob");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void begin_a_conversation() {
        browser.openLive("/chat");
    }

    private static void say(String text) {
        int before = browser.all(".said-visitor").size();
        browser.put("#say", text);
        browser.clickReady("#composer button");
        browser.await(() -> browser.all(".said-visitor").size() > before);
    }

    @Test
    void a_typed_address_is_a_card_on_every_board_in_under_two_seconds() throws Exception {
        Duration took;
        try (Browser other = Browser.start()) {
            other.signIn(desk, "acme-rae").openLive("/board");
            browser.put("#say", "You can reach me at quick@garden.example");

            long begin = System.nanoTime();
            browser.clickReady("#composer button");
            browser.awaitThere(".mini-card.mine");
            other.awaitText("main", "quick@garden.example");
            took = Duration.ofNanos(System.nanoTime() - begin);
        }

        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(browser.text(".mini-card.mine")).contains("quick@garden.example", "this chat");
    }

    @Test
    void says_why_a_conversation_is_no_lead_and_why_it_is_one() {
        browser.complaints();
        say("Hello there");

        assertThat(browser.text("#explain")).contains("Not a lead yet", "no e-mail or phone was given");

        say("My address is why@garden.example, order 4711 is another matter");

        assertThat(browser.text("#explain"))
                .contains("This conversation is a lead", "why@garden.example", "fired", "contact-given");
        assertThat(browser.all(".said-bot")).hasSize(3);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_person_takes_over_and_the_bot_is_silent() {
        say("Hello there");
        int answers = browser.all(".said-bot").size();

        browser.clickReady("#hand-over");
        browser.awaitText(".said-agent", "rob");
        say("Are you a person?");
        browser.put("#answer", "I am.");
        browser.clickReady("#agent-composer button");
        browser.awaitText(".said-agent", "I am.");

        assertThat(browser.all(".said-bot")).hasSize(answers);
        assertThat(browser.find("#hand-over").isEnabled()).isFalse();
    }

    @Test
    void makes_a_lead_by_one_click_and_marks_it_as_qualified() {
        assertThat(browser.find("#promote").isEnabled()).isFalse();
        say("Hello there");

        browser.clickReady("#promote");
        browser.awaitText("#explain", "This conversation is a lead");
        browser.clickReady("#qualified");
        browser.await(() -> browser.all(".rules li").stream()
                .anyMatch(rule -> rule.getText().startsWith("fired\nmarked-qualified")
                        || rule.getText().startsWith("fired marked-qualified")));

        assertThat(browser.all(".mini-card.mine")).hasSize(1);
    }

    @Test
    void shows_hostile_text_as_text() {
        String hostile =
                "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> {{ 7*7 }} "
                        + "my name is <b>Eve</b>, eve@garden.example \u202Egnp.exe";

        say(hostile);

        assertThat(browser.text(".said-visitor .text")).isEqualTo(hostile);
        assertThat(browser.all("#chat img, #chat script, #chat b b")).isEmpty();
        assertThat(browser.script("return document.title")).isEqualTo("Chat · Lead desk");
    }

    @Test
    void is_kept_at_its_address() {
        say("I come back later");
        String address = browser.path();

        browser.open(address);

        assertThat(browser.text(".said-visitor .text")).isEqualTo("I come back later");
    }

    @Test
    void who_sees_not_the_lead_sees_not_the_conversation() {
        say("Only rae shall read that I am at private@garden.example");
        String address = browser.path();
        String lead = String.valueOf(browser.script("return document.getElementById('talk').dataset.lead"));
        desk.as("acme-ann").put("/leads/" + lead + "/assignee", "{\"assignee\":\"rae\"}");

        browser.open(address);

        assertThat(browser.text("main"))
                .contains("Somebody else looks after this lead")
                .doesNotContain("private@");
    }

    @Test
    void who_may_only_look_is_told_so() {
        browser.signIn(desk, "acme-vic");
        browser.open("/chat");

        assertThat(browser.all("#say")).isEmpty();
        assertThat(browser.text(".widget")).contains("it takes rep");
        String session = String.valueOf(browser.script("return document.getElementById('chat').dataset.session"));
        String status = browser.post("/chat/" + session + "/say", "text=let+me+in");
        browser.signIn(desk, "acme-rob");
        assertThat(status).isEqualTo("403");
    }
}
