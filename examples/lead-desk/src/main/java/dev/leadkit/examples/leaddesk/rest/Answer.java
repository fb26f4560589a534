package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.lead.Lead;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes back for a request.
 *
 * @param content absent for an answer without a body
 * @param erased whether something of a person was erased, so that no copy of it may stay
 */
record Answer(
        int status, Map<String, String> headers, @Nullable Content content, boolean erased) {
    Answer(int status, Map<String, String> headers, @Nullable Content content) {
        this(status, headers, content, false);
    }

    /** A body. */
    interface Content {
        /** As it stands in {@code Content-Type}. */
        String mediaType();

        void writeTo(OutputStream out) throws IOException;
    }

    private record JsonContent(Object value) implements Content {
        @Override
        public String mediaType() {
            return "application/json";
        }

        @Override
        public void writeTo(OutputStream out) {
            Json.write(out, value);
        }
    }

    static Answer ok(Object value) {
        return new Answer(200, Map.of(), new JsonContent(value));
    }

    static Answer ok(Content content) {
        return new Answer(200, Map.of(), content);
    }

    static Answer created(String location, Object value) {
        return new Answer(201, Map.of("Location", location), new JsonContent(value));
    }

    static Answer nothing() {
        return new Answer(204, Map.of(), null);
    }

    Answer afterErasure() {
        return new Answer(status, headers, content, true);
    }

    /** With the version of what it shows, for {@code If-Match}. */
    Answer version(long version) {
        return header("ETag", "\"" + version + "\"");
    }

    Answer version(Lead lead) {
        return version(lead.version());
    }

    Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, content, erased);
    }
}
