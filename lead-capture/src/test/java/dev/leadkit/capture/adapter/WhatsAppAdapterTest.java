package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppAdapterTest {
    private static final String ENVELOPE = """
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
            "metadata": {"display_phone_number": "4720000000", "phone_number_id": "77"}, %s}}]}]}""";

    private static final String TOVE = """
        "contacts": [{"profile": {"name": "Tove Lund"}, "wa_id": "4790000001", "user_id": "NO.15"}],""";

    private static InboundPost read(String value) {
        return new WhatsAppAdapter().read(ENVELOPE.formatted(value));
    }

    private static InboundPost message(String message) {
        return read(TOVE + "\"messages\": [{\"from\": \"4790000001\", \"id\": \"w-1\", \"timestamp\": \"1772000000\", "
                + message + "}]");
    }

    @Test
    void a_text_is_the_visitors_message_with_what_the_channel_knows_of_him() {
        InboundPost post = message("\"type\": \"text\", \"text\": {\"body\": \"Do you ship to Bergen?\"}");

        assertThat(post.messages()).singleElement().satisfies(message -> {
            assertThat(message.session()).isEqualTo("77:NO.15");
            assertThat(message.id()).isEqualTo("w-1");
            assertThat(message.channel()).isEqualTo("whatsapp");
            assertThat(message.speaker()).isEqualTo(Speaker.VISITOR);
            assertThat(message.text()).isEqualTo("Do you ship to Bergen?");
            assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1_772_000_000));
            assertThat(message.attributes())
                    .containsOnly(
                            entry(ChannelAdapter.USER, "NO.15"),
                            entry(ChannelAdapter.OTHER_USER, "4790000001"),
                            entry(ChannelAdapter.NAME, "Tove Lund"),
                            entry(ChannelAdapter.PHONE, "+4790000001"));
        });
        assertThat(post.skipped()).isEmpty();
    }

    @Test
    void a_visitor_without_a_business_scoped_id_is_known_by_his_number() {
        InboundPost post = read("""
            "contacts": [{"profile": {"name": "Tove"}, "wa_id": "4790000001"}],
            "messages": [{"from": "4790000001", "id": "w-1", "timestamp": "1772000000", "type": "text",
                "text": {"body": "Hi"}}]""");

        assertThat(post.messages()).extracting(ChatMessage::session).containsExactly("77:4790000001");
    }

    @Test
    void of_several_contacts_it_is_the_senders() {
        InboundPost post = read("""
            "contacts": [{"profile": {"name": "Ole"}, "wa_id": "4790000009"},
                {"profile": {"name": "Tove"}, "wa_id": "4790000001"}],
            "messages": [{"from": "4790000001", "id": "w-1", "timestamp": "1772000000", "type": "text",
                "text": {"body": "Hi"}}]""");

        assertThat(post.messages())
                .extracting(message -> message.attributes().get(ChannelAdapter.NAME))
                .containsExactly("Tove");
    }

    @Test
    void a_visitor_who_hides_his_number_is_known_all_the_same() {
        InboundPost post = read("""
            "contacts": [{"profile": {"name": "Tove"}, "user_id": "NO.15"}],
            "messages": [{"from_user_id": "NO.15", "id": "w-1", "timestamp": "1772000000", "type": "text",
                "text": {"body": "Hi"}}]""");

        assertThat(post.messages()).singleElement().satisfies(message -> {
            assertThat(message.session()).isEqualTo("77:NO.15");
            assertThat(message.attributes()).doesNotContainKey(ChannelAdapter.PHONE);
        });
    }

    @Test
    void replies_and_captions_are_text_and_a_picture_is_an_empty_message() {
        assertThat(message("\"type\": \"button\", \"button\": {\"text\": \"Yes\", \"payload\": \"y\"}")
                        .messages())
                .extracting(ChatMessage::text)
                .containsExactly("Yes");
        assertThat(message("\"type\": \"interactive\", \"interactive\": {\"list_reply\": {\"title\": \"Boats\"}}")
                        .messages())
                .extracting(ChatMessage::text)
                .containsExactly("Boats");
        assertThat(message("\"type\": \"image\", \"image\": {\"id\": \"9\", \"caption\": \"this one\"}")
                        .messages())
                .extracting(ChatMessage::text)
                .containsExactly("this one");
        assertThat(message("\"type\": \"image\", \"image\": {\"id\": \"9\"}").messages())
                .extracting(ChatMessage::text)
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"video", "audio", "document", "sticker", "location", "contacts", "order"})
    void what_has_no_words_is_an_empty_message(String type) {
        assertThat(message("\"type\": \"%s\", \"%s\": [{}]".formatted(type, type))
                        .messages())
                .extracting(ChatMessage::speaker, ChatMessage::text)
                .containsExactly(tuple(Speaker.VISITOR, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"flow_token":"t","screen_0_First_Name_0":"Tove","screen_1_Email_1":"tove@fjord.example"} | First Name: Tove, Email: tove@fjord.example
        {"name":"Tove Lund","chairs":20,"rooms":["hall","bar"],"photo":[{"id":9}],"other":""} | name: Tove Lund, chairs: 20, rooms: hall, bar
        {"saved_address_id":"","values":{"city":"Oslo","screen_x_1":"a"}} | city: Oslo, screen x 1: a
        {"screen_0":"a","screen_0_1":"b"} | screen 0: a, 1: b
        {"flow_token":"t"} | Sent
        [1] | Sent
        {"a | Sent
        """)
    void the_answers_of_a_flow_are_text(String answers, String text) {
        String json = answers.replace("\"", "\\\"");

        assertThat(message("""
                                "type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply":
                                {"name": "flow", "body": "Sent", "response_json": "%s"}}""".formatted(json)).messages())
                .extracting(message -> message.text().replace("\n", ", "))
                .containsExactly(text);
    }

    @Test
    void the_ad_that_brought_the_visitor_is_an_attribute() {
        InboundPost post = message("""
                "type": "text", "text": {"body": "hi"}, "referral":
                {"source_url": "https://fb.example/x", "source_id": "120", "source_type": "ad", "headline": "Boats"}""");

        assertThat(post.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.attributes()).containsEntry(ChannelAdapter.REFERRAL, "120"));
    }

    @Test
    void what_is_written_beside_an_order_is_text() {
        assertThat(message("\"type\": \"order\", \"order\": {\"text\": \"by Friday\"}")
                        .messages())
                .extracting(ChatMessage::text)
                .containsExactly("by Friday");
    }

    @Test
    void a_cart_is_an_attribute_whether_something_is_written_beside_it_or_not() {
        assertThat(List.of(
                        message("\"type\": \"order\", \"order\": {\"catalog_id\": \"7\", \"product_items\": []}"),
                        message("\"type\": \"order\", \"order\": {\"text\": \"by Friday\"}"),
                        message("\"type\": \"text\", \"text\": {\"body\": \"my order\"}")))
                .extracting(post -> post.messages().get(0).attributes().get(ChannelAdapter.ORDER))
                .containsExactly("7", "order", null);
    }

    @Test
    void an_edited_message_is_a_new_one_with_the_new_text() {
        String text = "\"type\": \"text\", \"text\": {\"body\": \"Ten boats\"}";
        String picture = "\"type\": \"image\", \"image\": {\"caption\": \"this one\"}";

        assertThat(message(edit(text)).messages())
                .extracting(ChatMessage::id, ChatMessage::text)
                .containsExactly(tuple("w-1", "Ten boats"));
        assertThat(message(edit(picture)).messages())
                .extracting(ChatMessage::text)
                .containsExactly("this one");
        assertThat(message(edit("\"type\": \"image\"")).skipped()).containsOnly(entry("unknown", 1));
        assertThat(message("\"type\": \"edit\"").skipped()).containsOnly(entry("unknown", 1));
    }

    private static String edit(String message) {
        return "\"type\": \"edit\", \"edit\": {\"original_message_id\": \"w-0\", \"message\": {%s}}".formatted(message);
    }

    @ParameterizedTest
    @CsvSource({"revoke, deleted", "reaction, reaction", "a_new_kind, unknown", "system, unknown", "'', unknown"})
    void other_types_are_counted_whoever_wrote_them(String type, String code) {
        InboundPost his = message("\"type\": \"" + type + "\"");
        InboundPost ours = read("""
            "message_echoes": [{"to": "4790000001", "id": "w-2", "timestamp": "1772000001", "type": "%s"}]""".formatted(type));

        assertThat(his.messages()).isEmpty();
        assertThat(his.skipped()).containsOnly(entry(code, 1));
        assertThat(ours.messages()).isEmpty();
        assertThat(ours.skipped()).containsOnly(entry(code, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "1", "{\"entry\": {}}", "{\"entry\": [{}]}", "{\"entry\": [{\"changes\": [{}]}]}"})
    void a_post_with_nothing_in_it_is_counted(String body) {
        assertThat(new WhatsAppAdapter().read(body).skipped()).containsOnly(entry("unknown", 1));
    }

    @Test
    void a_change_without_a_message_is_counted_beside_one_with() {
        InboundPost post = new WhatsAppAdapter().read("""
            {"entry": [{"changes": [
                {"field": "message_template_status_update", "value": {"event": "APPROVED"}},
                {"field": "messages", "value": {"metadata": {"phone_number_id": "77"}, "messages": [
                    {"from": "47", "id": "w-1", "timestamp": "1772000000", "type": "text", "text": {"body": "Hi"}}]}}]}]}""");

        assertThat(post.messages()).hasSize(1);
        assertThat(post.skipped()).containsOnly(entry("unknown", 1));
    }

    @Test
    void what_is_no_message_is_counted() {
        assertThat(read("\"statuses\": [{\"status\": \"sent\"}, {\"status\": \"read\"}]")
                        .skipped())
                .containsOnly(entry("receipt", 2));
        assertThat(message("\"type\": \"reaction\", \"reaction\": {\"emoji\": \"x\"}")
                        .skipped())
                .containsOnly(entry("reaction", 1));
        assertThat(message("\"type\": \"system\", \"system\": {\"body\": \"changed\"}")
                        .skipped())
                .containsOnly(entry("unknown", 1));
        assertThat(read("\"messages\": [{\"from\": \"1\", \"type\": \"text\", \"text\": {\"body\": \"no id\"}}]")
                        .skipped())
                .containsOnly(entry("broken", 1));
        assertThat(new WhatsAppAdapter().read("{").skipped()).containsOnly(entry("not-json", 1));
    }

    @Test
    void a_message_that_stands_twice_in_a_post_is_read_once() {
        String message =
                "{\"from\": \"4790000001\", \"id\": \"w-1\", \"timestamp\": \"1772000000\", \"type\": \"text\","
                        + " \"text\": {\"body\": \"Hi\"}}";

        InboundPost post = read(TOVE + "\"messages\": [" + message + ", " + message + "]");

        assertThat(post.messages()).hasSize(1);
        assertThat(post.skipped()).containsOnly(entry("repeated", 1));
    }

    @Test
    void what_the_business_sent_from_its_phone_is_an_agents_message_of_the_same_session() {
        InboundPost post = read("""
            "message_echoes": [{"from": "4720000000", "to": "4790000001", "to_user_id": "NO.15", "id": "w-2",
                "timestamp": "1772000001", "type": "text", "text": {"body": "We do"}}]""");

        assertThat(post.messages()).singleElement().satisfies(echo -> {
            assertThat(echo.session()).isEqualTo("77:NO.15");
            assertThat(echo.speaker()).isEqualTo(Speaker.AGENT);
        });
    }

    @Test
    void an_error_is_counted() {
        assertThat(read("\"errors\": [{\"code\": 130429}]").skipped()).containsOnly(entry("unknown", 1));
    }
}
