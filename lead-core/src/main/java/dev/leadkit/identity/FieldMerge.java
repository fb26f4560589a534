package dev.leadkit.identity;

import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one field in a merge.
 *
 * @param field its name in {@link dev.leadkit.lead.LeadField}
 * @param values what the leads have, the survivor's first; a lead without one is left out
 * @param result what the survivor has afterwards; absent when it has none
 * @param rule which rule chose it
 */
public record FieldMerge(
        String field, List<Value> values, @Nullable String result, Rule rule) {
    public FieldMerge {
        Objects.requireNonNull(field, "field");
        values = List.copyOf(values);
    }

    /** A lead's value as text. */
    public record Value(LeadId lead, String text) {}

    /** Whether the leads differ in it, so that somebody may want to look. */
    public boolean isContested() {
        return values.stream().map(Value::text).distinct().count() > 1;
    }

    /**
     * By what a value was chosen, the strongest first.
     *
     * <p>What a person chose or set stays. Of values that messages gave, {@link #BETTER_ASSURED}, {@link #LATEST} and
     * {@link #OLDEST_LEAD} hold until the next message only: capture then reads all conversations of the lead as one, and takes
     * what they say together, the first of equally sure values unless it was corrected. Whoever wants another one chooses it.
     */
    public enum Rule {
        /** A person chose it in this merge or an earlier one. */
        CHOSEN,
        /** All leads that have one have the same. */
        SAME,
        /** One lead has one. */
        ONLY,
        /** The survivor's always stands. */
        SURVIVOR,
        /** A person set it on the survivor, or else on the other. */
        SET_BY_PERSON,
        /** It is better assured than the others. */
        BETTER_ASSURED,
        /** It is the latest of equals. */
        LATEST,
        /** It is that of the lead created first. */
        OLDEST_LEAD,
        /** All of them stay. */
        ALL,
        /** A consent is what was stated of it last, of one instant what withdraws it; nobody chooses it. */
        STATED_LAST;

        /** Whether a person may choose another lead's value instead. */
        public boolean isChoice() {
            return this != ALL && this != STATED_LAST;
        }
    }
}
