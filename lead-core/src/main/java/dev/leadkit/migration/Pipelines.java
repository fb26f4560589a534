package dev.leadkit.migration;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tenant's pipelines, and how a new version of one is published while leads are in it.
 *
 * <pre>{@code
 * Pipelines pipelines = desk.pipelines();
 * MigrationPlan plan = pipelines.plan(next, StageMap.of("qualified", "hot"));
 * if (plan.problems().isEmpty()) {
 *     pipelines.publish(plan);
 *     pipelines.migrateAll(plan.next().name(), progress -> log.info("{} leads", progress.migrated()));
 * }
 * }</pre>
 *
 * <p>From the instant of publishing, new leads enter the new version. A lead that is on an earlier one stays where it is until
 * {@link #migrate} comes to it or somebody moves it: then it is brought along first, and the move is decided by the new
 * version. Either is one commit, with one entry in the lead's timeline; which leads are still to come can be read from the
 * leads alone. So whatever ends a migration on its way, calling {@link #migrate} again goes on, and no lead is lost or brought
 * along twice.
 *
 * <p>Being brought along is no move: the time in the stage goes on, nobody's last activity changes, and what the stage
 * requires is asked of who comes into it only. The plan names those that lack something.
 *
 * <p>Each method throws {@link StoreException} if the storage failed. Safe to share.
 */
public interface Pipelines {
    /** The current version of each pipeline: first the one that new leads enter unless told otherwise, then by name. */
    List<Pipeline> list();

    /** The current version of a pipeline; empty when the tenant has none of the name. */
    Optional<Pipeline> find(String name);

    /** A version of a pipeline; empty when it is not kept, or never was. */
    Optional<Pipeline> find(String name, int version);

    /**
     * The versions of a pipeline, current and past.
     *
     * @throws InvalidInputException if the tenant has no pipeline of the name
     */
    PipelineHistory history(String name);

    /** What is wrong with a draft, as JSON; empty when it could be published now. */
    List<Problem> check(String json);

    /**
     * What differs between two versions of a pipeline.
     *
     * @throws InvalidInputException if one of them is not kept
     */
    PipelineDifference difference(String name, int before, int after);

    /** The plan for a version whose stages all have the keys that they had, see {@link #plan(Pipeline, StageMap)}. */
    default MigrationPlan plan(Pipeline next) {
        return plan(next, StageMap.NONE);
    }

    /**
     * What publishing a version would do; a pipeline of a new name can be published, too. Reads all leads of the pipeline.
     *
     * @param map the stages of the new version that take the place of others
     */
    MigrationPlan plan(Pipeline next, StageMap map);

    /** The plan to go back when each stage has an obvious one, see {@link #planRollback(String, int, StageMap)}. */
    default MigrationPlan planRollback(String name, int version) {
        return planRollback(name, version, StageMap.NONE);
    }

    /**
     * What it would do to publish an earlier version again, under the next number. Each lead goes back to the stage in which it
     * stood in that version, where its timeline says so and nobody moved it since. A lead that was moved or made later goes
     * to the stage that the map names; else to the one whose place its stage took, if it was one alone; else it keeps its
     * stage. Reads all leads of the pipeline and, of those that may have to go back, the timelines.
     *
     * @throws InvalidInputException if the version is not kept or is the current one
     */
    MigrationPlan planRollback(String name, int version, StageMap map);

    /**
     * Publishes the version of a plan. Publishing the same plan twice publishes once.
     *
     * @return the version that is current now
     * @throws InvalidDefinitionException if the plan has problems, or has one by now: a lead came into a stage whose place no
     *     other takes
     * @throws StaleDocumentException if another version was published since it was planned; plan again
     * @throws UnsupportedCapabilityException if the store keeps no documents
     */
    Pipeline publish(MigrationPlan plan);

    /**
     * Brings the leads of a page to the current version, oldest first. May be called at any time, and again.
     *
     * @param page how many leads to look at, from where the last call ended; without a cursor from the beginning
     * @throws InvalidInputException if the tenant has no pipeline of the name, or the cursor is another question's
     */
    MigrationProgress migrate(String name, PageRequest page);

    /**
     * Brings all leads of a pipeline to the current version: goes through them until there are none left to bring.
     *
     * @param listener is told what became of each batch; it may throw to end the migration there
     * @return all that was migrated, and what was left in the end
     * @throws InvalidInputException if the tenant has no pipeline of the name
     */
    MigrationProgress migrateAll(String name, Consumer<MigrationProgress> listener);
}
