package dev.leadkit.store.memory;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/** The documents of all tenants, behind the store's lock. */
final class InMemoryDocuments implements Documents {
    private final Object lock;
    private final Function<TenantId, TenantData> data;

    InMemoryDocuments(Object lock, Function<TenantId, TenantData> data) {
        this.lock = lock;
        this.data = data;
    }

    @Override
    public Optional<Document> find(TenantId tenant, DocumentKey key) {
        synchronized (lock) {
            return Optional.ofNullable(data.apply(tenant).documents.get(key));
        }
    }

    @Override
    public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
        List<Object> question = List.of("documents", tenant, kind);
        synchronized (lock) {
            NavigableMap<DocumentKey, Document> all = data.apply(tenant).documents;
            String cursor = page.cursor();
            if (cursor != null) {
                String last = Cursors.decode(question, cursor, 1).get(0);
                all = all.tailMap(new DocumentKey(kind, last), false);
            }
            List<Document> found = all.values().stream()
                    .filter(document -> document.key().kind().equals(kind))
                    .limit(page.limit() + 1L)
                    .toList();
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            String last = found.get(page.limit() - 1).key().name();
            return new Page<>(found.subList(0, page.limit()), Cursors.encode(question, List.of(last)));
        }
    }
}
