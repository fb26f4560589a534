package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.access.NotPermittedException;
import dev.leadkit.examples.leaddesk.insight.InsightReport;
import dev.leadkit.examples.leaddesk.insight.Period;
import dev.leadkit.insight.Insights;
import dev.leadkit.pipeline.Pipeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the leads of a period tell. The period stands in the address. */
final class InsightPage {
    private InsightPage() {}

    /** Says why to whom the figures are closed: who sees no amounts gets none that are made of them. */
    static Pages.Page forReaders(Pages.Page page) {
        return call -> {
            try {
                page.show(call);
            } catch (NotPermittedException hidden) {
                call.ctx().status(403);
                call.render("insight-closed", Map.of());
            }
        };
    }

    static void show(PageCall call) {
        Period period = Period.of(
                call.query("period"),
                call.query("from"),
                call.query("to"),
                call.host().now());
        Insights insights = call.desk().insights();
        Pipeline pipeline = call.host().pipeline(call.who().tenant());
        Optional<InsightReport> report = InsightReport.of(insights, pipeline, period);
        Map<String, Object> model = new HashMap<>();
        model.put("period", period);
        model.put("periods", Period.CHOICES);
        model.put("asOf", insights.asOf());
        model.put("tooMany", report.isEmpty());
        model.put("most", InsightReport.MOST_LEADS);
        report.ifPresent(found -> {
            model.put("report", found);
            model.put("view", new InsightView(found));
        });
        call.render("insight", model);
    }
}
