package dev.leadkit.examples.scaleout.flink;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink within this process, with two tasks at a time, which start again when they fail. */
final class LocalFlink {
    private static final int TASKS = 2;

    private LocalFlink() {}

    static StreamExecutionEnvironment batch() {
        return StreamExecutionEnvironment.createLocalEnvironment(TASKS, configuration())
                .setRuntimeMode(RuntimeExecutionMode.BATCH);
    }

    static StreamExecutionEnvironment streaming() {
        return StreamExecutionEnvironment.createLocalEnvironment(TASKS, configuration())
                .setRuntimeMode(RuntimeExecutionMode.STREAMING)
                .enableCheckpointing(200);
    }

    private static Configuration configuration() {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false); // nothing is written by Kryo
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        return configuration;
    }

    /** Passes on what it gets, and fails at each record of a number, so many times; within this process. */
    static final class Failing<T> extends RichMapFunction<T, T> {
        private static final long serialVersionUID = 1;
        private static final AtomicInteger LEFT = new AtomicInteger();
        private static final AtomicInteger PASSED = new AtomicInteger();

        private final int at;

        /** @param at which record of those since the last failure */
        Failing(int at, int times) {
            this.at = at;
            LEFT.set(times);
            PASSED.set(0);
        }

        /** How often it has not failed yet. */
        static int left() {
            return LEFT.get();
        }

        @Override
        public T map(T value) {
            if (PASSED.incrementAndGet() % at == 0 && LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("failed as the test wants it");
            }
            return value;
        }
    }
}
