package dev.leadkit.definition.json;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definition: one JSON object that begins with its kind and format.
 *
 * <pre>{@code
 * return DefinitionReader.read(json, "pipeline", (name, version, fields) -> …);
 * }</pre>
 */
public final class DefinitionReader {
    private static final int FORMAT = 1;
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // what some editors put before UTF-8
    private static final int MAX_CHARS = 4 * 1024 * 1024;

    private DefinitionReader() {}

    /** Makes a definition of what the document holds. */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * @param fields the members beside the header's; ask each that is known, the others become problems
         * @return the definition; may be null when problems were added
         */
        @Nullable
        T read(String name, int version, JsonFields fields);
    }

    /**
     * @param kind what the document must say it is
     * @throws InvalidDefinitionException with every problem, the parser's and the body's alike
     */
    public static <T> T read(String json, String kind, Body<T> body) {
        return readObject(json, fields -> readDefinition(kind, fields, body));
    }

    /**
     * Reads one JSON object that has no header: a value that stands by itself, such as what is done in a bulk.
     *
     * @param body may give null when it added problems
     * @throws InvalidDefinitionException with every problem, the parser's and the body's alike
     */
    public static <T> T readObject(String json, Function<JsonFields, @Nullable T> body) {
        var problems = new Problems();
        if (json.length() > MAX_CHARS) {
            problems.add(
                    "",
                    "too-large",
                    "expected at most %d characters, found %d".formatted(MAX_CHARS, json.length()),
                    "split the definition");
        }
        problems.throwIfAny();
        JsonValue document = JsonText.parse(json, problems::add);
        if (!(document instanceof JsonObject object)) {
            if (problems.isEmpty()) {
                problems.add("", "wrong-type", "expected an object, found " + document.kind(), "write a JSON object");
            }
            throw failure(problems);
        }
        var fields = new JsonFields("", object, problems);
        T value = body.apply(fields);
        fields.rejectUnknown();
        problems.throwIfAny();
        if (value == null) {
            throw new IllegalStateException("a document without problems must have a value");
        }
        return value;
    }

    private static <T> @Nullable T readDefinition(String kind, JsonFields fields, Body<T> body) {
        Problems problems = fields.problems();
        String foundKind = fields.text("kind");
        if (foundKind != null && !foundKind.equals(kind)) {
            problems.add(
                    "/kind",
                    "wrong-kind",
                    "expected \"%s\", found \"%s\"".formatted(kind, foundKind),
                    "give this document to what reads a " + foundKind);
        }
        Integer format = fields.integer("format", 1, Integer.MAX_VALUE);
        if (format != null && format != FORMAT) {
            problems.add(
                    "/format",
                    "unknown-format",
                    "expected 1, found " + format,
                    "write format 1 or use a newer LeadKit");
        }
        String name = fields.text("name");
        Integer version = fields.integer("version", 1, Integer.MAX_VALUE);
        return body.read(name == null ? "?" : name, version == null ? 1 : version, fields);
    }

    private static InvalidDefinitionException failure(Problems problems) {
        problems.throwIfAny();
        throw new IllegalStateException("no problem was found");
    }

    /**
     * The text of a file.
     *
     * @throws InvalidDefinitionException if it can't be read
     */
    public static String file(Path path) {
        try {
            String text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException unreadable) {
            throw new InvalidDefinitionException(List.of(new Problem(
                    "",
                    "unreadable",
                    "cannot read %s as UTF-8 text".formatted(path),
                    "check the path, the rights and the encoding")));
        }
    }

    /**
     * The text of a definition that ships in a jar.
     *
     * @param resource opened by the class that it stands beside: on the module path nobody else may; closed here
     */
    public static String resource(@Nullable InputStream resource) {
        try (InputStream in = Objects.requireNonNull(resource, "the jar has lost a definition")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
