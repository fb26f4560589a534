package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.insight.MorningReview;
import dev.leadkit.pipeline.Pipeline;
import java.util.Map;

/** What to look at first. */
final class MorningPage {
    private static final int MOST = 20;

    private MorningPage() {}

    static void show(PageCall call) {
        MorningReview review = call.desk().insights().morningReview(MOST);
        Pipeline pipeline = call.host().pipeline(call.who().tenant());
        long stale = review.stale().values().stream().mapToLong(Long::longValue).sum();
        call.render(
                "morning",
                Map.of("review", review, "pipeline", pipeline, "stale", stale, "hot", MorningReview.HOT));
    }
}
