package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.leaddesk.rest.LeadJson.Items;
import dev.leadkit.examples.leaddesk.rest.LeadJson.Points;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.plan.Feature;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened to a lead, what was said, and what its score is made of. */
final class LeadHistoryRoutes {
    private static final int ENTRIES = 50;

    private LeadHistoryRoutes() {}

    /** An entry of the timeline. @param change as in the JSON of events, see {@code lead-event.schema.json} */
    record Entry(long version, int index, String changeset, JsonNode change) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScoreJson(
            int score,
            String band,
            String card,
            String asOf,
            @Nullable String nextChangeAt,
            List<Points> breakdown) {
        static ScoreJson of(Score score) {
            return new ScoreJson(
                    score.value(),
                    score.band(),
                    score.card(),
                    score.asOf().toString(),
                    score.nextChangeAt() == null ? null : score.nextChangeAt().toString(),
                    Points.of(score));
        }
    }

    record Conversations(List<ConversationJson> items) {}

    static List<Route> all() {
        return List.of(
                Route.get("/leads/{id}/timeline", LeadHistoryRoutes::timeline),
                Route.get("/leads/{id}/conversations", LeadHistoryRoutes::conversations),
                Route.get("/leads/{id}/score", LeadHistoryRoutes::score));
    }

    private static Answer timeline(Call call) {
        LeadId id = call.lead();
        Map<String, List<String>> query = call.query();
        Parameters.requireKnown(query, "limit", "cursor");
        PageRequest page = new PageRequest(Parameters.number(query, "limit", ENTRIES), Parameters.one(query, "cursor"));
        Lead lead = call.desk().get(id);
        Page<Activity> entries = call.desk().timeline(id, page);
        return Answer.ok(new Items<>(
                entries.items().stream().map(entry -> entry(lead, entry)).toList(), entries.next()));
    }

    private static Entry entry(Lead lead, Activity entry) {
        return new Entry(entry.version(), entry.index(), entry.changeset().toString(), change(lead, entry));
    }

    /** Written as LeadKit writes it in events, so that both are read alike. */
    static JsonNode change(Lead lead, Activity entry) {
        var event = new LeadEvent(
                lead.tenant(), entry.lead(), entry.version(), entry.changeset(), List.of(entry), 1, entry.at());
        return Json.read(event.toJson().getBytes(StandardCharsets.UTF_8))
                .get("data")
                .get("changes")
                .get(0);
    }

    private static Answer conversations(Call call) {
        return Answer.ok(new Conversations(call.desk().transcript(call.lead()).stream()
                .map(ConversationJson::of)
                .toList()));
    }

    private static Answer score(Call call) {
        Lead lead = call.desk().get(call.lead());
        call.requireReading(Feature.SCORING);
        Score score = lead.score();
        if (score == null) {
            throw new ProblemException(404, "no-score", "the lead has no score");
        }
        return Answer.ok(ScoreJson.of(score)).version(lead);
    }
}
