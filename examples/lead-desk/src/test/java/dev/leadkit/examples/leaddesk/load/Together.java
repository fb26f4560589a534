package dev.leadkit.examples.leaddesk.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same at a time. */
final class Together {
    private Together() {}

    /** What one of them does. */
    interface Work {
        void run(int number) throws Exception;
    }

    /** Returns when all are done. @throws ExecutionException if one failed */
    static void run(int threads, Work work) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(executor.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
