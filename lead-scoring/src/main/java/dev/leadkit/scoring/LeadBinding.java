package dev.leadkit.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a lead has the inputs of one card. Immutable. */
final class LeadBinding {
    private final @Nullable LeadInput[] inputs;
    private final String[] fields; // the key of the custom field where there is no input
    private final List<String> unsupplied;

    /** @param names of the card's inputs, by their slots */
    LeadBinding(List<String> names) {
        inputs = names.stream().map(LeadInput::find).toArray(LeadInput[]::new);
        fields = names.stream().map(LeadBinding::field).toArray(String[]::new);
        unsupplied =
                names.stream().filter(name -> InputCatalog.column(name) != null).toList();
    }

    private static String field(String name) {
        String key = InputCatalog.field(name);
        return key == null ? "" : key;
    }

    /** Null where a custom field is read. */
    @Nullable
    LeadInput input(int slot) {
        return inputs[slot];
    }

    String field(int slot) {
        return fields[slot];
    }

    /** The inputs that no lead has. */
    List<String> unsupplied() {
        return unsupplied;
    }
}
