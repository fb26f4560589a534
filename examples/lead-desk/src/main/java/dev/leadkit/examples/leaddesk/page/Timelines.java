package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads timelines whole; a lead's is short. */
final class Timelines {
    private Timelines() {}

    /** All that happened, oldest first. */
    static List<Activity> all(LeadDesk desk, LeadId id) {
        List<Activity> all = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            Page<Activity> page = desk.timeline(id, request);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            request = request.after(page.next());
        }
    }

    /** The newest entry of a kind. */
    static Optional<Activity> last(LeadDesk desk, LeadId id, Predicate<Activity> wanted) {
        return all(desk, id).stream().filter(wanted).reduce((earlier, later) -> later);
    }
}
