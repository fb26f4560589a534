package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.LeadDesk;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.LeadId;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One request: who asks, for what, and the desk at which it is done. Not safe to share. */
final class Call {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Context ctx;
    private final DeskHost host;
    private final Principal who;
    private byte @Nullable [] body;

    Call(Context ctx, DeskHost host, Principal who) {
        this.ctx = ctx;
        this.host = host;
        this.who = who;
    }

    DeskHost host() {
        return host;
    }

    Principal who() {
        return who;
    }

    LeadDesk desk() {
        return host.desk(who);
    }

    TenantCapture capture() {
        return host.capture(who.tenant());
    }

    /** @throws ProblemException if the role is less */
    void require(Role least) {
        if (!who.role().isAtLeast(least)) {
            throw new ProblemException(403, "not-permitted", "your role does not permit this: it takes " + least.key());
        }
    }

    String path(String name) {
        return ctx.pathParam(name);
    }

    /** The lead of the address; a text that is no id is one that there is not. */
    LeadId lead() {
        return leadId(path("id"));
    }

    static LeadId leadId(String text) {
        try {
            return LeadId.parse(text);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(404, "lead-not-found", "there is no such lead");
        }
    }

    /** All parameters of the query, with the values of each. */
    Map<String, List<String>> query() {
        return ctx.queryParamMap();
    }

    @Nullable
    String header(String name) {
        return ctx.header(name);
    }

    /** The version that was seen, if the request says so. */
    OptionalLong ifMatch() {
        String header = ctx.header("If-Match");
        if (header == null || header.equals("*")) {
            return OptionalLong.empty();
        }
        String tag = header.strip();
        if (tag.matches("\"[0-9]{1,18}\"")) {
            return OptionalLong.of(Long.parseLong(tag.substring(1, tag.length() - 1)));
        }
        throw new ProblemException(412, "stale", "If-Match: expected the ETag that came with what you saw");
    }

    /** The JSON object that came in, read once. */
    Body body() {
        return body(MOST_BYTES);
    }

    Body body(int mostBytes) {
        requireMediaType("application/json");
        return Body.read(bytes(mostBytes));
    }

    /** The same, or an empty object where nothing came in. */
    Body optionalBody() {
        byte[] came = bytes(MOST_BYTES);
        return came.length == 0 ? Body.read(new byte[] {'{', '}'}) : body();
    }

    byte[] bytes(int most) {
        if (body == null) {
            try (InputStream in = ctx.req().getInputStream()) {
                body = in.readNBytes(most + 1);
            } catch (IOException broken) {
                throw new ProblemException(400, "bad-request", "the request ended too early");
            }
        }
        if (body.length > most) {
            throw new ProblemException(413, "too-large", "expected at most %d bytes".formatted(most));
        }
        return body;
    }

    /** @throws ProblemException if the body is said to be something else, or nothing is said */
    void requireMediaType(String expected) {
        String type = ctx.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(expected)) {
            throw new ProblemException(415, "unsupported-media-type", "expected a body of " + expected);
        }
    }
}
