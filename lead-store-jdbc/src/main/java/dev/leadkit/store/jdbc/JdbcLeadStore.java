package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps leads in a relational database: H2, PostgreSQL or MariaDB.
 *
 * <p>Safe to share. A changeset is one transaction on a connection of the data source, repeated as a whole when the
 * database asks for it (deadlock, lock time-out, lost connection). Failures of the database come as
 * {@link StoreException} with the SQLState and the vendor's code, and without the driver's text, which may hold contact
 * data.
 *
 * <p>A connection that the data source gives with auto-commit on is in nobody's transaction, so that the store begins and
 * commits its own. One that comes with auto-commit off, although they came with it on when the store was opened, and that
 * is bound to the calling thread, is in a transaction of the host, as within Spring's {@code @Transactional} by a {@code
 * TransactionAwareDataSourceProxy}: the store then works as if it had {@linkplain dev.leadkit.store.Joining joined} it,
 * and never commits, rolls back or changes it. Where auto-commit is off from the beginning, the store commits by itself
 * unless {@link Builder#hostTransactions} says otherwise.
 *
 * <pre>{@code
 * LeadStore store = JdbcLeadStore.over(dataSource);
 *
 * try (JdbcLeadStore store = JdbcLeadStore.h2File(Path.of("leads"))) { … }
 * }</pre>
 */
public final class JdbcLeadStore implements LeadStore, AutoCloseable {
    private final JdbcSession session;
    private final WriteForm form;
    private final boolean containment;
    private final Runnable afterCommit;
    private final Runnable close;
    private final Capabilities capabilities;

    private JdbcLeadStore(
            JdbcSession session, WriteForm form, boolean containment, Runnable afterCommit, Runnable close) {
        this.session = session;
        this.form = form;
        this.containment = containment;
        this.afterCommit = afterCommit;
        this.close = close;
        Capabilities always = Capabilities.NONE
                .withOutbox(new JdbcOutbox(session, afterCommit))
                .withErasure(new JdbcErasure(session, afterCommit))
                .withJoining(this::joining)
                .withDocuments(new JdbcDocuments(session));
        this.capabilities = containment ? always.withContainment() : always;
    }

    /**
     * A store over the host's data source, with the default prefix, whose tables are made where they are missing. The
     * data source stays the host's to close.
     *
     * @throws StoreException as {@link Builder#open()}
     */
    public static JdbcLeadStore over(DataSource dataSource) {
        return builder(dataSource).open();
    }

    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * A store in an H2 file of its own, made where it is missing. What a commit returned for is in the file, so that it
     * outlives a killed process. Only one process at a time may have the file open. Close the store in the end, which
     * also shrinks the file. It needs {@code com.h2database:h2}, which the host adds to its dependencies as any driver.
     *
     * @param file with or without H2's {@code .mv.db} at its end; without a semicolon
     * @throws InvalidInputException if the path can't be part of a URL of H2
     * @throws StoreException if the file can't be opened, is in use or has tables of a newer release; or there is no H2
     */
    public static JdbcLeadStore h2File(Path file) {
        H2File database = H2File.open(file);
        try {
            return builder(database.dataSource()).open(database::committed, database::close);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        return commitAll(List.of(changeset)).get(0).orThrow();
    }

    /**
     * Those that share nothing are one transaction, up to ten thousand leads; one that follows from another comes in the
     * next. So the statements are as many as the longest chain asks for, and not more for more changesets.
     */
    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        Changeset.requireOneTenant(changesets);
        List<CommitOutcome> outcomes = Commits.run(session, form, changesets);
        afterCommit.run();
        return outcomes;
    }

    @Override
    public Optional<Lead> find(TenantId tenant, LeadId id) {
        return Retry.run(() -> session.statement(statements -> new LeadReader(statements, tenant).find(id)));
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        return Retry.run(() -> session.transaction(statements -> new LeadReader(statements, tenant).findAll(ids)));
    }

    @Override
    public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return Retry.run(() -> session.statement(
                statements -> new LeadReader(statements, tenant).findByIdentity(Input.clean(pipeline), identity)));
    }

    @Override
    public Page<Lead> list(TenantId tenant, LeadQuery query) {
        capabilities().requireFor(query.filter());
        Optional<Position> after = query.position(tenant);
        return Retry.run(() -> session.statement(statements -> new LeadPages(statements, tenant, query, after).read()));
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        capabilities().requireFor(query.filter());
        JdbcSession.Work<Board> work = statements -> new BoardReader(statements, tenant, query).read();
        return Retry.run(() -> query.cards() == 0 ? session.statement(work) : session.snapshot(work));
    }

    @Override
    public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        return ActivityRows.list(session, tenant, lead, page);
    }

    @Override
    public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return Retry.run(() -> session.statement(statements -> ActivityRows.of(statements, tenant, changeset)));
    }

    @Override
    public Optional<Transcript> transcript(TenantId tenant, String sessionId) {
        return Retry.run(
                () -> session.snapshot(statements -> ConversationRows.transcript(statements, tenant, sessionId)));
    }

    /** Not tidied up and not closed, since neither the transaction nor the connection is its own. */
    private LeadStore joining(Connection connection) {
        return new JdbcLeadStore(session.joining(connection), form, containment, () -> {}, () -> {});
    }

    /** True, also over an H2 database in memory. */
    @Override
    public boolean isPersistent() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Closes what the store opened itself: the file of {@link #h2File}. A data source of the host stays open. */
    @Override
    public void close() {
        close.run();
    }

    /** Opens a store. Not safe to share. */
    public static final class Builder {
        private final DataSource dataSource;
        private TableNames tables = TableNames.DEFAULT;
        private SchemaMode mode = SchemaMode.MIGRATE;
        private boolean portable;
        private @Nullable BooleanSupplier hostTransactions;
        private boolean containment;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * What the names of the tables begin with, {@code leadkit_} unless said otherwise.
         *
         * @param newPrefix a letter, then at most 29 letters, digits and underscores
         * @throws InvalidInputException if it is anything else
         */
        public Builder tablePrefix(String newPrefix) {
            tables = tables.withPrefix(newPrefix);
            return this;
        }

        /**
         * The schema of the tables, on MariaDB the database, which must be there already; that of the connection unless
         * said otherwise. It stands before each table's name without quotes, so the database folds its case as always.
         *
         * @param newSchema a letter, then at most 62 letters, digits and underscores
         * @throws InvalidInputException if it is anything else
         */
        public Builder schemaName(String newSchema) {
            tables = tables.withSchema(newSchema);
            return this;
        }

        /** What to do about the tables, {@link SchemaMode#MIGRATE} unless said otherwise. */
        public Builder schema(SchemaMode newMode) {
            mode = newMode;
            return this;
        }

        /**
         * Writes in the form that every database takes, a batch for each table in a transaction, on PostgreSQL too, where
         * a unit of work is otherwise one statement. For what speaks PostgreSQL's language and is not PostgreSQL, such as
         * a sharding proxy.
         */
        public Builder portable() {
            portable = true;
            return this;
        }

        /**
         * Says when the data source gives, on the calling thread, the connection of a transaction of the host, which then
         * is the host's to commit. Needed only where its connections have auto-commit off outside of transactions as
         * well; {@code () -> false} where it never gives any such. Without it, such a data source is asked for a second
         * connection when the store is opened, for which a pool of one lets it wait until its time-out.
         *
         * @param underWay asked whenever a connection with auto-commit off was given; true while a transaction on this
         *     data source is under way, such as Spring's {@code
         *     TransactionSynchronizationManager::isActualTransactionActive} in an application with one transaction manager
         */
        public Builder hostTransactions(BooleanSupplier underWay) {
            hostTransactions = underWay;
            return this;
        }

        /**
         * Also answers filters for a text within words ({@link dev.leadkit.store.LeadFilter#containing}), by an index of
         * trigrams: PostgreSQL only. {@link SchemaMode#MIGRATE} makes it where it is missing, with the extension
         * {@code pg_trgm}, which takes the right to create that; {@link SchemaMode#VALIDATE} refuses to open without it.
         * Where the file {@code schema/postgresql/containment.sql} in the jar was run, no right is needed.
         */
        public Builder containmentSearch() {
            containment = true;
            return this;
        }

        /**
         * Connects and sees to the tables.
         *
         * @throws SchemaMismatchException if the tables are of another release and may not be changed, or not whole
         * @throws UnsupportedDatabaseException if the database is none that the store was tested on
         * @throws UnsupportedCapabilityException if containment search is asked for and the database has none
         * @throws StoreException if the database does not keep and compare text exactly, or failed, or a transaction of
         *     the host is under way
         */
        public JdbcLeadStore open() {
            return open(() -> {}, () -> {});
        }

        private JdbcLeadStore open(Runnable afterCommit, Runnable close) {
            JdbcSession session = JdbcSession.open(dataSource, tables, hostTransactions, portable);
            Dialect dialect = session.dialect();
            new SchemaMigrator(session, dialect, tables).prepare(mode);
            if (containment) {
                new ContainmentIndex(session, dialect, tables).prepare(mode);
            }
            return new JdbcLeadStore(session, dialect.fastest(), containment, afterCommit, close);
        }
    }
}
