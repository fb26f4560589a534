package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadMergedException;
import dev.leadkit.LeadUpdate;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.LeadTrace;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever conversations and people make of leads, in whatever order, the timeline alone rebuilds each of them. */
class CaptureTimelineProperties {
    @Property(tries = 50)
    void the_timeline_alone_rebuilds_each_captured_lead(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.addAll(Chats.conversation("session-" + i, random));
        }
        Collections.shuffle(messages, random);
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        LeadDesk ann = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
        TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);
        Set<LeadId> seen = new TreeSet<>();

        for (ChatMessage message : messages) {
            capture.onMessage(message);
            List<Lead> leads = ann.list(LeadQuery.all()).items();
            leads.forEach(lead -> seen.add(lead.id()));
            if (!seen.isEmpty() && random.nextInt(3) == 0) {
                work(ann, List.copyOf(seen), random);
            }
        }

        for (LeadId id : seen) {
            Lead stored = ann.get(id);
            List<Activity> timeline = ann.timeline(id, PageRequest.first(500)).items();
            Lead rebuilt = LeadRebuild.of(stored.tenant(), timeline);
            assertThat(LeadDiff.between(stored, rebuilt)).isEmpty();
            assertThat(LeadDiff.traceBetween(stored, rebuilt)).isEqualTo(LeadTrace.NONE);
        }
    }

    private static void work(LeadDesk ann, List<LeadId> leads, Random random) {
        LeadId id = leads.get(random.nextInt(leads.size()));
        LeadId other = leads.get(random.nextInt(leads.size()));
        try {
            switch (random.nextInt(8)) {
                case 0 -> ann.update(id, LeadUpdate.begin().name("Set by Ann"));
                case 1 -> ann.update(id, LeadUpdate.begin().email("set@by-ann.example"));
                case 2 -> ann.update(id, LeadUpdate.begin().phone("+1 212 555 0142", "US"));
                case 3 -> ann.untag(id, "buyer");
                case 4 -> ann.assign(id, "ann");
                case 5, 6 -> ann.merges().apply(ann.merges().preview(id, other));
                default -> ann.merges().undo(id);
            }
        } catch (MergeRefusedException | LeadMergedException refused) {
            // Nothing was written.
        }
    }
}
