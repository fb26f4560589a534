package dev.leadkit.migration;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Document;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of all tenants as this process knows them: what a tenant has published, else the kit's. Safe to share.
 *
 * <p>What is known is looked up again after {@link #FRESH_FOR}, by one small read, and at once where a lead is on a later
 * version than is known. So a process that has not noticed a new version yet decides by the last one, for that long at most.
 * What it writes then stands on the last version and says so; such a lead is brought along like those that were there before.
 */
public final class PublishedPipelines {
    /** For how long a version that another process published may go unnoticed. */
    public static final Duration FRESH_FOR = Duration.ofSeconds(1);

    /** The most pipelines that are remembered; all are forgotten when there are more. */
    private static final int MOST_REMEMBERED = 10_000;

    private final LeadStore store;
    private final @Nullable Documents documents;
    private final Pipeline kits;
    private final HostGuards guards;
    private final Supplier<Instant> clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, String name) {}

    /** @param pipeline absent when the tenant has none of the name */
    private record Known(@Nullable PublishedPipeline pipeline, Instant asOf) {
        long number() {
            return pipeline == null ? -1 : pipeline.documentVersion();
        }
    }

    /**
     * @param kits the pipeline of tenants that have not published one of its name
     * @param guards which published definitions may ask for
     * @param clock tells the present
     */
    public PublishedPipelines(LeadStore store, Pipeline kits, HostGuards guards, Supplier<Instant> clock) {
        this.store = store;
        this.documents = store.capabilities().documents();
        this.kits = kits;
        this.guards = guards;
        this.clock = clock;
    }

    /**
     * The same over another store. Nothing is known in common: what is read within the host's transaction may never be
     * committed.
     */
    public PublishedPipelines on(LeadStore other) {
        return new PublishedPipelines(other, kits, guards, clock);
    }

    HostGuards guards() {
        return guards;
    }

    /** The pipeline that new leads enter unless another is named. */
    public PublishedPipeline standard(TenantId tenant) {
        return find(tenant, kits.name()).orElseThrow();
    }

    /** Empty when the tenant has no pipeline of the name. */
    public Optional<PublishedPipeline> find(TenantId tenant, String name) {
        if (documents == null) {
            return ofKit(name);
        }
        Known last = known.get(new Key(tenant, name));
        Instant now = clock.get();
        if (last != null
                && !now.isBefore(last.asOf())
                && now.isBefore(last.asOf().plus(FRESH_FOR))) {
            return Optional.ofNullable(last.pipeline());
        }
        return findFresh(tenant, name);
    }

    /** @throws InvalidInputException if the tenant has no pipeline of the name */
    public PublishedPipeline get(TenantId tenant, String name) {
        return find(tenant, name).or(() -> findFresh(tenant, name)).orElseThrow(() -> unknown(tenant, name));
    }

    /**
     * A lead brought to the current version of its pipeline. As it is when it is on it already, and when no stage of that
     * version takes the place of its own.
     */
    public CurrentLead current(Lead lead) {
        PublishedPipeline pipeline = of(lead).orElse(null);
        return new CurrentLead(pipeline == null ? lead : adopt(pipeline, lead).orElse(lead), pipeline);
    }

    private Optional<PublishedPipeline> of(Lead lead) {
        return find(lead.tenant(), lead.pipeline())
                .filter(its -> its.current().version() >= lead.pipelineVersion())
                .or(() -> findFresh(lead.tenant(), lead.pipeline()));
    }

    /** Empty when no stage takes the place of its own. Reads the timeline where that depends on it. */
    Optional<Lead> adopt(PublishedPipeline pipeline, Lead lead) {
        boolean past = pipeline.history().asksForThePast(lead.pipelineVersion());
        return pipeline.adopt(lead, past ? Standing.of(lead, timeline(lead)) : Standing.of(lead));
    }

    private List<Activity> timeline(Lead lead) {
        return Pages.timeline(store, lead.tenant(), lead.id()).toList();
    }

    /** Read now, whatever is known. */
    Optional<PublishedPipeline> findFresh(TenantId tenant, String name) {
        var key = new Key(tenant, name);
        Known last = known.get(key);
        Optional<PublishedPipeline> found = read(key, last == null ? null : last.pipeline());
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        var now = new Known(found.orElse(null), clock.get());
        // A slower thread may have read what was there before.
        return Optional.ofNullable(known.merge(key, now, (one, other) -> one.number() > other.number() ? one : other)
                .pipeline());
    }

    private Optional<PublishedPipeline> read(Key key, @Nullable PublishedPipeline last) {
        Optional<Document> document = documents == null
                ? Optional.empty()
                : documents.find(key.tenant(), PipelineDocuments.history(key.name()));
        if (document.isEmpty()) {
            return ofKit(key.name());
        }
        if (last != null && last.documentVersion() == document.get().version()) {
            return Optional.of(last);
        }
        PipelineHistory history = PipelineDocuments.read(document.get().text());
        Pipeline current = definition(
                        key.tenant(), key.name(), history.current().number())
                .orElseThrow(() -> new IllegalStateException("the definition of a published version is missing"));
        return Optional.of(
                new PublishedPipeline(current, history, document.get().version()));
    }

    /** A version's definition; empty when it is not kept. */
    Optional<Pipeline> definition(TenantId tenant, String name, int version) {
        Optional<Pipeline> published = documents == null
                ? Optional.empty()
                : documents
                        .find(tenant, PipelineDocuments.definition(name, version))
                        .map(document -> Pipeline.parse(document.text(), guards.othersFailing()));
        return published.or(() -> Optional.of(kits).filter(its -> its.name().equals(name) && its.version() == version));
    }

    /** The names of all pipelines of a tenant, the kit's first. Reads what is published. */
    public List<String> names(TenantId tenant) {
        List<String> names = new ArrayList<>();
        names.add(kits.name());
        Documents its = documents;
        if (its != null) {
            Pages.stream(page -> its.list(tenant, PipelineDocuments.HISTORY, page))
                    .map(document -> document.key().name())
                    .filter(name -> !name.equals(kits.name()))
                    .forEach(names::add);
        }
        return names;
    }

    private Optional<PublishedPipeline> ofKit(String name) {
        return name.equals(kits.name()) ? Optional.of(PublishedPipeline.ofKit(kits)) : Optional.empty();
    }

    private InvalidInputException unknown(TenantId tenant, String name) {
        return new InvalidInputException("pipeline", "one of " + String.join(", ", names(tenant)), name);
    }
}
