package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls the REST interface with a key. Each answer must be one that {@code openapi.json} describes. */
public final class Client {
    static final String ROOT = "/api/v1";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ApiDescription DESCRIPTION = new ApiDescription();

    /** Of the web server itself, which no operation describes. */
    private static final Set<String> OF_NO_ROUTE = Set.of("no-such-route", "method-not-allowed", "bad-request");

    private final String address;
    private final String key;

    Client(String address, String key) {
        this.address = address;
        this.key = key;
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply post(String path, String json, String... headers) {
        return call("POST", path, json, headers);
    }

    public Reply put(String path, String json, String... headers) {
        return call("PUT", path, json, headers);
    }

    public Reply patch(String path, String json, String... headers) {
        return call("PATCH", path, json, headers);
    }

    public Reply delete(String path, String... headers) {
        return call("DELETE", path, null, headers);
    }

    /** @param path below {@link #ROOT}, with its query */
    public Reply call(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + ROOT + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        Reply reply = send(request.build());
        requireDescribed(method, path, reply);
        return reply;
    }

    static Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response, new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** The same, without a look at the description. */
    Reply raw(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private static void requireDescribed(String method, String path, Reply reply) {
        boolean problem = reply.status() >= 400;
        if (problem) {
            assertThat(reply.header("content-type"))
                    .as("%s %s: %s", method, path, reply)
                    .isEqualTo("application/problem+json");
            assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
            assertThat(reply.code()).as("%s %s: %s", method, path, reply).isNotEmpty();
        }
        if (OF_NO_ROUTE.contains(reply.code())) {
            return;
        }
        String plain = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        assertThat(DESCRIPTION.problems(method, plain, reply.status(), reply.header("content-type"), reply.body()))
                .as("%s %s gave %s", method, path, reply)
                .isEmpty();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
