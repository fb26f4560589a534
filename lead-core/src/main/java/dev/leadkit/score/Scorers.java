package dev.leadkit.score;

import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.Optional;

/**
 * What scores the leads of each tenant. Implementations may be called from several threads at once, and are asked whenever a
 * lead is scored, so they answer from memory nearly always.
 *
 * <p>{@code TenantScorecards} of lead-scoring gives the card that a tenant has published.
 */
@FunctionalInterface
public interface Scorers {
    /** Nobody's leads get a score. */
    Scorers NONE = (tenant, now) -> Optional.empty();

    /**
     * The scorer of a tenant; empty when it has none of its own.
     *
     * @param now the present, by the kit's clock: for how long something is known by then
     */
    Optional<LeadScorer> find(TenantId tenant, Instant now);

    /**
     * The same within a transaction of the host, over the store that joined it. What is read there may never be committed, so
     * it must not be remembered beyond it. Itself where nothing is read from the store.
     */
    default Scorers on(LeadStore joined) {
        return this;
    }

    /** A tenant's scorer was changed just now, by somebody who is to see that at once. Nothing to do unless it is remembered. */
    default void changed(TenantId tenant) {}

    /** The same scorer for every tenant. */
    static Scorers always(LeadScorer scorer) {
        Optional<LeadScorer> its = Optional.of(scorer);
        return (tenant, now) -> its;
    }

    /** Another scorer for tenants that have none of their own. */
    default Scorers orElse(LeadScorer otherwise) {
        Scorers own = this;
        Optional<LeadScorer> its = Optional.of(otherwise);
        return new Scorers() {
            @Override
            public Optional<LeadScorer> find(TenantId tenant, Instant now) {
                return own.find(tenant, now).or(() -> its);
            }

            @Override
            public Scorers on(LeadStore joined) {
                return own.on(joined).orElse(otherwise);
            }

            @Override
            public void changed(TenantId tenant) {
                own.changed(tenant);
            }
        };
    }
}
