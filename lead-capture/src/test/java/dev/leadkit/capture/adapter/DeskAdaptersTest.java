package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chatwoot, Intercom and our own form. */
class DeskAdaptersTest {
    private static InboundPost chatwoot(String rest) {
        return new ChatwootAdapter().read("""
            {"event": "message_created", "id": 12, "created_at": "2026-03-03 13:05:57 UTC", "account": {"id": 2},
                "conversation": {"id": 31, "channel": "Channel::WebWidget"}, %s}""".formatted(rest));
    }

    private static InboundPost intercom(String item) {
        return new IntercomAdapter().read("""
            {"type": "notification_event", "topic": "conversation.user.replied", "data": {"item": {
                "type": "conversation", "id": "88", "created_at": 1772000000, %s}}}""".formatted(item));
    }

    @Test
    void chatwoots_incoming_message_is_the_visitors() {
        InboundPost post = chatwoot("""
            "message_type": "incoming", "content": "<p>Boats &amp; oars?</p>", "private": false,
            "sender": {"id": 5, "name": "Tove", "email": "tove@fjord.example", "type": "contact"}""");

        assertThat(post.messages()).singleElement().satisfies(message -> {
            assertThat(message.session()).isEqualTo("2:31");
            assertThat(message.id()).isEqualTo("12");
            assertThat(message.channel()).isEqualTo("widget");
            assertThat(message.text()).isEqualTo("Boats & oars?");
            assertThat(message.at()).isEqualTo(Instant.parse("2026-03-03T13:05:57Z"));
            assertThat(message.attributes())
                    .containsOnly(
                            entry(ChannelAdapter.USER, "5"),
                            entry(ChannelAdapter.NAME, "Tove"),
                            entry(ChannelAdapter.EMAIL, "tove@fjord.example"));
        });
    }

    @Test
    void chatwoots_outgoing_messages_are_the_agents_or_the_bots() {
        assertThat(chatwoot("\"message_type\": \"outgoing\", \"content\": \"Yes\", \"sender\": {\"type\": \"user\"}")
                        .messages())
                .extracting(ChatMessage::speaker)
                .containsExactly(Speaker.AGENT);
        assertThat(chatwoot(
                                "\"message_type\": \"outgoing\", \"content\": \"Yes\", \"sender\": {\"type\": \"agent_bot\"}")
                        .messages())
                .extracting(ChatMessage::speaker)
                .containsExactly(Speaker.BOT);
        assertThat(chatwoot("\"message_type\": \"template\", \"content\": \"Your address?\"")
                        .messages())
                .extracting(ChatMessage::speaker)
                .containsExactly(Speaker.BOT);
        assertThat(chatwoot(
                                "\"message_type\": \"outgoing\", \"content\": \"Yes\", \"sender\": {\"type\": \"captain_assistant\"}")
                        .messages())
                .extracting(ChatMessage::speaker)
                .containsExactly(Speaker.BOT);
    }

    @Test
    void chatwoots_visitor_may_write_an_address_in_angle_brackets() {
        InboundPost post = chatwoot("""
            "message_type": "incoming", "content": "Brochures? Tove Lund <tove@fjord.example>", "sender": {"id": 5}""");

        assertThat(post.messages())
                .extracting(ChatMessage::text)
                .containsExactly("Brochures? Tove Lund <tove@fjord.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"message_type\": \"activity\"", "\"message_type\": 2", "\"message_type\": \"new\"", "\"x\": 1"
            })
    void chatwoots_other_types_of_message_are_counted(String type) {
        InboundPost post = chatwoot(type + ", \"content\": \"Conversation was marked resolved by Ann\"");

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("unknown", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"submitted_email": "tove@fjord.example"} | email: tove@fjord.example
        {"submitted_values": [{"name": "Phone", "value": "22864400"}, {"name": "Why", "value": "boats"}]} | Phone: 22864400, Why: boats
        {"items": [], "submitted_values": [{"title": "Sailing boats", "value": "sail"}]} | Sailing boats
        """)
    void what_chatwoots_visitor_fills_in_is_his_message(String attributes, String text) {
        InboundPost post = new ChatwootAdapter().read(updated(attributes));

        assertThat(post.messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("7-answered");
            assertThat(message.session()).isEqualTo("2:9");
            assertThat(message.speaker()).isEqualTo(Speaker.VISITOR);
            assertThat(message.text().replace("\n", ", ")).isEqualTo(text);
            assertThat(message.attributes()).containsEntry(ChannelAdapter.USER, "4");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"deleted": true} | deleted
        {"submitted_values": {"csat_survey_response": {"rating": 5}}} | unknown
        {"submitted_email": ""} | unknown
        {} | unknown
        """)
    void chatwoots_other_updates_are_counted(String attributes, String code) {
        InboundPost post = new ChatwootAdapter().read(updated(attributes));

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsExactly(entry(code, 1));
    }

    private static String updated(String attributes) {
        return """
                {"event": "message_updated", "id": 7, "content": "May we have your e-mail?", "message_type": "template",
                 "content_attributes": %s, "created_at": "2026-03-03T13:05:57Z", "account": {"id": 2},
                 "conversation": {"id": 9, "channel": "Channel::WebWidget", "meta": {"sender": {"id": 4, "name": "Tove"}}}}
                """.formatted(attributes);
    }

    @Test
    void chatwoots_notes_and_other_events_are_counted() {
        assertThat(chatwoot("\"private\": true, \"content\": \"he is rude\"").skipped())
                .containsOnly(entry("note", 1));
        assertThat(new ChatwootAdapter()
                        .read("{\"event\": \"conversation_created\"}")
                        .skipped())
                .containsOnly(entry("unknown", 1));
    }

    @Test
    void intercoms_new_conversation_is_read_from_its_source() {
        InboundPost post = intercom("""
            "source": {"id": "s-1", "body": "<p>Boats?</p><p>Two.</p>", "author": {"type": "lead", "id": "a1",
                "email": "tove@fjord.example"}}, "conversation_parts": {"conversation_parts": []}""");

        assertThat(post.messages())
                .extracting(ChatMessage::session, ChatMessage::id, ChatMessage::speaker, ChatMessage::text)
                .containsExactly(tuple("88", "s-1", Speaker.VISITOR, "Boats?\nTwo."));
        assertThat(post.messages().get(0).attributes()).containsEntry(ChannelAdapter.EMAIL, "tove@fjord.example");
    }

    @Test
    void the_subject_of_an_email_to_intercom_is_read_before_its_body() {
        String source = """
            "source": {"id": "s-1", "type": "%s", "subject": "<p>Two boats</p>", "body": %s, "author": {"type": "lead"}}""";

        assertThat(List.of(
                        intercom(source.formatted("email", "\"<p>By May</p>\"")),
                        intercom(source.formatted("email", "null")),
                        intercom(source.formatted("twitter", "\"By May\""))))
                .extracting(post -> post.messages().get(0).text())
                .containsExactly("Two boats\nBy May", "Two boats", "By May");
    }

    @Test
    void intercoms_replies_are_read_from_the_parts() {
        InboundPost post = intercom("""
            "source": {"id": "s-1", "body": "first", "author": {"type": "user"}},
            "conversation_parts": {"conversation_parts": [
                {"id": "p-1", "part_type": "comment", "body": "again", "created_at": 1772000001, "author": {"type": "user"}},
                {"id": "p-2", "part_type": "comment", "body": "yes", "created_at": 1772000002, "author": {"type": "admin"}},
                {"id": "p-3", "part_type": "comment", "body": "hm", "created_at": 1772000003, "author": {"type": "bot"}},
                {"id": "p-4", "part_type": "note", "body": "rude", "created_at": 1772000004, "author": {"type": "admin"}},
                {"id": "p-5", "part_type": "assignment", "created_at": 1772000005, "author": {"type": "admin"}}]}""");

        assertThat(post.messages())
                .extracting(ChatMessage::id, ChatMessage::speaker)
                .containsExactly(tuple("p-1", Speaker.VISITOR), tuple("p-2", Speaker.AGENT), tuple("p-3", Speaker.BOT));
        assertThat(post.skipped()).containsOnly(entry("note", 1), entry("unknown", 1));
    }

    @Test
    void our_own_form_is_one_message_or_many() {
        String one = "{\"id\": \"m-1\", \"session\": \"s-1\", \"speaker\": \"visitor\", \"text\": \"Hi\", \"at\": %s,"
                + " \"region\": \"NO\"}";

        for (String at :
                new String[] {"1772000000", "1772000000000", "\"2026-02-25T06:13:20Z\"", "\"2026-02-25T07:13:20+01:00\""
                }) {
            String message = one.formatted(at);
            for (String body : new String[] {message, "[" + message + "]", "{\"messages\": [" + message + "]}"}) {
                assertThat(new GenericAdapter().read(body).messages())
                        .as(body)
                        .singleElement()
                        .satisfies(read -> {
                            assertThat(read.at()).isEqualTo(Instant.ofEpochSecond(1_772_000_000));
                            assertThat(read.channel()).isEqualTo("widget");
                            assertThat(read.attributes()).containsOnly(entry(ChatMessage.REGION, "NO"));
                        });
            }
        }
        assertThat(new GenericAdapter()
                        .read("{\"session\": \"s-1\", \"speaker\": \"ghost\"}")
                        .skipped())
                .containsOnly(entry("broken", 1));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-1, -1", "'\"7\"', 7", "null, 0"})
    void our_own_form_orders_messages_of_one_instant(String stated, long sequence) {
        assertThat(new GenericAdapter().read(stating("\"sequence\": " + stated)).messages())
                .extracting(ChatMessage::sequence)
                .containsExactly(sequence);
    }

    @Test
    void our_own_form_carries_who_the_visitor_is_by_the_hosts_word() {
        ChatMessage read = new GenericAdapter().read(stating("""
                        "verified": {"externalId": "crm-1", "email": "Jane@acme.example", "phone": "+4790000001"}
                        """)).messages().get(0);

        assertThat(read.verified())
                .containsExactlyInAnyOrder(
                        Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"),
                        Identity.verified(IdentityKind.EMAIL, "jane@acme.example"),
                        Identity.verified(IdentityKind.PHONE, "+4790000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"attributes\": {\"verified:externalId\": \"crm-1\"}",
                "\"verified\": {\"phone\": \"0170 1234\"}",
                "\"verified\": {\"email\": true}",
                "\"verified\": \"crm-1\"",
                "\"verified\": [\"crm-1\"]"
            })
    void our_own_form_refuses_who_he_is_in_any_other_way(String stated) {
        InboundPost post = new GenericAdapter().read(stating(stated));

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("refused", 1));
    }

    @Test
    void our_own_form_carries_consent_and_mode() {
        ChatMessage read = new GenericAdapter().read(stating("""
                        "mode": "pseudonymous", "consents": [
                            {"purpose": "contact", "given": true, "textVersion": "2026-03"},
                            {"purpose": "newsletter", "given": false, "basis": "contract"}]
                        """)).messages().get(0);

        assertThat(read.captureMode()).isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(read.consents())
                .containsExactly(
                        Consent.to("contact").text("2026-03"),
                        Consent.withdrawnFrom("newsletter").basis("contract"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"mode\": \"secret\"",
                "\"consents\": [{\"purpose\": \"contact\"}]",
                "\"consents\": [{\"purpose\": \"contact\", \"given\": \"yes\"}]",
                "\"consents\": [{\"given\": true}]",
                "\"consents\": {\"purpose\": \"contact\", \"given\": false}",
                "\"consents\": \"contact\"",
                "\"consents\": [\"contact\"]",
                "\"consents\": [null]",
                "\"consents\": [{\"purpose\": [\"contact\"], \"given\": false}]",
                "\"consents\": [{\"purpose\": \"contact\", \"given\": true, \"basis\": [\"contract\"]}]",
                "\"consents\": [{\"purpose\": \"contact\", \"given\": true, \"textVersion\": {\"is\": 3}}]",
                "\"mode\": [\"none\"]",
                "\"mode\": {\"is\": \"none\"}",
                "\"mode\": false",
                "\"mode\": 1e999"
            })
    void our_own_form_refuses_what_says_neither_yes_nor_no(String stated) {
        InboundPost post = new GenericAdapter().read(stating(stated));

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("refused", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purpose\": \"contact\", \"given\": true}, {\"purpose\": \"contact\", \"given\": false}",
                "{\"purpose\": \"contact\", \"given\": false}, {\"purpose\": \"contact\", \"given\": true, \"textVersion\": \"2\"}"
            })
    void of_two_statements_in_one_message_the_withdrawal_stands(String stated) {
        assertThat(new GenericAdapter()
                        .read(stating("\"consents\": [" + stated + "]"))
                        .messages()
                        .get(0)
                        .consents())
                .containsExactly(Consent.withdrawnFrom("contact"));
    }

    @Test
    void our_own_form_may_leave_consent_and_mode_empty() {
        ChatMessage read = new GenericAdapter()
                .read(stating("\"mode\": null, \"consents\": null"))
                .messages()
                .get(0);

        assertThat(read.captureMode()).isNull();
        assertThat(read.consents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"messages\": {\"id\": \"1\"}}", "{\"messages\": []}", "{}", "[]", "[[]]", "1", "null"})
    void our_own_form_with_nothing_in_it_is_counted(String body) {
        InboundPost post = new GenericAdapter().read(body);

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("unknown", 1));
    }

    private static String stating(String more) {
        return "{\"id\": \"m-1\", \"session\": \"s-1\", \"speaker\": \"visitor\", \"at\": 1772000000, %s}"
                .formatted(more);
    }

    @Test
    void our_own_form_carries_what_the_host_knows_of_the_visitor() {
        ChatMessage read = new GenericAdapter()
                .read(stating("\"channel\": \"app\", \"user\": \"u-1\", \"name\": \"Tove\","
                        + " \"email\": \"tove@fjord.example\", \"phone\": \"+4722864400\""))
                .messages()
                .get(0);

        assertThat(read.channel()).isEqualTo("app");
        assertThat(read.attributes())
                .containsOnly(
                        entry(ChannelAdapter.USER, "u-1"),
                        entry(ChannelAdapter.NAME, "Tove"),
                        entry(ChannelAdapter.EMAIL, "tove@fjord.example"),
                        entry(ChannelAdapter.PHONE, "+4722864400"));
    }

    @Test
    void intercoms_visitor_is_known_and_his_agent_is_not_taken_for_him() {
        String author = "\"id\": \"a1\", \"name\": \"Tove\", \"email\": \"tove@fjord.example\"";
        String source = "\"source\": {\"id\": \"s-1\", \"body\": \"Boats?\", \"author\": {\"type\": \"%s\", %s}}";

        assertThat(intercom(source.formatted("user", author)).messages().get(0).attributes())
                .containsOnly(
                        entry(ChannelAdapter.USER, "a1"),
                        entry(ChannelAdapter.NAME, "Tove"),
                        entry(ChannelAdapter.EMAIL, "tove@fjord.example"));
        assertThat(intercom(source.formatted("admin", author)).messages().get(0).attributes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "note_and_reopen", "note_of_a_new_kind"})
    void intercoms_notes_are_no_messages_however_they_came(String type) {
        InboundPost post = intercom(part(type, "{\"type\": \"admin\"}"));

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("note", 1));
    }

    @Test
    void intercoms_message_of_nobody_is_broken_and_of_an_unknown_author_unknown() {
        assertThat(intercom(part("comment", "null")).skipped()).containsOnly(entry("broken", 1));
        assertThat(intercom(part("comment", "{\"type\": \"robot\"}")).skipped()).containsOnly(entry("unknown", 1));
    }

    @Test
    void what_was_deleted_in_intercom_is_counted_and_a_file_is_an_empty_message() {
        String part = """
                "conversation_parts": {"conversation_parts": [{"id": "p-1", "part_type": "comment", "created_at": 1772000001,
                "author": {"type": "user", "id": "a1"}, "body": %s}]}""";

        assertThat(intercom(part.formatted("\"<p>This message was deleted</p>\", \"redacted\": true"))
                        .skipped())
                .containsOnly(entry("deleted", 1));
        assertThat(intercom("""
                        "source": {"id": "s-1", "body": "<p>This message was deleted</p>", "redacted": true,
                        "author": {"type": "user", "id": "a1"}}""").skipped()).containsOnly(entry("deleted", 1));
        assertThat(intercom(part.formatted("null, \"attachments\": [{\"name\": \"plan.pdf\"}]"))
                        .messages())
                .extracting(ChatMessage::text)
                .containsExactly("");
        assertThat(intercom(part.formatted("null, \"attachments\": []")).skipped())
                .containsOnly(entry("unknown", 1));
    }

    private static String part(String type, String author) {
        return """
            "conversation_parts": {"conversation_parts": [
                {"id": "p-1", "part_type": "%s", "body": "Hi", "created_at": 1772000001, "author": %s}]}""".formatted(type, author);
    }

    @Test
    void intercoms_other_events_are_counted() {
        assertThat(new IntercomAdapter()
                        .read("{\"data\": {\"item\": {\"type\": \"contact\", \"id\": \"1\"}}}")
                        .skipped())
                .containsOnly(entry("unknown", 1));
    }

    @Test
    void our_own_form_carries_attributes_for_rules() {
        InboundPost post = new GenericAdapter().read("""
                {"id": "1", "session": "s", "speaker": "visitor", "text": "hi", "at": 1, "user": "u-1",
                 "attributes": {"campaign": "spring", "visits": 3, "page": null}}
                """);

        assertThat(post.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.attributes())
                        .containsOnly(
                                entry("campaign", "spring"), entry("visits", "3"), entry(ChannelAdapter.USER, "u-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": {\"body\": \"hi\"}",
                "\"text\": true",
                "\"sequence\": 1.5",
                "\"sequence\": \"next\"",
                "\"sequence\": [1]",
                "\"sequence\": 9223372036854775808",
                "\"channel\": [\"app\"]",
                "\"region\": {\"code\": \"NO\"}",
                "\"user\": {\"id\": \"u-1\"}",
                "\"name\": [\"Tove\"]",
                "\"email\": [\"tove@fjord.example\"]",
                "\"phone\": true",
                "\"attributes\": [\"a\"]",
                "\"attributes\": {\"a\": {}}"
            })
    void our_own_form_refuses_what_it_would_lose(String member) {
        InboundPost post = new GenericAdapter()
                .read("{\"id\": \"1\", \"session\": \"s\", \"speaker\": \"visitor\", \"at\": 1, %s}".formatted(member));

        assertThat(post.messages()).isEmpty();
        assertThat(post.skipped()).containsOnly(entry("refused", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1970-01-01T00:00:01Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "1772000000.25, 2026-02-25T06:13:20.250Z",
        "'\"2026-02-25 06:13:20 UTC\"', 2026-02-25T06:13:20Z",
        "'\"2026-02-25 07:13:20+01:00\"', 2026-02-25T06:13:20Z",
        "'\"2026-02-25T07:13:20+0100\"', 2026-02-25T06:13:20Z",
        "'\"2026-02-25T07:13:20.5+01\"', 2026-02-25T06:13:20.500Z",
        "'\"2026-02-25T07:13:20+01:00:00\"', 2026-02-25T06:13:20Z",
        "'\"2026-02-25t06:13z\"', 2026-02-25T06:13:00Z"
    })
    void a_time_is_seconds_milliseconds_or_written_out(String at, Instant sent) {
        assertThat(at(at).messages()).extracting(ChatMessage::at).containsExactly(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "\"\"",
                "\".\"",
                "\"1.2.3\"",
                "\"yesterday\"",
                "\"2026-02-25T07:13:20\"",
                "\"2026-02-25T07:13:20+1\"",
                "99999999999999999999",
                "null"
            })
    void any_other_time_makes_a_broken_message(String at) {
        assertThat(at(at).skipped()).containsOnly(entry("broken", 1));
    }

    private static InboundPost at(String at) {
        return new GenericAdapter()
                .read("{\"id\": \"m-1\", \"session\": \"s-1\", \"speaker\": \"visitor\", \"at\": " + at + "}");
    }
}
