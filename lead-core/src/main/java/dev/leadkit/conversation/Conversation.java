package dev.leadkit.conversation;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a whole: its channel, the leads it led to, and what somebody said of it. Its messages stand in the
 * {@link Transcript}.
 *
 * <p>A visitor who writes again after a person closed his lead begins another lead, so that one conversation may hold
 * several segments.
 *
 * @param channel the channel of its first message by order
 * @param version 1 when created, one higher with each change, new messages included; one that begins again after an
 *     erasure begins above every version of the erased one
 * @param segments the leads, oldest first; empty as long as nobody was captured
 * @param marks at most one of a kind and segment, in the order in which they were set
 */
public record Conversation(
        TenantId tenant, String session, String channel, long version, List<Segment> segments, List<Mark> marks) {

    /**
     * The part of a conversation that one lead came from.
     *
     * @param after messages later than this, up to the next segment's, belong to it; absent for the first segment,
     *     which begins with the conversation
     */
    public record Segment(LeadId lead, @Nullable Instant after) {
        public Segment {
            after = after == null ? null : Input.instant("segment.after", after);
        }
    }

    /** @throws dev.leadkit.lead.InvalidInputException if the session or the channel is no id */
    public Conversation {
        Input.id("conversation.session", session);
        Input.id("conversation.channel", channel);
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was " + version);
        }
        segments = List.copyOf(segments);
        marks = List.copyOf(marks);
    }

    /** A conversation of which nothing is stored yet. */
    public static Conversation begin(TenantId tenant, String session, String channel) {
        return new Conversation(tenant, session, channel, 1, List.of(), List.of());
    }

    /** The segment to which new messages go; empty as long as nobody was captured. */
    public Optional<Segment> currentSegment() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }

    /** The index of the segment in which an instant falls; 0 when there is none yet. */
    public int segmentAt(Instant at) {
        int found = 0;
        for (int i = 1; i < segments.size(); i++) {
            Instant after = segments.get(i).after();
            if (after != null && at.isAfter(after)) {
                found = i;
            }
        }
        return found;
    }

    /** The lead to which what was said at an instant belongs; absent as long as nobody was captured. */
    public @Nullable LeadId leadAt(Instant at) {
        return segments.isEmpty() ? null : segments.get(segmentAt(at)).lead();
    }

    public Conversation withVersion(long newVersion) {
        return new Conversation(tenant, session, channel, newVersion, segments, marks);
    }

    public Conversation withChannel(String newChannel) {
        return new Conversation(tenant, session, newChannel, version, segments, marks);
    }

    public Conversation withSegment(Segment segment) {
        List<Segment> more = new ArrayList<>(segments);
        more.add(segment);
        return new Conversation(tenant, session, channel, version, more, marks);
    }

    public Conversation withMark(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Conversation(tenant, session, channel, version, segments, more);
    }
}
