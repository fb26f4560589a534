package dev.leadkit.examples.leaddesk.insight;

import dev.leadkit.insight.CohortFunnel;
import dev.leadkit.insight.Conversion;
import dev.leadkit.insight.Dimension;
import dev.leadkit.insight.Forecast;
import dev.leadkit.insight.Insights;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.LostLeads;
import dev.leadkit.insight.PeriodFunnel;
import dev.leadkit.insight.ResponseTarget;
import dev.leadkit.insight.ResponseTimes;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.insight.StageTimes;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All figures of a period, from histories that are read once.
 *
 * @param trend made, won and lost over time
 */
public record InsightReport(
        Pipeline pipeline,
        Period period,
        Trend trend,
        CohortFunnel cohort,
        PeriodFunnel flow,
        StageTimes times,
        List<Conversion> outcomes,
        LostLeads lost,
        ResponseTimes responses,
        Forecast forecast) {
    /** The most leads whose histories are read while somebody waits for the page. */
    public static final int MOST_LEADS = 5_000;

    /** Within which time a lead is to be answered. */
    public static final Duration TARGET = Duration.ofHours(2);

    public InsightReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Empty when more than {@value #MOST_LEADS} leads were active since the period began. */
    public static Optional<InsightReport> of(Insights insights, Pipeline pipeline, Period period) {
        TimeRange window = period.range();
        // Whoever was created or moved in the period was last active when it began, or later.
        LeadFilter active = LeadFilter.all().activeIn(new TimeRange(window.from(), null));
        List<LeadHistory> histories =
                insights.among(active).histories().limit(MOST_LEADS + 1L).toList();
        if (histories.size() > MOST_LEADS) {
            return Optional.empty();
        }
        return Optional.of(new InsightReport(
                pipeline,
                period,
                Trend.of(pipeline, histories, period),
                CohortFunnel.of(pipeline, histories.stream(), window, SkippedStages.IMPUTED),
                PeriodFunnel.of(pipeline, histories.stream(), window, SkippedStages.AS_RECORDED),
                StageTimes.of(pipeline, histories.stream(), window),
                List.of(
                        outcome(pipeline, histories, window, Dimension.SOURCE),
                        outcome(pipeline, histories, window, Dimension.ASSIGNEE),
                        outcome(pipeline, histories, window, Dimension.BAND)),
                LostLeads.of(pipeline, histories.stream(), window),
                insights.responseTimes(window, ResponseTarget.within(TARGET), Dimension.ASSIGNEE),
                insights.forecast()));
    }

    private static Conversion outcome(
            Pipeline pipeline, List<LeadHistory> histories, TimeRange window, Dimension dimension) {
        return Conversion.of(pipeline, histories.stream(), window, Conversion.Basis.CREATED, dimension);
    }
}
