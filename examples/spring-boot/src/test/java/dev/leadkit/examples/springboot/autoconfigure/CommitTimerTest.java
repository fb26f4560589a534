package dev.leadkit.examples.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.CommitOutcome.Committed;
import dev.leadkit.store.CommitOutcome.Conflicted;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.StoreException;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommitTimerTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CommitTimer timer = new CommitTimer(registry);
    private final StaleLeadException stale = new StaleLeadException(new LeadId(new UUID(0, 1)), 1, 2);

    @Test
    void a_commit_counts_by_how_it_ended() {
        timer.one(() -> CommitResult.APPLIED);
        timer.one(() -> CommitResult.REPEATED);
        assertThatThrownBy(() -> timer.one(() -> {
                    throw stale;
                }))
                .isSameAs(stale);
        assertThatThrownBy(() -> timer.one(() -> {
                    throw new StoreException("down", null);
                }))
                .isInstanceOf(StoreException.class);

        assertThat(List.of("committed", "repeated", "conflict", "failed"))
                .allSatisfy(outcome -> assertThat(count("single", outcome)).isEqualTo(1));
    }

    @Test
    void a_batch_counts_once() {
        timer.all(() -> List.of(new Committed(CommitResult.APPLIED), new Committed(CommitResult.APPLIED)));
        timer.all(() -> List.of(new Committed(CommitResult.APPLIED), new Conflicted(stale)));

        assertThat(count("batch", "committed")).isEqualTo(1);
        assertThat(count("batch", "conflict")).isEqualTo(1);
    }

    private long count(String size, String outcome) {
        Timer its = registry.find(CommitTimer.NAME)
                .tag("size", size)
                .tag("outcome", outcome)
                .timer();
        return its == null ? 0 : its.count();
    }
}
