package dev.leadkit.csv;

import dev.leadkit.lead.IdentityKind;
import org.jspecify.annotations.Nullable;

/** By what a line of a table is known to be about a lead that exists. */
public enum MatchKey {
    /** LeadKit's own id; a line with one that the tenant has not is refused. */
    LEAD_ID(CsvField.LEAD_ID, null),
    EXTERNAL_ID(CsvField.EXTERNAL_ID, IdentityKind.EXTERNAL_ID),
    /** The first address of the line. */
    EMAIL(CsvField.EMAIL, IdentityKind.EMAIL),
    /** The first number of the line, which must be valid: mere digits may be anybody's. */
    PHONE(CsvField.PHONE, IdentityKind.PHONE);

    private final CsvField field;
    private final @Nullable IdentityKind kind;

    MatchKey(CsvField field, @Nullable IdentityKind kind) {
        this.field = field;
        this.kind = kind;
    }

    public CsvField field() {
        return field;
    }

    /** Absent for LeadKit's own id, which is no identity. */
    @Nullable
    IdentityKind kind() {
        return kind;
    }
}
