package dev.leadkit.examples.leaddesk;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
public record Reply(int status, HttpResponse<byte[]> response, String body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** The member of a JSON object as text; empty when it is not there. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** Empty when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The code of a problem; of anything else nothing. */
    public String code() {
        return header("content-type").startsWith("application/problem+json") ? at("/code") : "";
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
