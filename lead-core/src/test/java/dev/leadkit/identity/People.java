package dev.leadkit.identity;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.UUID;

/** Leads and values for tests of merging; each second is another instant. */
final class People {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private People() {}

    /** @param number also the second at which it was made */
    static Lead.Builder lead(int number) {
        return Lead.builder(id(number), TenantId.of("acme"), LeadSource.WIDGET, at(number))
                .stage("five-stage", 1, "new", false, at(number));
    }

    static LeadId id(int number) {
        return new LeadId(new UUID(7, number));
    }

    static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    static <T> Attributed<T> said(T value, int second, String session) {
        return new Attributed<>(value, Provenance.said("rule", 0.9, new Evidence(session, "m", 0, 3), at(second)));
    }

    static <T> Attributed<T> set(T value, int second) {
        return new Attributed<>(value, Provenance.by(Actor.user("ann"), at(second)));
    }

    static <T> Attributed<T> given(T value, int second) {
        return new Attributed<>(value, Provenance.initial(at(second)));
    }
}
