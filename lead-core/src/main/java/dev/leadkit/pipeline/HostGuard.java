package dev.leadkit.pipeline;

import java.util.Optional;

/**
 * A condition of the host's own, which a pipeline's definition asks for by its name. Implementations may be called from
 * several threads at once.
 *
 * <p>It runs exactly once in each decision of a transition that names it, however often it is named there and whatever the
 * other guards say. {@link Pipeline#options} makes one decision for each stage, and a preview before a move is one more; so
 * an expensive answer is worth keeping for a moment.
 *
 * <p>Whatever it throws refuses the move with the code {@code guard-failed}, as does an answer of null: who can't say that a
 * lead may move has not said so, and the other stages of a board are none the worse. A warning with the exception's class
 * goes to the log.
 */
@FunctionalInterface
public interface HostGuard {
    /**
     * Why the lead may not move; empty when it may.
     *
     * @return with a code of the host's own, and a sentence without contact data
     */
    Optional<Refusal> refusalOf(Attempt attempt);
}
