package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.AmountTotal;
import dev.leadkit.store.Changeset.LeadWrite;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The table of counters: how many leads each column of the board has, and what they are worth. */
final class Counters {
    /** Enough that writers seldom meet; a reader adds them up. */
    static final int SLOTS = 16;

    /** The currency of leads without an amount. */
    static final String NO_CURRENCY = "";

    /** Adds to a counter, where there is one. */
    static final String UPDATE = """
        UPDATE leadkit_counter
        SET leads = leads + ?, amount = amount + ?, own_amount = own_amount + ?, own_weighted = own_weighted + ?
        WHERE tenant_id = ? AND board_key = ? AND currency = ? AND slot = ?
        """;

    static final String INSERT = """
        INSERT INTO leadkit_counter (
            leads, amount, own_amount, own_weighted, tenant_id, board_key, currency, slot, pipeline, stage)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private Counters() {}

    /** What a unit of work adds to a counter. */
    record Change(UUID boardKey, String pipeline, String stage, String currency, long leads, Amounts amounts) {
        /** For {@link #UPDATE}. */
        Parameters bindTo(Parameters to, TenantId tenant, int slot) throws SQLException {
            return to.number(leads)
                    .decimal(amounts.all())
                    .decimal(amounts.own())
                    .decimal(amounts.ownWeighted())
                    .text(tenant.value())
                    .id(boardKey)
                    .text(currency)
                    .number(slot);
        }

        /** For {@link #INSERT}. */
        Parameters bindWithNamesTo(Parameters to, TenantId tenant, int slot) throws SQLException {
            return bindTo(to, tenant, slot).text(pipeline).text(stage);
        }

        private boolean isNothing() {
            return leads == 0 && amounts.isNothing();
        }
    }

    /** What is added to the three sums of {@link AmountTotal}. */
    record Amounts(BigDecimal all, BigDecimal own, BigDecimal ownWeighted) {
        private static final Amounts NOTHING = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        static Amounts of(@Nullable Money money, @Nullable BigDecimal weighted) {
            if (money == null) {
                return NOTHING;
            }
            return weighted == null
                    ? new Amounts(money.amount(), BigDecimal.ZERO, BigDecimal.ZERO)
                    : new Amounts(money.amount(), money.amount(), weighted);
        }

        Amounts plus(Amounts other) {
            return new Amounts(all.add(other.all), own.add(other.own), ownWeighted.add(other.ownWeighted));
        }

        Amounts negate() {
            return new Amounts(all.negate(), own.negate(), ownWeighted.negate());
        }

        boolean isNothing() {
            return all.signum() == 0 && own.signum() == 0 && ownWeighted.signum() == 0;
        }
    }

    private record Key(UUID boardKey, String currency) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::boardKey).thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The slot of a unit of work: one for all its counters, so that two units that meet do so in the same order. Those
     * within transactions of the host, which hold their counters for as long as the host likes, have slots apart, so that
     * no other unit waits for them.
     */
    static int anySlot(boolean joined) {
        return ThreadLocalRandom.current().nextInt(SLOTS) + (joined ? SLOTS : 0);
    }

    /** What leads change, sorted, without what cancels out. */
    static List<Change> of(List<LeadWrite> leads) {
        Map<Key, Change> changes = new TreeMap<>();
        for (LeadWrite write : leads) {
            if (write.before() != null) {
                add(changes, write.before().lead(), -1);
            }
            add(changes, write.after().lead(), 1);
        }
        return changes.values().stream().filter(change -> !change.isNothing()).toList();
    }

    /** What changes when leads are gone, sorted. */
    static List<Change> without(List<Lead> leads) {
        Map<Key, Change> changes = new TreeMap<>();
        leads.forEach(lead -> add(changes, lead, -1));
        return List.copyOf(changes.values());
    }

    private static void add(Map<Key, Change> changes, Lead lead, int sign) {
        if (lead.withdrawn()) {
            return;
        }
        Money money =
                lead.expectedAmount() == null ? null : lead.expectedAmount().value();
        String currency = money == null ? NO_CURRENCY : money.currency();
        Amounts amounts = Amounts.of(money, AmountTotal.ownWeighted(lead));
        UUID boardKey = HashKey.of(lead.pipeline(), lead.stage());
        changes.merge(
                new Key(boardKey, currency),
                new Change(
                        boardKey, lead.pipeline(), lead.stage(), currency, sign, sign < 0 ? amounts.negate() : amounts),
                (some, more) -> new Change(
                        boardKey,
                        some.pipeline(),
                        some.stage(),
                        currency,
                        some.leads() + more.leads(),
                        some.amounts().plus(more.amounts())));
    }
}
