package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleDocumentException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of definition that each tenant may have of its own, such as its capture rules, kept as a document of LeadKit's
 * store. Read once and then answered from memory; so it is for one process. Safe to share.
 */
public final class TenantDefinitions<T> {
    private static final String NAME = "current";

    private final LeadStore store;
    private final IdentityHasher hasher;
    private final Supplier<Instant> clock;
    private final String kind;
    private final T standard;
    private final Function<String, T> parser;
    private final Map<TenantId, Current<T>> known = new ConcurrentHashMap<>();

    /** What a tenant has. @param version how often it was changed; 0 for the standard one */
    public record Current<T>(long version, T value) {}

    /**
     * @param kind of the document
     * @param standard what a tenant has that has set nothing
     * @param parser reads what was saved
     */
    TenantDefinitions(
            LeadStore store,
            IdentityHasher hasher,
            Supplier<Instant> clock,
            String kind,
            T standard,
            Function<String, T> parser) {
        this.store = store;
        this.hasher = hasher;
        this.clock = clock;
        this.kind = kind;
        this.standard = standard;
        this.parser = parser;
    }

    public Current<T> current(TenantId tenant) {
        return known.computeIfAbsent(tenant, this::read);
    }

    /**
     * Puts another one in its place.
     *
     * @param seen the version that was looked at
     * @throws StaleDocumentException if there is another version by now
     */
    public Current<T> save(TenantId tenant, Actor actor, long seen, String text) {
        T value = parser.apply(text);
        var key = new DocumentKey(kind, NAME);
        long found = current(tenant).version();
        if (found != seen) {
            throw new StaleDocumentException(key, seen, found);
        }
        try {
            store.commit(new ChangesetBuilder(new ChangesetId(UUID.randomUUID()), tenant, clock.get(), actor, hasher)
                    .document(key, seen, text)
                    .build());
        } catch (StaleDocumentException another) {
            known.remove(tenant);
            throw another;
        }
        var saved = new Current<>(seen + 1, value);
        known.merge(tenant, saved, (one, other) -> one.version() > other.version() ? one : other);
        return saved;
    }

    private Current<T> read(TenantId tenant) {
        return store.capabilities()
                .requireDocuments()
                .find(tenant, new DocumentKey(kind, NAME))
                .map(this::read)
                .orElse(new Current<>(0, standard));
    }

    private Current<T> read(Document document) {
        return new Current<>(document.version(), parser.apply(document.text()));
    }
}
