package dev.leadkit.identity;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.StaleLeadException;
import java.util.List;
import java.util.Map;

/**
 * Leads that are one person: found, merged, and taken apart again. A desk hands it out; immutable and safe to share.
 *
 * <pre>{@code
 * Merges merges = desk.merges();
 * MergePreview preview = merges.preview(jane, merges.duplicates(jane).get(0).lead().id());
 * Lead one = merges.apply(preview);
 * merges.undo(preview.other().id()); // later, if they were two after all
 * }</pre>
 *
 * <p>A merge loses nothing. The other lead stays stored with its timeline, under its own id, but is in no list and on no
 * board, and nobody works on it; its conversations go on with the survivor. In which order several leads are merged makes no
 * difference to what comes of it, as long as the same one survives.
 *
 * <p>Each method throws {@link LeadNotFoundException} for a lead that the tenant does not have.
 */
public interface Merges {
    /**
     * What a merge would come to, field by field. Writes nothing.
     *
     * @param survivor the lead that stays; its stage stays what it is
     * @param other the lead that is merged into it
     * @throws MergeRefusedException if the two can't be merged; where a third lead stands in the way, because the visitor of a
     *     closed one of the two is back, its id is in the reason
     */
    default MergePreview preview(LeadId survivor, LeadId other) {
        return preview(survivor, other, Map.of());
    }

    /**
     * The same, with some of the rules' choices overruled. What is chosen is pinned like what is set at the desk, as long as the
     * two are merged.
     *
     * @param chosen by the name of a single-valued field: the lead whose value is to stand, one that the preview lists for it
     * @throws MergeRefusedException if the two can't be merged, or a chosen lead has no value of its field
     */
    MergePreview preview(LeadId survivor, LeadId other, Map<String, LeadId> chosen);

    /**
     * Merges as previewed, in one commit.
     *
     * @return the survivor
     * @throws StaleLeadException if one of the two has changed since the preview; look at a new one
     * @throws MergeRefusedException if the two can't be merged any more
     * @throws IdentityTakenException if a third lead has become the open one of the same visitor at that very moment
     */
    Lead apply(MergePreview preview);

    /**
     * Takes a lead out again of the one that it was merged into: both get back what they had, and what was done since stays
     * done. What a person did meanwhile belongs to the survivor, also what the other lead had brought already; what a visitor said, to the lead of his conversation. A consent
     * that was withdrawn at the desk is withdrawn for each lead that had given it, and a hold that was set is set on both; where
     * another merge came between, either is told as {@link KeptWork} where the two may differ.
     *
     * <p>A choice that another one overruled in the same lead is not remembered: of that field the rules decide again.
     *
     * <p>What later messages of the conversations showed of intent is not split here: capture brings both leads up to their
     * conversations with the next message, or at once by {@code TenantCapture.refold}.
     *
     * @param merged the lead that was merged away
     * @throws MergeRefusedException if it is not merged, or its survivor itself is merged into another
     * @throws IdentityTakenException if a third open lead has meanwhile become the one of the same visitor
     */
    Unmerge undo(LeadId merged);

    /**
     * Leads that may be the same person, the likeliest first: those that share an address, a number in any of its ways of
     * writing, a channel user or another identity with it. Not those that somebody said are not, and none for a lead that is
     * merged into another: ask for its survivor's.
     */
    List<Duplicate> duplicates(LeadId lead);

    /** Remembers that two leads are different persons, so that neither is suggested to the other again. */
    void markDistinct(LeadId one, LeadId other);
}
