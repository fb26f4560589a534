package dev.leadkit.examples.benchmarks.storage;

import static dev.leadkit.examples.benchmarks.storage.Population.LARGE;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.StoredRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** The questions of the benchmark, each as every contender asks it, by the contender's name. Used by one thread. */
final class Reads {
    static final int PAGE = 50;
    static final int DEEP = 100_000;
    static final String STAGE = "new";

    private final Target target;
    private final LeadStore store;
    private final JdbcReads jdbc;
    private final JdbiReads jdbi;
    private final JooqReads jooq;
    private final Supplier<SessionFactory> sessions;

    /** Where a page begins: after this lead. */
    record Place(OffsetDateTime createdAt, UUID id, int row) {
        static final Place START = new Place(OffsetDateTime.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1), 0);
    }

    /** @param sessions asked for by Hibernate alone, because they take long to make */
    Reads(Target target, DataSource pool, LeadStore store, Supplier<SessionFactory> sessions, Connection own) {
        this.target = target;
        this.store = store;
        this.jdbc = new JdbcReads(target.postgres(), own);
        this.jdbi = new JdbiReads(pool, target.postgres());
        this.jooq = new JooqReads(pool, target.postgres());
        this.sessions = sessions;
    }

    /** A page of the newest leads of one stage, which begins after so many. */
    Map<String, Read> page(int row) throws SQLException {
        Place after = row == 0 ? Place.START : jdbc.place(row);
        LeadQuery query = LeadQuery.of(LeadFilter.all().inStage(STAGE));
        LeadQuery next = row == 0
                ? query
                : query.after(query.cursorAfter(
                        LARGE, store.find(LARGE, new LeadId(after.id())).orElseThrow()));
        Map<String, Read> reads = new LinkedHashMap<>();
        reads.put("limit", () -> jdbc.page(after, JdbcReads::columns));
        reads.put("limit+decode", () -> jdbc.page(after, this::lead));
        reads.put("leadkit", () -> store.list(LARGE, next));
        reads.put("jdbi", () -> jdbi.page(after));
        reads.put("jooq", () -> jooq.page(after));
        reads.put("hibernate", () -> new HibernateReads(sessions.get()).page(after));
        reads.put("offset", () -> jdbc.offset(after.row()));
        return reads;
    }

    /** Six columns of fifty cards, with counts and sums. */
    Map<String, Read> board() {
        BoardQuery query = BoardQuery.of(LeadFilter.all().inPipeline(Population.PIPELINE.name()));
        Map<String, Read> reads = new LinkedHashMap<>();
        reads.put("limit", () -> jdbc.board(JdbcReads::columns));
        reads.put("limit+decode", () -> jdbc.board(this::lead));
        reads.put("leadkit", () -> store.board(LARGE, query));
        reads.put("six pages + GROUP BY", () -> jdbc.usualBoard(JdbcReads::columns));
        return reads;
    }

    /** How many leads each stage has. */
    Map<String, Read> counts() {
        BoardQuery query = BoardQuery.of(LeadFilter.all().inPipeline(Population.PIPELINE.name()))
                .cards(0);
        Map<String, Read> reads = new LinkedHashMap<>();
        reads.put("limit", jdbc::counts);
        reads.put("leadkit", () -> store.board(LARGE, query));
        reads.put("GROUP BY", jdbc::groupedCounts);
        return reads;
    }

    /** The newest leads that a term finds. */
    Map<String, Read> search(String term) {
        LeadQuery query = LeadQuery.of(LeadFilter.all().matching(term));
        Map<String, Read> reads = new LinkedHashMap<>();
        boolean everywhere = term.equals(Population.BROAD);
        reads.put("limit", () -> jdbc.search(term, everywhere, JdbcReads::columns));
        reads.put("limit+decode", () -> jdbc.search(term, everywhere, this::lead));
        reads.put("leadkit", () -> store.list(LARGE, query));
        reads.put("LIKE", () -> jdbc.like(term));
        return reads;
    }

    private Object lead(ResultSet row) throws SQLException {
        return StoredRows.read(row, target.postgres(), LARGE);
    }

    /** So many leads that may go on and back again. */
    List<Lead> movable(int most) throws SQLException {
        String sql = "SELECT " + StoredRows.leadColumns()
                + " FROM leadkit_lead l WHERE l.tenant_id = ? AND l.stage IN ('assigned', 'contacted') ORDER BY "
                + (target.postgres() ? "random()" : "RAND()") + " LIMIT ?";
        List<Lead> found = new ArrayList<>();
        try (Connection connection = target.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, LARGE.value());
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(StoredRows.read(rows, target.postgres(), LARGE));
                }
            }
        }
        return found;
    }
}
