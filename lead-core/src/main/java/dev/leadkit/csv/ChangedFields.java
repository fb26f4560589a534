package dev.leadkit.csv;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Change.Assigned;
import dev.leadkit.lead.Change.FieldChanged;
import dev.leadkit.lead.Change.Identified;
import dev.leadkit.lead.Change.Noted;
import dev.leadkit.lead.Change.StageChanged;
import dev.leadkit.lead.Change.Tagged;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadField;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of the fields that changes are of. */
final class ChangedFields {
    private ChangedFields() {}

    static SortedSet<String> of(List<Change> changes) {
        SortedSet<String> fields = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof FieldChanged field) {
                fields.add(field.field());
            } else if (change instanceof StageChanged) {
                fields.add(LeadField.STAGE);
            } else if (change instanceof Tagged) {
                fields.add(LeadField.TAGS);
            } else if (change instanceof Assigned) {
                fields.add(LeadField.ASSIGNEE);
            } else if (change instanceof Noted) {
                fields.add(LeadField.NOTES);
            } else if (change instanceof Identified known && known.kind() == IdentityKind.EXTERNAL_ID) {
                fields.add(CsvField.EXTERNAL_ID.key());
            }
        }
        return Collections.unmodifiableSortedSet(fields);
    }
}
