package dev.leadkit.examples.cli;

import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where leads are kept. */
final class StoreOptions {
    private static final int CONNECTIONS = 2;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Keeps all in this H2 database; without: in memory.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--identity-key",
            paramLabel = "KEY",
            description = "The secret that hashes identities in the database: hex or text of at least 16 bytes."
                    + " The process list shows it, the environment variable " + IdentityKeys.VARIABLE + " does not.")
    private @Nullable String identityKey;

    /** Whether leads are kept beyond the run. */
    boolean isDatabase() {
        return jdbcUrl != null;
    }

    /**
     * Opens the store, and makes the database if there is none.
     *
     * @throws ParameterException if an option is none
     */
    OpenStore open(CommandLine command) {
        return jdbcUrl == null
                ? new OpenStore(new InMemoryLeadStore(), null, () -> {})
                : open(parse("--jdbc-url", jdbcUrl, H2Url::new, command), command);
    }

    /**
     * Opens a database of which something is to be read.
     *
     * @throws ParameterException if an option is none, or there is no such database
     */
    OpenStore openExisting(CommandLine command) {
        H2Url url = parse("--jdbc-url", String.valueOf(jdbcUrl), H2Url::new, command)
                .existing();
        if (!url.isThere()) {
            throw new ParameterException(command, "--jdbc-url: expected a database that is there, found none");
        }
        return open(url, command);
    }

    private OpenStore open(H2Url url, CommandLine command) {
        byte[] key = identityKey(command);
        JdbcConnectionPool pool = JdbcConnectionPool.create(url.dataSource());
        pool.setMaxConnections(CONNECTIONS);
        try {
            return new OpenStore(JdbcLeadStore.over(pool), key, pool::dispose);
        } catch (RuntimeException failure) {
            pool.dispose();
            throw failure;
        }
    }

    private byte[] identityKey(CommandLine command) {
        if (identityKey != null) {
            return parse("--identity-key", identityKey, IdentityKeys::parse, command);
        }
        Optional<String> variable = Optional.ofNullable(System.getenv(IdentityKeys.VARIABLE));
        if (variable.isEmpty()) {
            command.getErr()
                    .println("notice: no identity key given, so a development key that everybody knows is used; set "
                            + IdentityKeys.VARIABLE);
        }
        return parse(IdentityKeys.VARIABLE, variable.orElse(IdentityKeys.DEVELOPMENT), IdentityKeys::parse, command);
    }

    private static <T> T parse(String what, String value, Function<String, T> parser, CommandLine command) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(command, what + ": " + none.getMessage());
        }
    }
}
