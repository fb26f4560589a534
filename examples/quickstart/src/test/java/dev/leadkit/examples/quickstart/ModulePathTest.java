package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The libraries as named modules, where a module sees of another only what that one exports. */
class ModulePathTest {
    @Test
    void the_quickstart_runs_with_the_libraries_on_the_module_path() throws Exception {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("lead-") || isNeeded(entry))
                .collect(Collectors.joining(File.pathSeparator));
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        libraries,
                        "--add-modules",
                        "dev.leadkit.capture,dev.leadkit.scoring,dev.leadkit.store.jdbc,com.h2database,tools.jackson.databind",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        Path.of("target", "classes").toString(),
                        "dev.leadkit.examples.quickstart.Quickstart")
                .redirectErrorStream(true)
                .start();
        String shown = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(shown).isZero();
        assertThat(shown).contains("WHY ");
    }

    private static boolean isNeeded(String entry) {
        String name = Path.of(entry).getFileName().toString();
        return name.matches("(caffeine|h2|jackson|jspecify|libphonenumber|re2j|slf4j)-.*\\.jar");
    }
}
