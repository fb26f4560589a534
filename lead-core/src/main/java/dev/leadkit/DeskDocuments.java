package dev.leadkit;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.Optional;

/** A tenant's documents as far as its plan opens the feature that they are read for. */
final class DeskDocuments implements Documents {
    private final DeskStore store;
    private final Documents documents;

    DeskDocuments(DeskStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public Optional<Document> find(TenantId tenant, DocumentKey key) {
        store.requireRead();
        return documents.find(tenant, key);
    }

    @Override
    public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
        store.requireRead();
        return documents.list(tenant, kind, page);
    }
}
