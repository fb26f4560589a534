package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whatever the tests of the modules built before this one logged, at TRACE and with the exceptions beside it, gives nobody away.
 * lead-store-jdbc, which is built after it, listens for itself and to its drivers.
 */
class LogsTest {
    private static final List<String> MODULES = List.of("lead-core", "lead-scoring", "lead-capture", "lead-testkit");

    /** The people of our fixtures: names, addresses, numbers, and addresses and numbers of any form. */
    private static final Pattern PERSONAL = Pattern.compile("(?i)canary|\\b(jane|josé|dfowler|müller|mueller)\\b"
            + "|[\\w.+-]+@[\\w-]+\\.(example|com|org|net)\\b|\\+\\d{8,}|(?<![0-9a-f])(1[^0-9a-f]?)?212[^0-9a-f]?555");

    @Test
    void no_log_of_any_module_gives_a_person_away() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path log : logs()) {
            for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
                if (PERSONAL.matcher(line).find() && !line.contains(LogsTest.class.getSimpleName())) {
                    leaks.add("%s: %s".formatted(Block.ROOT.relativize(log), line));
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(logs()).as("no log, though all tests ran").hasSizeGreaterThanOrEqualTo(modulesTested());
    }

    @Test
    void the_log_of_this_process_is_one_of_them_down_to_trace() throws IOException {
        String file = System.getProperty("org.slf4j.simpleLogger.logFile");
        if (file == null) {
            return; // not by Maven
        }
        LoggerFactory.getLogger("dev.leadkit.LogsTest").trace("heard: LogsTest {}", "jane@acme.example");

        assertThat(logs())
                .extracting(log -> log.toRealPath())
                .contains(Path.of(file).toRealPath());
        assertThat(Path.of(file)).content().contains("heard: LogsTest jane@acme.example");
        assertThat("Duplicate entry 'Jane Doe' for key").containsPattern(PERSONAL);
        assertThat("sent to +4915123456789").containsPattern(PERSONAL);
    }

    /** How many of the modules before were tested by Maven as a whole, which is at least one process each that logs. */
    private static int modulesTested() throws IOException {
        int tested = 0;
        for (String module : List.of("lead-core", "lead-capture")) {
            Path reports = Block.ROOT.resolve(module).resolve("target/surefire-reports");
            if (System.getProperty("test") == null && Files.isDirectory(reports)) {
                try (Stream<Path> files = Files.list(reports)) {
                    tested += files.count() > 100 ? 1 : 0;
                }
            }
        }
        return tested;
    }

    private static List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (String module : MODULES) {
            Path made = Block.ROOT.resolve(module).resolve("target");
            if (Files.isDirectory(made)) {
                try (Stream<Path> files = Files.list(made)) {
                    files.filter(file -> file.getFileName().toString().matches("canary-\\d+\\.log"))
                            .forEach(logs::add);
                }
            }
        }
        return logs;
    }
}
