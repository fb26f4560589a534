package dev.leadkit.undo;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one changeset did to a lead, and what became of it since. What was undone counts as never done, and what was undone and
 * redone as done; so changes can be undone in the opposite order in which they were made.
 */
final class Past {
    private final List<Activity> own = new ArrayList<>();
    private final Lead before;
    private final Lead after;
    private final boolean created;
    private final Set<String> changed;
    private final ChangesetId target;
    private boolean migratedSince;
    private Lead last;
    private final Map<String, Deque<ChangesetId>> standing = new HashMap<>();
    private final Map<String, Meaning> meanings = new HashMap<>();

    /** What a place is now, as far as the changeset goes. */
    enum Fate {
        /** As the changeset left it. */
        STANDING,
        /** Undone already. */
        UNDONE,
        /** Changed again by somebody else. */
        OVERLAPPED
    }

    /**
     * What a changeset comes to.
     *
     * @param undoes whether it takes back what another did
     * @param work that other one, or the one whose work it does, itself as a rule
     */
    private record Meaning(boolean undoes, ChangesetId work) {}

    private Past(TenantId tenant, List<Activity> timeline, ChangesetId target, long version) {
        this.target = target;
        after = LeadRebuild.asOf(tenant, timeline, version);
        created = timeline.get(0).version() == version;
        // What is created is not taken away, only out of sight.
        before = created ? after.toBuilder().withdrawn(true).build() : LeadRebuild.asOf(tenant, timeline, version - 1);
        changed = Slots.changed(before, after);
        last = after;
        LeadRebuild.eachVersion(tenant, timeline, this::add);
    }

    private void add(List<Activity> told, Lead next) {
        Activity first = told.get(0);
        meanings.put(first.changeset().toString(), meaning(first));
        if (next.version() == after.version()) {
            own.addAll(told);
        } else if (next.version() > after.version()) {
            Set<String> slots = Slots.changed(last, next);
            if (isOfMigrationAlone(told)) {
                migratedSince = true;
                slots.remove(LeadField.STAGE); // the same place, by another version of the pipeline
            }
            add(told, slots);
            last = next;
        }
    }

    /**
     * @param timeline of one lead, whole
     * @return absent when the changeset did nothing to the lead
     */
    static @Nullable Past of(TenantId tenant, List<Activity> timeline, ChangesetId target) {
        return timeline.stream()
                .filter(activity -> activity.changeset().equals(target))
                .findFirst()
                .map(activity -> new Past(tenant, timeline, target, activity.version()))
                .orElse(null);
    }

    private void add(List<Activity> told, Set<String> slots) {
        ChangesetId its = told.get(0).changeset();
        Set<String> touched = new TreeSet<>(slots);
        if (told.stream().anyMatch(Past::isOfNotes)) {
            touched.add(LeadField.NOTES);
        }
        touched.forEach(slot -> add(its, stack(slot)));
    }

    private void add(ChangesetId its, Deque<ChangesetId> stack) {
        Meaning meaning = get(its);
        boolean isOfTarget = meaning.work().equals(get(target).work());
        ChangesetId work = isOfTarget ? target : meaning.work();
        boolean undoes = isOfTarget ? meaning.undoes() != get(target).undoes() : meaning.undoes();
        if (!undoes) {
            stack.push(work);
        } else if (work.equals(stack.peek())) {
            stack.pop();
        } else {
            stack.push(its);
        }
    }

    /** What is done to notes stays in the timeline, whatever is undone. */
    static boolean isOfNotes(Activity activity) {
        Change change = activity.change();
        return change instanceof Change.Noted
                || change instanceof Change.NoteEdited
                || change instanceof Change.NoteRemoved;
    }

    private static boolean isOfMigrationAlone(List<Activity> told) {
        return told.stream().anyMatch(each -> each.change() instanceof Change.Migrated)
                && told.stream()
                        .noneMatch(each -> each.change() instanceof Change.StageChanged
                                || each.change() instanceof Change.PipelineChanged);
    }

    private Meaning get(ChangesetId changeset) {
        return Objects.requireNonNull(meanings.get(changeset.toString()));
    }

    private Meaning meaning(Activity first) {
        Cause cause = first.cause();
        Meaning undone = cause != null && cause.code().equals(Cause.UNDO) ? meanings.get(cause.ref()) : null;
        return undone == null ? new Meaning(false, first.changeset()) : new Meaning(!undone.undoes(), undone.work());
    }

    /** Whose change stands in a place since, the last on top; the changeset itself at the bottom. */
    private Deque<ChangesetId> stack(String slot) {
        return standing.computeIfAbsent(slot, unseen -> {
            Deque<ChangesetId> stack = new ArrayDeque<>();
            if (changed.contains(slot)) {
                stack.push(target);
            }
            return stack;
        });
    }

    Lead before() {
        return before;
    }

    Lead after() {
        return after;
    }

    /** Whether the lead came into being with it. */
    boolean isCreation() {
        return created;
    }

    /** Whether all that it did to the lead's stage was to bring it along to another version of its pipeline. */
    boolean isMigration() {
        return isOfMigrationAlone(own);
    }

    /** Whether the lead was brought along to another version of its pipeline afterwards. */
    boolean isMigratedSince() {
        return migratedSince;
    }

    /** The stage from which it took the lead, after it had brought it along where it did so. */
    String stageBefore() {
        return own.stream()
                .map(Activity::change)
                .filter(Change.Migrated.class::isInstance)
                .map(change -> ((Change.Migrated) change).toStage())
                .findFirst()
                .orElse(before.stage());
    }

    /** Its entries in the timeline. */
    List<Activity> own() {
        return own;
    }

    /** The places that it changed. */
    Set<String> changed() {
        return changed;
    }

    Fate fate(String slot) {
        Deque<ChangesetId> its = stack(slot);
        if (!its.contains(target)) {
            return Fate.UNDONE;
        }
        return target.equals(its.peek()) ? Fate.STANDING : Fate.OVERLAPPED;
    }

    /** The fields to which somebody did something since that stands. */
    Set<String> fieldsChangedSince() {
        Set<String> fields = new TreeSet<>();
        standing.forEach((slot, changes) -> {
            if (!Slots.isSilent(slot) && changes.stream().anyMatch(change -> !change.equals(target))) {
                fields.add(Slots.field(slot));
            }
        });
        return fields;
    }
}
