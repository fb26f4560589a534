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
import java.util.Collection;
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

    /**
     * Writes the messages that are not there yet. The conversation's row must have been written before: everybody else
     * who has messages for it then waits, so that looking before writing doubles nothing.
     *
     * @return those that were there already, or came twice
     */
    static Set<SeenMessage> writeMessages(Statements statements, TenantId tenant, List<ChatMessage> messages)
            throws SQLException {
        Map<String, Map<String, ChatMessage>> bySession = new LinkedHashMap<>();
        Set<SeenMessage> seenBefore = new HashSet<>();
        for (ChatMessage message : messages) {
            var ofSession = bySession.computeIfAbsent(message.session(), session -> new LinkedHashMap<>());
            if (ofSession.putIfAbsent(message.id(), message) != null) {
                seenBefore.add(new SeenMessage(message.session(), message.id()));
            }
        }
        List<ChatMessage> added = new ArrayList<>();
        for (var ofSession : bySession.entrySet()) {
            Map<String, ChatMessage> byId = ofSession.getValue();
            Set<String> known = known(statements, tenant, ofSession.getKey(), byId.keySet());
            known.forEach(id -> seenBefore.add(new SeenMessage(ofSession.getKey(), id)));
            byId.keySet().removeAll(known);
            added.addAll(byId.values());
        }
        statements.batch(ConversationSql.INSERT_MESSAGE, added, (to, message) -> bindMessage(to, tenant, message));
        return seenBefore;
    }

    private static Set<String> known(Statements statements, TenantId tenant, String session, Collection<String> ids)
            throws SQLException {
        Set<String> known = new HashSet<>();
        for (List<String> some : Statements.portions(ids)) {
            known.addAll(statements.list(
                    ConversationSql.knownMessages(some.size()),
                    to -> to.text(tenant.value())
                            .id(HashKey.of(session))
                            .ids(some.stream().map(HashKey::of).toList()),
                    Columns::text));
        }
        return known;
    }

    private static void bindMessage(Parameters to, TenantId tenant, ChatMessage message) throws SQLException {
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
