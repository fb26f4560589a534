package dev.leadkit.lead;

/**
 * What keeps a lead from going stale: what a person does about it, what its visitor does, and that it came into another
 * stage. What machines do else is none, be it a new score, a rule's tag or a summary.
 */
public enum Touch {
    /** It became a lead. */
    CREATED,
    /** The visitor wrote. */
    VISITOR_MESSAGE,
    /** An agent wrote to the visitor. */
    AGENT_MESSAGE,
    /** Somebody promoted the conversation or marked it as qualified. */
    MARKED,
    /** It came into its stage, whoever moved it. */
    MOVED,
    /** A person handed it over to somebody, or to nobody. */
    ASSIGNED,
    /** A person made a note. */
    NOTED,
    /** A person changed a value, a tag or a consent. */
    EDITED,
    /** A person merged it with another, or took the two apart. */
    MERGED
}
