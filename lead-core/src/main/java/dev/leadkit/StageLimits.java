package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.LeadFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How full stages are, and what keeps two moves at once from taking the same last place in one. */
final class StageLimits {
    /** The kind of the documents whose versions count the moves into stages with a hard limit. */
    static final String KIND = "wip";

    private final Wiring wiring;
    private final TenantId tenant;
    private final Pipeline pipeline;

    /** @param pipeline whose stages they are */
    StageLimits(Wiring wiring, TenantId tenant, Pipeline pipeline) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.pipeline = pipeline;
    }

    /** Those of the pipeline that a lead is in, else of the tenant's own where there is none of its name any more. */
    static StageLimits of(Wiring wiring, TenantId tenant, Lead lead) {
        return new StageLimits(wiring, tenant, pipelineOf(wiring, tenant, lead));
    }

    /** The pipeline that a lead is in, else the tenant's own where there is none of its name any more. */
    static Pipeline pipelineOf(Wiring wiring, TenantId tenant, Lead lead) {
        PublishedPipeline its = wiring.pipelines().current(lead).pipeline();
        return its == null ? wiring.pipeline(tenant) : its.current();
    }

    /** Whether moves to a stage are counted one by one; one that there is not has no limit. */
    boolean isHard(String stage) {
        return pipeline.findStage(stage).filter(Stage::isHardLimited).isPresent();
    }

    /**
     * How full those stages are that have a limit; none other is looked at.
     *
     * @param lead the one that would move there
     */
    Occupancy occupancy(List<Stage> stages, Lead lead) {
        String[] limited = stages.stream()
                .filter(stage -> stage.wipLimit() != null && stage.wipLimit().leads() != null)
                .map(Stage::key)
                .toArray(String[]::new);
        String[] shared = stages.stream()
                .filter(stage -> stage.wipLimit() != null && stage.wipLimit().perAssignee() != null)
                .map(Stage::key)
                .toArray(String[]::new);
        String assignee = lead.assignee();
        return new Occupancy(
                counts(limited, LeadFilter.all()),
                assignee == null ? Map.of() : counts(shared, LeadFilter.all().assignedTo(assignee)));
    }

    /** Of one stage, which need not exist. */
    Occupancy occupancy(String stage, Lead lead) {
        return occupancy(pipeline.findStage(stage).stream().toList(), lead);
    }

    private Map<String, Long> counts(String[] stages, LeadFilter leads) {
        Map<String, Long> counts = new TreeMap<>();
        if (stages.length == 0) {
            return counts;
        }
        for (String stage : stages) {
            counts.put(stage, 0L);
        }
        Map<String, String> places = places(counts.keySet());
        LeadFilter wanted =
                leads.inPipeline(pipeline.name()).inStage(places.keySet().toArray(String[]::new));
        for (Board.Column column :
                wiring.everyLead().board(tenant, BoardQuery.of(wanted).cards(0)).columns()) {
            counts.merge(Objects.requireNonNull(places.get(column.stage())), column.count(), Long::sum);
        }
        return counts;
    }

    /** Some stages by their keys, and by those of earlier versions whose place they took: leads may be there still. */
    private Map<String, String> places(Set<String> stages) {
        Map<String, String> places = new TreeMap<>();
        wiring.pipelines().find(tenant, pipeline.name()).ifPresent(published -> places.putAll(published.successors()));
        places.values().retainAll(stages);
        stages.forEach(stage -> places.put(stage, stage));
        return places;
    }

    /**
     * The stages that hold more leads than they should. Asks for nothing more where the board counted them all.
     *
     * @param filter that of the board
     */
    Set<String> exceeded(Board board, LeadFilter filter) {
        Map<String, WipLimit> limited = new TreeMap<>();
        for (Stage stage : pipeline.stages()) {
            if (stage.wipLimit() != null && stage.wipLimit().leads() != null) {
                limited.put(stage.key(), stage.wipLimit());
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        if (filter.isOfColumnsAlone() && wiring.everyLead() == wiring.store()) {
            board.columns().forEach(column -> counts.put(column.stage(), column.count()));
        } else {
            counts.putAll(counts(limited.keySet().toArray(String[]::new), LeadFilter.all()));
        }
        limited.entrySet().removeIf(each -> !each.getValue().isExceededBy(counts.getOrDefault(each.getKey(), 0L)));
        return limited.keySet();
    }

    /**
     * Begins a move into a stage with a hard limit. Ask how full it is afterwards: whoever came in until then is counted, and
     * whoever comes in later makes the place stale.
     */
    Place place(String stage) {
        // Of any length, as names and keys are; a document's name is not.
        String name = "%s:%s/%s".formatted(pipeline.name().length(), pipeline.name(), stage);
        var key = new DocumentKey(
                KIND,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        Document last = wiring.store()
                .capabilities()
                .requireDocuments()
                .find(tenant, key)
                .orElse(null);
        return new Place(key, last);
    }

    /** Where a move stands in the order of the moves into a stage. */
    record Place(DocumentKey key, @Nullable Document last) {
        /** Makes a unit of work the next of them, or stale. */
        void take(ChangesetBuilder unit) {
            unit.document(key, last == null ? 0 : last.version(), "{}");
        }
    }
}
