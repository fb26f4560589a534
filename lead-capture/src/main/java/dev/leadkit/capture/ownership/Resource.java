package dev.leadkit.capture.ownership;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** The weights and the words that ship beside this package. */
final class Resource {
    private Resource() {}

    /** Gives each line of a file, from first to last. */
    static void eachLine(String file, Consumer<String> use) {
        try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(file));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                use.accept(line);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
