package dev.leadkit.store;

import dev.leadkit.store.Changeset.LeadState;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * For stores: what at most one open lead can hold.
 *
 * @param pipeline the name of the pipeline that its lead moves in
 */
public record Claim(String pipeline, IdentityKey identity) {
    /** All that a lead holds, sorted. */
    public static Set<Claim> of(LeadState state) {
        Set<Claim> claims = new LinkedHashSet<>();
        state.claims().forEach(key -> claims.add(new Claim(state.lead().pipeline(), key)));
        return claims;
    }
}
