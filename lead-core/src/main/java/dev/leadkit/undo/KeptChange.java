package dev.leadkit.undo;

/**
 * Something that was not taken back.
 *
 * @param field the name of what stays changed, see {@link dev.leadkit.lead.LeadField}; {@code lead} for all of it
 * @param code stable and kebab-case: {@code changed-since}, {@code append-only}, {@code of-a-conversation},
 *     {@code of-a-merge}, {@code of-a-migration}, {@code one-stage-now}, {@code legal-hold}, {@code identity-taken},
 *     {@code changed-meanwhile}, or what the pipeline says of a stage
 * @param text one sentence for people, without values
 */
public record KeptChange(String field, String code, String text) {
    /** The field that stands for all of a lead. */
    public static final String LEAD = "lead";

    /** Somebody worked on it later. */
    public static final String CHANGED_SINCE = "changed-since";
}
