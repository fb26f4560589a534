package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitOutcome.Conflicted;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;

/** Times commits, and tells how they ended. Safe to share. */
final class CommitTimer {
    static final String NAME = "leadkit.store.commits";

    private final MeterRegistry registry;

    CommitTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    CommitResult one(Supplier<CommitResult> commit) {
        Timer.Sample begun = Timer.start(registry);
        String outcome = "failed";
        try {
            CommitResult result = commit.get();
            outcome = result.repeated() ? "repeated" : "committed";
            return result;
        } catch (ConflictException conflict) {
            outcome = "conflict";
            throw conflict;
        } finally {
            stop(begun, "single", outcome);
        }
    }

    /** A conflict where at least one changeset met one. */
    List<CommitOutcome> all(Supplier<List<CommitOutcome>> commit) {
        Timer.Sample begun = Timer.start(registry);
        String outcome = "failed";
        try {
            List<CommitOutcome> outcomes = commit.get();
            outcome = outcomes.stream().anyMatch(Conflicted.class::isInstance) ? "conflict" : "committed";
            return outcomes;
        } finally {
            stop(begun, "batch", outcome);
        }
    }

    private void stop(Timer.Sample begun, String size, String outcome) {
        begun.stop(Timer.builder(NAME)
                .description("How long the store takes to commit")
                .tag("size", size)
                .tag("outcome", outcome)
                .register(registry));
    }
}
