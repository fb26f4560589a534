package dev.leadkit.examples.leaddesk.browser;

import dev.leadkit.examples.leaddesk.server.LeadDeskServer;
import dev.leadkit.examples.leaddesk.server.ServerOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * Writes the pictures of the README, from the sample: {@code docs/*.png} of this module, or into the folder that is named. How
 * to run it says {@code docs/screenshots.sh}.
 */
public final class Screenshots {
    private static final List<Shot> SHOTS = List.of(
            new Shot("board", "/board", 1280, 800, false, ""),
            new Shot("board-dark", "/board", 1280, 800, true, ""),
            new Shot("board-phone", "/board", 360, 740, false, ""),
            new Shot("leads", "/leads", 1280, 800, false, ""),
            new Shot("lead", "/leads?q=feldkamp", 1280, 1200, false, ".leads .who a"),
            new Shot("lead-phone-dark", "/leads?q=feldkamp", 360, 740, true, ".leads .who a"));

    /** @param click what is clicked first; empty when nothing is */
    private record Shot(String name, String path, int width, int height, boolean isDark, String click) {}

    private Screenshots() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "docs");
        Path data = Files.createTempDirectory("lead-desk-pictures");
        var options = CommandLine.populateCommand(new ServerOptions(), "--port=0", "--data=" + data);
        try (LeadDeskServer server = LeadDeskServer.start(options, new PrintWriter(Writer.nullWriter()));
                Browser browser = Browser.start()) {
            browser.signInAs("http://127.0.0.1:" + server.port(), "roastery", "mika");
            Files.createDirectories(folder);
            for (Shot shot : SHOTS) {
                take(browser, shot, folder);
            }
        }
    }

    private static void take(Browser browser, Shot shot, Path folder) throws Exception {
        browser.size(shot.width(), shot.height(), shot.width() < 500)
                .dark(shot.isDark())
                .open(shot.path());
        if (!shot.click().isEmpty()) {
            browser.click(shot.click());
            browser.await(() -> browser.exists(".step[aria-disabled]"));
        }
        Path file = folder.resolve(shot.name() + ".png");
        Files.write(file, browser.picture());
        System.out.println(file);
    }
}
