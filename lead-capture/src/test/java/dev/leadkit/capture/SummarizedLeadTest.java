package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.NeedSummarizer;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The need of a lead by another summarizer than capture's. */
class SummarizedLeadTest {
    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
    private final TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);

    private final NeedSummary need =
            new NeedSummary("three espresso machines", "test-model", List.of(new Evidence("s-1", "m-1", 14, 38)));
    private final NeedSummarizer model = messages -> Optional.of(need);

    private LeadId said(String text, int minute) {
        return capture.onMessage(message(minute).visitor(text).build()).lead().orElseThrow();
    }

    private static ChatMessage.Builder message(int minute) {
        return ChatMessage.from("s-1").id("m-" + minute).at(Chats.MORNING.plusSeconds(60L * minute));
    }

    private static String by(Lead lead) {
        return Objects.requireNonNull(lead.need()).by();
    }

    @Test
    void stands_until_the_visitor_says_something_new() {
        LeadId id = said("I want to buy three espresso machines, jane@acme.example", 1);

        assertThat(desk.summarize(id, model).need()).isEqualTo(need);
        capture.onMessage(message(2).agent("With pleasure! How large?").build());
        said("I want to buy three espresso machines, jane@acme.example", 3);
        assertThat(desk.get(id).need()).isEqualTo(need);

        said("I need them in Oslo by May", 4);
        assertThat(by(desk.get(id))).isEqualTo("extractive");

        assertThat(desk.summarize(id, model).need()).isEqualTo(need);
        assertThat(desk.timeline(id, PageRequest.first(50)).items())
                .extracting(activity -> activity.change())
                .contains(new Change.Summarised("three espresso machines"));
    }

    @Test
    void is_made_of_all_that_was_said_in_its_order() {
        LeadId id = said("I want a quote for chairs, jane@acme.example", 2);
        capture.onMessage(message(3).bot("How many?").build());
        said("hello there", 1);
        List<String> read = new ArrayList<>();

        desk.summarize(id, messages -> {
            messages.forEach(message -> read.add(message.id()));
            return Optional.empty();
        });

        assertThat(read).containsExactly("m-1", "m-2", "m-3");
        assertThat(by(desk.get(id))).isEqualTo("extractive");
    }

    @Test
    void nothing_is_written_where_the_visitor_wrote_meanwhile_or_the_summarizer_fails() {
        LeadId id = said("I want a quote for chairs, jane@acme.example", 1);

        Lead after = desk.summarize(id, messages -> {
            said("and for two tables", 2);
            return Optional.of(need);
        });

        assertThat(by(after)).isEqualTo("extractive");
        assertThatThrownBy(() -> desk.summarize(id, messages -> {
                    throw new IllegalStateException("the model is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(by(desk.get(id))).isEqualTo("extractive");
    }

    @Test
    void a_lead_without_a_conversation_is_left_as_it_is() {
        Lead lead = desk.create(NewLead.named("Jane"));

        assertThat(desk.summarize(lead.id(), model)).isEqualTo(lead);
    }
}
