package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The outbox in its table. Each call is short transactions of its own, safe to repeat; owners and due instants decide
 * who has an entry, never a lock that is held.
 */
final class JdbcOutbox implements Outbox {
    private static final DeadLetter.Position START =
            new DeadLetter.Position(Instant.parse("0001-01-01T00:00:00Z"), new LeadId(new UUID(0, 0)));

    private final JdbcSession session;
    private final Runnable afterCommit;

    JdbcOutbox(JdbcSession session, Runnable afterCommit) {
        this.session = session;
        this.afterCommit = afterCommit;
    }

    @Override
    public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
        Outbox.requireLimit(limit);
        List<Delivery> taken = new OutboxLease(session, tenant, endpoint, lease).take(limit);
        afterCommit.run();
        return taken;
    }

    @Override
    public boolean extend(TenantId tenant, Delivery delivery, Instant until) {
        Instant cut = Input.instant("lease.until", until);
        return changesOne(
                OutboxSql.EXTEND,
                to -> OutboxRows.bindKey(to.instant(cut), tenant, delivery.id()).text(delivery.owner()));
    }

    @Override
    public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
        if (settlement instanceof Settlement.Retry retry) {
            return failed(tenant, delivery, retry.at(), false, retry.reason());
        } else if (settlement instanceof Settlement.Dead dead) {
            return failed(tenant, delivery, dead.at(), true, dead.reason());
        } else if (settlement instanceof Settlement.Released released) {
            return changesOne(
                    OutboxSql.RELEASED,
                    to -> OutboxRows.bindKey(to.instant(released.at()), tenant, delivery.id())
                            .text(delivery.owner()));
        }
        return changesOne(
                OutboxSql.DELIVERED,
                to -> OutboxRows.bindKey(to, tenant, delivery.id()).text(delivery.owner()));
    }

    private boolean failed(TenantId tenant, Delivery delivery, Instant at, boolean dead, String reason) {
        return changesOne(
                OutboxSql.FAILED,
                to -> OutboxRows.bindKey(to.instant(at).flag(dead).text(reason), tenant, delivery.id())
                        .text(delivery.owner()));
    }

    @Override
    public Backlog backlog(TenantId tenant, String endpoint) {
        return Retry.run(() -> session.transaction(statements -> statements
                .list(OutboxSql.BACKLOG, to -> to.text(tenant.value()).text(endpoint), from -> {
                    boolean dead = from.flag();
                    long count = from.number();
                    return dead ? new Backlog(0, null, count) : new Backlog(count, from.instant(), 0);
                })
                .stream()
                .reduce(Backlog.NONE, JdbcOutbox::plus)));
    }

    private static Backlog plus(Backlog one, Backlog other) {
        return new Backlog(
                one.waiting() + other.waiting(),
                one.oldestDue() == null ? other.oldestDue() : one.oldestDue(),
                one.dead() + other.dead());
    }

    @Override
    public Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page) {
        DeadLetter.Position after = DeadLetter.position(tenant, endpoint, page).orElse(START);
        List<DeadLetter> found = Retry.run(() -> session.transaction(statements -> statements.list(
                OutboxSql.DEAD_LETTERS_AFTER,
                to -> to.text(tenant.value())
                        .text(endpoint)
                        .instant(after.since())
                        .instant(after.since())
                        .id(after.lead().value())
                        .number(page.limit() + 1L),
                from -> OutboxRows.readLetter(from, endpoint))));
        return DeadLetter.page(tenant, endpoint, found, page.limit());
    }

    @Override
    public boolean replay(TenantId tenant, DeliveryId id, Instant now) {
        Instant cut = Input.instant("replay.now", now);
        return changesOne(OutboxSql.REPLAY, to -> OutboxRows.bindKey(to.instant(cut), tenant, id));
    }

    @Override
    public boolean skip(TenantId tenant, DeliveryId id) {
        return changesOne(OutboxSql.SKIP, to -> OutboxRows.bindKey(to, tenant, id));
    }

    private boolean changesOne(String sql, Statements.Binder binder) {
        int changed = Retry.run(() -> session.transaction(statements -> statements.update(sql, binder)));
        afterCommit.run();
        return changed == 1;
    }
}
