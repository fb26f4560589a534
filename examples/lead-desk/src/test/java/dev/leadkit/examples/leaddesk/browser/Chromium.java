package dev.leadkit.examples.leaddesk.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Finds a browser: Debian's Chromium, which is installed first where that may be done; anywhere else Selenium fetches one by
 * itself.
 */
final class Chromium {
    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path APT = Path.of("/usr/bin/apt-get");

    /** The builder of its service says the same, but can't be compiled without a warning. */
    private static final String DRIVER_PROPERTY = "webdriver.chrome.driver";

    private static final long INSTALL_MINUTES = 10;

    private Chromium() {}

    static synchronized ChromeDriver start() throws IOException {
        if (!isThere() && Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"))) {
            install();
        }
        var options = new ChromeOptions();
        options.addArguments(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--lang=en-US"));
        if (isThere()) {
            options.setBinary(BINARY.toFile());
            System.setProperty(DRIVER_PROPERTY, DRIVER.toString());
        }
        return new ChromeDriver(options);
    }

    private static boolean isThere() {
        return Files.isExecutable(BINARY) && Files.isExecutable(DRIVER);
    }

    /** Without success Selenium is left to find one. */
    private static void install() throws IOException {
        run("update", "-q");
        run("install", "-y", "-q", "--no-install-recommends", "chromium", "chromium-driver");
    }

    private static void run(String... arguments) throws IOException {
        var command = new ProcessBuilder(APT.toString(), "-o", "DPkg::Lock::Timeout=300");
        command.command().addAll(List.of(arguments));
        command.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = command.start();
        try {
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (InterruptedException ended) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
