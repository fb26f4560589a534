package dev.leadkit.scoring;

import dev.leadkit.lead.Lead;
import org.jspecify.annotations.Nullable;

/** A lead as a row of values, by the place of the inputs of a binding. */
record LeadRow(LeadInputs inputs) implements Row {
    LeadRow(LeadBinding binding, Lead lead) {
        this(new LeadInputs(binding, lead));
    }

    @Override
    public double number(int column) {
        return inputs.number(column);
    }

    @Override
    public @Nullable String text(int column) {
        String text = inputs.text(column);
        if (text != null) {
            return text;
        }
        double number = inputs.number(column);
        return Double.isNaN(number) ? null : Numbers.decimal(number).toPlainString();
    }
}
