package dev.leadkit.privacy;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A lead's timeline as it may be handed to the person of the lead. While another lead was merged into it that was taken out
 * again, and so is another person's, the timeline does not say whose a value was: there it tells what happened and no values.
 * What persons wrote stays. Pure.
 */
final class OwnTimeline {
    private OwnTimeline() {}

    /** @param whole oldest first */
    static List<Activity> of(List<Activity> whole) {
        NavigableMap<Long, Integer> turns = turns(whole);
        List<Activity> own = new ArrayList<>();
        int others = 0;
        for (Activity activity : whole) {
            while (!turns.isEmpty() && turns.firstKey() <= activity.version()) {
                others += turns.pollFirstEntry().getValue();
            }
            if (others == 0) {
                own.add(activity);
            } else {
                withoutValues(activity.change()).ifPresent(change -> own.add(with(change, activity)));
            }
        }
        return own;
    }

    /** By how many more or fewer others there are from a version on; a merge and its taking apart are with the other. */
    private static NavigableMap<Long, Integer> turns(List<Activity> whole) {
        Map<LeadId, Long> mergedAt = new HashMap<>();
        NavigableMap<Long, Integer> turns = new TreeMap<>();
        for (Activity activity : whole) {
            if (activity.change() instanceof Change.Merged merged) {
                mergedAt.put(merged.other(), activity.version());
            } else if (activity.change() instanceof Change.Unmerged unmerged) {
                turns.merge(mergedAt.getOrDefault(unmerged.other(), 1L), 1, Integer::sum);
                turns.merge(activity.version() + 1, -1, Integer::sum);
            }
        }
        return turns;
    }

    /** Empty where nothing would be left of it. */
    private static Optional<Change> withoutValues(Change change) {
        if (change instanceof Change.FieldChanged field) {
            return Optional.of(new Change.FieldChanged(field.field(), null, null));
        }
        if (change instanceof Change.Summarised) {
            return Optional.of(new Change.Summarised(null));
        }
        boolean onlyTellsValue = change instanceof Change.Captured
                || change instanceof Change.Tagged
                || change instanceof Change.Untagged
                || change instanceof Change.ConversationLinked
                || change instanceof Change.ConversationUnlinked
                || change instanceof Change.ConsentStated
                || change instanceof Change.ConsentDropped;
        return onlyTellsValue ? Optional.empty() : Optional.of(change);
    }

    /** Its cause may be a message of the other, and its trace tells values too. */
    private static Activity with(Change change, Activity activity) {
        return new Activity(
                activity.lead(),
                activity.version(),
                activity.index(),
                activity.at(),
                activity.actor(),
                activity.changeset(),
                null,
                change);
    }
}
