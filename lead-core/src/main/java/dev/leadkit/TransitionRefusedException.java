package dev.leadkit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** The pipeline refused a move. Nothing was written; {@link #refusals()} says what would have to change. */
public final class TransitionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;
    private final String to;
    private final transient List<Refusal> refusals;

    TransitionRefusedException(LeadId lead, Decision refused) {
        super("lead %s: %s"
                .formatted(lead, refused.refusals().stream().map(Refusal::text).collect(Collectors.joining("; "))));
        this.lead = lead;
        this.to = refused.to();
        this.refusals = refused.refusals();
    }

    public LeadId lead() {
        return lead;
    }

    /** The stage that was asked for. */
    public String to() {
        return to;
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
