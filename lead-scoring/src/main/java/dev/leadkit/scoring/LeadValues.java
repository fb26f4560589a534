package dev.leadkit.scoring;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a lead gives to a scorecard, by the names of the inputs: for a table of leads, such as one to learn from. Never its
 * stage, score, assignee or lost reason.
 */
public final class LeadValues {
    private static final String CUSTOM = "field.";

    private LeadValues() {}

    /**
     * The values that a lead has, each a {@link Double} or a {@link String}. A flag is {@code "yes"}; a custom field is named
     * {@code field.} and its key. What is missing is not in it.
     */
    public static SortedMap<String, Object> of(Lead lead) {
        SortedMap<String, Object> values = new TreeMap<>();
        var inputs = new LeadInputs(lead);
        for (String name : LeadInput.CATALOG.names()) {
            InputCatalog.Entry entry = LeadInput.CATALOG.find(name);
            Object value = entry == null ? null : value(inputs, entry);
            if (value != null) {
                values.put(name, value);
            }
        }
        lead.fields().forEach((key, value) -> values.put(CUSTOM + key, custom(value)));
        return Collections.unmodifiableSortedMap(values);
    }

    private static @Nullable Object value(Inputs inputs, InputCatalog.Entry entry) {
        if (entry.kind() != InputCatalog.Kind.NUMBER) {
            return inputs.text(entry.slot());
        }
        double number = inputs.number(entry.slot());
        return Double.isNaN(number) ? null : (Double) number;
    }

    private static Object custom(Attributed<FieldValue> field) {
        FieldValue value = field.value();
        if (value instanceof FieldValue.Decimal number) {
            return number.value().doubleValue();
        }
        return value instanceof FieldValue.Amount amount
                ? (Object) amount.value().amount().doubleValue()
                : value.text();
    }
}
