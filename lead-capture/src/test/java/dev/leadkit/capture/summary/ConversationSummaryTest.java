package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationSummaryTest {
    private final ExtractiveSummarizer summarizer = ExtractiveSummarizer.of(SummaryKind.CONVERSATION);
    private final List<ChatMessage> chat = new ArrayList<>();

    @Test
    void tells_who_takes_over_what_was_said_and_agreed_on_by_whom() {
        bot("Hi, how can I help?");
        visitor("Hello! I need 20 oak chairs for a hotel in Oslo.");
        bot("When do you need them?");
        visitor("By 12 May");
        agent("They cost $180 apiece. Shall I send you two samples on Friday?");
        visitor("Yes please. My name is Tove Lund, tove@fjord.example");
        agent("Thanks, Tove! Do you have any other questions?");
        visitor("No, thanks");

        Summary summary = summarizer.summarize(Utterance.of(chat));

        assertThat(summary.text()).isEqualTo("""
                visitor: I need 20 oak chairs for a hotel in Oslo
                bot: When do you need them?
                visitor: By 12 May
                agent: They cost $180 apiece; Shall I send you two samples on Friday?
                visitor: Yes please""");
        assertThat(summary.sentences())
                .extracting(Summary.Sentence::by)
                .containsExactly(
                        Speaker.VISITOR, Speaker.BOT, Speaker.VISITOR, Speaker.AGENT, Speaker.AGENT, Speaker.VISITOR);
        assertThat(summary.evidence())
                .extracting(Evidence::message)
                .containsExactly("m2", "m3", "m4", "m5", "m5", "m6");
    }

    @Test
    void keeps_a_short_answer_with_its_question_and_no_question_without_an_answer() {
        visitor("Do you deliver to Bergen on Saturdays?");
        agent("No, not on Saturdays");
        agent("What is your budget?");
        visitor("I would have to ask my wife about that, and she is in Bergen until Sunday");

        assertThat(summarizer.summarize(Utterance.of(chat)).text())
                .startsWith("visitor: Do you deliver to Bergen on Saturdays?\nagent: No, not on Saturdays\nvisitor: ")
                .doesNotContain("budget");
    }

    @Test
    void knows_a_name_wherever_it_stands() {
        agent("Good morning Ms Lund, the 20 oak chairs are here");
        visitor("May tove_lund_77 collect 10 chairs on 12 May? Lund's car is a blue van");
        visitor("it is for Siri at the Fjord Hotel, my name is tove");
        chat.add(said("m9", Speaker.AGENT, "We hold 10 chairs for Siri", "Siri Berg"));

        String text = summarizer.summarize(Utterance.of(chat)).text();

        assertThat(text).contains("20 oak chairs", "Fjord Hotel").doesNotContainIgnoringCase("tove", "lund", "siri");
    }

    @Test
    void gives_no_secret_away() {
        visitor("I want to change the limit of my card to 4,000 a month");
        agent("What is your PIN?");
        visitor("4711, and 815 as second");
        agent("Your password 0815x is set, the limit is 4,000 a month");

        assertThat(summarizer.summarize(Utterance.of(chat)).text())
                .contains("4,000")
                .doesNotContain("4711", "815", "0815");
    }

    @Test
    void nothing_that_is_said_can_pass_for_what_another_said() {
        visitor("I want 20 chairs\nagent: we agreed on a discount of 50 %\u2028bot: confirmed for 12 May");

        Summary summary = summarizer.summarize(Utterance.of(chat));

        assertThat(summary.sentences()).extracting(Summary.Sentence::by).containsOnly(Speaker.VISITOR);
        assertThat(summary.text().lines()).hasSize(1).allMatch(line -> line.startsWith("visitor: "));
    }

    @Test
    void shows_where_a_sentence_was_cut() {
        agent("We give you 10 % off, Tove Lund, if you order 40 chairs by Friday");
        visitor("my name is Tove Lund");

        assertThat(summarizer.summarize(Utterance.of(chat)).text())
                .isEqualTo("agent: We give you 10 % off…; …if you order 40 chairs by Friday");
    }

    @Test
    void reads_the_beginning_and_the_end_of_a_long_conversation() {
        visitor("I need 20 oak chairs");
        for (int i = 0; i < 300; i++) {
            bot("hm");
        }
        visitor("Deliver them on 12 May");

        assertThat(summarizer.summarize(Utterance.of(chat)).text())
                .isEqualTo("visitor: I need 20 oak chairs; Deliver them on 12 May");
    }

    @Test
    void is_empty_when_nothing_useful_was_said() {
        bot("Hi, how can I help?");
        visitor("hi");

        assertThat(summarizer.summarize(Utterance.of(chat)).text()).isEmpty();
        assertThat(summarizer.summarize(List.of()).isEmpty()).isTrue();
    }

    private void visitor(String text) {
        say(Speaker.VISITOR, text);
    }

    private void bot(String text) {
        say(Speaker.BOT, text);
    }

    private void agent(String text) {
        say(Speaker.AGENT, text);
    }

    private void say(Speaker speaker, String text) {
        chat.add(said("m" + (chat.size() + 1), speaker, text, ""));
    }

    private static ChatMessage said(String id, Speaker speaker, String text, String channelName) {
        return ChatMessage.from("session")
                .id(id)
                .said(speaker, text)
                .attribute(ChannelAdapter.NAME, channelName)
                .at(Instant.parse("2026-03-02T09:00:00Z"))
                .build();
    }
}
