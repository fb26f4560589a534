package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Leads of the tests in this package. */
final class Leads {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor ANN = Actor.user("ann");

    private Leads() {}

    static Lead.Builder in(String stage) {
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
                .stage("sales", 1, stage, false, NOW);
    }

    static Score score(int value) {
        return new Score(value, "cold", List.of(new Contribution("f", "F", value, "x")), "card@1", NOW, null);
    }

    static Attributed<Money> amount(String amount, String currency) {
        return said(Money.of(amount, currency));
    }

    static <T> Attributed<T> said(T value) {
        return new Attributed<>(value, Provenance.by(ANN, NOW));
    }
}
