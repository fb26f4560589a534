package dev.leadkit.examples.leaddesk.server;

import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How to run the server, as the command line says it. */
@Command(name = "lead-desk", description = "LeadKit in a browser and over REST.", mixinStandardHelpOptions = true)
public final class ServerOptions {
    /** An API key with whom it stands for. */
    public record ApiKey(String key, Principal principal) {}

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "0 for a free one; 8080 unless said.")
    int port = 8080;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen at; this machine alone unless said.")
    String host = "127.0.0.1";

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "The database, such as jdbc:postgresql://…; without: a file of H2 in the data folder.")
    @Nullable
    String jdbcUrl;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "lead-desk-data",
            description = "Where the H2 file and the secrets are; lead-desk-data unless said.")
    Path data = Path.of("lead-desk-data");

    @Option(
            names = "--api-key",
            paramLabel = "KEY=TENANT:USER:ROLE",
            description = "Lets a program in; the role is viewer, rep, manager or admin. May be repeated.")
    List<String> apiKeys = new ArrayList<>();

    @Option(
            names = "--webhook",
            paramLabel = "NAME=TENANT:URL",
            description = "Sends the tenant's events to a URL. Its secret is in the data folder. May be repeated.")
    List<String> webhooks = new ArrayList<>();

    @Option(
            names = "--webhook-local",
            description = "Lets webhooks go to http and to this machine too, to try them out.")
    boolean webhooksToLocal;

    @Option(
            names = "--webhook-in",
            paramLabel = "TENANT:CHANNEL=SECRET[,TOKEN]",
            description =
                    "Lets whatsapp, messenger, instagram, chatwoot or intercom post to /webhooks/in/TENANT/CHANNEL.")
    List<String> webhooksIn = new ArrayList<>();

    @Option(names = "--no-sample", description = "Starts empty, and without the users of the sample.")
    boolean noSample;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Requests a second of one user; 500 unless said.")
    int rate = 500;

    @Option(
            names = "--secure-cookies",
            description = "Sends cookies over https alone, as behind a proxy that ends TLS.")
    boolean secureCookies;

    /** Whether the conversations of the sample are put into an empty database. */
    boolean hasSample() {
        return jdbcUrl == null && !noSample;
    }

    /** @throws IllegalArgumentException naming the first that is none, without repeating the key */
    List<ApiKey> keys() {
        return apiKeys.stream().map(ServerOptions::key).toList();
    }

    private static ApiKey key(String option) {
        int equals = option.lastIndexOf('=');
        String[] parts = option.substring(equals + 1).split(":", -1);
        if (equals < 1 || parts.length != 3) {
            throw new IllegalArgumentException("--api-key: expected KEY=TENANT:USER:ROLE");
        }
        return new ApiKey(
                option.substring(0, equals), new Principal(TenantId.of(parts[0]), parts[1], Role.ofKey(parts[2])));
    }
}
