package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table of erasures: its statements, and between it and receipts. */
final class ErasureRows {
    private static final String INSERT = """
        INSERT INTO leadkit_erasure (
            tenant_id, erasure_id, ordered_at, actor_kind, actor_id, on_behalf_of, cause_code, cause_ref, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String SELECT = """
        SELECT erasure_id, ordered_at, actor_kind, actor_id, on_behalf_of, cause_code, cause_ref, detail
        FROM leadkit_erasure
        """;

    private static final String FIND = SELECT + """
        WHERE tenant_id = ? AND erasure_id = ?
        """;

    private static final String LIST_AFTER = SELECT + """
        WHERE tenant_id = ? AND erasure_id > ?
        ORDER BY tenant_id, erasure_id
        LIMIT ?
        """;

    /** Before every id, since no UUID of any version is all zeros. */
    private static final UUID START = new UUID(0, 0);

    private ErasureRows() {}

    static void write(Writes to, ErasureReceipt receipt) throws SQLException {
        to.insert(
                INSERT,
                List.of(receipt),
                (row, each) -> row.text(each.tenant().value())
                        .id(each.id().value())
                        .instant(each.at())
                        .text(each.actor().kind().name())
                        .text(each.actor().id())
                        .text(each.actor().onBehalfOf())
                        .text(each.cause().code())
                        .text(each.cause().ref())
                        .text(writeDetail(each)));
    }

    static Optional<ErasureReceipt> find(Statements statements, TenantId tenant, ErasureId id) throws SQLException {
        return statements.find(FIND, to -> to.text(tenant.value()).id(id.value()), from -> read(from, tenant));
    }

    static Page<ErasureReceipt> list(JdbcSession session, TenantId tenant, PageRequest page) {
        List<Object> question = List.of("erasures", tenant);
        String cursor = page.cursor();
        UUID after =
                cursor == null ? START : id(Cursors.decode(question, cursor, 1).get(0));
        List<ErasureReceipt> found = Retry.run(() -> session.transaction(statements -> statements.list(
                LIST_AFTER,
                to -> to.text(tenant.value()).id(after).number(page.limit() + 1L),
                from -> read(from, tenant))));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        String last = found.get(page.limit() - 1).id().toString();
        return new Page<>(found.subList(0, page.limit()), Cursors.encode(question, List.of(last)));
    }

    private static UUID id(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException altered) {
            throw new InvalidInputException("cursor", "the cursor that the page before gave", "another text");
        }
    }

    private static ErasureReceipt read(Columns from, TenantId tenant) throws SQLException {
        var id = new ErasureId(from.id());
        Instant at = from.instant();
        var actor = new Actor(Actor.Kind.valueOf(from.text()), from.text(), from.optionalText());
        var cause = new Cause(from.text(), from.text());
        return JsonIn.read(
                "erasure " + id,
                from.text(),
                in -> new ErasureReceipt(id, tenant, at, actor, cause, readLeads(in), readCounts(in)));
    }

    private static String writeDetail(ErasureReceipt receipt) {
        var counts = new JsonOut();
        receipt.counts().forEach((kind, count) -> counts.number(kind.name(), count));
        return new JsonOut()
                .texts("leads", receipt.leads().stream().map(LeadId::toString).toList())
                .object("counts", counts, its -> its)
                .toText();
    }

    private static Set<LeadId> readLeads(JsonIn in) {
        Set<LeadId> leads = new HashSet<>();
        in.texts("leads").forEach(id -> leads.add(LeadId.parse(id)));
        return leads;
    }

    private static Map<Kind, Integer> readCounts(JsonIn in) {
        return in.object("counts", its -> {
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            its.allNumbers().forEach((kind, count) -> counts.put(Kind.valueOf(kind), count));
            return counts;
        });
    }
}
