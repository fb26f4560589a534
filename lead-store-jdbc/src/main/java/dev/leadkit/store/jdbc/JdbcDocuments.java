package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.Optional;

/** The documents of all tenants, as they are stored. */
final class JdbcDocuments implements Documents {
    private final JdbcSession session;

    JdbcDocuments(JdbcSession session) {
        this.session = session;
    }

    @Override
    public Optional<Document> find(TenantId tenant, DocumentKey key) {
        return Retry.run(() -> session.statement(statements -> DocumentRows.find(statements, tenant, key)));
    }

    @Override
    public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
        return DocumentRows.list(session, tenant, kind, page);
    }
}
