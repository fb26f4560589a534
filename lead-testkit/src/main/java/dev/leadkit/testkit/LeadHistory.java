package dev.leadkit.testkit;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lead's timeline from the beginning and says where it breaks: where a change does not start from what the one
 * before it ended in, where something is missing or stands twice, and where it does not end in what the lead is. Pure.
 */
public final class LeadHistory {
    private final Lead lead;
    private final List<Activity> timeline;
    private final List<String> faults = new ArrayList<>();
    private final Set<ChangesetId> units = new HashSet<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> sessions = new HashSet<>();
    private @Nullable String stage;
    private @Nullable String pipeline;
    private int pipelineVersion;
    private @Nullable String assignee;
    private @Nullable Integer score;
    private boolean withdrawn;

    private LeadHistory(Lead lead, List<Activity> timeline) {
        this.lead = lead;
        this.timeline = timeline;
    }

    /** What is wrong; empty when nothing is. A version to which nothing happened has no entry, as after a capture. */
    public static List<String> faults(Lead lead, List<Activity> timeline) {
        var history = new LeadHistory(lead, timeline);
        history.tell();
        history.compareEnd();
        return history.faults;
    }

    /** The versions without an entry; none where something happened in each. */
    public static List<Long> silentVersions(Lead lead, List<Activity> timeline) {
        Set<Long> told = new HashSet<>();
        timeline.forEach(activity -> told.add(activity.version()));
        List<Long> silent = new ArrayList<>();
        for (long version = 1; version <= lead.version(); version++) {
            if (!told.contains(version)) {
                silent.add(version);
            }
        }
        return silent;
    }

    private void tell() {
        long version = 0;
        int next = 0;
        ChangesetId unit = null;
        for (Activity activity : timeline) {
            if (activity.version() != version) {
                check(activity.version() > version, activity, "comes after version " + version);
                check(units.add(activity.changeset()), activity, "its changeset was applied before");
                version = activity.version();
                unit = activity.changeset();
                next = 0;
            }
            check(activity.lead().equals(lead.id()), activity, "belongs to another lead");
            check(activity.changeset().equals(unit), activity, "two changesets made one version");
            check(activity.index() == next, activity, "expected index " + next);
            next = activity.index() + 1;
            tell(activity);
        }
        if (version > lead.version()) {
            faults.add("lead %s is of version %d, its timeline of %d".formatted(lead.id(), lead.version(), version));
        }
    }

    private void tell(Activity activity) {
        Change change = activity.change();
        boolean first = activity.version() == 1 && activity.index() == 0;
        check(change instanceof Change.Created == first, activity, "a lead begins by being created, once");
        if (change instanceof Change.Created created) {
            stage = created.stage();
            pipeline = created.pipeline();
            pipelineVersion = created.pipelineVersion();
        } else if (change instanceof Change.StageChanged moved) {
            check(moved.from().equals(stage), activity, "expected from " + stage);
            stage = moved.to();
        } else if (change instanceof Change.Migrated migrated) {
            check(migrated.fromStage().equals(stage), activity, "expected from " + stage);
            check(migrated.fromVersion() == pipelineVersion, activity, "expected from version " + pipelineVersion);
            stage = migrated.toStage();
            pipelineVersion = migrated.toVersion();
        } else if (change instanceof Change.PipelineChanged moved) {
            check(moved.fromPipeline().equals(pipeline), activity, "expected from " + pipeline);
            check(moved.fromStage().equals(stage), activity, "expected from " + stage);
            stage = moved.toStage();
            pipeline = moved.toPipeline();
            pipelineVersion = moved.toVersion();
        } else if (change instanceof Change.Assigned assigned) {
            check(Objects.equals(assigned.from(), assignee), activity, "expected from " + assignee);
            assignee = assigned.to();
        } else if (change instanceof Change.Scored scored) {
            check(Objects.equals(scored.from(), score), activity, "expected from " + score);
            score = scored.to();
        } else if (change instanceof Change.Tagged tagged) {
            check(tags.add(tagged.tag()), activity, "was tagged so already");
        } else if (change instanceof Change.Untagged untagged) {
            check(tags.remove(untagged.tag()), activity, "was not tagged so");
        } else if (change instanceof Change.FieldChanged field) {
            tell(field, activity);
        } else if (change instanceof Change.ConversationLinked linked) {
            check(sessions.add(linked.session()), activity, "was linked already");
        } else if (change instanceof Change.ConversationUnlinked unlinked) {
            check(sessions.remove(unlinked.session()), activity, "was not linked");
        } else if (change instanceof Change.Withdrawn || change instanceof Change.MergedInto) {
            withdraw(true, activity);
        } else if (change instanceof Change.Restored || change instanceof Change.UnmergedFrom) {
            withdraw(false, activity);
        }
    }

    private void withdraw(boolean away, Activity activity) {
        check(away != withdrawn, activity, "was so already");
        withdrawn = away;
    }

    private void tell(Change.FieldChanged change, Activity activity) {
        Set<String> those = values.computeIfAbsent(change.field(), none -> new LinkedHashSet<>());
        if (change.from() != null) {
            check(those.remove(change.from()), activity, "expected one of " + those.size() + " other values");
        }
        if (change.to() != null) {
            check(those.add(change.to()), activity, "had the value already");
        }
    }

    private void compareEnd() {
        Contact contact = lead.contact();
        compare("pipeline", pipeline, lead.pipeline());
        compare("pipeline version", pipelineVersion, lead.pipelineVersion());
        compare("stage", stage, lead.stage());
        compare("assignee", assignee, lead.assignee());
        compare("score", score, lead.score() == null ? null : lead.score().value());
        compare("tags", tags, lead.tags());
        compare("sessions", sessions, Set.copyOf(lead.sessions()));
        compare("withdrawn", withdrawn, lead.withdrawn());
        compare(LeadField.NAME, values(LeadField.NAME), single(contact.name()));
        compare(LeadField.COMPANY, values(LeadField.COMPANY), single(contact.company()));
        compare(LeadField.EMAIL, values(LeadField.EMAIL), texts(contact.emails()));
        compare(LeadField.PHONE, values(LeadField.PHONE), numbers(contact.phones()));
        compare(
                LeadField.AMOUNT,
                values(LeadField.AMOUNT),
                lead.expectedAmount() == null
                        ? Set.of()
                        : Set.of(lead.expectedAmount().value().toString()));
    }

    private Set<String> values(String field) {
        return values.getOrDefault(field, Set.of());
    }

    private static Set<String> single(@Nullable Attributed<String> value) {
        return value == null ? Set.of() : Set.of(value.value());
    }

    private static Set<String> texts(List<Attributed<String>> values) {
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(value.value()));
        return texts;
    }

    private static Set<String> numbers(List<Attributed<PhoneNumber>> values) {
        Set<String> numbers = new HashSet<>();
        values.forEach(value -> numbers.add(value.value().value()));
        return numbers;
    }

    private void check(boolean holds, Activity activity, String what) {
        if (!holds) {
            faults.add("%s %d/%d %s: %s"
                    .formatted(activity.lead(), activity.version(), activity.index(), activity.change(), what));
        }
    }

    private void compare(String what, @Nullable Object told, @Nullable Object stored) {
        if (!Objects.equals(told, stored)) {
            faults.add("lead %s: %s by the timeline %s, by the row %s".formatted(lead.id(), what, told, stored));
        }
    }
}
