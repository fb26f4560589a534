package dev.leadkit.scoring.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadkit.LeadDesk;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.plan.Feature;
import dev.leadkit.score.Scorers;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.Document;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scorecards that tenants have published, kept as documents in the store; compiled once and remembered. Safe to share;
 * make one for each store, and keep it.
 *
 * <pre>{@code
 * TenantScorecards cards = TenantScorecards.over(store);
 * LeadKit kit = LeadKit.builder().store(store).scorer(Scorecard.standard()).scorers(cards).build();
 * ScorecardDesk desk = cards.at(kit.tenant("acme").as(Actor.user("ann")));
 * desk.publish(CardRole.LIVE, Scorecard.parse(json), desk.history().version());
 * }</pre>
 *
 * <p>What is known of a tenant is looked up again after {@link #FRESH_FOR}, by one small read; so a card that another process
 * published may go unnoticed for that long. One that was published through this object is used at once. A card that cannot be
 * read, as one of a later release, is passed over with a warning: leads are scored by the last one that could, else by the
 * kit's scorer.
 */
public final class TenantScorecards implements Scorers {
    /** For how long a card that another process published may go unnoticed. */
    public static final Duration FRESH_FOR = Duration.ofSeconds(1);

    /** Of so many tenants cards are remembered unless another number is given. */
    public static final int REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(TenantScorecards.class);

    private final Documents documents;
    private final @Nullable TenantScorecards beside;
    private final Cache<TenantId, Known> known;
    private final AtomicLong changes = new AtomicLong(); // told here, of any tenant
    private final LongAdder hits = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final LongAdder compiled = new LongAdder();

    /**
     * @param history the document that it was found in; absent when the tenant has published nothing
     * @param version of that document; 0 when there is none
     */
    private record Known(@Nullable String history, long version, Optional<LeadScorer> live, Instant asOf) {
        boolean isFresh(Instant now) {
            return !now.isBefore(asOf) && now.isBefore(asOf.plus(FRESH_FOR));
        }

        Known at(Instant now) {
            return new Known(history, version, live, now);
        }

        /** Never fresh, so that it is looked up again. */
        Known inDoubt() {
            return at(Instant.MIN);
        }
    }

    private TenantScorecards(LeadStore store, int most, @Nullable TenantScorecards beside) {
        this.documents = store.capabilities().requireDocuments();
        this.beside = beside;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .recordStats()
                .executor(Runnable::run) // no thread that the host did not start
                .build();
    }

    /** @throws dev.leadkit.store.UnsupportedCapabilityException if the store keeps no documents */
    public static TenantScorecards over(LeadStore store) {
        return over(store, REMEMBERED);
    }

    /**
     * @param most of how many tenants cards are remembered, 1 or more; those that were not asked for lately go first
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the store keeps no documents
     */
    public static TenantScorecards over(LeadStore store, int most) {
        return new TenantScorecards(store, most, null);
    }

    /** What is known is not changed by what is read within the transaction, but spares reading the same again. */
    @Override
    public Scorers on(LeadStore joined) {
        return new TenantScorecards(joined, REMEMBERED, this);
    }

    /**
     * The cards of a desk's tenant, in the name of its actor.
     *
     * @throws dev.leadkit.plan.NotEntitledException if the tenant's plan does not show scores
     * @throws dev.leadkit.access.NotPermittedException if leads or fields are hidden from the actor
     */
    public ScorecardDesk at(LeadDesk desk) {
        return new ScorecardDesk(desk.workbench(Feature.SCORING), this);
    }

    @Override
    public Optional<LeadScorer> find(TenantId tenant, Instant now) {
        Known last = known.getIfPresent(tenant);
        if (last != null && last.isFresh(now)) {
            hits.increment();
            return last.live();
        }
        long before = changes.get();
        Known read = read(tenant, last == null && beside != null ? beside.known.getIfPresent(tenant) : last, now);
        // What was read before a change, or by a slower thread than another, must not be taken for the present.
        Known stays = known.asMap().compute(tenant, (its, there) -> {
            if (there != null && there.version() > read.version()) {
                return there;
            }
            return changes.get() == before ? read : read.inDoubt();
        });
        return stays.live();
    }

    @Override
    public void changed(TenantId tenant) {
        changes.incrementAndGet(); // first: whoever remembers after it sees it, and what was remembered before goes now
        known.invalidate(tenant);
    }

    private Known read(TenantId tenant, @Nullable Known last, Instant now) {
        reads.increment();
        Document history = documents.find(tenant, ScorecardDocuments.HISTORY).orElse(null);
        if (history == null) {
            return new Known(null, 0, Optional.empty(), now);
        }
        if (last != null && history.text().equals(last.history()) && history.version() == last.version()) {
            return last.at(now);
        }
        Optional<LeadScorer> live;
        try {
            live = ScorecardDocuments.read(history)
                    .card(CardRole.LIVE)
                    .flatMap(card -> documents.find(tenant, ScorecardDocuments.card(card)))
                    .map(document -> compile(document.text()));
        } catch (InvalidDefinitionException unreadable) {
            LOG.warn("a published scorecard of tenant {} can't be read by this release", tenant, unreadable);
            live = last == null ? Optional.empty() : last.live();
        }
        return new Known(history.text(), history.version(), live, now);
    }

    private LeadScorer compile(String json) {
        compiled.increment();
        return Scorecard.parse(json);
    }

    public CacheStatistics statistics() {
        known.cleanUp();
        return new CacheStatistics(
                hits.sum(), reads.sum(), compiled.sum(), known.stats().evictionCount(), known.estimatedSize());
    }
}
