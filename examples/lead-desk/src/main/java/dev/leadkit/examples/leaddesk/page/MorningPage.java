package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.insight.MorningReview;
import java.util.List;
import java.util.Map;

/** What to look at first. */
final class MorningPage {
    private static final int MOST = 20;

    private MorningPage() {}

    static void show(PageCall call) {
        MorningReview review = call.desk().insights().morningReview(MOST);
        List<StageCount> stale = StageCount.of(call.host().pipeline(call.who().tenant()), review.stale()).stream()
                .filter(stage -> stage.leads() > 0)
                .toList();
        long all = stale.stream().mapToLong(StageCount::leads).sum();
        call.render("morning", Map.of("review", review, "staleStages", stale, "stale", all, "hot", MorningReview.HOT));
    }
}
