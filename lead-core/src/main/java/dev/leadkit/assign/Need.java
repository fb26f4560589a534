package dev.leadkit.assign;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import java.util.function.Predicate;

/** A skill that whoever gets a lead must have, if the lead is so. */
public sealed interface Need {
    /** One of {@link Member#skills}. */
    String skill();

    /** Whether the lead is so that the skill is needed. */
    boolean isOf(Lead lead);

    /** Leads with a tag need a skill. */
    static Need forTag(String tag, String skill) {
        return new ForTag(tag, skill);
    }

    /** Leads from a source need a skill. */
    static Need forSource(String source, String skill) {
        return new ForSource(source, skill);
    }

    /**
     * Leads that the host's condition holds for need a skill.
     *
     * @param name by which the document knows the condition
     * @param condition depends on nothing but the lead, and may be asked by several threads at once
     */
    static Need forCondition(String name, Predicate<Lead> condition, String skill) {
        return new ForCondition(name, condition, skill);
    }

    /** See {@link #forTag}. */
    record ForTag(String tag, String skill) implements Need {
        /** @throws InvalidInputException if a text is not taken, see {@link Input#name} and {@link Input#id} */
        public ForTag {
            tag = Input.name("need.tag", tag);
            Input.id("need.skill", skill);
        }

        @Override
        public boolean isOf(Lead lead) {
            return lead.tags().contains(tag);
        }
    }

    /**
     * See {@link #forSource}.
     *
     * @param source the key of a {@link dev.leadkit.lead.LeadSource}
     */
    record ForSource(String source, String skill) implements Need {
        /** @throws InvalidInputException if a text is no id */
        public ForSource {
            Input.id("need.source", source);
            Input.id("need.skill", skill);
        }

        @Override
        public boolean isOf(Lead lead) {
            return lead.source().key().equals(source);
        }
    }

    /** See {@link #forCondition}. */
    record ForCondition(String name, Predicate<Lead> condition, String skill) implements Need {
        /** @throws InvalidInputException if a text is no id */
        public ForCondition {
            Input.id("need.condition", name);
            Input.id("need.skill", skill);
        }

        @Override
        public boolean isOf(Lead lead) {
            return condition.test(lead);
        }
    }
}
