package dev.leadkit.examples.benchmarks.storage;

import static dev.leadkit.examples.benchmarks.storage.Population.LARGE;
import static dev.leadkit.examples.benchmarks.storage.Population.PIPELINE;

import dev.leadkit.examples.benchmarks.storage.Answers.Column;
import dev.leadkit.examples.benchmarks.storage.Reads.Place;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.SearchTerms;
import dev.leadkit.store.jdbc.StoredRows;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads by plain JDBC: the least that can be done, and what is usually done. Statements are prepared once. */
final class JdbcReads {
    static final String COLUMNS = StoredRows.leadColumns();

    private static final int COLUMN_COUNT = COLUMNS.split(",").length;
    private static final List<String> STAGES =
            PIPELINE.stages().stream().map(Stage::key).toList();

    private final boolean postgres;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** What becomes of the row of a lead. */
    interface RowReader {
        Object read(ResultSet row) throws SQLException;
    }

    /** @param connection its own, which commits by itself */
    JdbcReads(boolean postgres, Connection connection) {
        this.postgres = postgres;
        this.connection = connection;
    }

    /** A row as it comes, nothing decoded. */
    static Object columns(ResultSet row) throws SQLException {
        var values = new Object[COLUMN_COUNT];
        values[0] = row.getObject(1, UUID.class);
        values[1] = row.getLong(2);
        for (int i = 2; i < COLUMN_COUNT; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    static String pageSql(boolean postgres) {
        String from = "SELECT %s FROM leadkit_lead l WHERE l.tenant_id = ? AND l.stage = ? AND l.withdrawn = FALSE"
                .formatted(COLUMNS);
        return postgres
                ? from + " AND (l.created_at, l.lead_id) < (?, ?) ORDER BY l.created_at DESC, l.lead_id DESC LIMIT ?"
                // H2 goes through the index only if the order begins with the columns that are fixed, the same way
                // round.
                : from + " AND l.created_at <= ? AND (l.created_at < ? OR l.lead_id < ?)"
                        + " ORDER BY l.tenant_id DESC, l.stage DESC, l.created_at DESC, l.lead_id DESC LIMIT ?";
    }

    /** The parameters of {@link #pageSql}. */
    static List<Object> pageParameters(boolean postgres, Place after) {
        return postgres
                ? List.of(LARGE.value(), Reads.STAGE, after.createdAt(), after.id(), Reads.PAGE + 1L)
                : List.of(
                        LARGE.value(), Reads.STAGE, after.createdAt(), after.createdAt(), after.id(), Reads.PAGE + 1L);
    }

    List<Object> page(Place after, RowReader reader) throws SQLException {
        return list(pageSql(postgres), pageParameters(postgres, after), reader);
    }

    List<Object> offset(int row) throws SQLException {
        return list(
                "SELECT %s FROM leadkit_lead l WHERE l.tenant_id = ? AND l.stage = ? AND l.withdrawn = FALSE ORDER BY %s l.created_at DESC, l.lead_id DESC LIMIT ? OFFSET ?"
                        .formatted(COLUMNS, postgres ? "" : "l.tenant_id DESC, l.stage DESC,"),
                List.of(LARGE.value(), Reads.STAGE, Reads.PAGE + 1L, (long) row),
                JdbcReads::columns);
    }

    /** The lead after which so many others of its stage have passed. */
    Place place(int row) throws SQLException {
        List<Object> found = list(
                "SELECT l.created_at, l.lead_id FROM leadkit_lead l WHERE l.tenant_id = ? AND l.stage = ? AND l.withdrawn = FALSE ORDER BY %s l.created_at DESC, l.lead_id DESC LIMIT 1 OFFSET ?"
                        .formatted(postgres ? "" : "l.tenant_id DESC, l.stage DESC,"),
                List.of(LARGE.value(), Reads.STAGE, row - 1L),
                from -> new Place(from.getObject(1, OffsetDateTime.class), from.getObject(2, UUID.class), row));
        return (Place) found.get(0);
    }

    Map<String, Column> board(RowReader reader) throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        list(
                "SELECT stage, currency, SUM(leads), SUM(amount) FROM leadkit_counter WHERE tenant_id = ? AND board_key IN (?, ?, ?, ?, ?, ?) GROUP BY stage, currency",
                boardParameters(),
                row -> add(columns, row));
        String cards =
                "SELECT %s FROM leadkit_lead l WHERE l.tenant_id = ? AND l.board_key = %s AND l.withdrawn = FALSE ORDER BY %s l.board_rank, l.lead_id LIMIT %d";
        String column = cards.formatted(
                COLUMNS, postgres ? "k.k" : "?", postgres ? "" : "l.tenant_id, l.board_key,", Reads.PAGE + 1);
        if (postgres) {
            List<Object> parameters = new ArrayList<>(boardParameters());
            parameters.add(parameters.remove(0));
            list(
                    "SELECT c.* FROM unnest(ARRAY[?, ?, ?, ?, ?, ?]::uuid[]) k (k) CROSS JOIN LATERAL (" + column
                            + ") c",
                    parameters,
                    row -> addCard(columns, row, reader));
        } else {
            List<Object> parameters = new ArrayList<>();
            for (String stage : STAGES) {
                parameters.add(LARGE.value());
                parameters.add(StoredRows.boardKey(PIPELINE.name(), stage));
            }
            list(
                    STAGES.stream().map(stage -> "(" + column + ")").collect(Collectors.joining(" UNION ALL ")),
                    parameters,
                    row -> addCard(columns, row, reader));
        }
        return columns;
    }

    Map<String, Column> usualBoard(RowReader reader) throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        list(
                "SELECT stage, COALESCE(expected_currency, ''), COUNT(*), SUM(expected_amount) FROM leadkit_lead WHERE tenant_id = ? AND pipeline = ? AND withdrawn = FALSE GROUP BY stage, expected_currency",
                List.of(LARGE.value(), PIPELINE.name()),
                row -> add(columns, row));
        for (String stage : STAGES) {
            list(
                    "SELECT %s FROM leadkit_lead l WHERE l.tenant_id = ? AND l.board_key = ? AND l.withdrawn = FALSE ORDER BY %s l.board_rank, l.lead_id LIMIT ?"
                            .formatted(COLUMNS, postgres ? "" : "l.tenant_id, l.board_key,"),
                    List.of(LARGE.value(), StoredRows.boardKey(PIPELINE.name(), stage), Reads.PAGE + 1L),
                    row -> addCard(columns, row, reader));
        }
        return columns;
    }

    private static List<Object> boardParameters() {
        List<Object> parameters = new ArrayList<>();
        parameters.add(LARGE.value());
        STAGES.forEach(stage -> parameters.add(StoredRows.boardKey(PIPELINE.name(), stage)));
        return parameters;
    }

    private static String add(Map<String, Column> columns, ResultSet row) throws SQLException {
        String stage = row.getString(1);
        String currency = row.getString(2);
        Column column = columns.getOrDefault(stage, new Column(0, new TreeMap<>(), new ArrayList<>()));
        BigDecimal amount = row.getBigDecimal(4);
        if (!currency.isEmpty()) {
            column.sums().put(currency, amount.stripTrailingZeros());
        }
        columns.put(stage, new Column(column.count() + row.getLong(3), column.sums(), column.cards()));
        return stage;
    }

    /** The one card more, by which a program knows that there are others, is read as well. */
    private static Object addCard(Map<String, Column> columns, ResultSet row, RowReader reader) throws SQLException {
        Object card = reader.read(row);
        String stage = card instanceof Lead lead ? lead.stage() : (String) ((Object[]) card)[4];
        List<UUID> cards = Objects.requireNonNull(columns.get(stage)).cards();
        if (cards.size() < Reads.PAGE) {
            cards.add(card instanceof Lead lead ? lead.id().value() : (UUID) ((Object[]) card)[0]);
        }
        return card;
    }

    Map<String, Long> counts() throws SQLException {
        return countsOf(
                "SELECT stage, SUM(leads) FROM leadkit_counter WHERE tenant_id = ? AND board_key IN (?, ?, ?, ?, ?, ?) GROUP BY stage",
                boardParameters());
    }

    Map<String, Long> groupedCounts() throws SQLException {
        return countsOf(
                "SELECT stage, COUNT(*) FROM leadkit_lead WHERE tenant_id = ? AND pipeline = ? AND withdrawn = FALSE GROUP BY stage",
                List.of(LARGE.value(), PIPELINE.name()));
    }

    private Map<String, Long> countsOf(String sql, List<Object> parameters) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        list(sql, parameters, row -> Objects.requireNonNullElse(counts.put(row.getString(1), row.getLong(2)), 0L));
        return counts;
    }

    /**
     * Through the tokens, or, for a term that is nearly everywhere, past the newest leads until enough are found: who
     * writes the statement for one term knows which is better.
     */
    List<Object> search(String term, boolean everywhere, RowReader reader) throws SQLException {
        String folded = term.toLowerCase(Locale.ROOT);
        if (everywhere) {
            return list(likeSql(), List.of(LARGE.value(), "% " + folded + "%"), reader);
        }
        boolean digits = SearchTerms.isDigits(folded);
        byte[] start = (digits ? SearchTerms.DIGITS + folded : folded).getBytes(StandardCharsets.UTF_8);
        byte[] end = java.util.Arrays.copyOf(start, start.length + 1);
        end[start.length] = (byte) 0xFF;
        return list(
                "SELECT %s FROM (SELECT DISTINCT lead_id FROM leadkit_lead_token WHERE tenant_id = ? AND token >= ? AND token < ?) t JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = t.lead_id WHERE l.withdrawn = FALSE ORDER BY l.created_at DESC, l.lead_id DESC LIMIT %d"
                        .formatted(COLUMNS, Reads.PAGE + 1),
                List.of(LARGE.value(), start, end, LARGE.value()),
                reader);
    }

    /** As usual, anywhere in the text. */
    List<Object> like(String term) throws SQLException {
        return list(likeSql(), List.of(LARGE.value(), "%" + term.toLowerCase(Locale.ROOT) + "%"), JdbcReads::columns);
    }

    private String likeSql() {
        return "SELECT %s FROM leadkit_lead l WHERE l.tenant_id = ? AND l.search_text LIKE ? AND l.withdrawn = FALSE ORDER BY %s l.created_at DESC, l.lead_id DESC LIMIT %d"
                .formatted(COLUMNS, postgres ? "" : "l.tenant_id DESC,", Reads.PAGE + 1);
    }

    private List<Object> list(String sql, List<Object> parameters, RowReader reader) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        Values.bind(statement, List.copyOf(parameters));
        try (ResultSet rows = statement.executeQuery()) {
            List<Object> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}
