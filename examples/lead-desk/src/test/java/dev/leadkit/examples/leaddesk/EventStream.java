package dev.leadkit.examples.leaddesk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Listens to server-sent events as a browser does. */
final class EventStream implements AutoCloseable {
    private final InputStream stream;
    private final BufferedReader lines;

    record Event(String id, String name, String data) {}

    private EventStream(InputStream stream) throws IOException {
        this.stream = stream;
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        lines.readLine(); // the comment that says that it listens
    }

    static EventStream open(TestDesk desk, String key, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + Client.ROOT + "/events"))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventStream(HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body());
    }

    /** Waits for the next one. */
    Event next() throws IOException {
        String id = "";
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                return new Event(id, name, line.substring(6));
            }
        }
        throw new IOException("the stream ended");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
