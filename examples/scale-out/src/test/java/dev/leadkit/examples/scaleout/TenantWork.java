package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoreException;
import dev.leadkit.testkit.Acknowledgement;
import dev.leadkit.testkit.StoreAudit;
import dev.leadkit.testkit.StoreLoad;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the hosts of one tenant do, and what they were told of it. */
final class TenantWork {
    private final TenantId tenant;
    private final Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<StoreException> failed = new ConcurrentLinkedQueue<>();
    private final Semaphore commits = new Semaphore(0);

    TenantWork(String tenant) {
        this.tenant = TenantId.of(tenant);
    }

    String tenant() {
        return tenant.value();
    }

    /** A part of it, for one thread or several. */
    StoreLoad at(LeadStore store) {
        return new StoreLoad(store, tenant, this::acknowledge, failed::add);
    }

    private void acknowledge(Acknowledgement commit) {
        acknowledged.add(commit);
        commits.release();
    }

    /** Until there are so many more commits. */
    void await(int more) throws InterruptedException {
        commits.drainPermits();
        for (int i = 0; i < more; i++) {
            assertThat(commits.tryAcquire(2, TimeUnit.MINUTES))
                    .as(
                            "work of %s goes on after %d commits and %d calls that failed",
                            tenant, acknowledged.size(), failed.size())
                    .isTrue();
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Of the calls that were repeated. */
    List<StoreException> failed() {
        return List.copyOf(failed);
    }

    /** Once nobody works any more. Everybody repeated until he knew, so nothing is stored that nobody knows of. */
    void assertAllStoredOnce(LeadStore store) {
        StoreAudit audit = StoreAudit.of(store, tenant);
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.silences()).isEmpty();
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(audit.writtenBy(each.changeset()))
                        .as("%s", each)
                        .containsExactly(StoreAudit.version(each.lead(), each.version())));
        assertThat(audit.changesets())
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledgement::changeset).toList());
    }
}
