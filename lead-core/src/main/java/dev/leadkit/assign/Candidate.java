package dev.leadkit.assign;

import dev.leadkit.lead.Reason;
import java.util.List;

/**
 * A member for whom a lead was considered.
 *
 * @param reasons one for whoever is chosen or could have been, {@code chosen} or {@code not-next}; else each that is
 *     against him: {@code away}, {@code at-capacity}, {@code lacks-skill}
 */
public record Candidate(String user, List<Reason> reasons) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
