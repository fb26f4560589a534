package dev.leadkit.event.webhook;

import dev.leadkit.event.DeliveryFailedException;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import dev.leadkit.lead.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts each event, as {@link LeadEvent#toJson()}, to a URL, signed as Standard Webhooks say. Safe to share.
 *
 * <pre>{@code
 * Webhook crm = Webhook.to(url).secret(WebhookSecret.parse("whsec_…")).build();
 * LeadKit kit = LeadKit.builder().store(store).endpoint("crm", crm) … .build();
 * }</pre>
 *
 * <p>Any answer of 2xx is delivery. 410 says that the receiver wants no more: the event becomes a dead letter at once.
 * Everything else, redirects and the other 4xx included, since those are mended like any fault, is tried again, not before
 * a {@code Retry-After} of the answer.
 *
 * <p>Only public addresses are called, so that whoever chooses the URL can't reach what stands beside the host. Each
 * attempt resolves the host's name and checks every address. The JDK's client resolves it once more, as a rule from the
 * JVM's cache (30 seconds unless set otherwise); where names of strangers are to be trusted with nothing, let requests
 * leave through a filtering proxy as well.
 */
public final class Webhook implements LeadListener {
    private final WebhookTarget target;
    private final List<WebhookSecret> secrets;
    private final Set<String> types;
    private final Duration timeout;
    private final HttpClient client;

    private Webhook(Builder builder, WebhookTarget target, HttpClient client) {
        this.target = target;
        this.secrets = List.copyOf(builder.secrets);
        this.types = builder.types;
        this.timeout = builder.timeout;
        this.client = client;
    }

    /** @param url with https; its text is never logged */
    public static Builder to(URI url) {
        return new Builder(url);
    }

    @Override
    public void onEvent(LeadEvent event) throws DeliveryFailedException, IOException, InterruptedException {
        if (!types.isEmpty() && event.changeTypes().stream().noneMatch(types::contains)) {
            return;
        }
        target.check();
        HttpResponse<InputStream> answer = client.send(request(event), HttpResponse.BodyHandlers.ofInputStream());
        // Not read: the status says all, and a body may be without end.
        answer.body().close();
        requireDelivered(answer, event);
    }

    private HttpRequest request(LeadEvent event) {
        byte[] body = event.toJson().getBytes(StandardCharsets.UTF_8);
        long timestamp = event.attemptedAt().getEpochSecond();
        String signatures = secrets.stream()
                .map(secret -> secret.sign(event.id(), timestamp, body))
                .collect(Collectors.joining(" "));
        return HttpRequest.newBuilder(target.uri())
                .timeout(timeout)
                .header("content-type", "application/json")
                .header("user-agent", "LeadKit")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signatures)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static void requireDelivered(HttpResponse<?> answer, LeadEvent event) throws DeliveryFailedException {
        int status = answer.statusCode();
        if (status >= 200 && status <= 299) {
            return;
        }
        String reason = "status " + status;
        if (status == 410) {
            throw DeliveryFailedException.permanent(reason);
        }
        Optional<Duration> wait =
                answer.headers().firstValue("retry-after").flatMap(text -> RetryAfter.parse(text, event.attemptedAt()));
        throw wait.isPresent()
                ? DeliveryFailedException.retryAfter(reason, wait.get())
                : DeliveryFailedException.temporary(reason);
    }

    /** Collects how to send. Not safe to share. */
    public static final class Builder {
        private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

        private final URI url;
        private final List<WebhookSecret> secrets = new ArrayList<>();
        private Set<String> types = Set.of();
        private Duration timeout = Duration.ofSeconds(15);
        private @Nullable HttpClient client;
        private boolean plainHttp;
        private Predicate<InetAddress> allowed = address -> false;

        private Builder(URI url) {
            this.url = url;
        }

        /** A secret to sign with; at least one. While one is being replaced, name the new one and then the old one. */
        public Builder secret(WebhookSecret secret) {
            secrets.add(secret);
            return this;
        }

        /**
         * Sends only events with a change of one of these types, such as {@code lead.stage_changed}; all unless said.
         *
         * @throws InvalidInputException if one is none of {@link LeadEvent#allChangeTypes()}
         */
        public Builder types(Collection<String> names) {
            Set<String> known = LeadEvent.allChangeTypes();
            if (!known.containsAll(names)) {
                throw new InvalidInputException("webhook types", "types out of " + known, names.toString());
            }
            types = Set.copyOf(names);
            return this;
        }

        /**
         * How long to wait for an answer; 15 seconds unless said otherwise.
         *
         * @throws InvalidInputException if it is not longer than zero
         */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero()) {
                throw new InvalidInputException("webhook timeout", "longer than zero", newTimeout.toString());
            }
            timeout = newTimeout;
            return this;
        }

        /**
         * The client to send with, which must not follow redirects. Without one a client is made, which has threads of its
         * own; several webhooks had better share one.
         */
        public Builder client(HttpClient newClient) {
            client = newClient;
            return this;
        }

        /** Takes URLs with http too, which anybody on the way can read. */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /** Calls these addresses although they are not public, such as those of a network that the host trusts. */
        public Builder allow(Predicate<InetAddress> addresses) {
            allowed = addresses;
            return this;
        }

        /**
         * @throws InvalidInputException if the URL is not one to call, there is no secret, or the client follows redirects
         */
        public Webhook build() {
            if (secrets.isEmpty()) {
                throw new InvalidInputException("webhook secret", "at least one", "none");
            }
            HttpClient its = client == null ? newClient() : client;
            if (its.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new InvalidInputException(
                        "webhook client",
                        "one that never follows redirects",
                        its.followRedirects().name());
            }
            return new Webhook(this, new WebhookTarget(url, plainHttp, allowed), its);
        }

        private static HttpClient newClient() {
            return HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
    }
}
