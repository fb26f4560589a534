package dev.leadkit.identity;

import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Two leads can't be merged or taken apart. Nothing was written; each reason counts. */
public final class MergeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public MergeRefusedException(List<Reason> reasons) {
        super(reasons.stream().map(Reason::text).collect(Collectors.joining("; ")));
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
