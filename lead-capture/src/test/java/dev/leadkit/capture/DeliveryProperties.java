package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rule 4 of the design: the same leads under any order of delivery, any number of times, on any number of threads. */
class DeliveryProperties {
    private static final int SESSIONS = 4;

    @Property(tries = 300)
    void any_order_gives_the_same_leads(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = conversations(random);
        LeadKit inOrder = Chats.kit(new InMemoryLeadStore());
        deliver(inOrder, messages);

        LeadKit shuffled = Chats.kit(new InMemoryLeadStore());
        deliver(shuffled, timesThreeShuffled(messages, random));

        assertSame(shuffled, inOrder);
    }

    /**
     * Each of two users of a channel writes in two sessions. By rules that take no capture back: a conversation that was
     * linked to a lead stays linked, even when a late message would have kept it from becoming one by itself.
     */
    @Property(tries = 200)
    void a_channels_user_is_one_lead_in_any_order(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = conversations(random).stream()
                .map(message -> ofUser(message, message.session().compareTo("session-2") < 0 ? "77" : "88"))
                .toList();
        LeadKit inOrder = Chats.kit(new InMemoryLeadStore());
        deliverByStandardRules(inOrder, messages);

        LeadKit shuffled = Chats.kit(new InMemoryLeadStore());
        deliverByStandardRules(shuffled, timesThreeShuffled(messages, random));

        assertSame(shuffled, inOrder);
        assertThat(Chats.leads(inOrder)).hasSizeLessThanOrEqualTo(2);
    }

    private static void deliverByStandardRules(LeadKit kit, List<ChatMessage> messages) {
        TenantCapture capture = CaptureEngine.builder(kit).region("US").build().tenant(Chats.TENANT);
        messages.forEach(capture::onMessage);
    }

    private static ChatMessage ofUser(ChatMessage message, String user) {
        return new ChatMessage(
                message.id(),
                message.session(),
                "whatsapp",
                message.speaker(),
                message.text(),
                message.at(),
                message.sequence(),
                Map.of(ChannelAdapter.USER, user),
                message.cleaned());
    }

    @Property(tries = 200)
    void a_mark_counts_the_same_before_or_after_late_messages(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = Chats.conversation("session-0", random);
        Actor ann = Actor.user("ann");
        LeadKit inOrder = Chats.kit(new InMemoryLeadStore());
        deliver(inOrder, messages.stream().sorted().toList());
        mark(inOrder, random.nextBoolean() ? ann : Actor.user("ben"), seed);

        LeadKit shuffled = Chats.kit(new InMemoryLeadStore());
        List<ChatMessage> deliveries = timesThreeShuffled(messages, random);
        int marked = 1 + random.nextInt(deliveries.size());
        deliver(shuffled, deliveries.subList(0, marked));
        mark(shuffled, ann, seed);
        deliver(shuffled, deliveries.subList(marked, deliveries.size()));

        assertThat(Chats.scores(shuffled)).isEqualTo(Chats.scores(inOrder));
    }

    private static void mark(LeadKit kit, Actor actor, long seed) {
        TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);
        if (seed % 2 == 0) {
            capture.promote("session-0", actor);
        } else {
            capture.markQualified("session-0", actor, null);
        }
    }

    @Property(tries = 100)
    void one_batch_gives_the_same_leads_as_one_message_at_a_time(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = conversations(random);
        LeadKit oneByOne = Chats.kit(new InMemoryLeadStore());
        deliver(oneByOne, messages);

        LeadKit atOnce = Chats.kit(new InMemoryLeadStore());
        Chats.engine(atOnce).tenant(Chats.TENANT).onMessages(timesThreeShuffled(messages, random));

        assertSame(atOnce, oneByOne);
    }

    @Property(tries = 60)
    void eight_threads_give_the_same_leads_as_one(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        List<ChatMessage> messages = conversations(random);
        LeadKit inOrder = Chats.kit(new InMemoryLeadStore());
        deliver(inOrder, messages);

        LeadKit concurrent = Chats.kit(new InMemoryLeadStore());
        // Two engines stand for two processes: they share the store and nothing else.
        List<CaptureEngine> engines = List.of(Chats.engine(concurrent), Chats.engine(concurrent));
        List<ChatMessage> deliveries = timesThreeShuffled(messages, random);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < deliveries.size(); i++) {
                ChatMessage message = deliveries.get(i);
                CaptureEngine engine = engines.get(i % 2);
                done.add(threads.submit(() -> engine.tenant(Chats.TENANT).onMessage(message)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertSame(concurrent, inOrder);
    }

    @Property(tries = 200)
    void what_a_person_sets_in_between_stands(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> deliveries = timesThreeShuffled(conversations(random), random);
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        LeadDesk ann = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
        CaptureEngine engine = Chats.engine(kit);
        int act = random.nextInt(deliveries.size());
        Optional<LeadId> touched = Optional.empty();

        for (int i = 0; i < deliveries.size(); i++) {
            engine.tenant(Chats.TENANT).onMessage(deliveries.get(i));
            List<Lead> leads = ann.list(LeadQuery.all()).items();
            if (i >= act && touched.isEmpty() && !leads.isEmpty()) {
                Lead lead = leads.get(0);
                String to = lead.stage().equals("qualified") ? "new" : "qualified";
                ann.transition(lead.id(), to);
                ann.update(lead.id(), LeadUpdate.begin().name("Set by Ann").email("set@by-ann.example"));
                ann.tag(lead.id(), "vip");
                ann.untag(lead.id(), "buyer");
                ann.assign(lead.id(), "ann");
                touched = Optional.of(lead.id());
                assertThat(ann.get(lead.id()).stage()).isEqualTo(to);
            }
        }

        touched.map(ann::get).ifPresent(lead -> {
            assertThat(lead.withdrawn()).isFalse();
            assertThat(lead.contact().name()).extracting("value").isEqualTo("Set by Ann");
            assertThat(lead.contact().emails().get(0).value()).isEqualTo("set@by-ann.example");
            assertThat(lead.tags()).contains("vip").doesNotContain("buyer");
            assertThat(lead.assignee()).isEqualTo("ann");
            assertThat(stagesOf(ann, lead)).isEqualTo(lead.stage());
        });
    }

    @Property(tries = 100)
    void the_last_stage_in_the_timeline_is_the_stage(@ForAll long seed) {
        var random = new Random(seed);
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        deliver(kit, timesThreeShuffled(conversations(random), random));

        LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.system());
        for (Lead lead : desk.list(LeadQuery.all()).items()) {
            assertThat(stagesOf(desk, lead)).isEqualTo(lead.stage());
        }
    }

    /** Walks the timeline; each move begins where the one before ended. */
    private static String stagesOf(LeadDesk desk, Lead lead) {
        String stage = "";
        for (Activity activity :
                desk.timeline(lead.id(), PageRequest.first(500)).items()) {
            if (activity.change() instanceof Change.Created created) {
                stage = created.stage();
            } else if (activity.change() instanceof Change.StageChanged moved) {
                assertThat(moved.from()).isEqualTo(stage);
                stage = moved.to();
            }
        }
        return stage;
    }

    private static List<ChatMessage> conversations(Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            messages.addAll(Chats.conversation("session-" + i, random));
        }
        Collections.sort(messages);
        return messages;
    }

    private static List<ChatMessage> timesThreeShuffled(List<ChatMessage> messages, Random random) {
        List<ChatMessage> deliveries = new ArrayList<>(messages);
        for (ChatMessage message : messages) {
            for (int again = random.nextInt(3); again > 0; again--) {
                deliveries.add(message);
            }
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private static void deliver(LeadKit kit, List<ChatMessage> messages) {
        TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);
        messages.forEach(capture::onMessage);
    }

    private static void assertSame(LeadKit one, LeadKit other) {
        assertThat(Chats.leads(one)).isEqualTo(Chats.leads(other));
        for (int i = 0; i < SESSIONS; i++) {
            assertThat(transcript(one, i)).isEqualTo(transcript(other, i));
        }
    }

    private static List<ChatMessage> transcript(LeadKit kit, int session) {
        return kit.wiring()
                .store()
                .transcript(kit.tenant(Chats.TENANT).id(), "session-" + session)
                .map(Transcript::messages)
                .orElse(List.of());
    }
}
