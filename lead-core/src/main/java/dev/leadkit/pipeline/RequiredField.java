package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields that a stage or guard may ask for, and how to see whether a lead has one. */
final class RequiredField {
    private static final Map<String, Predicate<Lead>> PRESENT = present();

    private RequiredField() {}

    private static Map<String, Predicate<Lead>> present() {
        Map<String, Predicate<Lead>> fields = new HashMap<>();
        fields.put(LeadField.NAME, lead -> lead.contact().name() != null);
        fields.put(LeadField.EMAIL, lead -> !lead.contact().emails().isEmpty());
        fields.put(LeadField.PHONE, lead -> !lead.contact().phones().isEmpty());
        fields.put(LeadField.COMPANY, lead -> lead.contact().company() != null);
        fields.put(LeadField.LOCATION, lead -> lead.contact().location() != null);
        fields.put(LeadField.AMOUNT, lead -> lead.expectedAmount() != null);
        fields.put(LeadField.ASSIGNEE, lead -> lead.assignee() != null);
        fields.put(LeadField.LOST_REASON, lead -> lead.lostReason() != null);
        return Collections.unmodifiableMap(fields);
    }

    static List<String> names() {
        return PRESENT.keySet().stream().sorted().toList();
    }

    static boolean isKnown(String field) {
        return PRESENT.containsKey(field) || LeadField.keyOfCustom(field) != null;
    }

    static boolean isPresent(Lead lead, String field) {
        return test(field).test(lead);
    }

    /** Whether a lead has a value in a field; never so in one that there is not. */
    static Predicate<Lead> test(String field) {
        String custom = LeadField.keyOfCustom(field);
        if (custom != null) {
            return lead -> lead.fields().containsKey(custom);
        }
        return PRESENT.getOrDefault(field, lead -> false);
    }

    static Refusal refusal(String field) {
        return Refusal.lazy("missing-field", field, "the lead needs \"%s\" first", field);
    }
}
