package dev.leadkit.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Opens the contenders over one database. Safe to share; what it opens is not. */
final class Contenders implements AutoCloseable {
    /** Those that write, in the order of the report. {@code raw-uncounted} leaves the counters out. */
    static final List<String> WRITERS =
            List.of("limit", "leadkit", "desk", "raw", "jdbi", "jooq", "hibernate", "raw-uncounted");

    private final Target target;
    private final HikariDataSource pool;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable LeadStore store;
    private @Nullable SessionFactory sessions;

    Contenders(Target target, int threads) {
        this.target = target;
        this.pool = target.pool(threads);
    }

    synchronized Writer writer(String name, dev.leadkit.lead.TenantId tenant) throws SQLException {
        Writer writer = switch (name) {
            case "limit" ->
                target.postgres()
                        ? new OneStatementLimit(target.connect())
                        : new Again(new BatchedLimit(target.connect()));
            case "leadkit" -> new StoreWriter(store());
            case "desk" -> new DeskWriter(store(), tenant);
            case "raw" -> new Again(new RawWriter(pool, true));
            case "raw-uncounted" -> new RawWriter(pool, false);
            case "jdbi" -> new JdbiWriter(pool);
            case "jooq" -> new JooqWriter(pool, target.postgres());
            case "hibernate" -> new HibernateWriter(sessions());
            default -> throw new IllegalArgumentException("no contender " + name);
        };
        opened.add(writer);
        return writer;
    }

    synchronized Reads reads() throws SQLException {
        var own = target.connect();
        opened.add(own);
        return new Reads(target, pool, store(), this::sessions, own);
    }

    private LeadStore store() {
        LeadStore open = store;
        if (open == null) {
            open = JdbcLeadStore.builder(pool).schema(SchemaMode.VALIDATE).open();
            store = open;
        }
        return open;
    }

    private synchronized SessionFactory sessions() {
        SessionFactory open = sessions;
        if (open == null) {
            open = HibernateWriter.sessions(pool);
            sessions = open;
            opened.add(open);
        }
        return open;
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
        opened.clear();
        pool.close();
    }
}
