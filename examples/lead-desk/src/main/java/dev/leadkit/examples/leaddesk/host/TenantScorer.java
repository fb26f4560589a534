package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.Scorecard;
import java.time.Instant;

/** Scores each lead by the card of its tenant. */
final class TenantScorer implements LeadScorer {
    private final TenantDefinitions<Scorecard> cards;

    TenantScorer(TenantDefinitions<Scorecard> cards) {
        this.cards = cards;
    }

    @Override
    public Score score(Lead lead, Instant at) {
        return cards.current(lead.tenant()).value().score(lead, at);
    }
}
