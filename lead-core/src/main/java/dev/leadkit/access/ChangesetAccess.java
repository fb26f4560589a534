package dev.leadkit.access;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit of work asks permission for, by what it does. For the desk. Pure. */
public final class ChangesetAccess {
    /** The card's place in its column, in the place of a name in {@link LeadField}. */
    private static final String RANK = "rank";

    /** Kinds of documents that only follow from work on leads: whose turn it is, how far something got, who came first. */
    private static final Set<String> NOTES_OF_OUR_OWN =
            Set.of("card-order", "operation", "operation-portion", "rotation", "wip");

    private ChangesetAccess() {}

    public static List<AccessRequest> of(Changeset changeset) {
        List<AccessRequest> requests = new ArrayList<>();
        for (LeadWrite write : changeset.leads()) {
            List<Change> changes = changeset.activities().stream()
                    .filter(activity -> activity.lead().equals(write.lead().id()))
                    .map(Activity::change)
                    .toList();
            requests.addAll(of(write, changes));
        }
        changeset.documents().stream()
                .map(write -> write.key().kind())
                .filter(kind -> !NOTES_OF_OUR_OWN.contains(kind))
                .forEach(kind -> requests.add(AccessRequest.of(AccessAction.CONFIGURE, kind)));
        return requests;
    }

    private static List<AccessRequest> of(LeadWrite write, List<Change> changes) {
        Changeset.LeadState before = write.before();
        if (before == null) {
            return List.of(AccessRequest.stage(
                    AccessAction.CREATE, write.lead(), write.lead().stage()));
        }
        Lead lead = before.lead();
        if (changes.stream().anyMatch(ChangesetAccess::isMerge)) {
            return List.of(AccessRequest.on(AccessAction.MERGE, lead, "merge")); // all else follows from it
        }
        boolean moves = changes.stream().anyMatch(Change.StageChanged.class::isInstance);
        List<AccessRequest> requests = new ArrayList<>();
        if (!lead.holds().equals(write.lead().holds())) {
            requests.add(AccessRequest.on(AccessAction.RETENTION, lead, LeadField.HOLD));
        }
        changes.stream()
                .filter(change -> !moves || !isLostReason(change) && !isEndOfSnooze(change))
                .flatMap(change -> of(lead, change).stream())
                .forEach(requests::add);
        return requests.isEmpty() ? List.of(untold(lead, write.lead())) : requests;
    }

    /** A change that the timeline does not tell: of the card's place in its column, or anything else. */
    private static AccessRequest untold(Lead before, Lead after) {
        return before.rank().equals(after.rank())
                ? AccessRequest.on(AccessAction.EDIT, before, "lead")
                : AccessRequest.field(before, RANK);
    }

    private static boolean isMerge(Change change) {
        return change instanceof Change.Merged
                || change instanceof Change.MergedInto
                || change instanceof Change.Unmerged
                || change instanceof Change.UnmergedFrom;
    }

    private static boolean isLostReason(Change change) {
        return change instanceof Change.FieldChanged field && field.field().equals(LeadField.LOST_REASON);
    }

    /** A lead that is closed is snoozed no longer. */
    private static boolean isEndOfSnooze(Change change) {
        return change instanceof Change.FieldChanged field
                && field.field().equals(LeadField.SNOOZED_UNTIL)
                && field.to() == null;
    }

    /** Empty for what only follows from something else, such as a score. */
    private static Optional<AccessRequest> of(Lead lead, Change change) {
        if (change instanceof Change.StageChanged moved) {
            return Optional.of(AccessRequest.stage(AccessAction.MOVE, lead, moved.to()));
        } else if (change instanceof Change.PipelineChanged moved) {
            return Optional.of(AccessRequest.stage(AccessAction.MOVE, lead, moved.toStage()));
        } else if (change instanceof Change.FieldChanged field) {
            return Optional.of(AccessRequest.field(lead, field.field()));
        } else if (change instanceof Change.ConsentStated stated) {
            return Optional.of(AccessRequest.field(
                    lead, LeadField.consent(stated.consent().value().purpose())));
        } else if (change instanceof Change.ConsentDropped dropped) {
            return Optional.of(AccessRequest.field(lead, LeadField.consent(dropped.purpose())));
        } else if (change instanceof Change.Tagged || change instanceof Change.Untagged) {
            return Optional.of(AccessRequest.on(AccessAction.TAG, lead, "tag"));
        } else if (change instanceof Change.Assigned) {
            return Optional.of(AccessRequest.on(AccessAction.ASSIGN, lead, LeadField.ASSIGNEE));
        } else if (change instanceof Change.Noted
                || change instanceof Change.NoteEdited
                || change instanceof Change.NoteRemoved) {
            return Optional.of(AccessRequest.on(AccessAction.NOTE, lead, LeadField.NOTES));
        }
        return Optional.empty();
    }
}
