package dev.leadkit.capture.summary;

/**
 * A language model that a {@link CheckedSummarizer} asks. Plain text goes in, plain text comes out: an implementation gives
 * the model no tools and no memory, so that words of a visitor can make it write nonsense at most, which the check refuses.
 */
public interface SummaryModel {
    /** Kebab-case, such as {@code gpt-mini}; it stands in each summary that the model made. */
    String name();

    /**
     * Answers a prompt. Called on the summariser's executor and interrupted when its time is over.
     *
     * @throws RuntimeException for whatever reason; the offline summary is used then
     */
    String answer(String prompt);
}
