package dev.leadkit.access;

import dev.leadkit.lead.Lead;
import org.jspecify.annotations.Nullable;

/**
 * Something that an actor is about to do.
 *
 * @param lead as it is stored, or for {@link AccessAction#CREATE} as it would be; absent where it is about no single lead
 * @param field the value that is set, a name of {@link dev.leadkit.lead.LeadField}; absent for other actions
 * @param stage the key of the stage to which the lead moves or in which it is created; absent for other actions
 * @param what it is about, in a word, such as {@code email}, {@code stage won} or {@code view}; holds no personal data
 */
public record AccessRequest(
        AccessAction action,
        @Nullable Lead lead,
        @Nullable String field,
        @Nullable String stage,
        String what) {
    /** About no single lead. */
    public static AccessRequest of(AccessAction action, String what) {
        return new AccessRequest(action, null, null, null, what);
    }

    public static AccessRequest on(AccessAction action, Lead lead, String what) {
        return new AccessRequest(action, lead, null, null, what);
    }

    public static AccessRequest field(Lead lead, String field) {
        return new AccessRequest(AccessAction.EDIT, lead, field, null, field);
    }

    public static AccessRequest stage(AccessAction action, Lead lead, String stage) {
        return new AccessRequest(action, lead, null, stage, "stage " + stage);
    }
}
