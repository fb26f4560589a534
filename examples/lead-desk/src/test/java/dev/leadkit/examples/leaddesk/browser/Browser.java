package dev.leadkit.examples.leaddesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser. One is {@linkplain #shared shared} by all test classes, since it takes a second to start. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 10;
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static @Nullable Browser shared;
    private static @Nullable String axe;

    private final ChromeDriver driver;
    private String address = "";

    static {
        SELENIUM.setLevel(Level.SEVERE); // it warns of each new version of Chromium
    }

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Another one, which is to be closed. */
    public static Browser start() throws IOException {
        return new Browser(Chromium.start()).wide();
    }

    /** The one that lasts until the tests end. */
    public static synchronized Browser shared() throws IOException {
        if (shared == null) {
            Browser started = start();
            shared = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return shared.wide();
    }

    /** Signs in at a server with the sample, by a click on one of its users. */
    public Browser signInAs(String server, String tenant, String user) {
        address = server;
        open("/sign-in");
        driver.findElement(By.xpath("//form[input[@value='%s'] and input[@value='%s']]/button".formatted(tenant, user)))
                .click();
        await(() -> driver.getCurrentUrl().endsWith("/board"));
        return this;
    }

    /** Signs in by a key, as {@link TestDesk} gives them. */
    public Browser signIn(TestDesk desk, String key) {
        address = desk.address();
        driver.manage().deleteAllCookies();
        open("/sign-in");
        type("[name=key]", key);
        find("[name=key]").submit();
        await(() -> driver.getCurrentUrl().endsWith("/board"));
        return this;
    }

    /** Ends the session, as time does. */
    public void forget() {
        driver.manage().deleteAllCookies();
    }

    public Browser open(String path) {
        driver.get(address + path);
        return this;
    }

    /** Opens a page, and waits until it is told what others do. */
    public Browser openLive(String path) {
        open(path);
        await(() -> exists("html[data-live=yes]"));
        return this;
    }

    public String path() {
        return driver.getCurrentUrl().substring(address.length());
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public boolean exists(String css) {
        return !all(css).isEmpty();
    }

    /** What a part of the page says, on one line. */
    public String text(String css) {
        return texts(css).stream().findFirst().orElseThrow(() -> new NoSuchElementException("nothing at " + css));
    }

    /**
     * What each of some parts says, each on one line, nothing of what is not shown. One script reads all, for the page
     * may replace any of it at any time, as it does when it is told what others do.
     */
    @SuppressWarnings("unchecked") // as the script gives it
    public List<String> texts(String css) {
        Object texts = script(
                "return [...document.querySelectorAll(arguments[0])].map(each => each.checkVisibility("
                        + "{visibilityProperty: true}) ? (each.innerText ?? each.textContent).replace(/\\s+/g, ' ').trim() : '')",
                css);
        return (List<String>) texts;
    }

    /**
     * Does once more what met an element that the page replaced just then: nothing was done to it yet. Chromium's
     * driver tells it as a stale element or, where the element goes in the midst of the act, as an unknown error in
     * the inspector's words.
     */
    private static void steadily(Runnable act) {
        for (int attempt = 1; ; attempt++) {
            try {
                act.run();
                return;
            } catch (WebDriverException problem) {
                if (attempt == ATTEMPTS || !isReplaced(problem)) {
                    throw problem;
                }
            }
        }
    }

    private static boolean isReplaced(WebDriverException problem) {
        return problem instanceof StaleElementReferenceException
                || String.valueOf(problem.getMessage()).contains("does not belong to the document");
    }

    public void click(String css) {
        steadily(() -> find(css).click());
    }

    /** Clicks what may have to come, or to be ready, first. */
    public void clickReady(String css) {
        await(() -> exists(css) && find(css).isDisplayed() && find(css).isEnabled());
        script("arguments[0].scrollIntoView({block: 'center'})", find(css));
        click(css);
    }

    /** Waits until something is there. */
    public void awaitThere(String css) {
        await(() -> exists(css));
    }

    /** Puts a text into a field in one go, as by the clipboard. */
    public void put(String css, String text) {
        script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                find(css),
                text);
    }

    /** Sends a form as a script of the page would; gives the status of the answer. */
    public String post(String path, String form) {
        return String.valueOf(script(
                "const request = new XMLHttpRequest(); request.open('POST', arguments[0], false);"
                        + "request.setRequestHeader('X-CSRF-Token', document.body.dataset.csrf);"
                        + "request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');"
                        + "request.send(arguments[1]); return request.status",
                path,
                form));
    }

    /** Clicks the button of these words within a part of the page. */
    public void clickButton(String within, String words) {
        steadily(() -> {
            Object button = script(
                    "return [...document.querySelector(arguments[0]).querySelectorAll('button')]"
                            + ".find(each => each.checkVisibility() && each.innerText.trim() === arguments[1])",
                    within,
                    words);
            assertThat(button).as("button %s in %s", words, within).isNotNull();
            ((WebElement) button).click();
        });
    }

    public void type(String css, String text) {
        steadily(() -> {
            WebElement field = find(css);
            field.clear();
            field.sendKeys(text);
        });
    }

    /** Chooses an option by its words. */
    public void select(String css, String words) {
        steadily(() -> new Select(find(css)).selectByVisibleText(words));
    }

    /** Presses keys at what has the focus. */
    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key together with Shift. */
    public void pressShift(Keys key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    public Actions actions() {
        return new Actions(driver);
    }

    public @Nullable Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A command of the browser's own protocol. */
    public void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** Puts a finger somewhere, moves it or, without a place, takes it away. */
    public void touch(String type, int... place) {
        List<Map<String, Object>> points =
                place.length == 0 ? List.of() : List.of(Map.of("x", place[0], "y", place[1]));
        command("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /** Whether the network is there. */
    public void online(boolean isOnline) {
        command("Network.enable", Map.of());
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", !isOnline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Waits for what a page does in its own time. */
    public void await(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(25)).until(any -> {
            try {
                return condition.getAsBoolean();
            } catch (WebDriverException problem) {
                if (isReplaced(problem)) {
                    return false;
                }
                throw problem;
            }
        });
    }

    /** Waits until a part of the page says something. */
    public void awaitText(String css, String words) {
        try {
            await(() -> texts(css).stream().anyMatch(text -> text.contains(words)));
        } catch (TimeoutException never) {
            assertThat(texts(css)).as(css).anyMatch(text -> text.contains(words));
        }
    }

    public Browser wide() {
        return size(1280, 800, false);
    }

    public Browser narrow() {
        return size(360, 740, true);
    }

    /** @param isPhone with touch instead of a mouse */
    public Browser size(int width, int height, boolean isPhone) {
        driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isPhone));
        command("Emulation.setTouchEmulationEnabled", Map.of("enabled", isPhone));
        return this;
    }

    public Browser dark(boolean isDark) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
        return this;
    }

    /** Whether the page is wider than the screen, which no page should be. */
    public boolean isTooWide() {
        return Boolean.TRUE.equals(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /**
     * What axe finds that is serious or critical, each as its rule and where it is.
     *
     * @param rules those to try, such as {@code color-contrast}; all without any
     */
    @SuppressWarnings("unchecked") // as the script gives it
    public List<String> barriers(String... rules) {
        script(axe());
        Object found = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(document, {resultTypes: ['violations'],"
                        + "...(arguments[0].length ? {runOnly: arguments[0]} : {})}).then(result => done(result.violations"
                        + ".filter(each => each.impact === 'serious' || each.impact === 'critical')"
                        + ".map(each => each.id + ': ' + each.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + "
                        + "(node.any[0] ? node.any[0].message : '')).join(', '))))",
                List.of(rules));
        return (List<String>) found;
    }

    private static synchronized String axe() {
        if (axe == null) {
            try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
                if (in == null) {
                    throw new IllegalStateException("axe.min.js is not in the class path");
                }
                axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return axe;
    }

    /** What the console complained about since it was asked last, such as of what the policy does not allow. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** The page as a picture. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
