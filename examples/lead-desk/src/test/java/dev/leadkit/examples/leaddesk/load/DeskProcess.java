package dev.leadkit.examples.leaddesk.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server in a process of its own, as a customer runs it. */
final class DeskProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private DeskProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param users as {@code tenant:user:role}; the key of each is its text */
    static DeskProcess start(String jdbcUrl, Path data, List<String> users) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.leadkit.examples.leaddesk.server.LeadDeskMain",
                "--port=0",
                "--jdbc-url=" + jdbcUrl,
                "--data=" + data));
        users.forEach(user -> command.add("--api-key=" + user + "=" + user));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String address = out.readLine();
        if (address == null) {
            throw new IOException("the server ended before it listened");
        }
        return new DeskProcess(process, address);
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
