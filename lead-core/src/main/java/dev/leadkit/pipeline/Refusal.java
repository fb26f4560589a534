package dev.leadkit.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a move is refused.
 *
 * @param code stable and kebab-case: {@code unknown-stage}, {@code already-there}, {@code not-declared},
 *     {@code missing-field}, {@code score-too-low}, {@code other-pipeline}
 * @param text one sentence for people
 * @param field the field to fill in, a name of {@link dev.leadkit.lead.LeadField}; absent when that would not help
 */
public record Refusal(String code, String text, @Nullable String field) {}
