package dev.leadkit.examples.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of what lead-core, lead-scoring and lead-capture need at run time, beside what Maven resolves. */
class RuntimeJarsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    /** {@code | `re2j` 1.8 | 112 kB | …}, ours without a version. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)`(?: ([0-9.]+))? \\| ([0-9]+) kB \\|");

    /** Of our own jars, which grow with each commit: how far the README may lag behind, in percent. */
    private static final int LAG = 10;

    @Test
    void the_readme_lists_the_jars_that_maven_resolves() throws IOException {
        Map<String, Long> listed = listed();
        Map<String, Path> resolved = resolved();

        assertThat(listed).containsOnlyKeys(resolved.keySet().toArray(String[]::new));
    }

    @Test
    void the_readme_lists_their_sizes() throws IOException {
        Map<String, Path> resolved = resolved();

        listed().forEach((jar, kilobytes) -> {
            Path file = resolved.get(jar);
            assertThat(file).as(jar).isNotNull();
            if (jar.startsWith("lead-")) {
                // Without the phase package there are no jars of ours yet, but folders.
                if (Files.isRegularFile(file)) {
                    assertThat(kilobytes).as(jar).isCloseTo(kilobytes(file), withinPercentage(LAG));
                }
            } else {
                assertThat(kilobytes).as(jar).isEqualTo(kilobytes(file));
            }
        });
    }

    @Test
    void the_readme_adds_them_up() throws IOException {
        Map<String, Long> listed = listed();
        String readme = Files.readString(ROOT.resolve("README.md"));

        long sum = listed.values().stream().mapToLong(Long::longValue).sum();
        assertThat(readme).contains("| %d jars | %d kB |".formatted(listed.size(), sum));
    }

    private static Map<String, Long> listed() throws IOException {
        Map<String, Long> listed = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(ROOT.resolve("README.md")));
        while (rows.find()) {
            String version = rows.group(2);
            listed.put(version == null ? rows.group(1) : rows.group(1) + "-" + version, Long.valueOf(rows.group(3)));
        }
        return listed;
    }

    /** By file name, ours by module; written by maven-dependency-plugin. */
    private static Map<String, Path> resolved() throws IOException {
        Map<String, Path> resolved = new TreeMap<>();
        for (String entry :
                Files.readString(Path.of("target", "runtime-jars.txt")).strip().split(File.pathSeparator)) {
            Path file = Path.of(entry);
            String jar = file.startsWith(ROOT)
                    ? ROOT.relativize(file).getName(0).toString()
                    : file.getFileName().toString().replaceFirst("\\.jar$", "");
            resolved.put(jar, file);
        }
        return resolved;
    }

    private static long kilobytes(Path file) {
        return Math.round(file.toFile().length() / 1000.0);
    }
}
