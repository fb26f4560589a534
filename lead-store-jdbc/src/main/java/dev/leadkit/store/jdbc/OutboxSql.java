package dev.leadkit.store.jdbc;

/**
 * The statements of the table of what endpoints have not got yet. An entry is leased by an update that names what it was
 * found with, so that of two who found it one changes no row.
 */
final class OutboxSql {
    static final String INSERT = """
        INSERT INTO leadkit_outbox (tenant_id, endpoint, lead_id, lead_version, due_at, attempts, dead)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    /**
     * What is due and the first of its lead. By the version of the first: PostgreSQL may turn NOT EXISTS into a join of all
     * of a lead's entries with each other. The orders name the columns before theirs for H2's sake, see LeadOrder.
     */
    static final String FIND_DUE = """
        SELECT o.lead_id, o.lead_version, o.attempts
        FROM leadkit_outbox o
        WHERE o.tenant_id = ? AND o.endpoint = ? AND o.dead = FALSE AND o.due_at <= ?
            AND o.lead_version = (
                SELECT e.lead_version
                FROM leadkit_outbox e
                WHERE e.tenant_id = o.tenant_id AND e.endpoint = o.endpoint AND e.lead_id = o.lead_id
                ORDER BY e.tenant_id, e.endpoint, e.lead_id, e.lead_version
                LIMIT 1)
        ORDER BY o.tenant_id, o.endpoint, o.dead, o.due_at
        LIMIT ?
        """;

    /** True of what this owner has taken as well, so that it may be repeated after a commit with unknown outcome. */
    static final String LEASE = """
        UPDATE leadkit_outbox
        SET owner = ?, due_at = ?
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ?
            AND dead = FALSE AND attempts = ? AND (due_at <= ? OR owner = ?)
        """;

    static final String EXTEND = """
        UPDATE leadkit_outbox
        SET due_at = ?
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND owner = ?
        """;

    static final String DELIVERED = """
        DELETE FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND owner = ?
        """;

    static final String FAILED = """
        UPDATE leadkit_outbox
        SET owner = NULL, attempts = attempts + 1, due_at = ?, dead = ?, reason = ?
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND owner = ?
        """;

    static final String RELEASED = """
        UPDATE leadkit_outbox
        SET owner = NULL, due_at = ?
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND owner = ?
        """;

    static final String REPLAY = """
        UPDATE leadkit_outbox
        SET dead = FALSE, attempts = 0, due_at = ?, reason = NULL
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND dead = TRUE
        """;

    static final String SKIP = """
        DELETE FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ? AND dead = TRUE
        """;

    static final String DELETE = """
        DELETE FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ?
        """;

    static final String BACKLOG = """
        SELECT dead, COUNT(*), MIN(due_at)
        FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ?
        GROUP BY dead
        """;

    static final String DEAD_LETTERS_AFTER = """
        SELECT lead_id, lead_version, attempts, due_at, reason
        FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ? AND dead = TRUE AND due_at >= ? AND (due_at > ? OR lead_id > ?)
        ORDER BY tenant_id, endpoint, dead, due_at, lead_id
        LIMIT ?
        """;

    private OutboxSql() {}

    /** The keys of all entries of so many leads. */
    static String listOf(int leads) {
        return """
            SELECT endpoint, lead_id, lead_version
            FROM leadkit_outbox
            WHERE tenant_id = ? AND lead_id IN (%s)
            ORDER BY tenant_id, endpoint, lead_id, lead_version
            """.formatted(Statements.placeholders(leads));
    }
}
