package dev.leadkit.identity;

import dev.leadkit.lead.Lead;
import java.util.List;

/**
 * What came of taking two leads apart.
 *
 * @param survivor the lead that the other had been merged into
 * @param restored the other, as a lead by itself
 * @param kept where later work stands in the way of giving the survivor back what it had; empty when nothing does
 */
public record Unmerge(Lead survivor, Lead restored, List<KeptWork> kept) {
    public Unmerge {
        kept = List.copyOf(kept);
    }
}
