package dev.leadkit.capture;

import dev.leadkit.capture.extract.Regions;
import dev.leadkit.lead.TenantId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each tenant of the host has its own way, as the host's functions say. Safe to share. */
final class TenantSettings {
    private final CaptureSettings settings;
    private final Function<String, @Nullable String> regionOfTenant;
    private final Function<String, OwnContacts> ownContactsOfTenant;
    private final MessageReader elsewhere;
    private final Map<String, MessageReader> byRegion = new ConcurrentHashMap<>();

    /** @param regionOfTenant gives nothing for a tenant whose region is unknown, and a code that no country has counts as nothing */
    TenantSettings(
            CaptureSettings settings,
            Function<String, @Nullable String> regionOfTenant,
            Function<String, OwnContacts> ownContactsOfTenant) {
        this.settings = settings;
        this.regionOfTenant = regionOfTenant;
        this.ownContactsOfTenant = ownContactsOfTenant;
        this.elsewhere = new MessageReader(settings.in(null));
    }

    /** What reads numbers as in the tenant's region. */
    MessageReader reader(TenantId tenant) {
        String region = regionOfTenant.apply(tenant.value());
        return region == null || !Regions.isKnown(region)
                ? elsewhere
                : byRegion.computeIfAbsent(
                        region.toUpperCase(Locale.ROOT), code -> new MessageReader(settings.in(code)));
    }

    OwnContacts ownContacts(TenantId tenant) {
        return ownContactsOfTenant.apply(tenant.value());
    }
}
