package dev.leadkit.examples.leaddesk.server;

import dev.leadkit.store.StoreException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * {@code lead-desk}: serves until it is told to end. The address goes to stdout once it listens; progress and problems go to
 * stderr.
 */
public final class LeadDeskMain {
    private LeadDeskMain() {}

    public static void main(String[] args) {
        var err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        var options = new ServerOptions();
        var command = new CommandLine(options);
        try {
            command.parseArgs(args);
        } catch (ParameterException wrong) {
            err.println("lead-desk: " + wrong.getMessage());
            command.usage(err);
            System.exit(2);
        }
        if (CommandLine.printHelpIfRequested(command.getParseResult())) {
            return;
        }
        try {
            LeadDeskServer server = LeadDeskServer.start(options, err);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "lead-desk-end"));
            System.out.println("http://" + options.host + ":" + server.port());
        } catch (IllegalArgumentException wrong) {
            err.println("lead-desk: " + wrong.getMessage());
            System.exit(2);
        } catch (IOException | StoreException | JavalinException failed) {
            err.println("lead-desk: " + failed.getMessage());
            System.exit(1);
        }
    }
}
