package dev.leadkit.lead;

/**
 * What set off a change: a message, a rule, a person's request.
 *
 * @param code one of the constants here, or a host's own
 * @param ref the id of what set it off, such as the message's
 */
public record Cause(String code, String ref) {
    public static final String MESSAGE = "message";
    /** A message that arrived after younger ones of its conversation, and changed what they had led to. */
    public static final String LATE_MESSAGE = "late-message";

    /** A message by which its conversation came to a lead that is known as the same user of the channel. */
    public static final String KNOWN_CHANNEL_USER = "known-channel-user";

    /** A message by which its conversation came to a lead on which the host vouches for the same id of its own. */
    public static final String KNOWN_EXTERNAL_ID = "known-external-id";

    /** The same by an address for which the host vouches. */
    public static final String KNOWN_VERIFIED_ADDRESS = "known-verified-address";

    /** The same by such a number. */
    public static final String KNOWN_VERIFIED_NUMBER = "known-verified-number";

    /** The same, the lead being closed so lately that the conversation belongs to it. */
    public static final String CLOSED_LATELY = "closed-lately";

    public static final String MARK = "mark";

    /** A conversation was gone through again, though nothing new was said in it; {@code ref} is its session. */
    public static final String REFOLD = "refold";

    /** Nobody touched the lead for as long as a rule of the pipeline says; {@code ref} is the rule's id. */
    public static final String TIMED_RULE = "timed-rule";

    /** What a person asked for who is the lead himself, such as to be erased; {@code ref} is the host's id of it. */
    public static final String SUBJECT_REQUEST = "subject-request";

    /** Work on many leads at once; {@code ref} is the operation's id. */
    public static final String OPERATION = "operation";

    /** Something else was taken back; {@code ref} is the id of the changeset that had done it. */
    public static final String UNDO = "undo";

    /** That a lead was kept for as long as it may be; {@code ref} is the rules and the rule that say so. */
    public static final String RETENTION = "retention";

    /** Time changed the score, and nothing else did; {@code ref} is the card that says so. */
    public static final String SCORE_DUE = "score-due";

    /** A table was imported; {@code ref} is the import's id. */
    public static final String IMPORT = "import";

    /** A lead was given to a member of a team; {@code ref} is the assignment's name and version, such as {@code inbound@3}. */
    public static final String ASSIGNMENT = "assignment";
}
