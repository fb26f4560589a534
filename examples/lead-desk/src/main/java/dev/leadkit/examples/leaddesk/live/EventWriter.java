package dev.leadkit.examples.leaddesk.live;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes server-sent events, as the HTML standard says them. */
final class EventWriter {
    private final ServletOutputStream out;

    /** Begins the answer. */
    EventWriter(Context ctx) throws IOException {
        ctx.res().setStatus(200);
        ctx.res().setContentType("text/event-stream;charset=utf-8");
        ctx.res().setHeader("X-Accel-Buffering", "no"); // of nginx, which would hold events back
        out = ctx.res().getOutputStream();
    }

    /** Keeps the connection alive, and tells when it is not. */
    void comment(String text) throws IOException {
        write(": " + text + "\n\n");
    }

    /** @param data one line */
    void event(@Nullable String id, String name, String data) throws IOException {
        write((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
