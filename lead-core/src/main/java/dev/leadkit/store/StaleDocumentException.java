package dev.leadkit.store;

/** The document was written since it was read, or exists already when it was to be new. Read it again and decide anew. */
public final class StaleDocumentException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient DocumentKey key;
    private final long expected;
    private final long found;

    /**
     * @param expected the version that was read; 0 when the document should not exist
     * @param found the stored version; 0 when there is no such document
     */
    public StaleDocumentException(DocumentKey key, long expected, long found) {
        super("%s document: expected version %d, found %d; read it again and decide anew"
                .formatted(key.kind(), expected, found));
        this.key = key;
        this.expected = expected;
        this.found = found;
    }

    public DocumentKey key() {
        return key;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
