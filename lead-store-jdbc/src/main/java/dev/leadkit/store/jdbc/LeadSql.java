package dev.leadkit.store.jdbc;

/** The statements of the table of leads. {@link LeadRows} binds and reads the columns in this order. */
final class LeadSql {
    static final String INSERT = """
        INSERT INTO leadkit_lead (
            version, pipeline, pipeline_version, stage, board_key, closed, stage_entered_at, board_rank, source, assignee,
            expected_amount, expected_currency, own_weighted, score, band, score_due_at, withdrawn, created_at,
            last_activity_at, snoozed_until, search_text, body, tenant_id, lead_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /** Changes one row, or none if somebody changed it since it was read. */
    static final String UPDATE = """
        UPDATE leadkit_lead
        SET version = ?, pipeline = ?, pipeline_version = ?, stage = ?, board_key = ?, closed = ?, stage_entered_at = ?,
            board_rank = ?, source = ?, assignee = ?, expected_amount = ?, expected_currency = ?,
            own_weighted = ?, score = ?, band = ?, score_due_at = ?, withdrawn = ?, created_at = ?, last_activity_at = ?, snoozed_until = ?,
            search_text = ?, body = ?
        WHERE tenant_id = ? AND lead_id = ? AND version = ?
        """;

    /** Removes one row, or none if somebody changed it since it was read. */
    static final String DELETE = """
        DELETE FROM leadkit_lead
        WHERE tenant_id = ? AND lead_id = ? AND version = ?
        """;

    /** Of a lead {@code l}. */
    static final String COLUMNS = """
        l.lead_id, l.version, l.pipeline, l.pipeline_version, l.stage, l.closed, l.stage_entered_at,
            l.board_rank, l.source, l.assignee, l.expected_amount, l.expected_currency, l.score, l.band,
            l.withdrawn, l.created_at, l.last_activity_at, l.snoozed_until, l.body
        """;

    /** To be followed by a FROM clause in which the lead is {@code l}. */
    static final String SELECT = "SELECT " + COLUMNS;

    static final String FIND = SELECT + """
        FROM leadkit_lead l
        WHERE l.tenant_id = ? AND l.lead_id = ?
        """;

    /** One statement, so that a claim which passes from one lead to another meanwhile is not missed on both. */
    static final String FIND_BY_IDENTITY = SELECT + """
        FROM leadkit_lead l
        WHERE l.tenant_id = ?
            AND l.lead_id = COALESCE(
                (SELECT c.lead_id
                FROM leadkit_claim c
                WHERE c.tenant_id = ? AND c.pipeline = ? AND c.identity_key = ?),
                (SELECT k.lead_id
                FROM leadkit_identity i
                JOIN leadkit_lead k ON k.tenant_id = i.tenant_id AND k.lead_id = i.lead_id
                WHERE i.tenant_id = ? AND i.identity_key = ? AND k.pipeline = ? AND k.withdrawn = FALSE
                ORDER BY k.closed, k.created_at DESC, k.lead_id DESC
                LIMIT 1))
        """;

    private LeadSql() {}

    /** The versions of so many leads. */
    static String findVersions(int leads) {
        return """
            SELECT lead_id, version
            FROM leadkit_lead
            WHERE tenant_id = ? AND lead_id IN (%s)
            """.formatted(Statements.placeholders(leads));
    }
}
