package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of documents: its statements, and between it and documents. */
final class DocumentRows {
    private static final String INSERT = """
        INSERT INTO leadkit_document (
            version, text, written_at, actor_kind, actor_id, on_behalf_of, tenant_id, kind, name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /** Changes one row, or none if somebody changed it since it was read. */
    private static final String UPDATE = """
        UPDATE leadkit_document
        SET version = ?, text = ?, written_at = ?, actor_kind = ?, actor_id = ?, on_behalf_of = ?
        WHERE tenant_id = ? AND kind = ? AND name = ? AND version = ?
        """;

    /** Removes one row, or none if somebody changed it since it was read. */
    private static final String DELETE = """
        DELETE FROM leadkit_document
        WHERE tenant_id = ? AND kind = ? AND name = ? AND version = ?
        """;

    private static final String SELECT = """
        SELECT name, version, text, written_at, actor_kind, actor_id, on_behalf_of
        FROM leadkit_document
        """;

    private static final String FIND = SELECT + """
        WHERE tenant_id = ? AND kind = ? AND name = ?
        """;

    private static final String LIST_AFTER = SELECT + """
        WHERE tenant_id = ? AND kind = ? AND name > ?
        ORDER BY tenant_id, kind, name
        LIMIT ?
        """;

    private static final String FIND_VERSION = """
        SELECT version
        FROM leadkit_document
        WHERE tenant_id = ? AND kind = ? AND name = ?
        """;

    private DocumentRows() {}

    /** A document with the changeset that writes it. */
    private record Written(Changeset by, DocumentWrite write) {}

    static void write(Writes to, TenantId tenant, List<Changeset> changesets) throws SQLException {
        List<Written> all = changesets.stream()
                .flatMap(each -> each.documents().stream().map(write -> new Written(each, write)))
                .sorted(Comparator.comparing(
                                (Written each) -> each.write().key().kind())
                        .thenComparing(each -> each.write().key().name()))
                .toList();
        to.insert(INSERT, all.stream().filter(DocumentRows::isNew).toList(), (row, each) -> bind(row, tenant, each));
        to.update(
                UPDATE,
                all.stream()
                        .filter(each -> !isNew(each) && !isRemoved(each.write()))
                        .toList(),
                (row, each) -> bind(row, tenant, each).number(each.write().expectedVersion()));
        to.update(
                DELETE,
                all.stream().filter(each -> isRemoved(each.write())).toList(),
                (row, each) ->
                        key(row, tenant, each.write().key()).number(each.write().expectedVersion()));
    }

    /** Whether one of the changesets removes a document. */
    static boolean removes(List<Changeset> changesets) {
        return changesets.stream().flatMap(each -> each.documents().stream()).anyMatch(DocumentRows::isRemoved);
    }

    private static boolean isNew(Written each) {
        return each.write().expectedVersion() == 0;
    }

    private static boolean isRemoved(DocumentWrite write) {
        return write.text() == null;
    }

    private static Parameters bind(Parameters to, TenantId tenant, Written each) throws SQLException {
        Actor actor = each.by().actor();
        to.number(each.write().expectedVersion() + 1)
                .text(Objects.requireNonNull(each.write().text()))
                .instant(each.by().at())
                .text(actor.kind().name())
                .text(actor.id())
                .text(actor.onBehalfOf());
        return key(to, tenant, each.write().key());
    }

    private static Parameters key(Parameters to, TenantId tenant, DocumentKey key) throws SQLException {
        return to.text(tenant.value()).text(key.kind()).bytes(bytes(key.name()));
    }

    /** The stored version; 0 when there is no such document. */
    static long version(Statements statements, TenantId tenant, DocumentKey key) throws SQLException {
        return statements
                .find(FIND_VERSION + statements.seeingOthers(), to -> key(to, tenant, key), Columns::number)
                .orElse(0L);
    }

    static Optional<Document> find(Statements statements, TenantId tenant, DocumentKey key) throws SQLException {
        return statements.find(FIND, to -> key(to, tenant, key), from -> read(from, key.kind()));
    }

    static Page<Document> list(JdbcSession session, TenantId tenant, String kind, PageRequest page) {
        List<Object> question = List.of("documents", tenant, kind);
        String cursor = page.cursor();
        String after = cursor == null ? "" : Cursors.decode(question, cursor, 1).get(0);
        List<Document> found = Retry.run(() -> session.statement(statements -> statements.list(
                LIST_AFTER,
                to -> to.text(tenant.value()).text(kind).bytes(bytes(after)).number(page.limit() + 1L),
                from -> read(from, kind))));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        String last = found.get(page.limit() - 1).key().name();
        return new Page<>(found.subList(0, page.limit()), Cursors.encode(question, List.of(last)));
    }

    private static Document read(Columns from, String kind) throws SQLException {
        var key = new DocumentKey(kind, new String(from.bytes(), StandardCharsets.UTF_8));
        long version = from.number();
        String text = from.text();
        Instant at = from.instant();
        return new Document(
                key, version, text, at, new Actor(Actor.Kind.valueOf(from.text()), from.text(), from.optionalText()));
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
