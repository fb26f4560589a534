package dev.leadkit.csv;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a table says, checked. What is absent was not said.
 *
 * @param stage its key, whether the line gives that or the name
 * @param snoozedUntil to come
 * @param notes none of them blank
 */
record LineValues(
        @Nullable LeadId leadId,
        NewLead lead,
        @Nullable String stage,
        @Nullable String lostReason,
        @Nullable Double probability,
        @Nullable Instant snoozedUntil,
        List<String> notes,
        @Nullable Instant createdAt) {}
