package dev.leadkit.assign;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a lead, and why. A value: nothing has happened by it.
 *
 * @param chosen the user of the member who gets it; absent when nobody does
 * @param why of whom is chosen: {@code previous} (he had the visitor's previous lead), {@code round-robin},
 *     {@code weighted} or {@code capacity}, by the strategy's order. Of nobody: {@code nobody-can} (the candidates say why),
 *     {@code already-assigned}, {@code closed}, {@code withdrawn}, {@code merged}, {@code other-pipeline},
 *     {@code not-permitted} (the host's policy forbids it), {@code not-found} or {@code no-assignment}
 * @param candidates all members, in their order; none when the lead is not one to assign
 * @param next the rotation after this decision; as it was when nobody took a turn
 */
public record AssignmentDecision(
        LeadId lead, @Nullable String chosen, Reason why, List<Candidate> candidates, Rotation next) {
    public AssignmentDecision {
        candidates = List.copyOf(candidates);
    }

    /** The lead stays with whom it is, and no one was considered. */
    public static AssignmentDecision notToAssign(LeadId lead, String code, String text, Rotation rotation) {
        return new AssignmentDecision(lead, null, Reason.of(code, text), List.of(), rotation);
    }
}
