package dev.leadkit.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes results, one JSON object a line, keys in the order of the record. Not safe to share. */
final class ResultWriter implements Closeable {
    private static final int LINES_BETWEEN_CHECKS = 256;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Writer out;
    private final boolean owned;
    private int lines;

    private ResultWriter(Writer out, boolean owned) {
        this.out = out;
        this.owned = owned;
    }

    /** Writes to a file, or to stdout when there is none. */
    static ResultWriter to(@Nullable Path file, PrintWriter stdout) throws IOException {
        return file == null ? new ResultWriter(stdout, false) : new ResultWriter(Files.newBufferedWriter(file), true);
    }

    /** @throws IOException if nobody takes the lines any more */
    void write(Record line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
        if (++lines % LINES_BETWEEN_CHECKS == 0) {
            check();
        }
    }

    /** A PrintWriter keeps its failures to itself until asked. */
    private void check() throws IOException {
        if (out instanceof PrintWriter stdout && stdout.checkError()) {
            throw new IOException("stdout was closed before the last line");
        }
    }

    @Override
    public void close() throws IOException {
        if (owned) {
            out.close();
        } else {
            out.flush();
            check();
        }
    }
}
