package dev.leadkit.examples.benchmarks.turns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as Markdown, a line at a time. */
public final class ReportText {
    private final StringBuilder text = new StringBuilder();

    /** @param command what was run, after the name of the jar */
    public void head(String title, String command) {
        line("# %s", title);
        line("");
        line("`java -jar target/benchmarks.jar %s`, %s.", command, LocalDate.now(ZoneOffset.UTC));
        line("");
    }

    public void section(String title) {
        line("");
        line("## %s", title);
        line("");
    }

    /** On what it was run, without a full stop. */
    public static String machine() {
        return "%s %s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
    }

    public void line(String format, @Nullable Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** Writes the file, and the text to the standard output. */
    public void write(Path out) throws IOException {
        Path parent = out.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(out, text);
        System.out.println(text);
    }
}
