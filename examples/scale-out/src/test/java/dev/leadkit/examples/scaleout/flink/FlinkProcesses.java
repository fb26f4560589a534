package dev.leadkit.examples.scaleout.flink;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in processes of its own: a JobManager and two TaskManagers, each of which has one task at a time. */
final class FlinkProcesses implements AutoCloseable {
    private final Path folder;
    private final int web;
    private final Process jobManager;
    private final List<Process> taskManagers = new ArrayList<>();

    FlinkProcesses() throws IOException {
        folder = Files.createTempDirectory("flink");
        web = freePort();
        Files.writeString(folder.resolve("config.yaml"), configuration(freePort()));
        jobManager = start(StandaloneSessionClusterEntrypoint.class);
        addTaskManager();
        addTaskManager();
    }

    private String configuration(int port) {
        return """
                jobmanager.rpc.address: localhost
                jobmanager.rpc.port: %d
                rest.address: localhost
                rest.port: %d
                taskmanager.host: localhost
                taskmanager.numberOfTaskSlots: 1
                taskmanager.cpu.cores: 1
                taskmanager.memory.framework.heap.size: 64m
                taskmanager.memory.framework.off-heap.size: 64m
                taskmanager.memory.task.heap.size: 192m
                taskmanager.memory.task.off-heap.size: 0m
                taskmanager.memory.managed.size: 32m
                taskmanager.memory.network.min: 64m
                taskmanager.memory.network.max: 64m
                taskmanager.memory.jvm-metaspace.size: 128m
                taskmanager.memory.jvm-overhead.min: 64m
                taskmanager.memory.jvm-overhead.max: 64m
                heartbeat.interval: 500
                heartbeat.timeout: 5000
                io.tmp.dirs: %s
                """.formatted(port, web, folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void addTaskManager() throws IOException {
        taskManagers.add(start(TaskManagerRunner.class));
    }

    private Process start(Class<?> main) throws IOException {
        File errors = folder.resolve(main.getSimpleName() + taskManagers.size()).toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        "--configDir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(errors)
                .start();
    }

    /** Where jobs are submitted. What the tasks run is on their class path, so no jar goes with them. */
    StreamExecutionEnvironment environment() {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        return StreamExecutionEnvironment.createRemoteEnvironment("localhost", web, configuration)
                .setParallelism(2);
    }

    /**
     * {@code kill -9} for one of the TaskManagers, and another in its place.
     *
     * @return what it exited with
     */
    int killOne(Random random) throws Exception {
        Process killed = taskManagers.remove(random.nextInt(taskManagers.size()));
        killed.destroyForcibly();
        int exit = killed.waitFor();
        addTaskManager();
        return exit;
    }

    /** Whether none has ended by itself, as one does whose configuration is wrong. */
    boolean isAlive() {
        return jobManager.isAlive() && taskManagers.stream().allMatch(Process::isAlive);
    }

    @Override
    public void close() {
        taskManagers.forEach(Process::destroyForcibly);
        jobManager.destroyForcibly();
    }
}
