package dev.leadkit.csv;

/** What becomes of a lead that a line is about. Whatever is chosen, an empty cell takes nothing away. */
public enum OnMatch {
    /** The line's values replace the lead's; addresses, numbers, tags and notes that it has not are added. */
    UPDATE,
    /** Only what the lead has not is set: of a list, when it has no value of it; never the stage. Tags and notes are added. */
    FILL_GAPS,
    /** It stays as it is. */
    SKIP
}
