package dev.leadkit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Threads that begin at the same moment and do the same work. */
final class Crew {
    private Crew() {}

    /** The work of one thread. */
    interface Work<T> {
        /** @param number that of the thread, from 0 */
        T run(int number) throws Exception;
    }

    /** @throws AssertionError if one of them failed, with what they failed with */
    static <T> List<T> run(int threads, Work<T> work) throws InterruptedException {
        return await(start(threads, work));
    }

    static <T> List<FutureTask<T>> start(int threads, Work<T> work) {
        var start = new CountDownLatch(1);
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            var task = new FutureTask<T>(() -> {
                start.await();
                return work.run(number);
            });
            tasks.add(task);
            var thread = new Thread(task, "crew-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        start.countDown();
        return tasks;
    }

    static <T> List<T> await(List<FutureTask<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (ExecutionException failed) {
                failures.add(failed.getCause());
            }
        }
        if (!failures.isEmpty()) {
            var error = new AssertionError("%d of %d threads failed".formatted(failures.size(), tasks.size()));
            failures.forEach(error::addSuppressed);
            throw error;
        }
        return results;
    }
}
