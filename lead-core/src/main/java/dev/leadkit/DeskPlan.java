package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.Gate;
import dev.leadkit.plan.LockedPreview;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Quota;
import dev.leadkit.plan.TenantPlan;
import dev.leadkit.plan.Usage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.Pages;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A tenant's plan with what is used of it, counted in the host's store. Counted and then written: writers at the same time
 * may each take the last place, so that a limit can be passed by as many as write at once.
 */
final class DeskPlan implements TenantPlan {
    static final String VIEW = "view";
    static final String PIPELINE = "pipeline";

    private final Wiring wiring;
    private final DeskGate gate;
    private final TenantId tenant;

    DeskPlan(Wiring wiring, DeskGate gate) {
        this.wiring = wiring;
        this.gate = gate;
        this.tenant = gate.tenant();
    }

    @Override
    public Plan plan() {
        return gate.plan();
    }

    @Override
    public Optional<Usage> usage(Quota quota) {
        return plan().limit(quota).map(limit -> new Usage(quota, used(quota), limit));
    }

    private long used(Quota quota) {
        return switch (quota) {
            case OPEN_LEADS -> openLeads();
            case LEADS_PER_MONTH -> leads(LeadFilter.all().createdIn(month()));
            case VIEWS -> documents(VIEW);
            case PIPELINES -> documents(PIPELINE);
        };
    }

    private long openLeads() {
        return columns(LeadFilter.all().inPipeline(pipeline().name())).stream()
                .filter(column -> isOpen(column.stage()))
                .mapToLong(Board.Column::count)
                .sum();
    }

    private Pipeline pipeline() {
        return wiring.pipeline(tenant);
    }

    /** Whether leads in a stage of the pipeline are open; so they are in one that it no longer has. */
    private boolean isOpen(String stage) {
        return pipeline()
                .findStage(stage)
                .map(its -> !its.category().isClosed())
                .orElse(true);
    }

    private long leads(LeadFilter filter) {
        return columns(filter).stream().mapToLong(Board.Column::count).sum();
    }

    private List<Board.Column> columns(LeadFilter filter) {
        return wiring.store().board(tenant, BoardQuery.of(filter).cards(0)).columns();
    }

    private long documents(String kind) {
        Documents documents = wiring.store().capabilities().documents();
        if (documents == null) {
            return 0;
        }
        return Pages.stream(page -> documents.list(tenant, kind, page)).count();
    }

    private TimeRange month() {
        YearMonth month = YearMonth.from(wiring.now().atOffset(ZoneOffset.UTC));
        return TimeRange.between(start(month), start(month.plusMonths(1)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Throws if some changesets together would add more than a limit of the plan leaves. */
    void require(List<Changeset> changesets) {
        for (Quota quota : plan().limits().keySet()) {
            long more = added(quota, changesets);
            if (more > 0) {
                usage(quota).ifPresent(usage -> usage.require(more));
            }
        }
    }

    /** How many more of what a quota counts there would be by some changesets together, whatever goes by them. */
    long added(Quota quota, List<Changeset> changesets) {
        return switch (quota) {
            case OPEN_LEADS -> leads(changesets, this::opens);
            case LEADS_PER_MONTH -> {
                TimeRange month = month();
                yield leads(
                        changesets,
                        write -> write.before() == null
                                && month.contains(write.lead().createdAt()));
            }
            case VIEWS -> documents(changesets, VIEW);
            case PIPELINES -> documents(changesets, PIPELINE);
        };
    }

    private boolean opens(LeadWrite write) {
        LeadState before = write.before();
        return isOpen(write.lead()) && (before == null || !isOpen(before.lead()));
    }

    /** Whether it is among those that {@link #openLeads} counts. */
    private boolean isOpen(Lead lead) {
        return lead.pipeline().equals(pipeline().name())
                && isOpen(lead.stage())
                && lead.mergedInto() == null
                && !lead.withdrawn();
    }

    private static long leads(List<Changeset> changesets, Predicate<LeadWrite> counts) {
        return changesets.stream()
                .map(Changeset::leads)
                .flatMap(Collection::stream)
                .filter(counts)
                .count();
    }

    private static long documents(List<Changeset> changesets, String kind) {
        return changesets.stream()
                .map(Changeset::documents)
                .flatMap(Collection::stream)
                .filter(write -> write.key().kind().equals(kind) && write.expectedVersion() == 0)
                .count();
    }

    @Override
    public LockedPreview preview(Feature feature) {
        Gate its = gate(feature);
        if (its.access() == FeatureAccess.HIDDEN) {
            its.requireRead(feature);
        }
        Map<String, Long> counts = new TreeMap<>();
        columns(LeadFilter.all().inPipeline(pipeline().name()).and(gate.visible()))
                .forEach(column -> counts.put(column.stage(), column.count()));
        return new LockedPreview(feature, its.upgradeHint(), counts);
    }
}
