package dev.leadkit.identity;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Map;

/**
 * What a merge would come to. It holds for the versions of the two leads that are in it.
 *
 * @param survivor as it is stored
 * @param other as it is stored
 * @param chosen the choices that overrule the rules, by field
 * @param merged the survivor after the merge, with its score
 * @param fields each field that one of the leads has
 */
public record MergePreview(
        Lead survivor, Lead other, Map<String, LeadId> chosen, Lead merged, List<FieldMerge> fields) {
    public MergePreview {
        chosen = Map.copyOf(chosen);
        fields = List.copyOf(fields);
    }
}
