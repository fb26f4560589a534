package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is posted, an adapter answers, and gives no message twice. */
class AdapterProperties {
    private static final List<ChannelAdapter> ADAPTERS = List.of(
            new WhatsAppAdapter(),
            new MessengerAdapter(),
            new ChatwootAdapter(),
            new IntercomAdapter(),
            new GenericAdapter());

    private static final List<String> KEYS = List.of(
            "object",
            "entry",
            "changes",
            "value",
            "metadata",
            "phone_number_id",
            "contacts",
            "messages",
            "statuses",
            "message_echoes",
            "from",
            "to",
            "id",
            "timestamp",
            "type",
            "text",
            "body",
            "messaging",
            "sender",
            "recipient",
            "message",
            "mid",
            "is_echo",
            "postback",
            "event",
            "content",
            "created_at",
            "conversation",
            "account",
            "data",
            "item",
            "source",
            "author",
            "conversation_parts",
            "part_type",
            "session",
            "speaker",
            "at",
            "name");

    private static final List<String> LEAVES = List.of(
            "null",
            "true",
            "1",
            "-1",
            "0.5",
            "1772000000",
            "1772000000123",
            "1e999",
            "1e-999",
            "\"\"",
            "\"text\"",
            "\"message_created\"",
            "\"conversation\"",
            "\"visitor\"",
            "\"2026-02-25T06:13:20Z\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"<p>&amp;\"",
            "\"-999999999-01-01T00:00:00Z\"");

    /** What stands in place of a value. */
    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|[0-9]+|true|false)");

    private static final List<String> POSTS = List.of("""
            {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
            "metadata": {"phone_number_id": "77"}, "contacts": [{"profile": {"name": "T"}, "wa_id": "47", "user_id": "N"}],
            "messages": [{"from": "47", "id": "w-1", "timestamp": "1772000000", "type": "text", "text": {"body": "Hi"}}],
            "message_echoes": [{"to": "47", "id": "w-2", "timestamp": "1772000000", "type": "text"}]}}]}]}""", """
            {"object": "page", "entry": [{"messaging": [{"sender": {"id": "1"}, "recipient": {"id": "2"},
            "timestamp": 1772000000123, "message": {"mid": "m", "text": "Hi", "is_echo": true, "app_id": 4}},
            {"sender": {"id": "1"}, "recipient": {"id": "2"}, "timestamp": 1772000000123, "postback": {"title": "P"}}]}]}""", """
            {"event": "message_created", "id": 12, "created_at": "2026-03-03 13:05:57 UTC", "account": {"id": 2},
            "conversation": {"id": 31, "channel": "Channel::WebWidget"}, "message_type": "incoming", "content": "<p>Hi",
            "private": false, "sender": {"id": 5, "name": "T", "email": "t@fjord.example", "type": "contact"}}""", """
            {"topic": "conversation.user.replied", "data": {"item": {"type": "conversation", "id": "88",
            "conversation_parts": {"conversation_parts": [{"id": "p", "part_type": "comment", "body": "again",
            "created_at": 1772000001, "author": {"type": "user", "id": "a", "name": "T"}}]}}}}""", """
            {"messages": [{"id": "m-1", "session": "s-1", "speaker": "visitor", "text": "Hi", "at": 1772000000,
            "channel": "widget", "region": "NO", "user": "u", "name": "T"}]}""");

    @Property(tries = 500)
    void any_json_is_read_without_an_exception(@ForAll("json") String body) {
        for (ChannelAdapter adapter : ADAPTERS) {
            Set<List<String>> seen = new HashSet<>();
            for (ChatMessage message : adapter.read(body).messages()) {
                assertThat(seen.add(List.of(message.session(), message.id()))).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void any_text_is_read_without_an_exception(@ForAll String body) {
        for (ChannelAdapter adapter : ADAPTERS) {
            adapter.read(body);
        }
    }

    @Property(tries = 1000)
    void text_of_html_is_never_longer_and_keeps_what_has_no_markup(@ForAll String text) {
        assertThat(HtmlText.of(text).length()).isLessThanOrEqualTo(text.length());
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            assertThat(HtmlText.of(text)).isEqualTo(text);
        }
    }

    @Property(tries = 2000)
    void a_genuine_post_with_other_values_is_read_without_an_exception(
            @ForAll("posts") String post, @ForAll("leaves") List<String> leaves, @ForAll long seed) {
        var random = new Random(seed);
        String changed = VALUE.matcher(post)
                .replaceAll(value -> Matcher.quoteReplacement(
                        random.nextInt(8) > 0 ? value.group() : leaves.get(random.nextInt(leaves.size()))));

        for (ChannelAdapter adapter : ADAPTERS) {
            adapter.read(changed);
        }
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of(POSTS);
    }

    @Provide
    Arbitrary<List<String>> leaves() {
        return Arbitraries.of(LEAVES).list().ofSize(5);
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.recursive(() -> Arbitraries.of(LEAVES), AdapterProperties::around, 0, 4);
    }

    private static Arbitrary<String> around(Arbitrary<String> inner) {
        Arbitrary<String> array = inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
        Arbitrary<String> object = Arbitraries.maps(Arbitraries.of(KEYS), inner)
                .ofMaxSize(4)
                .map(members -> members.entrySet().stream()
                        .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
                        .collect(Collectors.joining(",", "{", "}")));
        return Arbitraries.oneOf(array, object);
    }
}
