package dev.leadkit.scoring;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a lead gives to a scorecard, by the names of the inputs: for a table of leads, such as one to learn from. Never its
 * stage, score, assignee or lost reason.
 */
public final class LeadValues {
    private static final List<String> NAMES = LeadInput.names();
    private static final LeadBinding BINDING = new LeadBinding(NAMES);

    private LeadValues() {}

    /**
     * The values that a lead has, each a {@link Double} or a {@link String}. A flag is {@code "yes"}; a custom field is named
     * {@code field.} and its key, and a truth value is {@code "yes"} or {@code "no"}. What is missing is not in it.
     */
    public static SortedMap<String, Object> of(Lead lead) {
        SortedMap<String, Object> values = new TreeMap<>();
        var inputs = new LeadInputs(BINDING, lead);
        for (int slot = 0; slot < NAMES.size(); slot++) {
            Object value = value(inputs, slot);
            if (value != null) {
                values.put(NAMES.get(slot), value);
            }
        }
        lead.fields().forEach((key, value) -> values.put(InputCatalog.FIELD + key, custom(value)));
        return Collections.unmodifiableSortedMap(values);
    }

    /** The names of the values that any lead may have, custom fields apart; sorted. */
    public static List<String> inputs() {
        return NAMES;
    }

    /**
     * What makes rows of leads, with the values of these inputs in this order. To be made once for many leads, and safe to
     * share; so are the rows.
     *
     * @param inputs as scorecards name them, such as {@code engagement.questions} or {@code field.seats}
     * @throws UnsuppliedInputsException if no lead has one of them
     */
    public static Function<Lead, Row> rowsOf(List<String> inputs) {
        List<String> unknown = inputs.stream()
                .filter(input -> LeadInput.find(input) == null && InputCatalog.field(input) == null)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnsuppliedInputsException("a row of a lead", "no lead has", unknown);
        }
        var binding = new LeadBinding(inputs);
        return lead -> new LeadRow(binding, lead);
    }

    private static @Nullable Object value(Inputs inputs, int slot) {
        double number = inputs.number(slot);
        return Double.isNaN(number) ? inputs.text(slot) : (Double) number;
    }

    private static Object custom(Attributed<FieldValue> field) {
        FieldValue value = field.value();
        if (value instanceof FieldValue.Decimal number) {
            return number.value().doubleValue();
        }
        return value instanceof FieldValue.Amount amount
                ? (Object) amount.value().amount().doubleValue()
                : LeadInputs.textOf(value);
    }
}
