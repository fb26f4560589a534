package dev.leadkit.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM with the class path of this one, for tests of several hosts at one store. Close it: it is killed with that. */
public final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param main with a {@code main} method that gets the arguments */
    public static WorkerProcess start(Class<?> main, String... arguments) throws IOException {
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
    public static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    /**
     * The next line that it prints.
     *
     * @throws IOException if it ended instead
     */
    public String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended by itself");
        }
        return line;
    }

    /** Writes a line that it can read. */
    public void tell(String line) throws IOException {
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line);
        in.newLine();
        in.flush();
    }

    /** {@code kill -9}. By its handle, since the process itself would close the pipe with what is in it. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Takes what it prints, until it ends. */
    public void eachLine(Consumer<String> taker) {
        out.lines().forEach(taker);
    }

    /** What it had printed when it was killed. */
    public List<String> lastLines() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
