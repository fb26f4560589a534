package dev.leadkit.examples.springboot.chat;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.conversation.ChatMessage;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes posts: a row of the application's own and whatever LeadKit makes of the messages, together or not at all. */
@Service
class ChatPosts {
    private static final String INSERT = """
        INSERT INTO chat_post (tenant_id, messages)
        VALUES (?, ?)
        """;

    private final JdbcClient jdbc;
    private final CaptureEngine capture;

    ChatPosts(JdbcClient jdbc, CaptureEngine capture) {
        this.jdbc = jdbc;
        this.capture = capture;
    }

    /**
     * @return the outcome of each session
     * @throws dev.leadkit.store.ConflictException if another was faster; the transaction is rolled back, deliver the post again
     */
    @Transactional
    public Map<String, CaptureOutcome> take(String tenant, List<ChatMessage> messages) {
        jdbc.sql(INSERT).param(tenant).param(messages.size()).update();
        return capture.tenant(tenant).onMessages(messages);
    }
}
