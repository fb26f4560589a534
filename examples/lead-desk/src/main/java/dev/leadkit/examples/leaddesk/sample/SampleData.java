package dev.leadkit.examples.leaddesk.sample;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.sample.SampleConversation.Step;
import dev.leadkit.examples.leaddesk.sample.SampleConversation.Turn;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadQuery;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Fills an empty database with conversations of the last weeks, as the hook would have got them, and with what was done
 * with their leads. All of it was done in the past, so that figures over time show something.
 */
public final class SampleData {
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(47);

    private final DeskHost host;
    private final SampleClock clock;
    private final Instant start;
    private final PrintWriter progress;

    private SampleData(DeskHost host, SampleClock clock, Instant start, PrintWriter progress) {
        this.host = host;
        this.clock = clock;
        this.start = start;
        this.progress = progress;
    }

    /**
     * Does nothing where a tenant of the sample has leads already.
     *
     * @param hosts builds a host over the storage that goes by a clock; it needs no endpoints
     * @param start the present
     */
    public static void fill(Function<Clock, DeskHost> hosts, Instant start, PrintWriter progress) {
        var clock = new SampleClock(start.minus(Duration.ofDays(40)));
        new SampleData(hosts.apply(clock), clock, start, progress).fill();
    }

    private void fill() {
        if (!isEmpty()) {
            return;
        }
        publishPipeline();
        List<SampleConversation> conversations = SampleReader.conversations();
        progress.println("sample: %s conversations of the last weeks".formatted(conversations.size()));
        int leads = 0;
        for (int i = 0; i < conversations.size(); i++) {
            leads += deliver(conversations.get(i)) ? 1 : 0;
            if ((i + 1) % 12 == 0) {
                progress.println("sample: %s of %s".formatted(i + 1, conversations.size()));
            }
        }
        progress.println("sample: done, %s leads".formatted(leads));
    }

    private boolean isEmpty() {
        return List.of(SampleUsers.ROASTERY, SampleUsers.STUDIO).stream()
                .allMatch(tenant -> host.ownDesk(tenant)
                        .list(LeadQuery.all().limit(1))
                        .items()
                        .isEmpty());
    }

    /** The roastery asks for more than the pipeline of the kit does. */
    private void publishPipeline() {
        var pipelines = host.ownDesk(SampleUsers.ROASTERY).pipelines();
        pipelines.publish(pipelines.plan(Pipeline.parse(SampleReader.text("pipeline.json"))));
    }

    private boolean deliver(SampleConversation conversation) {
        TenantId tenant = TenantId.of(conversation.tenant());
        Instant begin = start.minus(Duration.parse(conversation.ago()));
        List<ChatMessage> messages = new ArrayList<>();
        for (Turn turn : conversation.turns()) {
            messages.add(message(conversation, turn, begin, messages.size()));
        }
        clock.set(messages.get(messages.size() - 1).at());
        Map<String, CaptureOutcome> outcomes = host.capture(tenant).onMessages(messages);
        LeadId lead = outcomes.values().iterator().next().lead().orElse(null);
        if (lead != null) {
            conversation.then().forEach(step -> take(tenant, lead, step, begin));
        }
        return lead != null;
    }

    private static ChatMessage message(SampleConversation conversation, Turn turn, Instant begin, int index) {
        ChatMessage.Builder message = ChatMessage.from(conversation.id())
                .id(conversation.id() + "#" + (index + 1))
                .channel(conversation.channel())
                .said(Speaker.valueOf(turn.speaker().toUpperCase(Locale.ROOT)), turn.text())
                .at(begin.plus(BETWEEN_TURNS.multipliedBy(index)))
                .sequence(index);
        if (conversation.region() != null) {
            message.attribute(ChatMessage.REGION, conversation.region());
        }
        return message.build();
    }

    private void take(TenantId tenant, LeadId lead, Step step, Instant begin) {
        clock.set(begin.plus(Duration.parse(step.after())));
        Principal user = SampleUsers.all().stream()
                .filter(each -> each.tenant().equals(tenant) && each.user().equals(step.by()))
                .findFirst()
                .orElseThrow();
        LeadDesk desk = host.desk(user);
        if (step.move() != null) {
            desk.transition(lead, step.move(), step.reason());
        } else if (step.assign() != null) {
            desk.assign(lead, step.assign());
        } else if (step.tag() != null) {
            desk.tag(lead, step.tag());
        } else if (step.note() != null) {
            desk.note(lead, step.note());
        } else if (step.amount() != null) {
            String[] parts = step.amount().split(" ");
            desk.update(lead, LeadUpdate.begin().expecting(Money.of(parts[0], parts[1])));
        }
    }
}
