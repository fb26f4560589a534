package dev.leadkit.retention;

import dev.leadkit.store.ErasureReceipt;
import java.time.Instant;
import java.util.List;

/**
 * What a run of retention did.
 *
 * @param at when the rules were asked
 * @param receipts one for each erasure, which the store keeps as well
 * @param complete whether nothing more was due; otherwise run again
 */
public record RetentionRun(Instant at, List<ErasureReceipt> receipts, boolean complete) {
    public RetentionRun {
        receipts = List.copyOf(receipts);
    }

    /** How many leads are gone. */
    public int erased() {
        return receipts.stream().mapToInt(receipt -> receipt.leads().size()).sum();
    }
}
