package dev.leadkit.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of inputs that a card may use: those of {@link LeadInput}, any custom field, any column of a table. */
final class InputCatalog {
    static final String FIELD = "field.";
    static final String COLUMN = "column.";

    private InputCatalog() {}

    /** Null when there is no such input. */
    static @Nullable InputKind kind(String name) {
        LeadInput input = LeadInput.find(name);
        if (input != null) {
            return input.kind();
        }
        return field(name) != null || column(name) != null ? InputKind.OPEN : null;
    }

    /** The key of a lead's custom field; null when the name is no field's. */
    static @Nullable String field(String name) {
        return name.startsWith(FIELD) && name.length() > FIELD.length() ? name.substring(FIELD.length()) : null;
    }

    /** The header of a column; null when the name is no column's. */
    static @Nullable String column(String name) {
        return name.startsWith(COLUMN) && name.length() > COLUMN.length() ? name.substring(COLUMN.length()) : null;
    }

    /** What people call an input that any name may stand for. */
    static String plainName(String name) {
        String field = field(name);
        String column = column(name);
        return field != null ? field : column != null ? column : name;
    }

    /** What may be written, for a message. */
    static String choice() {
        List<String> names = LeadInput.names();
        return String.join(", ", names) + ", field.KEY of a custom field, column.HEADER of a table";
    }
}
