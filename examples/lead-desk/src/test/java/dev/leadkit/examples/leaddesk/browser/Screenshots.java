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

    /** @param click what is clicked first; empty when nothing is */
    private record Shot(String name, String path, int width, int height, boolean isDark, String click) {}

    @TempDir
    Path data;

    @Test
    void writes_the_pictures() throws Exception {
        var options = CommandLine.populateCommand(new ServerOptions(), "--port=0", "--data=" + data);
        try (LeadDeskServer server = LeadDeskServer.start(options, new PrintWriter(Writer.nullWriter()));
                Browser browser = Browser.start()) {
            browser.signInAs("http://127.0.0.1:" + server.port(), "roastery", "mika");
            for (Shot shot : SHOTS) {
                take(browser, shot);
            }
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
}
