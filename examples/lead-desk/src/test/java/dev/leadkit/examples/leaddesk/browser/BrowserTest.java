package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserTest {
    @Test
    void what_a_page_replaces_all_the_time_is_read_and_clicked_all_the_same() throws Exception {
        Browser browser = Browser.shared();
        browser.open("data:text/html,<div id=busy></div>");
        browser.script("window.clicks = 0;"
                + "const draw = () => document.getElementById('busy').innerHTML ="
                + "  '<p>facts</p><button onclick=\"clicks++\">Save</button>';"
                + "draw(); setInterval(draw, 200)");

        for (int reading = 0; reading < 200; reading++) {
            assertThat(browser.text("#busy p")).isEqualTo("facts");
        }
        browser.clickButton("#busy", "Save");
        browser.await(() -> Long.valueOf(1).equals(browser.script("return clicks")));
    }
}
