package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.host.HostTransactions;
import dev.leadkit.examples.leaddesk.rest.StoredAnswers.Stored;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.lead.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does a request with an {@code Idempotency-Key} once, however often it comes: the work and its answer are one transaction,
 * so that neither is there without the other, also after a crash. The same key with another request is refused. What was
 * refused is not kept, since nothing was done.
 */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final int PURGE_EACH = 1_000;

    private final DeskHost host;
    private final StoredAnswers answers;
    private final AtomicInteger made = new AtomicInteger();

    /** Says that somebody else was faster with the key. */
    private static final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record StoredContent(String body) implements Answer.Content {
        @Override
        public String mediaType() {
            return "application/json";
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    Idempotency(DeskHost host) {
        this.host = host;
        this.answers = new StoredAnswers(host.storage().dataSource(), host.now());
    }

    Answer answer(String key, Call call, Route route, String address, byte[] body) throws Exception {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    400, "invalid-input", HEADER + ": expected 1 to %s characters".formatted(LONGEST_KEY));
        }
        Principal who = call.who();
        String name = hash(who.tenant().value(), who.user(), key);
        String request = hash(route.method().name(), address, HexFormat.of().formatHex(body));
        Optional<Stored> known = answers.find(name);
        if (known.isPresent()) {
            return again(known.get(), request);
        }
        HostTransactions.Work<Answer> work = connection -> {
            if (!answers.reserve(connection, name, hash(who.tenant().value()), request, host.now())) {
                throw new TakenException();
            }
            Answer answer = route.endpoint().answer(call.joining(connection));
            Stored stored = new Stored(
                    request,
                    answer.status(),
                    answer.headers().get("Location"),
                    answer.headers().get("ETag"),
                    text(answer.content()));
            answers.fill(connection, name, stored);
            return answer.erased() ? again(stored, request).afterErasure() : again(stored, request);
        };
        try {
            Answer answer = route.isDecision()
                    ? host.transactions().once(work)
                    : host.transactions().repeated(work);
            purgeNowAndThen();
            return answer;
        } catch (TakenException another) {
            return again(
                    answers.find(name)
                            .orElseThrow(() -> new ProblemException(
                                    409, "in-progress", "a request with this key is being done; ask again")),
                    request);
        }
    }

    /** After an erasure: what was answered may hold what was erased. */
    void forget(TenantId tenant) {
        answers.empty(hash(tenant.value()));
    }

    private static Answer again(Stored stored, String request) {
        if (!stored.requestHash().strip().equals(request)) {
            throw new ProblemException(422, "key-reused", HEADER + " was used for another request");
        }
        if (stored.status() != 204 && stored.body() == null) {
            throw new ProblemException(410, "answer-erased", "it was done; what was answered has been erased since");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (stored.location() != null) {
            headers.put("Location", stored.location());
        }
        if (stored.etag() != null) {
            headers.put("ETag", stored.etag());
        }
        String body = stored.body();
        return new Answer(stored.status(), headers, body == null ? null : new StoredContent(body));
    }

    private static @Nullable String text(Answer.@Nullable Content content) throws IOException {
        if (content == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void purgeNowAndThen() {
        if (made.incrementAndGet() % PURGE_EACH == 0) {
            answers.purge(host.now());
        }
    }

    /** Of the parts and where each ends. */
    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
