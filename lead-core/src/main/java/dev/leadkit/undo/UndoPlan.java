package dev.leadkit.undo;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.undo.Past.Fate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a changeset comes to for one lead: pure, for the desk to commit. The lead is made again as it was before and
 * after the changeset, from its timeline; where it is still as the changeset left it, it gets back what was before.
 *
 * @param next the lead's next value, without its new time of activity and its new score; absent when nothing is taken back
 * @param kept what stays, and why
 */
public record UndoPlan(@Nullable Lead next, List<KeptChange> kept) {
    private static final Set<String> CONVERSATION = Set.of(
            Cause.MESSAGE, Cause.LATE_MESSAGE, Cause.KNOWN_CHANNEL_USER, Cause.CLOSED_LATELY, Cause.MARK, Cause.REFOLD);

    /** Nothing to undo, and nothing that stays. */
    private static final UndoPlan NOTHING = new UndoPlan(null, List.of());

    public UndoPlan {
        kept = List.copyOf(kept);
    }

    /**
     * @param timeline the lead's, whole
     * @param now as the lead is stored; it stands by itself
     * @param target what is undone
     * @param places by which its stage goes back
     */
    public static UndoPlan of(List<Activity> timeline, Lead now, ChangesetId target, Places places) {
        Past past = Past.of(now.tenant(), timeline, target);
        if (past == null) {
            return NOTHING;
        }
        List<KeptChange> kept = whole(past);
        return kept.isEmpty() ? new Restoration(past, now, places).plan() : new UndoPlan(null, kept);
    }

    /**
     * Whether a lead is still merged away, or taken out again, as a changeset left it.
     *
     * @param timeline the lead's, whole
     */
    public static boolean isMergeStanding(List<Activity> timeline, Lead now, ChangesetId target) {
        Past past = Past.of(now.tenant(), timeline, target);
        return past != null && past.fate(Slots.MERGED_INTO) == Fate.STANDING;
    }

    /** What can't be undone by parts. */
    private static List<KeptChange> whole(Past past) {
        Lead before = past.before();
        Lead after = past.after();
        if (!before.mergedLeads().equals(after.mergedLeads())
                || !Objects.equals(before.mergedInto(), after.mergedInto())) {
            return List.of(
                    new KeptChange(KeptChange.LEAD, "of-a-merge", "leads are merged and taken apart as a whole"));
        }
        boolean said = past.own().stream()
                .map(Activity::cause)
                .anyMatch(cause -> cause != null && CONVERSATION.contains(cause.code()));
        boolean captured = !past.isCreation()
                && !(before.sessions().equals(after.sessions())
                        && before.capturedBecause().equals(after.capturedBecause()));
        return said || captured
                ? List.of(new KeptChange(
                        KeptChange.LEAD,
                        "of-a-conversation",
                        "it follows from messages that are still there, and would come again with the next one"))
                : List.of();
    }
}
