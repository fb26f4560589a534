package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.lead.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query that are none of a list's filters. */
final class Parameters {
    private Parameters() {}

    /** @throws InvalidInputException for the first name that is none of these */
    static void requireKnown(Map<String, List<String>> query, String... known) {
        for (String name : new TreeSet<>(query.keySet())) {
            if (!Set.of(known).contains(name)) {
                throw new InvalidInputException("parameter", "one of " + String.join(", ", known), "an unknown name");
            }
        }
    }

    /** Absent when it is not there. */
    static @Nullable String one(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidInputException(name, "one value", values.size() + " of them");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    static int number(String name, List<String> values) {
        try {
            if (values.size() == 1) {
                return Integer.parseInt(values.get(0));
            }
        } catch (NumberFormatException none) {
            // Refused below.
        }
        throw new InvalidInputException(name, "one whole number", "another text");
    }

    static int number(Map<String, List<String>> query, String name, int otherwise) {
        return query.containsKey(name) ? number(name, query.get(name)) : otherwise;
    }

    static boolean flag(Map<String, List<String>> query, String name) {
        String text = one(query, name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new InvalidInputException(name, "true or false", "another text");
        }
        return "true".equals(text);
    }
}
