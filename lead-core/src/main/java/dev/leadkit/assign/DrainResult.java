package dev.leadkit.assign;

import java.util.List;

/**
 * How much of a backlog was shared out.
 *
 * @param assigned those that somebody got, oldest first
 * @param passedOver how many were looked at that nobody could take, or that somebody else assigned meanwhile; they stay
 *     in the backlog unless they were
 * @param full whether it ended because nobody is there who can take more
 */
public record DrainResult(List<AssignmentDecision> assigned, long passedOver, boolean full) {
    public DrainResult {
        assigned = List.copyOf(assigned);
    }
}
