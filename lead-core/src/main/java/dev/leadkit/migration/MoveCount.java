package dev.leadkit.migration;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.migration.MigrationPlan.Lacking;
import dev.leadkit.migration.MigrationPlan.StageMove;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what a version of a pipeline would make of leads. Not safe to share. */
final class MoveCount {
    private final Pipeline next;
    private final Actor actor;
    private final Map<Ends, Tally> tallies = new LinkedHashMap<>();

    private record Ends(String from, @Nullable String to) {}

    private static final class Tally {
        private long leads;
        private long closing;
        private long reopening;
        private final Map<Refusal, List<LeadId>> named = new LinkedHashMap<>();
        private final Map<Refusal, Long> lacking = new LinkedHashMap<>();
    }

    MoveCount(Pipeline next, Actor actor) {
        this.next = next;
        this.actor = actor;
    }

    /** @param after empty when no stage takes the place of its own */
    void add(Lead lead, Optional<Lead> after) {
        Tally tally = tallies.computeIfAbsent(
                new Ends(lead.stage(), after.map(Lead::stage).orElse(null)), ends -> new Tally());
        tally.leads++;
        after.ifPresent(adopted -> {
            tally.closing += !lead.closed() && adopted.closed() ? 1 : 0;
            tally.reopening += lead.closed() && !adopted.closed() ? 1 : 0;
            for (Refusal refusal :
                    next.decideEntry(adopted, adopted.stage(), actor).refusals()) {
                tally.lacking.merge(refusal, 1L, Long::sum);
                List<LeadId> named = tally.named.computeIfAbsent(refusal, first -> new ArrayList<>());
                if (named.size() < MigrationPlan.MOST_NAMED) {
                    named.add(lead.id());
                }
            }
        });
    }

    /** In the order of the stages' keys. */
    List<StageMove> moves() {
        List<StageMove> moves = new ArrayList<>();
        tallies.forEach((ends, tally) -> {
            List<Lacking> lacking = new ArrayList<>();
            tally.lacking.forEach((refusal, leads) ->
                    lacking.add(new Lacking(refusal, leads, tally.named.getOrDefault(refusal, List.of()))));
            moves.add(new StageMove(ends.from(), ends.to(), tally.leads, tally.closing, tally.reopening, lacking));
        });
        moves.sort(Comparator.comparing(StageMove::from)
                .thenComparing(StageMove::to, Comparator.nullsFirst(Comparator.naturalOrder())));
        return moves;
    }
}
