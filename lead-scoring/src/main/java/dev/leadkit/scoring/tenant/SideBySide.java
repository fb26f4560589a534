package dev.leadkit.scoring.tenant;

import dev.leadkit.Workbench;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.score.BandTable;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Scores leads by two cards and writes nothing. Holds a page of leads at a time. */
final class SideBySide {
    private final Workbench bench;
    private final LeadScorer live;
    private final LeadScorer other;
    private final Instant now;

    /** @throws InvalidInputException if nothing scores the tenant's leads */
    SideBySide(Workbench bench, LeadScorer other) {
        this.bench = bench;
        this.other = other;
        this.now = bench.clock().get();
        this.live = bench.scorers()
                .find(bench.tenant(), now)
                .orElseThrow(() -> new InvalidInputException(
                        "scorecard", "a scorer of the tenant's leads to compare with", "none"));
    }

    LeadComparison of(Lead lead) {
        // The channel's clock may be ahead of ours.
        Instant asOf = lead.lastActivityAt().isAfter(now) ? lead.lastActivityAt() : now;
        return new LeadComparison(lead.id(), live.score(lead, asOf), other.score(lead, asOf));
    }

    ScorecardComparison of(LeadFilter filter, Consumer<LeadComparison> each) {
        var bands = new BandTable();
        List<LeadComparison> changed = new ArrayList<>();
        long leads = 0;
        long distance = 0;
        for (Lead lead :
                Pages.iterable(page -> bench.store().list(bench.tenant(), new LeadQuery(filter, Sort.NEWEST, page)))) {
            if (lead.closed()) {
                continue;
            }
            LeadComparison both = of(lead);
            bands.add(both.live(), both.other());
            leads++;
            distance += Math.abs(both.difference());
            if (both.changesBand() && changed.size() < ScorecardComparison.MOST_CHANGED) {
                changed.add(both);
            }
            each.accept(both);
        }
        double meanDistance = leads == 0 ? 0 : (double) distance / leads;
        return new ScorecardComparison(leads, bands.bands(), bands.meanDifference(), meanDistance, changed);
    }
}
