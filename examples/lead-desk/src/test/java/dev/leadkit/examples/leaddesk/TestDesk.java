package dev.leadkit.examples.leaddesk;

import dev.leadkit.examples.leaddesk.server.LeadDeskServer;
import dev.leadkit.examples.leaddesk.server.ServerOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A server of its own on a free port, with users of each role in two tenants. */
public final class TestDesk implements AutoCloseable {
    /** {@code tenant-user} is the key of each. */
    private static final List<String> USERS = List.of(
            "acme:ann:admin",
            "acme:max:manager",
            "acme:rob:rep",
            "acme:rae:rep",
            "acme:vic:viewer",
            "birch:bea:admin",
            "birch:ray:rep",
            "birch:val:viewer");

    /** Tests are quicker than people. */
    static final String QUICK = "--rate=100000";

    private final LeadDeskServer server;

    private TestDesk(LeadDeskServer server) {
        this.server = server;
    }

    /** Starts empty. @param more options besides */
    public static TestDesk start(Path data, String... more) throws Exception {
        List<String> args = options(data);
        args.add("--port=0");
        args.addAll(List.of(more));
        if (args.stream().noneMatch(arg -> arg.startsWith("--rate="))) {
            args.add(QUICK);
        }
        var options = CommandLine.populateCommand(new ServerOptions(), args.toArray(String[]::new));
        return new TestDesk(LeadDeskServer.start(options, new PrintWriter(Writer.nullWriter())));
    }

    /** The options of such a server, but for its port. */
    static List<String> options(Path data) {
        List<String> args = new ArrayList<>(List.of("--no-sample", "--data=" + data));
        USERS.forEach(user -> args.add("--api-key=" + key(user) + "=" + user));
        return args;
    }

    private static String key(String user) {
        return user.substring(0, user.lastIndexOf(':')).replace(':', '-');
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** @param key such as {@code acme-ann} */
    public Client as(String key) {
        return new Client(address(), key);
    }

    @Override
    public void close() {
        server.close();
    }
}
