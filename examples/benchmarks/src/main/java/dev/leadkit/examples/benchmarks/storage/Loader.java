package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.jdbc.StoredRows;
import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tables with a population, by rows that the store's own encoders made. Indexes are built when the rows are
 * there.
 */
final class Loader {
    private static final int CHUNK = 2_000;
    private static final int SMALL_TENANTS = 20;
    private static final int SMALL_TENANT_LEADS = 200;
    private static final int THREADS = 2;

    /** What nobody reads who reads leads: a third of all bytes. */
    private static final Set<String> UNREAD = Set.of("leadkit_activity", "leadkit_outbox", "leadkit_changeset");

    private final Target target;
    private final boolean forReads;
    private final Map<List<@Nullable Object>, Total> counters = new HashMap<>();

    private record Total(long leads, BigDecimal amount) {
        Total plus(Total other) {
            return new Total(leads + other.leads, amount.add(other.amount));
        }
    }

    /** Writes the rows of a chunk. */
    private interface Sink {
        void write(List<Step> steps) throws SQLException;

        void end() throws SQLException;
    }

    private Loader(Target target, boolean forReads) {
        this.target = target;
        this.forReads = forReads;
    }

    /** Whether the large tenant has no leads yet. */
    static boolean isNeeded(Target target) throws SQLException {
        target.migrate();
        try (Connection connection = target.connect();
                PreparedStatement any =
                        connection.prepareStatement("SELECT 1 FROM leadkit_lead WHERE tenant_id = ? LIMIT 1")) {
            any.setString(1, Population.LARGE.value());
            return !any.executeQuery().next();
        }
    }

    /** @param forReads whether timelines and what is only ever written may be left out */
    static void load(Target target, boolean forReads) throws SQLException {
        long start = System.nanoTime();
        target.migrate();
        var loader = new Loader(target, forReads);
        try (Connection connection = target.connect()) {
            if (!target.postgres()) {
                Indexes.execute(connection, "SET WRITE_DELAY 2000");
            }
            var indexes = target.postgres() ? Indexes.dropOnPostgres(connection) : Indexes.dropOnH2(connection);
            loader.rows();
            say("rows", start);
            indexes.create();
            say("indexes", start);
            loader.insertCounters(connection);
            if (target.postgres()) {
                Indexes.vacuum(connection);
            } else {
                Indexes.execute(connection, "SET WRITE_DELAY 0");
                Indexes.execute(connection, "ANALYZE");
            }
        }
        say("all", start);
    }

    private static void say(String what, long start) {
        System.err.printf("loaded %s after %d s%n", what, (System.nanoTime() - start) / 1_000_000_000);
    }

    private void rows() {
        rows(new Population(Population.LARGE, target.leads()));
        for (int i = 0; i < SMALL_TENANTS; i++) {
            rows(new Population(TenantId.of("small-" + i), Math.min(SMALL_TENANT_LEADS, target.leads() / 100)));
        }
    }

    private void rows(Population population) {
        var next = new AtomicInteger();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(CompletableFuture.runAsync(() -> {
                try (Connection connection = target.connect()) {
                    Sink sink = target.postgres() ? new CopySink(connection) : new BatchSink(connection);
                    for (int from = next.getAndAdd(CHUNK); from < population.size(); from = next.getAndAdd(CHUNK)) {
                        sink.write(chunk(population, from));
                        if (from % 100_000 == 0) {
                            System.err.printf("%d of %d leads%n", from, population.size());
                        }
                    }
                    sink.end();
                } catch (SQLException failed) {
                    throw new CompletionException(failed);
                }
            }));
        }
        workers.forEach(CompletableFuture::join);
    }

    private List<Step> chunk(Population population, int from) {
        List<Changeset> changesets = new ArrayList<>();
        for (int i = from; i < Math.min(from + CHUNK, population.size()); i++) {
            changesets.add(population.creation(i));
        }
        List<Step> rows = new ArrayList<>();
        for (Step step : StoredRows.of(changesets)) {
            if (step.kind() == Kind.COUNT) {
                count(step);
            } else if (!forReads || !UNREAD.contains(step.table())) {
                rows.add(step);
            }
        }
        return rows;
    }

    private synchronized void count(Step step) {
        for (List<@Nullable Object> row : step.rows()) {
            counters.merge(
                    List.copyOf(row.subList(2, row.size())),
                    new Total((Long) java.util.Objects.requireNonNull(row.get(0)), (BigDecimal)
                            java.util.Objects.requireNonNull(row.get(1))),
                    Total::plus);
        }
    }

    private void insertCounters(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(counterSql())) {
            for (var counter : counters.entrySet()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(counter.getValue().leads());
                row.add(counter.getValue().amount());
                row.addAll(counter.getKey());
                Values.bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String counterSql() {
        var any = new Population(Population.LARGE, 1).creation(0);
        return StoredRows.of(List.of(any)).stream()
                .filter(step -> step.kind() == Kind.COUNT)
                .findFirst()
                .orElseThrow()
                .sql();
    }

    /** PostgreSQL's COPY, a table after the other. */
    private static final class CopySink implements Sink {
        private final org.postgresql.copy.CopyManager copy;

        CopySink(Connection connection) throws SQLException {
            connection.createStatement().execute("SET synchronous_commit = off");
            copy = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
        }

        @Override
        public void write(List<Step> steps) throws SQLException {
            for (Step step : steps) {
                var text = new StringBuilder();
                for (List<@Nullable Object> row : step.rows()) {
                    for (int i = 0; i < row.size(); i++) {
                        text.append(i == 0 ? "" : "\t");
                        append(text, row.get(i));
                    }
                    text.append('\n');
                }
                try {
                    copy.copyIn(
                            "COPY %s (%s) FROM STDIN".formatted(step.table(), String.join(", ", step.columns())),
                            new java.io.StringReader(text.toString()));
                } catch (java.io.IOException impossible) {
                    throw new java.io.UncheckedIOException(impossible);
                }
            }
        }

        private static void append(StringBuilder to, @Nullable Object value) {
            if (value == null) {
                to.append("\\N");
            } else if (value instanceof byte[] bytes) {
                to.append("\\\\x").append(java.util.HexFormat.of().formatHex(bytes));
            } else {
                String text = value.toString();
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    switch (c) {
                        case '\\' -> to.append("\\\\");
                        case '\n' -> to.append("\\n");
                        case '\r' -> to.append("\\r");
                        case '\t' -> to.append("\\t");
                        default -> to.append(c);
                    }
                }
            }
        }

        @Override
        public void end() {}
    }

    /** Batches, as on any database. */
    private static final class BatchSink implements Sink {
        private final Connection connection;

        BatchSink(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
        }

        @Override
        public void write(List<Step> steps) throws SQLException {
            for (Step step : steps) {
                try (PreparedStatement insert = connection.prepareStatement(step.sql())) {
                    for (List<@Nullable Object> row : step.rows()) {
                        Values.bind(insert, row);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            connection.commit();
        }

        @Override
        public void end() throws SQLException {
            connection.commit();
        }
    }
}
