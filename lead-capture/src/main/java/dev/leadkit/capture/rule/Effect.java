package dev.leadkit.capture.rule;

import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does when it fires. What it says of a lead waits until there is one.
 *
 * @param createLead whether the conversation becomes a lead
 * @param stage the key of the stage to move to, if the pipeline allows it; absent for none
 * @param tags added to the lead
 * @param assign who gets the lead; absent for nobody
 * @param amount the amount to expect; absent when the rule says nothing of it
 * @param amountFromBudget whether to expect the budget that the visitor named, if they named its currency
 * @param consent what the visitor says of a use of their data by what makes the rule hold; absent for nothing
 */
public record Effect(
        boolean createLead,
        @Nullable String stage,
        Set<String> tags,
        @Nullable Assignment assign,
        @Nullable Money amount,
        boolean amountFromBudget,
        @Nullable Consent consent) {

    /** @throws InvalidInputException if a tag or the stage is not taken, or there are too many tags */
    public Effect {
        tags = RuleLimits.names("tags", tags, tag -> Input.name("tag", tag));
        stage = stage == null ? null : Input.id("stage", stage);
        if (amount != null && amountFromBudget) {
            throw new InvalidInputException("amount", "a fixed amount or the budget, not both", "both");
        }
    }

    /** The conversation becomes a lead, and nothing else. */
    public static Effect lead() {
        return new Effect(true, null, Set.of(), null, null, false, null);
    }

    /** Nothing, so that the others can be added. */
    public static Effect nothing() {
        return new Effect(false, null, Set.of(), null, null, false, null);
    }

    public Effect stage(String key) {
        return new Effect(createLead, key, tags, assign, amount, amountFromBudget, consent);
    }

    public Effect tags(String... added) {
        return new Effect(createLead, stage, RuleLimits.distinct(added), assign, amount, amountFromBudget, consent);
    }

    /** @param user the host's id of the person who gets the lead */
    public Effect assignee(String user) {
        return assign(Assignment.to(user));
    }

    public Effect assign(Assignment newAssignment) {
        return new Effect(createLead, stage, tags, newAssignment, amount, amountFromBudget, consent);
    }

    public Effect amount(Money expected) {
        return new Effect(createLead, stage, tags, assign, expected, false, consent);
    }

    public Effect budgetAsAmount() {
        return new Effect(createLead, stage, tags, assign, null, true, consent);
    }

    public Effect consent(Consent stated) {
        return new Effect(createLead, stage, tags, assign, amount, amountFromBudget, stated);
    }
}
