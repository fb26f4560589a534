package dev.leadkit;

import dev.leadkit.lead.LeadId;

/** The lead was merged into another. Nothing was written; work on {@link #survivor()} instead. */
public final class LeadMergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;
    private final transient LeadId survivor;

    LeadMergedException(LeadId lead, LeadId survivor) {
        super("lead %s is merged into %s; work on that one".formatted(lead, survivor));
        this.lead = lead;
        this.survivor = survivor;
    }

    public LeadId lead() {
        return lead;
    }

    /** The lead that stands for it. It may be merged into another itself. */
    public LeadId survivor() {
        return survivor;
    }
}
