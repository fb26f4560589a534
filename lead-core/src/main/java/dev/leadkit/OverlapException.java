package dev.leadkit;

import dev.leadkit.conflict.FieldChoice;
import dev.leadkit.conflict.ThreeWay;
import dev.leadkit.lead.LeadId;
import java.util.List;

/** Somebody else set the same fields to other values meanwhile. Nothing was written; a person has to choose. */
public final class OverlapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;
    private final long version;
    private final transient ThreeWay both;

    OverlapException(LeadId lead, long version, ThreeWay both) {
        super("lead %s: others changed %s meanwhile; it is at version %d; let a person choose"
                .formatted(
                        lead,
                        both.conflicts().stream()
                                .map(FieldChoice::field)
                                .map(OverlapException::kind)
                                .toList(),
                        version));
        this.lead = lead;
        this.version = version;
        this.both = both;
    }

    /** A field without the value that may be in its name. */
    private static String kind(String field) {
        return field.startsWith("email:") || field.startsWith("phone:") ? field.substring(0, 5) : field;
    }

    public LeadId lead() {
        return lead;
    }

    /** The version that is stored, and that a person now sees. */
    public long version() {
        return version;
    }

    /** Both changes, field by field. */
    public ThreeWay both() {
        return both;
    }

    /** The fields that both set, with both values. */
    public List<FieldChoice> conflicts() {
        return both.conflicts();
    }
}
