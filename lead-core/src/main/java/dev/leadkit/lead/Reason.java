package dev.leadkit.lead;

import java.util.List;

/**
 * Why something was decided, made together with the decision.
 *
 * @param code stable and kebab-case, for programs; a heading of {@code lead-core/docs/errors.md}, or an id of
 *     the host's own: that of a rule, or what its guard calls a refusal
 * @param text one sentence for people; holds no contact data
 * @param evidence the characters it rests on; empty when it rests on none
 */
public record Reason(String code, String text, List<Evidence> evidence) {
    public Reason {
        evidence = List.copyOf(evidence);
    }

    public static Reason of(String code, String text) {
        return new Reason(code, text, List.of());
    }
}
