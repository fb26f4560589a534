package dev.leadkit.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the database servers of this process keep their data. Goes with the process, and the servers with it. */
final class ServerFolder {
    /** Unpacked once, and gone with {@code mvn clean}. */
    static final Path BINARIES = Path.of("target", "database-binaries").toAbsolutePath();

    static final Path POSTGRES_DATA;
    static final Path MORTAL_POSTGRES_DATA;
    static final Path MARIADB_DATA;
    static final Path MARIADB_PID;
    static final Path TEMPORARY;

    /**
     * Stops servers that the process could not stop itself, because it was killed. The shell waits for the end of its
     * input, which comes when the process ends, however that is.
     */
    private static final String UNDERTAKER = """
        trap '' HUP INT TERM
        cat > /dev/null
        for file in "$1"/*/postmaster.pid "$1/mariadb.pid"; do
            test -f "$file" || continue
            server=$(head -n 1 "$file")
            kill -QUIT "$server"
            for wait in 1 2 3 4 5 6 7 8 9 10; do
                kill -0 "$server" || break
                sleep 0.5
            done
            kill -KILL "$server"
        done
        rm -rf "$1"
        """;

    /** Referred to, because its input would be closed with it. */
    @Nullable
    private static final Process UNDERTAKER_AT_WORK;

    static {
        try {
            Path folder = Files.createTempDirectory("leadkit-databases-");
            UNDERTAKER_AT_WORK = Files.isExecutable(Path.of("/bin/sh"))
                    ? new ProcessBuilder("/bin/sh", "-c", UNDERTAKER, "undertaker", folder.toString())
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                    : null;
            POSTGRES_DATA = folder.resolve("postgres");
            MORTAL_POSTGRES_DATA = folder.resolve("mortal-postgres");
            MARIADB_DATA = folder.resolve("mariadb");
            MARIADB_PID = folder.resolve("mariadb.pid");
            TEMPORARY = Files.createDirectory(folder.resolve("tmp"));
            Files.createDirectories(BINARIES);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ServerFolder() {}
}
