package dev.leadkit.retention;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Goes through the leads of a tenant that rules no longer keep, one page at a time. */
final class DueLeads {
    /** By how much taking a period from an instant may differ from adding it, for months differ in length. */
    private static final int SLACK_DAYS = 4;

    private final LeadStore store;
    private final TenantId tenant;
    private final Pipeline pipeline;
    private final RetentionRules rules;
    private final Instant at;

    DueLeads(LeadStore store, TenantId tenant, Pipeline pipeline, RetentionRules rules, Instant at) {
        this.store = store;
        this.tenant = tenant;
        this.pipeline = pipeline;
        this.rules = rules;
        this.at = at;
    }

    /** Takes a lead with the rule by which it is due. */
    interface Visitor {
        /** @return whether to go on */
        boolean visit(Lead lead, RetentionRule rule);
    }

    /** @return whether all were visited */
    boolean each(Visitor visitor) {
        LeadFilter ofPipeline = LeadFilter.all().inPipeline(pipeline.name());
        List<String> filled = store.board(tenant, BoardQuery.of(ofPipeline).cards(0)).columns().stream()
                .map(Board.Column::stage)
                .toList();
        for (RetentionRule rule : rules.rules()) {
            String[] stages =
                    filled.stream().filter(stage -> isPossible(rule, stage)).toArray(String[]::new);
            if (stages.length > 0 && !each(rule, ofPipeline.inStage(stages), visitor)) {
                return false;
            }
        }
        return true;
    }

    /** A stage that the pipeline does not have may hold leads of any category but won and lost. */
    private boolean isPossible(RetentionRule rule, String stage) {
        StageCategory category = pipeline.findStage(stage).map(Stage::category).orElse(StageCategory.OPEN);
        return (rule.stages().isEmpty() || rule.stages().contains(stage))
                && switch (rule.of()) {
                    case ANONYMOUS -> true;
                    case OPEN -> category == StageCategory.OPEN;
                    case WON -> category == StageCategory.WON;
                    case LOST -> category == StageCategory.LOST;
                };
    }

    private boolean each(RetentionRule rule, LeadFilter leads, Visitor visitor) {
        Instant latest = at.atOffset(ZoneOffset.UTC)
                .minus(rule.keep())
                .plusDays(SLACK_DAYS)
                .toInstant();
        LeadQuery query = LeadQuery.of(leads.activeIn(new TimeRange(null, latest)))
                .sortedBy(Sort.OLDEST)
                .limit(PageRequest.MAX_LIMIT);
        while (true) {
            Page<Lead> page = store.list(tenant, query);
            for (Lead lead : page.items()) {
                boolean due = rules.due(lead, pipeline, at).filter(rule::equals).isPresent();
                if (due && !visitor.visit(lead, rule)) {
                    return false;
                }
            }
            String next = page.next();
            if (next == null) {
                return true;
            }
            query = query.after(next);
        }
    }
}
