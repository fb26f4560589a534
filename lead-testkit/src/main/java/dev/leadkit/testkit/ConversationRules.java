package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.ANN;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aMessage;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import dev.leadkit.store.CommitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Conversations and their messages. */
interface ConversationRules {
    @Test
    @DisplayName("STORE-30 a conversation is read back equal, with its segments and marks in their order")
    default void a_conversation_is_read_back_equal(StoreUnderTest store) {
        var unit = aChangeset();
        Conversation begun = unit.conversation(
                Conversation.begin(ACME, "s-1", "widget")
                        .withSegment(new Segment(id(2), null))
                        .withSegment(new Segment(id(1), NOW))
                        .withSegment(new Segment(id(3), NOW.plusSeconds(1)))
                        .withMark(new Mark(Mark.Kind.QUALIFIED, ANN, NOW, "asks for an offer"))
                        .withMark(new Mark(Mark.Kind.PROMOTED, Actor.bot("b").onBehalfOf("ann"), NOW, null)),
                0);
        store.commit(unit);
        assertThat(store.spi().transcript(ACME, "s-1")).contains(new Transcript(begun, List.of()));

        var next = aChangeset();
        Conversation changed = next.conversation(Conversation.begin(ACME, "s-1", "whatsapp"), 1);
        store.commit(next);

        assertThat(store.spi().transcript(ACME, "s-1")).contains(new Transcript(changed, List.of()));
    }

    @Test
    @DisplayName("STORE-31 a message is read back equal, in every part")
    default void a_message_is_read_back_equal(StoreUnderTest store) {
        ChatMessage full = ChatMessage.from("s-1")
                .id("m-1")
                .channel("whatsapp")
                .agent("Sure \u0000 thing")
                .at(NOW)
                .sequence(Long.MAX_VALUE)
                .attribute("region", "NO")
                .attribute("page", "https://acme.example/?q=\"ü\"")
                .build();
        ChatMessage bare = aMessage("s-1", "m-2")
                .bot("")
                .at(NOW.plusSeconds(1))
                .sequence(-3)
                .build();

        store.say("s-1", full, bare);

        assertThat(store.messages("s-1")).containsExactly(full, bare);
    }

    @Test
    @DisplayName("STORE-32 messages stand by time, then sequence, then id, whatever the order of arrival")
    default void messages_are_ordered_whatever_the_arrival(StoreUnderTest store) {
        ChatMessage first =
                aMessage("s-1", "z").at(NOW.minusNanos(1_000)).sequence(9).build();
        ChatMessage second = aMessage("s-1", "y").sequence(1).build();
        ChatMessage third = aMessage("s-1", "B").sequence(2).build();
        ChatMessage fourth = aMessage("s-1", "a").sequence(2).build();
        ChatMessage last = aMessage("s-1", "A").sequence(10).build();

        store.say("s-1", last, third);
        store.say("s-1", fourth);
        store.say("s-1", second, first);

        assertThat(store.messages("s-1")).containsExactly(first, second, third, fourth, last);
    }

    @Test
    @DisplayName("STORE-33 a message whose id the session has stays as it was and is reported; the rest applies")
    default void a_message_seen_before_stays_and_is_reported(StoreUnderTest store) {
        ChatMessage first = aMessage("s-1", "m-1").visitor("the first").build();
        ChatMessage second = aMessage("s-1", "m-2").at(NOW.plusSeconds(1)).build();
        store.say("s-1", first);

        CommitResult result =
                store.say("s-1", aMessage("s-1", "m-1").visitor("another").build(), second);

        assertThat(result).isEqualTo(new CommitResult(false, Set.of(new CommitResult.SeenMessage("s-1", "m-1"))));
        assertThat(store.messages("s-1")).containsExactly(first, second);
    }

    @Test
    @DisplayName("STORE-34 a message that stands twice in one changeset is stored once, as it was first")
    default void a_message_twice_in_one_changeset_is_stored_once(StoreUnderTest store) {
        ChatMessage first = aMessage("s-1", "m-1").visitor("the first").build();

        store.say("s-1", first, aMessage("s-1", "m-1").visitor("another").build());

        assertThat(store.messages("s-1")).containsExactly(first);
    }

    @Test
    @DisplayName("STORE-35 sessions and message ids are told apart exactly: by case, accents, blanks, any character")
    default void sessions_and_ids_are_told_apart_exactly(StoreUnderTest store) {
        List<String> alike = List.of("ab", "AB", "Ab", "áb", "a\u0301b", "ab ", " ab", "ａｂ", "a_", "a%", "aß", "ass");
        for (String session : alike) {
            List<ChatMessage> messages = new ArrayList<>();
            alike.forEach(id ->
                    messages.add(aMessage(session, id).visitor(session + id).build()));
            CommitResult result = store.say(session, messages.toArray(ChatMessage[]::new));
            assertThat(result).as("messages of session " + Texts.name(session)).isEqualTo(CommitResult.APPLIED);
        }
        for (String session : alike) {
            assertThat(store.messages(session))
                    .as("messages of session " + Texts.name(session))
                    .hasSize(alike.size())
                    .allSatisfy(message -> assertThat(message.text()).isEqualTo(session + message.id()));
        }
    }

    @Test
    @DisplayName("STORE-36 message texts survive exactly: any Unicode, 64 KiB, 1 MiB")
    default void message_texts_survive(StoreUnderTest store) {
        List<String> texts = new ArrayList<>(Texts.HOSTILE);
        texts.add("");
        texts.add("\t\r\n\u0001\u001F\u007F\u0085");
        texts.add("a".repeat(64 * 1024));
        texts.add("🙂".repeat(Input.MAX_TEXT_BYTES / 4));
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            messages.add(
                    aMessage("s-1", "m-" + i).visitor(texts.get(i)).sequence(i).build());
        }

        store.say("s-1", messages.toArray(ChatMessage[]::new));

        List<ChatMessage> stored = store.messages("s-1");
        assertThat(stored).hasSameSizeAs(messages);
        for (int i = 0; i < stored.size(); i++) {
            boolean same = stored.get(i).text().equals(texts.get(i));
            assertThat(same)
                    .as("the text " + Texts.name(texts.get(i)) + " is the same")
                    .isTrue();
        }
    }
}
