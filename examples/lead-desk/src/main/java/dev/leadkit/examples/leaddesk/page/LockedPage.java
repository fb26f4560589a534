package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.LockedPreview;
import dev.leadkit.plan.NotEntitledException;
import java.util.HashMap;
import java.util.Map;

/** In place of a page that the tenant's plan does not open: what waits behind the gate, in numbers, and how to open it. */
final class LockedPage {
    private LockedPage() {}

    static void show(PageCall call, NotEntitledException closed) {
        Map<String, Object> model = new HashMap<>();
        model.put("feature", closed.feature().key());
        model.put("access", closed.access().key());
        model.put("hint", closed.upgradeHint());
        model.put("plan", call.desk().plan().plan().key());
        model.put("isAdmin", call.who().role().isAtLeast(Role.ADMIN));
        LockedPreview preview = closed.access() == FeatureAccess.LOCKED_PREVIEW
                ? call.desk().plan().preview(closed.feature())
                : null;
        model.put("preview", preview);
        model.put(
                "stages",
                StageCount.of(call.host().pipeline(call.who().tenant()), preview == null ? Map.of() : preview.leads()));
        call.ctx().status(403);
        call.render("locked", model);
    }
}
