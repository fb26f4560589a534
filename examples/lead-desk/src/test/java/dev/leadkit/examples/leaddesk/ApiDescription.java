package dev.leadkit.examples.leaddesk;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code openapi.json}: whether an answer is one that it describes. Its schemas are JSON Schema 2020-12. */
final class ApiDescription {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private record Operation(String method, Pattern path, JsonNode description) {}

    ApiDescription() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("rest/openapi.json")) {
            document = MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        JsonNode paths = document.get("paths");
        for (String path : paths.propertyNames()) {
            // The ones without parameters first, as the server does: /leads/bulk is no lead.
            Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
            for (String method : paths.get(path).propertyNames()) {
                var operation = new Operation(method, pattern, paths.get(path).get(method));
                if (path.contains("{")) {
                    operations.add(operation);
                } else {
                    operations.add(0, operation);
                }
            }
        }
    }

    /** What is wrong with an answer; empty when nothing is. */
    List<String> problems(String method, String path, int status, String mediaType, String body) {
        JsonNode operation = find(method, path);
        if (operation == null) {
            return List.of("no operation " + method + " " + path);
        }
        JsonNode response = resolved(operation.get("responses").get(Integer.toString(status)));
        if (response == null) {
            return List.of("no response of status " + status);
        }
        JsonNode content = response.get("content");
        if (content == null) {
            return body.isEmpty() ? List.of() : List.of("a body where there is none");
        }
        JsonNode described = content.get(mediaType.split(";", 2)[0]);
        if (described == null) {
            return List.of("a body of " + mediaType);
        }
        return mediaType.contains("json") ? problems(described.get("schema"), body) : List.of();
    }

    private List<String> problems(JsonNode schema, String body) {
        return schemas.computeIfAbsent(schema, this::compile).validate(MAPPER.readTree(body)).stream()
                .map(Error::toString)
                .toList();
    }

    /** With what its references lead to. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.get("components"));
        return SCHEMAS.getSchema(whole);
    }

    private @Nullable JsonNode resolved(@Nullable JsonNode node) {
        return node != null && node.has("$ref")
                ? document.at(node.get("$ref").asString().substring(1))
                : node;
    }

    private @Nullable JsonNode find(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method.toLowerCase(Locale.ROOT))
                        && each.path().matcher(path).matches())
                .findFirst()
                .map(Operation::description)
                .orElse(null);
    }
}
