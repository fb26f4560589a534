package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipelines;
import dev.leadkit.move.DueRule;
import dev.leadkit.move.TickResult;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One pass over the leads that nobody touched for as long as a rule says. Holds a page of them at a time. Used once. */
final class DeskTick {
    private static final int PAGE = 100;

    private final Wiring wiring;
    private final TenantId tenant;
    private final int limit;
    private final Instant now;
    private final List<TickResult.Done> done = new ArrayList<>();
    private final List<TickResult.Refused> refused = new ArrayList<>();
    private long refusals;
    private boolean more;

    DeskTick(Wiring wiring, TenantId tenant, int limit) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.limit = limit;
        this.now = wiring.now();
    }

    TickResult run() {
        PublishedPipelines all = wiring.pipelines();
        for (String name : all.names(tenant)) {
            Pipeline pipeline = all.get(tenant, name).current();
            pipeline.timedRules().forEach(rule -> apply(pipeline, rule));
        }
        return new TickResult(done, refused, refusals, more);
    }

    /** Leads that leave the page's filter do not shift the next page, which begins behind the last lead of this one. */
    private void apply(Pipeline pipeline, TimedRule rule) {
        LeadQuery query = LeadQuery.of(candidates(pipeline, rule))
                .sortedBy(LeadQuery.Sort.OLDEST)
                .limit(Math.min(PAGE, PageRequest.MAX_LIMIT));
        while (!more) {
            Page<Lead> page = wiring.store().list(tenant, query);
            for (Lead lead : page.items()) {
                DueRule due = DueRule.of(rule, lead, now).orElse(null);
                if (due != null && done.size() == limit) {
                    more = true;
                    return;
                }
                if (due != null) {
                    apply(due, lead);
                }
            }
            if (page.next() == null) {
                return;
            }
            query = query.after(page.next());
        }
    }

    private LeadFilter candidates(Pipeline pipeline, TimedRule rule) {
        // The range is half-open, and who was touched at the threshold is due.
        Instant before = rule.untouchedSince(now).plus(1, ChronoUnit.MICROS);
        LeadFilter leads = LeadFilter.all()
                .inPipeline(pipeline.name())
                .inStage(rule.stage())
                .activeIn(new TimeRange(null, before))
                .snoozeEndsIn(new TimeRange(null, now.plus(1, ChronoUnit.MICROS)));
        return rule.to() == null && rule.tag() != null ? leads.taggedNone(rule.tag()) : leads;
    }

    private void apply(DueRule due, Lead lead) {
        TimedRule rule = due.rule();
        Actor actor = Actor.rule(rule.id());
        var moves = new DeskMoves(wiring, tenant, actor, new Cause(Cause.TIMED_RULE, rule.id()));
        var work = new DeskWork(wiring, tenant, actor);
        String to = rule.to() == null ? rule.stage() : rule.to();
        Step step;
        try {
            step = moves.attempt(
                    lead,
                    to,
                    full -> work.timed(rule, (pipeline, asked, at) -> pipeline.decide(asked, to, actor, at, full)));
        } catch (ConflictException faster) {
            return; // who changed it may have touched it; the next tick looks again
        } catch (NotPermittedException forbidden) {
            refuse(lead, due, List.of(DeskGate.refusal(forbidden.what())));
            return;
        } catch (QuotaExceededException exceeded) {
            refuse(lead, due, List.of(QuotaLeft.refusal(exceeded)));
            return;
        }
        if (step instanceof Step.Next) {
            done.add(new TickResult.Done(lead.id(), due));
        } else if (step instanceof Step.Refused its) {
            refuse(lead, due, wiring.shown(its.decision()).refusals());
        }
    }

    private void refuse(Lead lead, DueRule due, List<Refusal> reasons) {
        refusals++;
        if (refused.size() < limit) {
            refused.add(new TickResult.Refused(lead.id(), due, reasons));
        }
    }
}
