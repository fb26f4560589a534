package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides the moves that a transition need not allow: opening a closed lead again, and overriding the pipeline. */
final class SpecialMoves {
    /** What nobody overrides: there is no such move. */
    private static final Set<String> FINAL = Set.of("unknown-stage", "already-there");

    private SpecialMoves() {}

    /** See {@link Pipeline#decideReopening}. */
    static Decision reopen(Pipeline pipeline, Lead lead, String to, Actor actor, Instant at, Occupancy occupancy) {
        Stage from = pipeline.findStage(lead.stage()).orElse(null);
        Stage target = pipeline.findStage(to).orElse(null);
        if (from == null || target == null) {
            return pipeline.decide(lead, to, actor, at, occupancy); // which says that there is no such stage
        }
        if (!from.category().isClosed()) {
            return refuse(to, "not-closed", "the lead is in \"%s\", which is open".formatted(from.key()));
        }
        if (target.category().isClosed()) {
            return refuse(to, "not-open", "\"%s\" is a closed stage".formatted(to));
        }
        boolean isDeclared = pipeline.transitions().stream()
                .anyMatch(move -> move.from().equals(from.key()) && move.to().equals(to));
        if (isDeclared) {
            return pipeline.decide(lead, to, actor, at, occupancy);
        }
        boolean leadsThere = pipeline.reopening()
                .filter(reopening -> reopening.to() == null || reopening.to().equals(to))
                .isPresent();
        if (!leadsThere) {
            String text = "the pipeline does not open leads again from \"%s\" to \"%s\"";
            return refuse(to, "reopening-not-allowed", text.formatted(from.key(), to));
        }
        List<Refusal> missing = target.required().stream()
                .filter(field -> !RequiredField.isPresent(lead, field))
                .map(RequiredField::refusal)
                .toList();
        Decision byStage =
                missing.isEmpty() ? new Decision.Allowed(pipeline, target) : new Decision.Refused(to, missing);
        return WipLimit.asked(pipeline, lead, byStage, occupancy);
    }

    private static Decision refuse(String to, String code, String text) {
        return new Decision.Refused(to, List.of(new Refusal(code, text, null)));
    }

    /** See {@link Pipeline#decideOverride}. */
    static Decision override(
            Pipeline pipeline,
            Lead lead,
            String to,
            Actor actor,
            Instant at,
            Occupancy occupancy,
            OverridePolicy policy) {
        Decision asked = pipeline.decide(lead, to, actor, at, occupancy);
        List<Refusal> refusals = asked.refusals();
        boolean isFinal = refusals.stream().anyMatch(refusal -> FINAL.contains(refusal.code()));
        Stage target = pipeline.findStage(to).orElse(null);
        if (refusals.isEmpty() || isFinal || target == null) {
            return asked;
        }
        if (!policy.permits(actor, lead, to, refusals)) {
            List<Refusal> more = new ArrayList<>(refusals);
            more.add(new Refusal("override-not-permitted", "the actor may not override what the pipeline says", null));
            return new Decision.Refused(to, more);
        }
        return new Decision.Allowed(pipeline, target, List.of(), refusals);
    }
}
