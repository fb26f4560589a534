package dev.leadkit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.Outcome;
import dev.leadkit.store.Changeset;
import java.util.List;
import java.util.Map;

/** What is done to the leads of one portion. */
interface PortionWork<O extends Outcome> {
    /**
     * @param record what is committed before the leads, or together with them
     * @param again whether some of it may be done already
     * @return an outcome for each of the portion's leads
     */
    Map<LeadId, O> on(PortionOfLeads portion, List<Changeset> record, boolean again);
}
