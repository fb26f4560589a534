package dev.leadkit.plan;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The plans that a host sells, as one document; the schema is {@code plans.schema.json} beside this class. Immutable and
 * safe to share.
 *
 * @param name of the document
 * @param version of the document, 1 or more
 * @param plans in the order of the document, each with a key of its own
 */
public record Plans(String name, int version, List<Plan> plans) {
    /** @throws IllegalArgumentException if two plans have the same key */
    public Plans {
        plans = List.copyOf(plans);
        long keys = plans.stream().map(Plan::key).distinct().count();
        if (keys < plans.size()) {
            throw new IllegalArgumentException("each plan needs a key of its own");
        }
    }

    /** @throws InvalidDefinitionException with every problem of the document */
    public static Plans parse(String json) {
        return PlansJson.parse(json);
    }

    /** @throws InvalidDefinitionException with every problem, that the file can't be read among them */
    public static Plans read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** The same document, as {@link #parse} takes it. */
    public String toJson() {
        return PlansJson.write(this);
    }

    public Optional<Plan> find(String key) {
        return plans.stream().filter(plan -> plan.key().equals(key)).findFirst();
    }

    /** @throws InvalidInputException if there is no such plan */
    public Plan get(String key) {
        return find(key)
                .orElseThrow(() -> new InvalidInputException(
                        "plan", "one of " + plans.stream().map(Plan::key).toList(), "another key"));
    }
}
