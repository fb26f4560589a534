package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.examples.leaddesk.rest.ConversationRoutes.Because;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.move.MovePreview;
import dev.leadkit.move.Outlook;
import dev.leadkit.pipeline.TimedRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a move would come to, before it is made.
 *
 * @param reasons against it; empty when it is allowed
 * @param changes as the timeline would show them
 * @param events the types of the events that webhooks would be told
 * @param before what is to be expected of the lead where it is
 * @param after what would be after the move; as before when it is refused
 */
record PreviewJson(
        String to,
        boolean allowed,
        List<Reason> reasons,
        List<Because> warnings,
        boolean closes,
        boolean reopens,
        List<JsonNode> changes,
        List<String> events,
        Expected before,
        Expected after) {

    /** What is to be expected of a lead that nobody touches. What is not known, or never comes, is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expected(
            String stage,
            boolean closed,
            @Nullable Double probability,
            @Nullable String snoozedUntil,
            @Nullable String staleFrom,
            List<Rule> rules) {
        static Expected of(Outlook outlook) {
            return new Expected(
                    outlook.stage(),
                    outlook.closed(),
                    outlook.probability(),
                    text(outlook.snoozedUntil()),
                    text(outlook.staleFrom()),
                    outlook.rules().stream().map(Rule::of).toList());
        }

        private static @Nullable String text(@Nullable Instant at) {
            return Optional.ofNullable(at).map(Instant::toString).orElse(null);
        }
    }

    /** A timed rule that waits for the lead, and what it will do. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String id,
            String dueAt,
            @Nullable String to,
            @Nullable String tag) {
        static Rule of(Outlook.Upcoming upcoming) {
            TimedRule rule = upcoming.rule();
            return new Rule(rule.id(), upcoming.dueAt().toString(), rule.to(), rule.tag());
        }
    }

    /** @param changes as in the JSON of events */
    static PreviewJson of(MovePreview preview, List<JsonNode> changes) {
        return new PreviewJson(
                preview.to(),
                preview.isAllowed(),
                Problems.reasons(preview.refusals()),
                Because.of(preview.warnings()),
                preview.closes(),
                preview.reopens(),
                changes,
                preview.events(),
                Expected.of(preview.before()),
                Expected.of(preview.after()));
    }
}
