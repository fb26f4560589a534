package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.server.LeadDeskServer;
import dev.leadkit.examples.leaddesk.server.ServerOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Writes the pictures of the README, {@code docs/*.png}, from the sample. Its name keeps it out of the build; {@code
 * docs/screenshots.sh} runs it.
 */
class Screenshots {
    private static final Path FOLDER = Path.of("docs");

    private static final List<Shot> SHOTS = List.of(
            new Shot("board", "/board", 1280, 800, false, ""),
            new Shot("board-dark", "/board", 1280, 800, true, ""),
            new Shot("board-phone", "/board", 360, 740, false, ""),
            new Shot("leads", "/leads", 1280, 800, false, ""),
            new Shot("lead", "/leads?q=feldkamp", 1280, 1200, false, ".leads .who a"),
            new Shot("lead-phone-dark", "/leads?q=feldkamp", 360, 740, true, ".leads .who a"));

    /** Those of an admin. */
    private static final List<Shot> OF_ADMIN = List.of(
            new Shot("insight", "/insight", 1280, 1200, false, ""),
            new Shot("settings", "/settings/pipeline", 1280, 1100, false, ""),
            new Shot("plan", "/settings/plan", 1280, 700, true, ""));

    /** @param click what is clicked first; empty when nothing is */
    private record Shot(String name, String path, int width, int height, boolean isDark, String click) {}

    @TempDir
    Path data;

    @Test
    void writes_the_pictures() throws Exception {
        var options = CommandLine.populateCommand(new ServerOptions(), "--port=0", "--data=" + data);
        try (LeadDeskServer server = LeadDeskServer.start(options, new PrintWriter(Writer.nullWriter()));
                Browser browser = Browser.start()) {
            String address = "http://127.0.0.1:" + server.port();
            browser.signInAs(address, "roastery", "mika");
            Files.createDirectories(FOLDER);
            for (Shot shot : SHOTS) {
                take(browser, shot);
            }
            browser.signInAs(address, "roastery", "ada");
            for (Shot shot : OF_ADMIN) {
                take(browser, shot);
            }
            Files.write(FOLDER.resolve("chat.png"), chat(browser));
        }
    }

    private static void take(Browser browser, Shot shot) throws Exception {
        browser.size(shot.width(), shot.height(), shot.width() < 500)
                .dark(shot.isDark())
                .open(shot.path());
        if (!shot.click().isEmpty()) {
            browser.click(shot.click());
            browser.await(() -> browser.exists(".step[aria-disabled]"));
        }
        Path file = FOLDER.resolve(shot.name() + ".png");
        Files.write(file, browser.picture());
        assertThat(file).isNotEmptyFile();
    }

    /** The chat page after a visitor has told who he is. */
    private static byte[] chat(Browser browser) {
        browser.size(1280, 1100, false).dark(false).openLive("/chat");
        for (String said : List.of(
                "Do you deliver to Leipzig?", "I am Jo Adams, jo@adams.example, and want to buy two grinders")) {
            int before = browser.all(".said-visitor").size();
            browser.put("#say", said);
            browser.clickReady("#composer button");
            browser.await(() -> browser.all(".said-visitor").size() > before);
        }
        browser.await(() -> browser.exists(".mini-card.mine"));
        browser.script("scrollTo(0, 0)");
        return browser.picture();
    }
}
