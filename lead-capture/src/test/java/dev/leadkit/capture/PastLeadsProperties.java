package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.LeadValues;
import dev.leadkit.scoring.history.PastLead;
import dev.leadkit.scoring.past.ClosedLeads;
import dev.leadkit.scoring.past.MessageIntents.Intents;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What capture made of a conversation up to any instant is what a closed lead tells of that instant. */
class PastLeadsProperties {
    @Property(tries = 15)
    void a_closed_lead_as_of_an_instant_gives_a_card_what_it_gave_then(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.addAll(Chats.conversation("session-" + i, random));
        }
        messages.sort(Comparator.comparing(ChatMessage::at)
                .thenComparing(ChatMessage::sequence)
                .thenComparing(ChatMessage::id));
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        LeadDesk ann = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
        TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);

        Map<Instant, Map<LeadId, Object>> then = new TreeMap<>();
        for (ChatMessage message : messages) {
            capture.onMessage(message);
            then.put(message.at(), values(ann));
        }
        ann.bulk().run(BulkAction.transition("lost", null), BulkTarget.matching(LeadFilter.all()));

        ClosedLeads closed = ClosedLeads.at(ann).reading(message -> intents(message.text()));
        then.forEach((instant, leads) -> {
            Map<LeadId, PastLead> rows = closed.stream(LeadFilter.all(), (createdAt, closedAt) -> instant)
                    .collect(Collectors.toMap(row -> row.lead().id(), Function.identity()));
            leads.forEach((id, values) -> assertThat(rows.get(id).values()).isEqualTo(values));
            assertThat(rows).hasSameSizeAs(leads);
        });
    }

    private static Map<LeadId, Object> values(LeadDesk desk) {
        return desk.list(LeadQuery.all()).items().stream()
                .collect(Collectors.toMap(lead -> lead.id(), lead -> LeadValues.of(lead)));
    }

    private static Intents intents(String text) {
        IntentReading reading = IntentModel.trained().read(text);
        return new Intents(reading.purchase(), reading.qualified());
    }
}
