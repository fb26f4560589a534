package dev.leadkit.csv;

/** Learns how an import goes. What it throws ends the import after what was written until then. */
@FunctionalInterface
public interface ImportListener {
    /** What became of a line, in the order of the table. */
    void line(LineOutcome outcome);

    /** How many bytes of the table were taken so far; called now and then. */
    default void progress(long bytesRead) {}
}
