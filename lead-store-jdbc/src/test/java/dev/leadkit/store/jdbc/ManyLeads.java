package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.ChangesetBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * As many leads of one tenant as a test wants, put into PostgreSQL by a few statements. Common and rare values, some
 * that only old leads have.
 *
 * <p>Each row has the body of a lead of the same score that the store wrote; what it is found by differs from row to row.
 */
final class ManyLeads {
    /** One lead in 25,000 comes from it. */
    static final String RARE_SOURCE = "import";

    /** One lead in 25,000 is looked after by this person. */
    static final String RARE_ASSIGNEE = "rare";

    /** One lead in 20,000 has it; a third of all have {@link #COMMON_TAG}. */
    static final String RARE_TAG = "rare";

    static final String COMMON_TAG = "common";

    /** A word that the oldest quarter has in every tenth name, and no other lead. */
    static final String OLD_WORD = "oldname";

    /** A word that every tenth of the later leads has, which none with {@link #OLD_WORD} has. */
    static final String NEW_WORD = "newname";

    private static final String PIPELINE = "five-stage";
    private static final List<String> STAGES = List.of(
            "new", "new", "new", "contacted", "contacted", "qualified", "converted", "converted", "lost", "lost");

    private static final String DEFINE = """
        CREATE TEMPORARY TABLE made AS
        SELECT i,
            (lpad(to_hex(1700000000000 + i * 20), 12, '0') || '7' || substr(md5(i::text), 1, 3)
                || '8' || substr(md5('b' || i), 1, 15))::uuid AS id,
            timestamptz '2024-01-01' + i * interval '20 s' AS created,
            'first' || (i * 7919 % 211) AS first,
            CASE WHEN i % 10 = 4 AND i <= :n * 0.25 THEN 'oldname'
                WHEN i % 10 = 5 AND i > :n * 0.25 THEN 'newname'
                ELSE 'last' || (i * 104729 % 9973) END AS last,
            CASE WHEN i % 2 = 0 THEN 'gmail.com' ELSE 'firm' || (i * 31 % 4999) || '.example' END AS host,
            '49' || lpad((i * 15485863 % 10000000000)::text, 10, '0') AS phone,
            (:stages)[1 + i * 13 % 10] AS stage,
            CASE WHEN i % 25000 = 77 THEN 'import' WHEN i % 10 < 6 THEN 'widget' ELSE 'api' END AS source,
            CASE WHEN i % 25000 = 9 THEN 'rare' WHEN i % 10 < 3 THEN NULL ELSE 'user' || (i * 23 % 41) END AS assignee,
            i * 37 % 101 AS score
        FROM generate_series(1::bigint, :n) i
        """;

    private static final String INSERT_LEADS = """
        INSERT INTO leadkit_lead (
            version, pipeline, pipeline_version, stage, board_key, closed, stage_entered_at, board_rank, source, assignee,
            expected_amount, expected_currency, score, band, score_due_at, withdrawn, created_at, last_activity_at,
            search_text, body, tenant_id, lead_id)
        SELECT 1, 'five-stage', 1, m.stage, k.board_key, m.stage IN ('converted', 'lost'), m.created,
            lpad(to_hex(9000000000000000 - m.i * 20000000), 16, '0'), m.source, m.assignee,
            CASE WHEN m.i % 3 > 0 THEN m.i % 5000 END,
            CASE m.i % 3 WHEN 1 THEN 'EUR' WHEN 2 THEN 'USD' END,
            m.score, CASE WHEN m.score >= 70 THEN 'hot' WHEN m.score >= 40 THEN 'warm' ELSE 'cold' END,
            CASE WHEN m.i % 2 = 0 THEN m.created + m.i % 999 * interval '1 h' ELSE timestamptz '9999-12-31 23:59:59.999999Z' END,
            m.i % 200 = 7, m.created, m.created + m.i % 86400 * interval '1 s',
            ' ' || m.first || ' ' || m.last || ' | ' || m.first || ' ' || m.last || m.i % 1000 || ' '
                || replace(m.host, '.', ' ') || ' | #' || m.phone,
            t.body, t.tenant_id, m.id
        FROM made m
        JOIN (VALUES :keys) k (stage, board_key) ON k.stage = m.stage
        JOIN leadkit_lead t ON t.score = m.score
        """;

    private static final String INSERT_TAGS = """
        INSERT INTO leadkit_lead_tag (tenant_id, tag, created_at, lead_id)
        SELECT 'acme', 'common', created, id FROM made WHERE i % 3 = 1
        UNION ALL
        SELECT 'acme', 'rare', created, id FROM made WHERE i % 20000 = 3
        """;

    private static final String INSERT_TOKENS = """
        INSERT INTO leadkit_lead_token (tenant_id, token, created_at, lead_id)
        SELECT 'acme', convert_to(key, 'UTF8'), created, id
        FROM made
        CROSS JOIN LATERAL (
            SELECT unnest(ARRAY[first, last, last || i % 1000] || string_to_array(host, '.'))
            UNION ALL
            SELECT '#' || substr(phone, p) FROM generate_series(1, :tails) p) keys (key)
        """;

    private static final String INSERT_IDENTITIES = """
        INSERT INTO leadkit_identity (tenant_id, identity_key, lead_id)
        SELECT 'acme', encode(sha256(id::text::bytea), 'hex'), id FROM made
        """;

    private static final String COUNT = """
        INSERT INTO leadkit_counter (tenant_id, board_key, currency, slot, pipeline, stage, leads, amount, own_amount, own_weighted)
        SELECT tenant_id, board_key, COALESCE(expected_currency, ''), version % 2, pipeline, stage, COUNT(*),
            COALESCE(SUM(expected_amount), 0),
            COALESCE(SUM(CASE WHEN own_weighted IS NOT NULL THEN expected_amount END), 0), COALESCE(SUM(own_weighted), 0)
        FROM leadkit_lead
        WHERE NOT withdrawn
        GROUP BY tenant_id, board_key, COALESCE(expected_currency, ''), version % 2, pipeline, stage
        """;

    private static final String FIND_INDEXES = """
        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
        FROM pg_index i
        WHERE i.indrelid = to_regclass('leadkit_lead') AND NOT i.indisprimary
        """;

    private ManyLeads() {}

    /** @param phones whether they can be found by their numbers too, which takes most of the time */
    static void load(DataSource database, int leads, boolean phones) {
        JdbcLeadStore store = JdbcLeadStore.over(database);
        ChangesetBuilder unit = aChangeset();
        for (int score = 0; score <= 100; score++) {
            Lead template = template(score);
            unit.create(template, template.createdAt(), null);
        }
        store.commit(unit.build());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> indexes = indexes(statement);
            for (String index : indexes.keySet()) {
                statement.execute("DROP INDEX " + index);
            }
            statement.execute("ALTER TABLE leadkit_lead_token DROP CONSTRAINT leadkit_lead_token_pkey");
            statement.execute("TRUNCATE leadkit_counter, leadkit_lead_tag, leadkit_lead_token");
            for (String sql : List.of(
                    "SET maintenance_work_mem = '256MB'",
                    DEFINE,
                    INSERT_LEADS,
                    INSERT_TAGS,
                    INSERT_TOKENS,
                    INSERT_IDENTITIES,
                    "DROP TABLE made",
                    "DELETE FROM leadkit_lead WHERE lead_id BETWEEN '%s' AND '%s'".formatted(id(0), id(100)),
                    COUNT)) {
                statement.execute(sql.replace(":n", Integer.toString(leads))
                        .replace(":stages", stages())
                        .replace(":keys", keys())
                        .replace(":tails", phones ? "9" : "0"));
            }
            for (String index : indexes.values()) {
                statement.execute(index);
            }
            statement.execute("ALTER TABLE leadkit_lead_token ADD PRIMARY KEY (tenant_id, token, created_at, lead_id)");
            statement.execute("VACUUM (ANALYZE) leadkit_lead, leadkit_lead_tag, leadkit_lead_token, leadkit_counter,"
                    + " leadkit_identity");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Lead template(int score) {
        return aLead().id(id(score))
                .named("Jane Doe")
                .email("jane.doe@acme.example")
                .phone("+4915123456789")
                .company("Acme Ltd")
                .session("session-" + score)
                .scored(score)
                .assignedTo("ann")
                .tagged("vip", "chairs")
                .worth("1200", "EUR")
                .build();
    }

    /** The commands that make them, by their names. */
    private static Map<String, String> indexes(Statement statement) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(FIND_INDEXES)) {
            while (rows.next()) {
                indexes.put(rows.getString(1), rows.getString(2));
            }
        }
        return indexes;
    }

    private static String stages() {
        return STAGES.stream().collect(Collectors.joining("','", "ARRAY['", "']"));
    }

    private static String keys() {
        List<String> keys = new ArrayList<>();
        STAGES.stream()
                .distinct()
                .forEach(stage -> keys.add("('%s', '%s'::uuid)".formatted(stage, HashKey.of(PIPELINE, stage))));
        return String.join(", ", keys);
    }
}
