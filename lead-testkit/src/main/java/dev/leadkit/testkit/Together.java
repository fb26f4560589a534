package dev.leadkit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs the same work in several threads that start at the same moment. */
final class Together {
    private static final long MOST_SECONDS = 100;

    private Together() {}

    /**
     * What became of one thread's work.
     *
     * @param done its result; absent when it failed
     * @param failure what it failed with; absent when it did not
     */
    record Outcome<T>(@Nullable T done, @Nullable Throwable failure) {
        boolean isDone() {
            return failure == null;
        }

        /** Fails when the thread did. */
        T result() {
            if (done == null) {
                throw new AssertionError("a thread failed", failure);
            }
            return done;
        }
    }

    /** @param work gets the number of its thread, from 0 */
    static <T> List<Outcome<T>> run(int threads, IntFunction<T> work) {
        var start = new CountDownLatch(1);
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            var task = new FutureTask<T>(() -> {
                start.await();
                return work.apply(number);
            });
            tasks.add(task);
            var thread = new Thread(task, "store-contract-" + number);
            thread.setDaemon(true); // a store that blocks for good fails its rule and does not keep the JVM
            thread.start();
        }
        start.countDown();
        return tasks.stream().map(Together::outcome).toList();
    }

    private static <T> Outcome<T> outcome(Future<T> task) {
        try {
            return new Outcome<>(task.get(MOST_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException failed) {
            return new Outcome<>(null, failed.getCause());
        } catch (TimeoutException blocked) {
            throw new AssertionError("a thread was still waiting after %d s".formatted(MOST_SECONDS), blocked);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
