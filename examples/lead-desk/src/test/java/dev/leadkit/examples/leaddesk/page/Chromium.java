package dev.leadkit.examples.leaddesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a window, as somebody who is signed in. What it waits for comes within some seconds, or the test
 * fails. One serves all tests of a run, one after the other, since its start takes longer than most of them.
 */
final class Chromium {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;
    private String address = "";

    private static final class Shared {
        private static final Chromium BROWSER = new Chromium();
    }

    static Chromium shared() {
        return Shared.BROWSER;
    }

    private Chromium() {
        if (!Files.exists(BROWSER) || !Files.exists(DRIVER)) {
            throw new IllegalStateException("expected %s and %s; apt-get install chromium chromium-driver"
                    .formatted(BROWSER, DRIVER));
        }
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .withSilent(true)
                        .build(),
                options);
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
    }

    /** Signs in with a key of the desk. */
    void signIn(TestDesk desk, String key) {
        address = desk.address();
        driver.manage().deleteAllCookies();
        driver.get(address + "/sign-in");
        find("input[name=key]").sendKeys(key);
        find("input[name=key]").submit();
        waitFor("main");
    }

    void open(String path) {
        driver.get(address + path);
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> findAll(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Clicks where a person would, once it is there and can be clicked. */
    void click(String css) {
        until(() -> {
            WebElement element = find(css);
            if (!element.isEnabled()) {
                return false;
            }
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    WebElement waitFor(String css) {
        until(() -> !findAll(css).isEmpty());
        return find(css);
    }

    /** Waits until an element says something. */
    void waitForText(String css, String text) {
        until(() -> findAll(css).stream().anyMatch(element -> element.getText().contains(text)));
    }

    /** What is asked for again and again until it is so. */
    interface Question {
        boolean isSo();
    }

    void until(Question question) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.NoSuchElementException.class)
                .ignoring(org.openqa.selenium.ElementNotInteractableException.class)
                .until(any -> question.isSo());
    }

    String text(String css) {
        return find(css).getText();
    }

    Object script(String script, Object... arguments) {
        Object answer = driver.executeScript(script, arguments);
        return answer == null ? "" : answer;
    }

    /** Puts a text into a field as typing would, in one go. */
    void write(String css, String text) {
        script(
                "const e=document.querySelector(arguments[0]); e.value=arguments[1];"
                        + " e.dispatchEvent(new Event('input', {bubbles: true}))",
                css,
                text);
    }

    void size(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** What the page complained of, such as a script that the policy forbids; what it asked for and did not get is left out. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /**
     * Fails if axe finds something serious, or the page is wider than the screen.
     *
     * @param rules such as {@code color-contrast}; all of them without any
     */
    void requireAccessible(String what, String... rules) {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("const rules = arguments[0]; const done = arguments[1]; axe.run(document, {resultTypes: ['violations'],"
                + " ...(rules.length ? {runOnly: rules} : {})})"
                + ".then(r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))))"
                + ".catch(e => done(['axe failed: ' + e]))", List.of(rules));
        assertThat(found).as("what axe says of " + what).isEqualTo(List.of());
        assertThat(script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as(what + " is no wider than the screen")
                .isEqualTo(true);
    }

    private static String axe() {
        try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
