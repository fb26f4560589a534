package dev.leadkit.access;

/** What an actor does at a desk. */
public enum AccessAction {
    /** Asks for leads by something that is hidden from him, or works where he would see it. */
    READ,
    CREATE,
    /** Sets one of a lead's values, consents among them. */
    EDIT,
    /** Moves a lead to another stage. */
    MOVE,
    ASSIGN,
    /** Adds a tag or takes it away. */
    TAG,
    NOTE,
    /** Merges a lead or takes it apart. */
    MERGE,
    /** Writes leads into a file. */
    EXPORT,
    /** Writes what a tenant keeps beside leads: a view, a pipeline, a rotation. */
    CONFIGURE,
    /** Shows, hands over or erases what is kept of a person; the whole of it, whatever else is hidden from him. */
    PERSONAL_DATA,
    /** Plans and runs retention, and sets or lifts a legal hold. */
    RETENTION
}
