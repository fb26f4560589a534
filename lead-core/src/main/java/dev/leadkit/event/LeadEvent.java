package dev.leadkit.event;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happened to a lead in one unit of work, with the old and the new value of all that changed. Immutable and safe to
 * share.
 *
 * @param version the lead's version that it led to; a lead's events come in the order of their versions, which may have
 *     gaps where nothing happened that is told
 * @param activities at least one, as in the lead's timeline
 * @param attempt the number of this delivery, from 1; attempts that were cut off are not counted
 * @param attemptedAt when this attempt began, by the kit's clock
 */
public record LeadEvent(
        TenantId tenant,
        LeadId lead,
        long version,
        ChangesetId changeset,
        List<Activity> activities,
        int attempt,
        Instant attemptedAt) {

    /** The type of an event that tells how a lead came into being. */
    public static final String CREATED = "lead.created";

    /** The type of every other event. */
    public static final String CHANGED = "lead.changed";

    public LeadEvent {
        activities = List.copyOf(activities);
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("an event needs at least one activity, has none");
        }
    }

    /** The same for every attempt and every endpoint, and for no other event: {@code evt_} and 32 hex digits. */
    public String id() {
        String name = "%s:%s/%s/%s".formatted(tenant.value().length(), tenant, lead, version);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "evt_" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** {@link #CREATED} or {@link #CHANGED}. */
    public String type() {
        return changeTypes().contains(CREATED) ? CREATED : CHANGED;
    }

    /** Every type that a change may have. Types stay the same from release to release, and new ones are added. */
    public static Set<String> allChangeTypes() {
        return ChangeType.ALL.stream().map(ChangeType::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The type of a change, such as {@code lead.stage_changed}. */
    public static String typeOf(Change change) {
        return ChangeType.of(change).name();
    }

    /** The type of each activity, in order, such as {@code lead.stage_changed}. */
    public List<String> changeTypes() {
        return activities.stream().map(activity -> typeOf(activity.change())).toList();
    }

    /** When it happened: the message's time for a capture, the clock's for a person's act. */
    public Instant at() {
        return activities.get(0).at();
    }

    /** As JSON {@code {type, timestamp, data}}; {@code lead-event.schema.json} beside this class describes it. */
    public String toJson() {
        return EventJson.write(this);
    }
}
