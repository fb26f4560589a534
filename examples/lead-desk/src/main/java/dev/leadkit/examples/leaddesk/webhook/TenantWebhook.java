package dev.leadkit.examples.leaddesk.webhook;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.webhook.Webhook;
import dev.leadkit.event.webhook.WebhookSecret;
import dev.leadkit.lead.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/** Sends the events of one tenant to a URL, signed as Standard Webhooks say. */
public final class TenantWebhook implements LeadListener {
    private final String name;
    private final TenantId tenant;
    private final Webhook webhook;

    private TenantWebhook(String name, TenantId tenant, Webhook webhook) {
        this.name = name;
        this.tenant = tenant;
        this.webhook = webhook;
    }

    /** What gives an endpoint its secret, by its name. */
    public interface SecretOf {
        WebhookSecret secret(String name) throws IOException;
    }

    /**
     * @param option {@code NAME=TENANT:URL}
     * @param localToo whether http and this machine's own addresses are taken, for trying it out
     * @throws IllegalArgumentException if it is not of this form; the URL is not repeated
     */
    public static TenantWebhook of(String option, SecretOf secrets, boolean localToo) throws IOException {
        int equals = option.indexOf('=');
        int colon = option.indexOf(':', equals + 1);
        if (equals < 1 || colon < equals + 2 || !option.substring(0, equals).matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("--webhook: expected NAME=TENANT:URL, with a name of a-z, 0-9 and -");
        }
        String name = option.substring(0, equals);
        Webhook.Builder webhook =
                Webhook.to(URI.create(option.substring(colon + 1))).secret(secrets.secret(name));
        if (localToo) {
            webhook.allowPlainHttp().allow(InetAddress::isLoopbackAddress);
        }
        return new TenantWebhook(name, TenantId.of(option.substring(equals + 1, colon)), webhook.build());
    }

    /** Under which what was not delivered yet is kept. */
    public String endpoint() {
        return "webhook-" + name;
    }

    @Override
    public void onEvent(LeadEvent event) throws Exception {
        if (event.tenant().equals(tenant)) {
            webhook.onEvent(event);
        }
    }
}
