package dev.leadkit.store;

import dev.leadkit.lead.LeadId;

/** The lead was changed since it was read, or exists already when it was to be created. Read it again and decide anew. */
public final class StaleLeadException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;
    private final long expected;
    private final long found;

    /**
     * @param expected the version that was read; 0 when the lead should not exist
     * @param found the stored version; 0 when there is no such lead
     */
    public StaleLeadException(LeadId lead, long expected, long found) {
        super("lead %s: expected version %d, found %d; read it again and decide anew".formatted(lead, expected, found));
        this.lead = lead;
        this.expected = expected;
        this.found = found;
    }

    public LeadId lead() {
        return lead;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
