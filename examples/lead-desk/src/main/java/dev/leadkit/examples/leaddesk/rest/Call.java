package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.LeadDesk;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.host.HostTransactions;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.plan.Feature;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One request: who asks, for what, and the desk at which it is done. Not safe to share. */
final class Call {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_OF_ANY = 16 * 1024 * 1024;

    private final Context ctx;
    private final DeskHost host;
    private final Principal who;
    private final @Nullable Connection joined;
    private byte @Nullable [] body;

    Call(Context ctx, DeskHost host, Principal who) {
        this(ctx, host, who, null, null);
    }

    private Call(Context ctx, DeskHost host, Principal who, @Nullable Connection joined, byte @Nullable [] body) {
        this.ctx = ctx;
        this.host = host;
        this.who = who;
        this.joined = joined;
        this.body = body;
    }

    /** The same request, done within a transaction. */
    Call joining(Connection connection) {
        return new Call(ctx, host, who, connection, body);
    }

    DeskHost host() {
        return host;
    }

    Principal who() {
        return who;
    }

    LeadDesk desk() {
        return joined == null ? host.desk(who) : host.desk(who, joined);
    }

    TenantCapture capture() {
        return joined == null ? host.capture(who.tenant()) : host.capture(who.tenant(), joined);
    }

    /**
     * Does several things at the desk as one, again when somebody else was faster; within the request's transaction if it
     * has one.
     */
    <T> T together(HostTransactions.Work<T> work) throws Exception {
        return joined == null ? host.transactions().repeated(work) : work.on(joined);
    }

    /**
     * Changes a lead that must be as the request says that it was seen, where it says so.
     *
     * @throws ProblemException if the lead has another version; nothing is written
     */
    Lead changeSeen(LeadId id, BiFunction<LeadDesk, LeadId, Lead> change) throws Exception {
        OptionalLong seen = ifMatch();
        if (seen.isEmpty()) {
            return change.apply(desk(), id);
        }
        HostTransactions.Work<Lead> work = connection -> {
            LeadDesk desk = host.desk(who, connection);
            requireSeen(desk.get(id).version());
            Lead after = change.apply(desk, id);
            // What others wrote between the look and the change is between the versions.
            if (after.version() > seen.getAsLong() + 1) {
                requireSeen(after.version() - 1);
            }
            return after;
        };
        return joined == null ? host.transactions().once(work) : work.on(joined);
    }

    /** @throws ProblemException if the request says that another version was seen */
    void requireSeen(long version) {
        OptionalLong seen = ifMatch();
        if (seen.isPresent() && seen.getAsLong() != version) {
            throw new ProblemException(
                    Problem.of(412, "stale", "it has another version by now").with("version", version));
        }
    }

    /** A conversation as it is without role and plan, to find its leads by; never shown as it is. */
    Optional<Transcript> storedTranscript(String session) {
        return host.kit().wiring().store().transcript(who.tenant(), session);
    }

    /** @throws dev.leadkit.plan.NotEntitledException if the tenant's plan does not open it so far */
    void requireReading(Feature feature) {
        desk().plan().gate(feature).requireRead(feature);
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

    /** The body, whatever it is, for a digest of it. */
    byte[] anyBytes() {
        return bytes(MOST_OF_ANY);
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
            throw new ProblemException(413, "too-large", "expected at most %s bytes".formatted(most));
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
