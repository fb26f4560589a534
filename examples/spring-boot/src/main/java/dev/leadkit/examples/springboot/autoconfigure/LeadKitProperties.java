package dev.leadkit.examples.springboot.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of LeadKit in a file or the environment. The rest is code, see {@link LeadKitCustomizer}.
 *
 * @param identityKey the secret under which identities are hashed, at least 16 bytes of UTF-8, the same for as long as the
 *     database lives; absent only where the application has a kit of its own, or a store that keeps nothing
 * @param schema who makes LeadKit's tables
 * @param region the ISO 3166 region of phone numbers without a country code; absent where numbers have one
 * @param tenants whose events are relayed and whose backlog is measured, by id
 */
@ConfigurationProperties("leadkit")
public record LeadKitProperties(
        @Nullable String identityKey,
        @DefaultValue("migrate") Schema schema,
        @Nullable String region,
        @DefaultValue List<String> tenants) {

    /** Who makes LeadKit's tables. */
    public enum Schema {
        /** Flyway, from the files in the jar, with a history of its own; the store changes nothing. */
        FLYWAY,
        /** The store, when it is opened. */
        MIGRATE,
        /** A tool of the host. The store refuses to open on tables of another release. */
        VALIDATE,
        /** A tool of the host. The store does not look. */
        NONE
    }

    public LeadKitProperties {
        tenants = List.copyOf(tenants);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "LeadKitProperties[schema=%s, region=%s, tenants=%s]".formatted(schema, region, tenants);
    }
}
