package dev.leadkit.store.jdbc;

import dev.leadkit.lead.InvalidInputException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the tables are called. Our statements and files name them {@code leadkit_…}, for which the store's own schema and
 * prefix are put.
 *
 * @param schema absent for whatever schema the connection is in
 */
record TableNames(@Nullable String schema, String prefix) {
    static final String DEFAULT_PREFIX = "leadkit_";

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,29}");
    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern NAME = Pattern.compile("(INDEX IF NOT EXISTS )?" + DEFAULT_PREFIX);

    static final TableNames DEFAULT = new TableNames(null, DEFAULT_PREFIX);

    /** @throws InvalidInputException if one of them could be anything but a name */
    TableNames {
        require("tablePrefix", prefix, PREFIX, 29);
        if (schema != null) {
            require("schemaName", schema, SCHEMA, 62);
        }
    }

    private static void require(String field, String name, Pattern pattern, int more) {
        if (!pattern.matcher(name).matches()) {
            throw new InvalidInputException(
                    field, "a letter, then at most %d letters, digits and underscores".formatted(more), "another text");
        }
    }

    TableNames withPrefix(String newPrefix) {
        return new TableNames(schema, newPrefix);
    }

    TableNames withSchema(String newSchema) {
        return new TableNames(newSchema, prefix);
    }

    /** A statement over these tables. */
    String in(String sql) {
        return equals(DEFAULT) ? sql : sql.replace(DEFAULT_PREFIX, qualified());
    }

    /** The statements of a file, for these tables. What stands in comments stays. */
    String inScript(String script, Dialect dialect) {
        if (equals(DEFAULT)) {
            return script;
        }
        return script.lines()
                .map(line -> line.startsWith("--") ? line : inLine(line, dialect))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String inLine(String line, Dialect dialect) {
        return NAME.matcher(line).replaceAll(found -> {
            String beforeIndex = found.group(1);
            if (beforeIndex == null) {
                return qualified();
            }
            return beforeIndex + (dialect.qualifiesIndexes() ? qualified() : prefix);
        });
    }

    private String qualified() {
        return schema == null ? prefix : schema + "." + prefix;
    }
}
