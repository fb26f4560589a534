package dev.leadkit.store;

/** The conversation got another message or mark since it was read. Read it again and decide anew. */
public final class StaleConversationException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final String session;
    private final long expected;
    private final long found;

    /**
     * @param expected the version that was read; 0 when the conversation should not exist
     * @param found the stored version; 0 when there is no such conversation
     */
    public StaleConversationException(String session, long expected, long found) {
        super("conversation: expected version %d, found %d; read it again and decide anew".formatted(expected, found));
        this.session = session;
        this.expected = expected;
        this.found = found;
    }

    public String session() {
        return session;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
