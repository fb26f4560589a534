package dev.leadkit.store.jdbc;

/** The statements of the tables of conversations and messages. {@link ConversationRows} binds and reads them. */
final class ConversationSql {
    static final String INSERT = """
        INSERT INTO leadkit_conversation (version, channel, body, tenant_id, session_key, session_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """;

    /** Changes one row, or none if somebody changed it since it was read. */
    static final String UPDATE = """
        UPDATE leadkit_conversation
        SET version = ?, channel = ?, body = ?
        WHERE tenant_id = ? AND session_key = ? AND version = ?
        """;

    /** Removes one row, or none if somebody changed it since it was read. */
    static final String DELETE = """
        DELETE FROM leadkit_conversation
        WHERE tenant_id = ? AND session_key = ? AND version = ?
        """;

    static final String FIND = """
        SELECT version, channel, body
        FROM leadkit_conversation
        WHERE tenant_id = ? AND session_key = ?
        """;

    static final String INSERT_MESSAGE = """
        INSERT INTO leadkit_message (
            tenant_id, session_key, message_key, message_id, sent_at, sequence_no, channel, speaker, cleaned, text, attributes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    static final String DELETE_MESSAGES = """
        DELETE FROM leadkit_message
        WHERE tenant_id = ? AND session_key = ?
        """;

    /** In no order: a transcript sorts its messages itself, by text as Java compares it. */
    static final String LIST_MESSAGES = """
        SELECT message_id, sent_at, sequence_no, channel, speaker, cleaned, text, attributes
        FROM leadkit_message
        WHERE tenant_id = ? AND session_key = ?
        """;

    private ConversationSql() {}

    /** The versions of so many conversations. */
    static String findVersions(int sessions) {
        return """
            SELECT session_key, version
            FROM leadkit_conversation
            WHERE tenant_id = ? AND session_key IN (%s)
            """.formatted(Statements.placeholders(sessions));
    }

    /** Which of so many messages of a session there are. */
    static String knownMessages(int ids) {
        return """
            SELECT message_id
            FROM leadkit_message
            WHERE tenant_id = ? AND session_key = ? AND message_key IN (%s)
            """.formatted(Statements.placeholders(ids));
    }
}
