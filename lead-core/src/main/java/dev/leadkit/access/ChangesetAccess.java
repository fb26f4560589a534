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

/** What a unit of work asks permission for, by what it does. For the desk. Pure. */
public final class ChangesetAccess {
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
        changeset
                .documents()
                .forEach(write -> requests.add(
                        AccessRequest.of(AccessAction.CONFIGURE, write.key().kind())));
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
        List<AccessRequest> requests = changes.stream()
                .filter(change -> !moves || !isLostReason(change))
                .flatMap(change -> of(lead, change).stream())
                .toList();
        return requests.isEmpty() ? List.of(AccessRequest.on(AccessAction.EDIT, lead, "lead")) : requests;
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

    /** Empty for what only follows from something else, such as a score. */
    private static Optional<AccessRequest> of(Lead lead, Change change) {
        if (change instanceof Change.StageChanged moved) {
            return Optional.of(AccessRequest.stage(AccessAction.MOVE, lead, moved.to()));
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
        } else if (change instanceof Change.Noted) {
            return Optional.of(AccessRequest.on(AccessAction.NOTE, lead, LeadField.NOTES));
        }
        return Optional.empty();
    }
}
