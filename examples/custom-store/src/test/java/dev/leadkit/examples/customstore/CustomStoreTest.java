package dev.leadkit.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomStoreTest {
    @TempDir
    Path folder;

    @Test
    void finds_what_it_captured_and_moved_as_the_readme_says() throws IOException {
        var bytes = new ByteArrayOutputStream();

        CustomStore.run(folder.resolve("leads.log"), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String shown =
                bytes.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        assertThat(shown).startsWith("Jane Doe, contacted, because ");
        assertThat(Path.of("README.md")).content().contains(shown);
    }
}
