package dev.leadkit.migration;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.MigrationProgress.Held;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One tenant's pipelines in the name of one actor. A desk hands it out. */
public final class TenantPipelines implements Pipelines {
    private final LeadStore store;
    private final PublishedPipelines published;
    private final TenantId tenant;
    private final Actor actor;
    private final LeadFields fields;
    private final Supplier<ChangesetBuilder> changeset;
    private final Supplier<Instant> clock;

    /**
     * @param fields the custom fields that leads may have
     * @param changeset makes an empty unit of work of the actor
     * @param clock tells the present
     */
    public TenantPipelines(
            LeadStore store,
            PublishedPipelines published,
            TenantId tenant,
            Actor actor,
            LeadFields fields,
            Supplier<ChangesetBuilder> changeset,
            Supplier<Instant> clock) {
        this.store = store;
        this.published = published;
        this.tenant = tenant;
        this.actor = actor;
        this.fields = fields;
        this.changeset = changeset;
        this.clock = clock;
    }

    @Override
    public List<Pipeline> list() {
        return published.names(tenant).stream()
                .flatMap(name -> find(name).stream())
                .toList();
    }

    @Override
    public Optional<Pipeline> find(String name) {
        return published.findFresh(tenant, name).map(PublishedPipeline::current);
    }

    @Override
    public Optional<Pipeline> find(String name, int version) {
        return published.definition(tenant, name, version);
    }

    @Override
    public PipelineHistory history(String name) {
        return current(name).history();
    }

    @Override
    public List<Problem> check(String json) {
        try {
            Pipeline draft = Pipeline.parse(json, published.guards());
            List<Problem> problems = new ArrayList<>(PlanCheck.number(
                    draft, published.findFresh(tenant, draft.name()).orElse(null)));
            problems.addAll(PlanCheck.fields(draft, fields));
            return problems;
        } catch (InvalidDefinitionException invalid) {
            return invalid.problems();
        }
    }

    @Override
    public PipelineDifference difference(String name, int before, int after) {
        return PipelineDifference.between(kept(name, before), kept(name, after));
    }

    private Pipeline kept(String name, int version) {
        return find(name, version)
                .orElseThrow(() -> new InvalidInputException(
                        "version", "a version of the pipeline that is kept", Integer.toString(version)));
    }

    @Override
    public MigrationPlan plan(Pipeline next, StageMap map) {
        return plan(next, map, null, map);
    }

    @Override
    public MigrationPlan planRollback(String name, int version, StageMap map) {
        PublishedPipeline now = current(name);
        Pipeline old = kept(name, version);
        if (version >= now.current().version()) {
            throw new InvalidInputException(
                    "version", "one before " + now.current().version(), Integer.toString(version));
        }
        Pipeline next = old.withVersion(Math.addExact(now.current().version(), 1));
        return plan(next, PlanCheck.wayBack(now, old, map), version, map);
    }

    /** @param asked the part of the map that the caller wrote, and that can be wrong */
    private MigrationPlan plan(Pipeline next, StageMap map, @Nullable Integer restores, StageMap asked) {
        PublishedPipeline now = published.findFresh(tenant, next.name()).orElse(null);
        List<Problem> problems = new ArrayList<>(PlanCheck.number(next, now));
        problems.addAll(PlanCheck.map(next, asked));
        problems.addAll(PlanCheck.readable(next, published.guards()));
        problems.addAll(PlanCheck.fields(next, fields));
        boolean ascends = now == null || now.current().version() < next.version();
        var version = new PipelineHistory.Version(next.version(), map, restores);
        PipelineHistory history = now == null || !ascends
                ? new PipelineHistory(List.of(version))
                : now.history().then(version);
        var planned = new PublishedPipeline(next, history, 0);
        var count = new MoveCount(next, actor);
        if (now != null && ascends) {
            eachLead(next.name(), lead -> count.add(lead, published.adopt(planned, lead)));
        }
        count.moves().stream()
                .filter(move -> move.to() == null)
                .forEach(move -> problems.add(PlanCheck.withoutSuccessor(move.from(), move.leads())));
        long expected = now == null ? 0 : now.documentVersion();
        return new MigrationPlan(
                now == null ? null : now.current(),
                next,
                history,
                PipelineDifference.between(now == null ? next : now.current(), next),
                count.moves(),
                problems,
                expected,
                PlanCheck.token(tenant, next, history, expected));
    }

    private void eachLead(String pipeline, Consumer<Lead> each) {
        String cursor = null;
        do {
            Page<Lead> page = page(pipeline, new PageRequest(PageRequest.MAX_LIMIT, cursor));
            page.items().forEach(each);
            cursor = page.next();
        } while (cursor != null);
    }

    private Page<Lead> page(String pipeline, PageRequest page) {
        return store.list(tenant, new LeadQuery(LeadFilter.all().inPipeline(pipeline), LeadQuery.Sort.OLDEST, page));
    }

    @Override
    public Pipeline publish(MigrationPlan plan) {
        plan.requireSound();
        store.capabilities().requireDocuments();
        String name = plan.next().name();
        Optional<PublishedPipeline> now = published.findFresh(tenant, name);
        if (now.isPresent() && isPublished(plan, now.get())) {
            return now.get().current();
        }
        requireSuccessors(plan);
        ChangesetBuilder unit = changeset.get();
        if (plan.expected() == 0 && plan.current() != null) {
            // The kit's own, so that it can be read when the kit has another.
            unit.document(
                    PipelineDocuments.definition(name, plan.current().version()),
                    0,
                    plan.current().toJson());
        }
        unit.document(
                PipelineDocuments.definition(name, plan.next().version()),
                0,
                plan.next().toJson());
        unit.document(PipelineDocuments.history(name), plan.expected(), PipelineDocuments.write(name, plan.history()));
        store.commit(unit.build());
        return published.findFresh(tenant, name).orElseThrow().current();
    }

    private static boolean isPublished(MigrationPlan plan, PublishedPipeline now) {
        return now.documentVersion() > 0
                && now.history().equals(plan.history())
                && now.current().toJson().equals(plan.next().toJson());
    }

    /** Leads may have come into a stage since the plan was made. */
    private void requireSuccessors(MigrationPlan plan) {
        Pipeline current = plan.current();
        if (current == null) {
            return;
        }
        var planned = new PublishedPipeline(plan.next(), plan.history(), 0);
        List<Problem> problems = new ArrayList<>();
        var query = BoardQuery.of(LeadFilter.all().inPipeline(current.name())).cards(0);
        for (Board.Column column : store.board(tenant, query).columns()) {
            boolean known = plan.moves().stream().anyMatch(move -> move.from().equals(column.stage()));
            if (!known && !planned.hasPlaceFor(current.version(), column.stage())) {
                problems.add(PlanCheck.withoutSuccessor(column.stage(), column.count()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(problems);
        }
    }

    @Override
    public MigrationProgress migrate(String name, PageRequest page) {
        PublishedPipeline now = current(name);
        Page<Lead> leads = page(name, page);
        return new MigrationBatch(store, tenant, published, now, changeset, clock.get())
                .run(leads.items(), leads.next());
    }

    @Override
    public MigrationProgress migrateAll(String name, Consumer<MigrationProgress> listener) {
        long migrated = 0;
        long inPass;
        long there;
        List<Held> held;
        do {
            inPass = 0;
            there = 0;
            held = new ArrayList<>();
            String cursor = null;
            do {
                MigrationProgress batch = migrate(name, new PageRequest(PageRequest.MAX_LIMIT, cursor));
                listener.accept(batch);
                inPass += batch.migrated();
                there += batch.there();
                held.addAll(batch.held());
                cursor = batch.next();
            } while (cursor != null);
            migrated += inPass;
            // Again, since a late message may have moved a lead to a place that was passed already.
        } while (inPass > 0);
        return new MigrationProgress(migrated, there, held, null);
    }

    private PublishedPipeline current(String name) {
        return published.findFresh(tenant, name).orElseGet(() -> published.get(tenant, name));
    }
}
