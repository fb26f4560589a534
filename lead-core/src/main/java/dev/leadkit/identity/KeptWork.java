package dev.leadkit.identity;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done after a merge to what the merge had changed, so that taking it apart can't give the survivor
 * back what it had before: the later work stays. Also a consent that is withdrawn for the survivor, where it is in force for
 * the other lead again, and a hold of the survivor, where another merge came between, so that nobody knows whether it was
 * meant for both.
 *
 * @param field its name in {@link dev.leadkit.lead.LeadField}, or {@value #CONVERSATION} for one that was linked since
 * @param value what the survivor keeps, as text; absent when it keeps none
 */
public record KeptWork(String field, @Nullable String value) {
    /** A conversation that was linked to the survivor since the merge; its value is the session. */
    public static final String CONVERSATION = "conversation";
}
