package dev.leadkit.store.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM with the class path of this one. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One that works at a place, {@code kind place schema seed threads}. */
    static WorkerProcess start(Class<?> main, Place place, long seed, int threads) throws IOException {
        return start(
                main, place.kind().name(), place.at(), place.schema(), Long.toString(seed), Integer.toString(threads));
    }

    static WorkerProcess start(Class<?> main, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new WorkerProcess(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** For the other JVM: prints a line at once, from any thread. */
    static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    /** The next line that it prints. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended by itself");
        }
        return line;
    }

    void tell(String line) throws IOException {
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line);
        in.newLine();
        in.flush();
    }

    /** {@code kill -9}. By its handle, since the process itself would close the pipe with what is in it. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Takes what it prints, until it ends. */
    void eachLine(Consumer<String> taker) {
        out.lines().forEach(taker);
    }

    /** What it had printed when it was killed. */
    List<String> lastLines() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
