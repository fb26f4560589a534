package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Everything that capture makes of a conversation, and why: of its last segment, as its messages stand now. Its {@link #toString()}
 * tells the visitor's name, addresses and numbers: it is for tests and debuggers, not for logs.
 *
 * @param lead the id of its lead; empty when there is none, or it was withdrawn
 * @param seen the lead that the messages alone make of it, captured or not; its id means nothing
 * @param captured whether the messages make it a lead
 * @param rules every rule, in the order in which they are looked at
 * @param refusedMoves stage changes that rules asked for and the pipeline refused: the rule's id, and why
 * @param names every name that the visitor gave, in the order in which they were first given
 * @param companies every company that the visitor named as his own, in the order in which they were first named
 * @param budgets every budget that the visitor named, in the order in which they were first named
 * @param rejected what looked like contact data and was not taken, with the reason
 * @param purchaseIntent the strongest sign of purchase intent, 0.0 to 1.0
 * @param qualifiedIntent the strongest sign of a pre-sales inquiry, 0.0 to 1.0
 * @param markedQualified whether somebody marked it as a qualified inquiry
 */
public record CaptureExplanation(
        Optional<LeadId> lead,
        Lead seen,
        boolean captured,
        List<RuleExplanation> rules,
        List<Reason> refusedMoves,
        List<Attributed<String>> names,
        List<Attributed<String>> companies,
        List<Attributed<Budget>> budgets,
        List<RejectedValue> rejected,
        double purchaseIntent,
        double qualifiedIntent,
        boolean markedQualified) {

    /**
     * What became of one rule.
     *
     * @param fired whether it fired on one of the messages
     * @param holds whether its condition holds at the end
     * @param because what it saw when it fired; else what is missing: its condition's parts that don't hold, or, when it
     *     holds, {@code stopped} by a rule before it, or {@code not-yet} looked at since it holds
     */
    public record RuleExplanation(String rule, boolean fired, boolean holds, List<Reason> because) {
        public RuleExplanation {
            because = List.copyOf(because);
        }
    }

    /** A look-alike with the id of its message. */
    public record RejectedValue(String message, Rejected what) {}

    public CaptureExplanation {
        rules = List.copyOf(rules);
        refusedMoves = List.copyOf(refusedMoves);
        names = List.copyOf(names);
        companies = List.copyOf(companies);
        budgets = List.copyOf(budgets);
        rejected = List.copyOf(rejected);
    }
}
