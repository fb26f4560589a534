package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.examples.leaddesk.rest.LeadJson.Amount;
import dev.leadkit.insight.CohortFunnel;
import dev.leadkit.insight.Forecast;
import dev.leadkit.insight.Insights;
import dev.leadkit.insight.MorningReview;
import dev.leadkit.insight.PeriodFunnel;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the leads tell: a funnel, times, a forecast, the morning review. */
final class InsightRoutes {
    private static final int REVIEWED = 20;

    private InsightRoutes() {}

    /** @param kind cohort: leads created in the window; period: what happened in it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Funnel(
            String kind,
            @Nullable String from,
            @Nullable String to,
            long leads,
            long won,
            long lost,
            @Nullable Long open,
            @Nullable Long reopened,
            List<Step> steps) {
        static Funnel of(CohortFunnel funnel) {
            return new Funnel(
                    "cohort",
                    text(funnel.window().from()),
                    text(funnel.window().before()),
                    funnel.leads(),
                    funnel.won(),
                    funnel.lost(),
                    funnel.open(),
                    null,
                    funnel.steps().stream()
                            .map(step -> new Step(
                                    step.stage(),
                                    step.reached(),
                                    step.leapt(),
                                    step.onward(),
                                    step.lost(),
                                    step.won(),
                                    step.open(),
                                    null))
                            .toList());
        }

        static Funnel of(PeriodFunnel funnel) {
            return new Funnel(
                    "period",
                    text(funnel.window().from()),
                    text(funnel.window().before()),
                    funnel.created(),
                    funnel.won(),
                    funnel.lost(),
                    null,
                    funnel.reopened(),
                    funnel.steps().stream()
                            .map(step -> new Step(
                                    step.stage(),
                                    step.entered(),
                                    step.leapt(),
                                    step.onward(),
                                    step.lost(),
                                    null,
                                    null,
                                    step.back()))
                            .toList());
        }
    }

    /** @param leapt of the leads that leapt over it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String stage,
            long reached,
            long leapt,
            long onward,
            long lost,
            @Nullable Long won,
            @Nullable Long open,
            @Nullable Long back) {}

    /** Times in seconds; absent where too many visits still last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageTime(
            String stage,
            long visits,
            long over,
            long running,
            @Nullable Long medianSeconds,
            @Nullable Long p90Seconds) {}

    record StageTimesJson(List<StageTime> items) {}

    record ForecastJson(long leads, long withoutAmount, List<OfCurrency> currencies) {
        static ForecastJson of(Forecast forecast) {
            return new ForecastJson(
                    forecast.leads(),
                    forecast.withoutAmount(),
                    forecast.currencies().stream().map(OfCurrency::of).toList());
        }
    }

    /**
     * @param overridden how many of the leads have a probability of their own
     * @param low eight of ten outcomes lie from it to high
     */
    record OfCurrency(
            String currency,
            long leads,
            long overridden,
            Amount all,
            Amount weighted,
            Amount low,
            Amount high,
            long unweighted) {
        static OfCurrency of(Forecast.OfCurrency its) {
            return new OfCurrency(
                    its.currency(),
                    its.leads(),
                    its.overridden(),
                    amount(its.all()),
                    amount(its.weighted()),
                    amount(its.low()),
                    amount(its.high()),
                    its.unweighted());
        }

        private static Amount amount(Money money) {
            return Amount.of(money);
        }
    }

    record Going(LeadJson lead, String staleAt) {}

    record Review(
            String asOf,
            List<LeadJson> hot,
            List<LeadJson> unnoticed,
            List<Going> goingStale,
            Map<String, Long> stale) {
        static Review of(MorningReview review) {
            return new Review(
                    review.asOf().toString(),
                    review.hot().items().stream().map(LeadJson::of).toList(),
                    review.unnoticed().items().stream().map(LeadJson::of).toList(),
                    review.goingStale().stream()
                            .map(each -> new Going(
                                    LeadJson.of(each.lead()), each.staleAt().toString()))
                            .toList(),
                    review.stale());
        }
    }

    static List<Route> all() {
        return List.of(
                Route.get("/insights/funnel", InsightRoutes::funnel),
                Route.get("/insights/stage-times", InsightRoutes::stageTimes),
                Route.get("/insights/forecast", InsightRoutes::forecast),
                Route.get("/insights/morning-review", InsightRoutes::morningReview));
    }

    private static Answer funnel(Call call) {
        Parameters.requireKnown(call.query(), "range", "from", "to", "kind", "skipped", "pipeline");
        SkippedStages skipped = switch (String.valueOf(Parameters.one(call.query(), "skipped"))) {
            case "null", "as-recorded" -> SkippedStages.AS_RECORDED;
            case "imputed" -> SkippedStages.IMPUTED;
            default -> throw new InvalidInputException("skipped", "imputed or as-recorded", "another text");
        };
        TimeRange window = Windows.of(call.query(), call.host().now());
        return switch (String.valueOf(Parameters.one(call.query(), "kind"))) {
            case "null", "cohort" -> Answer.ok(Funnel.of(insights(call).cohortFunnel(window, skipped)));
            case "period" -> Answer.ok(Funnel.of(insights(call).periodFunnel(window, skipped)));
            default -> throw new InvalidInputException("kind", "cohort or period", "another text");
        };
    }

    private static Answer stageTimes(Call call) {
        Parameters.requireKnown(call.query(), "range", "from", "to", "pipeline");
        TimeRange window = Windows.of(call.query(), call.host().now());
        return Answer.ok(new StageTimesJson(insights(call).stageTimes(window).stages().stream()
                .map(each -> new StageTime(
                        each.stage(),
                        each.visits(),
                        each.over(),
                        each.running(),
                        seconds(each.median()),
                        seconds(each.p90())))
                .toList()));
    }

    private static Answer forecast(Call call) {
        Parameters.requireKnown(call.query(), "pipeline");
        return Answer.ok(ForecastJson.of(insights(call).forecast()));
    }

    private static Answer morningReview(Call call) {
        Parameters.requireKnown(call.query(), "limit", "pipeline");
        return Answer.ok(Review.of(insights(call).morningReview(Parameters.number(call.query(), "limit", REVIEWED))));
    }

    private static Insights insights(Call call) {
        String pipeline = Parameters.one(call.query(), "pipeline");
        return pipeline == null ? call.desk().insights() : call.desk().insights(pipeline);
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }
}
