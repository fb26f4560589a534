package dev.leadkit.capture.rule;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does when it fires. What it says of a lead waits until there is one.
 *
 * @param createLead whether the conversation becomes a lead
 * @param stage the key of the stage to move to, if the pipeline allows it; absent for none
 * @param tags added to the lead
 * @param assignee the host's id of the person to assign; absent for nobody
 * @param amount the amount to expect; absent when the rule says nothing of it
 * @param amountFromBudget whether to expect the budget that the visitor named, if he named its currency
 */
public record Effect(
        boolean createLead,
        @Nullable String stage,
        Set<String> tags,
        @Nullable String assignee,
        @Nullable Money amount,
        boolean amountFromBudget) {

    /** @throws InvalidInputException if a tag, the stage or the assignee is not taken */
    public Effect {
        Set<String> clean = new TreeSet<>();
        tags.forEach(tag -> clean.add(Input.name("tag", tag)));
        tags = Collections.unmodifiableSet(clean);
        stage = stage == null ? null : Input.id("stage", stage);
        assignee = assignee == null ? null : Input.id("assign", assignee);
    }

    /** The conversation becomes a lead, and nothing else. */
    public static Effect lead() {
        return new Effect(true, null, Set.of(), null, null, false);
    }

    /** Nothing, so that the others can be added. */
    public static Effect nothing() {
        return new Effect(false, null, Set.of(), null, null, false);
    }

    public Effect stage(String key) {
        return new Effect(createLead, key, tags, assignee, amount, amountFromBudget);
    }

    public Effect tags(String... added) {
        return new Effect(createLead, stage, Set.of(added), assignee, amount, amountFromBudget);
    }

    public Effect assignee(String user) {
        return new Effect(createLead, stage, tags, user, amount, amountFromBudget);
    }

    public Effect amount(Money expected) {
        return new Effect(createLead, stage, tags, assignee, expected, false);
    }

    public Effect budgetAsAmount() {
        return new Effect(createLead, stage, tags, assignee, null, true);
    }
}
