package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings the tables to this release with the numbered SQL files in the jar.
 *
 * <p>Each statement of a file is safe to repeat and the last one records the file. So two processes may migrate at the
 * same time without a lock, one that died half way is made up for by the next, and who runs the files with a tool of
 * his own passes {@link SchemaMode#VALIDATE} as well.
 */
final class SchemaMigrator {
    /** In the order of their versions, beginning with 1. A released file is never edited. */
    private static final List<String> FILES = List.of("V001__create_tables.sql");

    private static final String FIND_VERSION = """
        SELECT COALESCE(MAX(version), 0)
        FROM leadkit_schema
        """;

    private final JdbcSession session;
    private final Dialect dialect;

    SchemaMigrator(JdbcSession session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /** @throws SchemaMismatchException if the tables are not of this release and may not be changed, or are newer */
    void prepare(SchemaMode mode) {
        if (mode == SchemaMode.NONE) {
            return;
        }
        int found = Retry.run(mode == SchemaMode.MIGRATE ? this::migrate : this::version);
        if (found != FILES.size()) {
            throw new SchemaMismatchException(FILES.size(), found);
        }
    }

    /** The version in the end. A database that is up to date is only read, so that it takes no right to change tables. */
    private int migrate() {
        for (int version = version(); version < FILES.size(); version = version()) {
            run(FILES.get(version));
        }
        return version();
    }

    /**
     * Runs a file. Whatever fails may have done so because somebody else is creating the same, which databases tell in
     * their own ways: H2 calls an index that two make at a time a general error. So all of it counts as passing.
     */
    private void run(String file) {
        List<String> statements = statements(file);
        try {
            session.transaction(connected -> {
                for (String statement : statements) {
                    connected.execute(statement);
                }
                return statements.size();
            });
        } catch (StoreException failed) {
            throw new PassingException("schema: %s failed: %s".formatted(file, failed.getMessage()), failed.getCause());
        }
    }

    private int version() {
        return session.transaction(statements -> {
            try {
                return statements
                        .find(FIND_VERSION, nothing -> {}, Columns::integer)
                        .orElse(0);
            } catch (SQLException failure) {
                if (dialect.isMissingTable(failure)) {
                    return 0;
                }
                throw failure;
            }
        });
    }

    /** The statements of a file, which end with a semicolon at the end of a line. */
    private List<String> statements(String file) {
        String resource = "schema/%s/%s".formatted(dialect.folder(), file);
        try (InputStream sql = SchemaMigrator.class.getResourceAsStream(resource)) {
            if (sql == null) {
                throw new StoreException("expected %s in the jar, found none".formatted(resource), null);
            }
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return List.of(text.split(";\\s*(\n|$)")).stream()
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new StoreException("%s in the jar can't be read".formatted(resource), unreadable);
        }
    }
}
