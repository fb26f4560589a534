package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Between conversations, messages and their rows, columns in the order of {@link ConversationSql}. */
final class ConversationRows {
    private ConversationRows() {}

    /** For the begin of {@link ConversationSql#INSERT} and of {@link ConversationSql#UPDATE}. */
    static Parameters bind(Parameters to, Conversation conversation) throws SQLException {
        return to.number(conversation.version())
                .text(conversation.channel())
                .text(ConversationJson.writeBody(conversation))
                .text(conversation.tenant().value())
                .id(HashKey.of(conversation.session()));
    }

    static Optional<Transcript> transcript(Statements statements, TenantId tenant, String session) throws SQLException {
        Statements.Binder key = to -> to.text(tenant.value()).id(HashKey.of(session));
        Optional<Conversation> conversation =
                statements.find(ConversationSql.FIND, key, from -> readConversation(from, tenant, session));
        if (conversation.isEmpty()) {
            return Optional.empty();
        }
        List<ChatMessage> messages =
                statements.list(ConversationSql.LIST_MESSAGES, key, from -> readMessage(from, session));
        return Optional.of(new Transcript(conversation.get(), messages));
    }

    private static Conversation readConversation(Columns from, TenantId tenant, String session) throws SQLException {
        long version = from.number();
        String channel = from.text();
        return ConversationJson.read(tenant, session, channel, version, from.text());
    }

    /** Which of the messages there are. */
    static Set<SeenMessage> known(Statements statements, TenantId tenant, List<ChatMessage> messages)
            throws SQLException {
        Map<String, List<String>> bySession = new LinkedHashMap<>();
        messages.forEach(message -> bySession
                .computeIfAbsent(message.session(), session -> new ArrayList<>())
                .add(message.id()));
        Set<SeenMessage> known = new HashSet<>();
        for (var ofSession : bySession.entrySet()) {
            String session = ofSession.getKey();
            for (List<String> some : Statements.portions(ofSession.getValue())) {
                known.addAll(statements.list(
                        ConversationSql.knownMessages(some.size()),
                        to -> to.text(tenant.value())
                                .id(HashKey.of(session))
                                .ids(some.stream().map(HashKey::of).toList()),
                        from -> new SeenMessage(session, from.text())));
            }
        }
        return known;
    }

    /** For {@link ConversationSql#INSERT_MESSAGE}. */
    static void bindMessage(Parameters to, TenantId tenant, ChatMessage message) throws SQLException {
        to.text(tenant.value())
                .id(HashKey.of(message.session()))
                .id(HashKey.of(message.id()))
                .text(message.id())
                .instant(message.at())
                .number(message.sequence())
                .text(message.channel())
                .text(message.speaker().name())
                .flag(message.cleaned())
                .text(message.text())
                .text(ConversationJson.writeAttributes(message.attributes()));
    }

    private static ChatMessage readMessage(Columns from, String session) throws SQLException {
        String id = from.text();
        Instant at = from.instant();
        long sequence = from.number();
        String channel = from.text();
        Speaker speaker = Speaker.valueOf(from.text());
        boolean cleaned = from.flag();
        String text = from.text();
        Map<String, String> attributes = ConversationJson.readAttributes(from.optionalText());
        return new ChatMessage(id, session, channel, speaker, text, at, sequence, attributes, cleaned);
    }
}
