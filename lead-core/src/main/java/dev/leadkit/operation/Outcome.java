package dev.leadkit.operation;

/** What became of one of many leads. */
public interface Outcome {
    /** Its name for programs, in kebab-case, such as {@code applied}. */
    String code();
}
