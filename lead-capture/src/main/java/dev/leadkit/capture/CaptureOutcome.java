package dev.leadkit.capture;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message led to. There is always an outcome, and it always says why.
 *
 * @param lead the lead of the conversation; empty when there is none, and for a message that is suppressed or not kept
 * @param because why it was captured, the codes being the ids of the rules; or what is missing for that, each text
 *     beginning with the ids of the rules that miss it; then, in the outcome by which a conversation comes to a lead that was
 *     there already or follows another, why it does, such as {@code known-channel-user}; at last {@code not-read-whole} where an
 *     extractor or the intent detector failed on a message of the conversation
 * @param notices what was done to the message on its way in, such as {@value #TEXT_CLEANED}; usually empty
 */
public record CaptureOutcome(Status status, Optional<LeadId> lead, List<Reason> because, List<String> notices) {
    /** NUL or lone surrogates in the text became U+FFFD. */
    public static final String TEXT_CLEANED = "text-cleaned";

    /** The text is longer than what is analysed; it is stored whole. */
    public static final String TEXT_NOT_ANALYSED_WHOLE = "text-not-analysed-whole";

    /**
     * The visitor's text is longer than what is searched for the patterns of the rules, see {@link
     * dev.leadkit.capture.rule.CaptureRules#searchedCharacters}.
     */
    public static final String TEXT_NOT_SEARCHED_WHOLE = "text-not-searched-whole";

    /**
     * The visitor's message names a region that is no country's ISO 3166 code, such as {@code UK} for {@code GB}; numbers in it
     * without a country code are not understood.
     */
    public static final String REGION_UNKNOWN = "region-unknown";

    /** Of several messages some were sent before their visitor was erased, and were left out. */
    public static final String SOME_SUPPRESSED = "some-suppressed";

    /**
     * The conversation is in {@link dev.leadkit.conversation.CaptureMode#PSEUDONYMOUS} mode: the message is stored without its
     * text.
     */
    public static final String PSEUDONYMOUS = "pseudonymous";

    /** Of several messages some were not kept, see {@link Status#NOT_KEPT}. */
    public static final String SOME_NOT_KEPT = "some-not-kept";

    /** What became of it. */
    public enum Status {
        /** The conversation became a lead. */
        CAPTURED,
        /** The conversation is a lead, and the message was added to it. */
        ADDED,
        /** The message is stored, and the conversation is no lead. */
        NOT_CAPTURED,
        /** The message was stored before; nothing was written. */
        REPEATED,
        /** The message came late and took back the capture, which nobody had touched. */
        WITHDRAWN,
        /** The message was sent before its visitor was erased; nothing was written. */
        SUPPRESSED,
        /** By the conversation's mode or the tenant's plan nothing of it was kept, but what it states of mode and consent. */
        NOT_KEPT
    }

    public CaptureOutcome {
        because = List.copyOf(because);
        notices = List.copyOf(notices);
    }

    CaptureOutcome withReason(Reason reason) {
        List<Reason> more = new ArrayList<>(because);
        more.add(reason);
        return new CaptureOutcome(status, lead, more, notices);
    }

    CaptureOutcome withNotice(String notice) {
        List<String> more = new ArrayList<>(notices);
        more.add(notice);
        return new CaptureOutcome(status, lead, because, more);
    }
}
