package dev.leadkit.examples.cli;

import dev.leadkit.assign.Assignment;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.field.LeadFields;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.plan.Plans;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.scoring.Scorecard;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code leadkit check}: reads definitions of any kind and prints all of their problems. */
@Command(
        name = "check",
        description = {
            "Checks definitions: pipelines, capture rules, scorecards, intent models, lead fields, plans, retention, assignment.",
            "Prints a line a problem, FILE#/json/pointer: CODE: message, and exits with 1 when there is one.",
            "Warnings go to the standard error, in the same form, and change nothing else."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand implements Callable<Integer> {
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    /** What reads each kind and gives its warnings; throws an {@link InvalidDefinitionException} with all problems. */
    private final Map<String, Function<String, List<Problem>>> readers = Map.of(
            "pipeline", text -> Pipeline.parse(text, hostGuards()).warnings(),
            "lead-fields", withoutWarnings(LeadFields::parse),
            "capture-rules", text -> CaptureRules.parse(text).warnings(),
            "scorecard", text -> LeadCard.problems(Scorecard.parse(text)),
            "intent-model", withoutWarnings(IntentModel::parse),
            "plans", withoutWarnings(Plans::parse),
            "retention", withoutWarnings(RetentionRules::parse),
            "assignment", withoutWarnings(Assignment::parse));

    private static Function<String, List<Problem>> withoutWarnings(Consumer<String> reader) {
        return text -> {
            reader.accept(text);
            return List.of();
        };
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private HostGuardOptions hostGuardOptions;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The definitions.")
    private List<Path> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean sound = true;
        for (Path file : files) {
            try {
                List<Problem> warnings = check(file);
                ProblemLines.print(err, file, warnings);
                err.println(file + ": ok");
            } catch (InvalidDefinitionException invalid) {
                ProblemLines.print(out, file, invalid);
                sound = false;
            }
        }
        return sound ? 0 : LeadKitCli.PROBLEMS;
    }

    private HostGuards hostGuards() {
        return hostGuardOptions.read();
    }

    private List<Problem> check(Path file) {
        String text = text(file);
        JsonNode document = document(text);
        if (!document.isObject()) {
            throw problem("", "wrong-type", "expected an object, found another value", "write a JSON object");
        }
        JsonNode kind = document.get("kind");
        if (kind == null) {
            throw problem("", "missing", "\"kind\" is missing", "add \"kind\"");
        }
        Function<String, List<Problem>> reader = kind.isString() ? readers.get(kind.asString()) : null;
        if (reader == null) {
            String found = "expected %s, found %s".formatted(String.join(", ", new TreeSet<>(readers.keySet())), kind);
            throw problem("/kind", "unknown-kind", found, "write one of these");
        }
        return reader.apply(text);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw problem(
                        "",
                        "too-large",
                        "expected at most %d bytes, found %d".formatted(MAX_BYTES, Files.size(file)),
                        "split the definition");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw problem("", "unreadable", "cannot read it as UTF-8 text", "check the path, the rights, the encoding");
        }
    }

    private static JsonNode document(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw problem("", "not-json", told(broken) + where, "mend the JSON syntax there");
        }
    }

    /** Without where in its source, which it does not show, something began that does not end. */
    private static String told(JacksonException broken) {
        String message = broken.getOriginalMessage();
        int source = message.indexOf(" (start marker at [Source");
        return source < 0 ? message : message.substring(0, source);
    }

    private static InvalidDefinitionException problem(String pointer, String code, String message, String mend) {
        return new InvalidDefinitionException(List.of(new Problem(pointer, code, message, mend)));
    }
}
