package dev.leadkit.retention;

import dev.leadkit.lead.LeadId;
import java.time.Instant;

/**
 * A lead that is no longer kept by a rule, and what becomes of it.
 *
 * @param rule the id of the rule
 * @param keptUntil until when the rule kept it
 */
public record RetentionItem(LeadId lead, String rule, Instant keptUntil, Verdict verdict) {
    /** What becomes of it. */
    public enum Verdict {
        /** It is erased. */
        ERASE,
        /** A legal hold is on it, or on a lead that would go with it; it stays until all are lifted. */
        HELD,
        /** A lead of the same conversation is still kept, and a conversation goes whole or not at all; so it stays until then. */
        SHARED
    }
}
