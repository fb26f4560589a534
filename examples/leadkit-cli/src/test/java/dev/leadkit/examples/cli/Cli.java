package dev.leadkit.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the command line in this process. */
final class Cli {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Cli() {}

    /** What a run came to. */
    record Run(int code, String out, String err) {
        List<JsonNode> results() {
            return out.lines().map(JSON::readTree).toList();
        }

        /** What was said of lines of the input. */
        List<String> reports() {
            return err.lines().filter(line -> line.startsWith("line ")).toList();
        }
    }

    static Run run(Object... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = LeadKitCli.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    static Path write(Path folder, String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
