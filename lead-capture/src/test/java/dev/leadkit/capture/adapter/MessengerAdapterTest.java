package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerAdapterTest {
    private static InboundPost read(String object, String from, String to, String event) {
        return new MessengerAdapter().read("""
            {"object": "%s", "entry": [{"id": "9", "time": 1, "messaging": [{"sender": {"id": "%s"},
                "recipient": {"id": "%s"}, "timestamp": 1772000000123, %s}]}]}""".formatted(object, from, to, event));
    }

    @Test
    void a_text_is_the_visitors_message() {
        InboundPost post = read("page", "55", "9", "\"message\": {\"mid\": \"m-1\", \"text\": \"Boats?\"}");

        assertThat(post.messages())
                .extracting(ChatMessage::session, ChatMessage::channel, ChatMessage::speaker, ChatMessage::text)
                .containsExactly(tuple("9:55", "messenger", Speaker.VISITOR, "Boats?"));
        assertThat(post.messages().get(0).at()).isEqualTo(Instant.ofEpochMilli(1_772_000_000_123L));
        assertThat(post.messages().get(0).attributes()).containsOnly(entry(ChannelAdapter.USER, "55"));
    }

    @Test
    void instagram_posts_alike() {
        InboundPost post = read("instagram", "55", "9", "\"message\": {\"mid\": \"m-1\", \"text\": \"Boats?\"}");

        assertThat(post.messages()).extracting(ChatMessage::channel).containsExactly("instagram");
    }

    @Test
    void an_echo_is_a_bots_or_an_agents_message_of_the_visitors_session() {
        String text = "\"mid\": \"m-2\", \"text\": \"Hello\", \"is_echo\": true";

        assertThat(read("page", "9", "55", "\"message\": {" + text + ", \"app_id\": 4}")
                        .messages())
                .extracting(ChatMessage::session, ChatMessage::speaker)
                .containsExactly(tuple("9:55", Speaker.BOT));
        assertThat(read("page", "9", "55", "\"message\": {" + text + "}").messages())
                .extracting(ChatMessage::session, ChatMessage::speaker)
                .containsExactly(tuple("9:55", Speaker.AGENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"263902037430900", "\"263902037430900\"", "1217981644879628"})
    void who_answers_in_metas_inbox_is_an_agent(String inbox) {
        String echo =
                "\"message\": {\"mid\": \"m-2\", \"text\": \"Hello\", \"is_echo\": true, \"app_id\": " + inbox + "}";

        assertThat(read("page", "9", "55", echo).messages())
                .extracting(ChatMessage::speaker)
                .containsExactly(Speaker.AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "{\"object\": \"page\", \"entry\": [{\"id\": \"9\", \"messaging\": []}]}"})
    void a_post_with_nothing_in_it_is_counted(String body) {
        assertThat(new MessengerAdapter().read(body).skipped()).containsOnly(entry("unknown", 1));
    }

    @Test
    void a_postback_says_what_its_button_said() {
        InboundPost post =
                read("page", "55", "9", "\"postback\": {\"title\": \"Prices\", \"payload\": \"P\", \"mid\": \"p-1\"}");

        assertThat(post.messages())
                .extracting(ChatMessage::id, ChatMessage::text)
                .containsExactly(tuple("p-1", "Prices"));
    }

    @Test
    void an_edited_message_is_a_new_one_with_the_new_text() {
        InboundPost post = read(
                "instagram",
                "55",
                "9",
                "\"message_edit\": {\"mid\": \"m-1\", \"text\": \"three boats\", \"num_edit\": 2}");

        assertThat(post.messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("m-1#2");
            assertThat(message.text()).isEqualTo("three boats");
            assertThat(message.speaker()).isEqualTo(Speaker.VISITOR);
            assertThat(message.session()).isEqualTo("9:55");
        });
        assertThat(read("page", "55", "9", "\"message_edit\": {\"mid\": \"m-1\", \"num_edit\": 2}")
                        .skipped())
                .containsOnly(entry("unknown", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "message": {"mid": "m", "text": "hi", "referral": {"ref": "spring", "ad_id": "77", "source": "ADS"}} | 77
        "message": {"mid": "m", "text": "hi", "referral": {"ref": "spring", "source": "SHORTLINK"}} | spring
        "postback": {"mid": "m", "title": "Start", "referral": {"ref": "spring"}} | spring
        """)
    void what_brought_the_visitor_is_an_attribute(String event, String referral) {
        assertThat(read("page", "55", "9", event).messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.attributes()).containsEntry(ChannelAdapter.REFERRAL, referral));
    }

    @Test
    void an_event_may_come_as_a_change() {
        String change = """
                {"object": "instagram", "entry": [{"id": "0", "changes": [{"field": "%s", "value": {"sender": {"id": "55"},
                 "recipient": {"id": "9"}, "timestamp": "1527459824", "message": {"mid": "m-1", "text": "hi"}}}]}]}
                """;

        InboundPost post = new MessengerAdapter().read(change.formatted("messages"));

        assertThat(post.messages())
                .extracting(ChatMessage::session, ChatMessage::at)
                .containsExactly(tuple("9:55", Instant.parse("2018-05-27T22:23:44Z")));
        assertThat(new MessengerAdapter().read(change.formatted("feed")).skipped())
                .containsOnly(entry("unknown", 1));
    }

    @Test
    void what_is_no_message_is_counted() {
        assertThat(read("page", "55", "9", "\"read\": {\"watermark\": 1}").skipped())
                .containsOnly(entry("receipt", 1));
        assertThat(read("page", "55", "9", "\"delivery\": {\"mids\": []}").skipped())
                .containsOnly(entry("receipt", 1));
        assertThat(read("page", "55", "9", "\"reaction\": {\"mid\": \"m\"}").skipped())
                .containsOnly(entry("reaction", 1));
        assertThat(read("instagram", "55", "9", "\"message\": {\"mid\": \"m-1\", \"is_deleted\": true}")
                        .skipped())
                .containsOnly(entry("deleted", 1));
        assertThat(read("page", "55", "9", "\"optin\": {}").skipped()).containsOnly(entry("unknown", 1));
        assertThat(read("page", "", "9", "\"message\": {\"mid\": \"m-1\", \"text\": \"x\"}")
                        .skipped())
                .containsOnly(entry("broken", 1));
    }

    @Test
    void what_the_channel_could_not_carry_is_counted() {
        InboundPost post = read("page", "55", "9", "\"message\": {\"mid\": \"m-1\", \"is_unsupported\": true}");

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("unknown", 1));
    }
}
