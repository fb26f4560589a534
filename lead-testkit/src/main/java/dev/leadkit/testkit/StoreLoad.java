package dev.leadkit.testkit;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Creates leads and works on them, on few enough that threads and processes meet. Where the outcome of a commit is
 * unknown, the same changeset is committed again until it is known. Safe to share.
 */
public final class StoreLoad {
    /** Gets the outbox's entries. */
    public static final String ENDPOINT = "listener";

    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost");
    private static final int LEADS_AT_WORK = 40;
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = 20_000_000;

    private final LeadStore store;
    private final TenantId tenant;
    private final Consumer<Acknowledgement> acknowledged;
    private final Consumer<StoreException> unknown;
    private final List<LeadId> atWork = new CopyOnWriteArrayList<>();

    /**
     * @param acknowledged gets each commit that returned
     * @param unknown gets each failure that told nothing of what became of the commit
     */
    public StoreLoad(
            LeadStore store,
            TenantId tenant,
            Consumer<Acknowledgement> acknowledged,
            Consumer<StoreException> unknown) {
        this.store = store;
        this.tenant = tenant;
        this.acknowledged = acknowledged;
        this.unknown = unknown;
        LeadQuery newest = LeadQuery.all().limit(LEADS_AT_WORK);
        store.list(tenant, newest).items().forEach(lead -> atWork.add(lead.id()));
    }

    /** Does one thing and sees it through. */
    public void step(Random random) {
        if (atWork.size() < LEADS_AT_WORK || random.nextInt(10) == 0) {
            create(random);
        } else {
            work(atWork.get(random.nextInt(atWork.size())), random);
        }
    }

    private void create(Random random) {
        var id = new LeadId(new UUID(random.nextLong(), random.nextLong()));
        String session = "session-of-" + id.value();
        ChangesetBuilder unit = changeset(random);
        unit.conversation(Conversation.begin(tenant, session, "widget"), 0);
        unit.messages(List.of(
                Leads.aMessage(session, "m-1").build(),
                Leads.aMessage(session, "m-2").build()));
        Lead lead = unit.create(
                Leads.aLead()
                        .of(tenant)
                        .id(id)
                        .session(session)
                        .knownBy(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-" + id.value()))
                        .named("Jane " + random.nextInt(100))
                        .worth(Integer.toString(random.nextInt(1000)), "EUR")
                        .build(),
                Leads.NOW,
                null);
        if (commit(unit.build(), lead)) {
            atWork.add(id);
            if (atWork.size() > LEADS_AT_WORK) {
                atWork.remove(random.nextInt(LEADS_AT_WORK));
            }
        }
    }

    private void work(LeadId id, Random random) {
        Lead before = answer(() -> store.find(tenant, id).orElseThrow());
        Lead.Builder next = before.toBuilder();
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        if (random.nextBoolean() && !stage.equals(before.stage())) {
            next.stage(before.pipeline(), 1, stage, stage.equals("converted") || stage.equals("lost"), Leads.NOW);
        }
        if (random.nextInt(3) == 0) {
            next.tags(before.tags().isEmpty() ? Set.of("vip") : Set.of());
        }
        next.assignee("user-" + random.nextInt(3));
        ChangesetBuilder unit = changeset(random);
        Lead after = unit.update(before, next.build(), Leads.NOW, null, new Change.Noted("called"));
        commit(unit.build(), after);
    }

    private ChangesetBuilder changeset(Random random) {
        var id = new ChangesetId(new UUID(random.nextLong(), random.nextLong()));
        return new ChangesetBuilder(id, tenant, Leads.NOW, Leads.ANN, Leads.HASHER).endpoints(Set.of(ENDPOINT));
    }

    /** Whether it was applied, rather than somebody else being faster. */
    private boolean commit(Changeset unit, Lead lead) {
        boolean applied = answer(() -> {
            try {
                store.commit(unit);
                return true;
            } catch (ConflictException somebodyWasFaster) {
                return false;
            }
        });
        if (applied) {
            acknowledged.accept(new Acknowledgement(unit.id(), lead.id(), lead.version()));
        }
        return applied;
    }

    /** Asks until the store answers. */
    private <T> T answer(Supplier<T> call) {
        long end = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (StoreException failed) {
                unknown.accept(failed);
                if (System.nanoTime() > end) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
