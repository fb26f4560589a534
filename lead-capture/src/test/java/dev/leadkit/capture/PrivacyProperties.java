package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of the capture modes whatever is said, in whatever order it comes. */
class PrivacyProperties {
    /** Something of whatever a visitor gives in these conversations, and of what the others say to him. */
    private static final List<String> TELLING = List.of(
            "jane",
            "miller",
            "2125550142",
            "555 0142",
            "espresso",
            "norway",
            "backlinks",
            "northwind",
            "janie",
            "wa-77");

    @Property(tries = 150)
    void nothing_by_which_the_visitor_can_be_told_leaves_a_pseudonymous_capture(@ForAll long seed) {
        var random = new Random(seed);
        List<String> events = new ArrayList<>();
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .identityKey("a secret of 16 bytes or more".getBytes(StandardCharsets.UTF_8))
                .endpoint("crm", event -> events.add(event.toJson()))
                .clock(Clock.fixed(Chats.EVENING, ZoneOffset.UTC))
                .build();
        LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
        TenantCapture capture = engine(kit, CaptureMode.PSEUDONYMOUS);
        List<Object> seen = new ArrayList<>();

        for (ChatMessage message : shuffled(conversation(random), random)) {
            seen.add(capture.onMessage(message));
        }
        seen.add(capture.markQualified("session-0", Actor.user("ann"), "Jane Miller called"));
        seen.add(capture.explain("session-0").orElseThrow());
        seen.add(desk.personalData().exportSession("session-0").toJson());
        for (Lead lead : desk.list(LeadQuery.all()).items()) {
            seen.add(lead);
            seen.add(desk.personalData().export(Set.of(lead.id())).toJson());
        }
        for (SummaryKind kind : SummaryKind.values()) {
            Summary summary = ExtractiveSummarizer.of(kind).summarize(Utterance.of(transcript(kit)));
            assertThat(summary.isEmpty()).isTrue();
        }
        kit.relay().poll(Set.of(kit.tenant(Chats.TENANT).id()));
        seen.addAll(events);

        assertThat(seen.toString().toLowerCase(Locale.ROOT)).doesNotContain(TELLING);
    }

    @Property(tries = 200)
    void a_pseudonymous_capture_is_the_same_in_any_order(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = conversation(random);
        Collections.sort(messages);

        assertThat(result(CaptureMode.PSEUDONYMOUS, shuffled(messages, random)))
                .isEqualTo(result(CaptureMode.PSEUDONYMOUS, messages));
    }

    @Property(tries = 200)
    void redelivery_changes_nothing_though_the_mode_changes_in_between(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = stating(conversation(random), random);
        Collections.sort(messages);
        List<ChatMessage> again = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            again.add(messages.get(i));
            again.add(messages.get(random.nextInt(i + 1)));
        }

        for (CaptureMode begun : CaptureMode.values()) {
            assertThat(result(begun, again)).isEqualTo(result(begun, messages));
        }
    }

    /** Of messages that each come once, in any order. */
    @Property(tries = 100)
    void a_stricter_mode_keeps_no_more(@ForAll long seed) {
        var random = new Random(seed);
        List<ChatMessage> deliveries = stating(conversation(random), random);
        Collections.shuffle(deliveries, random);

        Set<String> full = texts(CaptureMode.FULL, deliveries);
        Set<String> pseudonymous = texts(CaptureMode.PSEUDONYMOUS, deliveries);

        assertThat(full).containsAll(pseudonymous);
        assertThat(pseudonymous).containsAll(texts(CaptureMode.NONE, deliveries));
    }

    private static Set<String> texts(CaptureMode mode, List<ChatMessage> deliveries) {
        LeadKit kit = captured(mode, deliveries);
        Set<String> texts = new HashSet<>();
        transcript(kit).forEach(message -> texts.add(message.text()));
        texts.remove("");
        return texts;
    }

    private static List<Object> result(CaptureMode mode, List<ChatMessage> deliveries) {
        LeadKit kit = captured(mode, deliveries);
        List<Object> result = new ArrayList<>();
        result.add(Chats.leads(kit));
        result.add(Chats.scores(kit));
        result.add(transcript(kit));
        kit.tenant(Chats.TENANT)
                .as(Actor.system())
                .list(LeadQuery.all())
                .items()
                .forEach(lead -> result.add(lead.consents()));
        return result;
    }

    private static LeadKit captured(CaptureMode mode, List<ChatMessage> deliveries) {
        LeadKit kit = Chats.kit(new InMemoryLeadStore());
        TenantCapture capture = engine(kit, mode);
        deliveries.forEach(capture::onMessage);
        return kit;
    }

    private static TenantCapture engine(LeadKit kit, CaptureMode mode) {
        return CaptureEngine.builder(kit)
                .rules(Chats.rules())
                .region("US")
                .mode(mode)
                .fullOnConsentTo("contact")
                .build()
                .tenant(Chats.TENANT);
    }

    private static List<ChatMessage> transcript(LeadKit kit) {
        return kit.wiring()
                .store()
                .transcript(kit.tenant(Chats.TENANT).id(), "session-0")
                .map(Transcript::messages)
                .orElse(List.of());
    }

    /** With what a channel knows of the visitor. */
    private static List<ChatMessage> conversation(Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        for (ChatMessage message : Chats.conversation("session-0", random)) {
            messages.add(with(message)
                    .attribute(ChannelAdapter.USER, "wa-77")
                    .attribute(ChannelAdapter.NAME, "Janie")
                    .attribute(ChannelAdapter.PHONE, "+12125550142")
                    .build());
        }
        return messages;
    }

    /** Some of them change the mode, or say something of consent. */
    private static List<ChatMessage> stating(List<ChatMessage> messages, Random random) {
        List<ChatMessage> stating = new ArrayList<>();
        for (ChatMessage message : messages) {
            ChatMessage.Builder said = with(message);
            switch (random.nextInt(6)) {
                case 0 -> said.consent(Consent.to("contact").text("v" + random.nextInt(2)));
                case 1 -> said.consent(Consent.withdrawnFrom("contact"));
                case 2 -> said.captureMode(CaptureMode.values()[random.nextInt(3)]);
                default -> said.attribute("campaign", "spring");
            }
            stating.add(said.build());
        }
        return stating;
    }

    private static ChatMessage.Builder with(ChatMessage message) {
        ChatMessage.Builder builder = ChatMessage.from(message.session())
                .id(message.id())
                .channel(message.channel())
                .said(message.speaker(), message.text())
                .at(message.at())
                .sequence(message.sequence());
        message.attributes().forEach(builder::attribute);
        return builder;
    }

    private static List<ChatMessage> shuffled(List<ChatMessage> messages, Random random) {
        List<ChatMessage> deliveries = new ArrayList<>(messages);
        messages.forEach(message -> deliveries.addAll(Collections.nCopies(random.nextInt(2), message)));
        Collections.shuffle(deliveries, random);
        return deliveries;
    }
}
