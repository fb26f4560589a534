package dev.leadkit.examples.springboot.chat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.adapter.GenericAdapter;
import dev.leadkit.capture.adapter.PostSignature;
import dev.leadkit.examples.springboot.autoconfigure.LeadKitProperties;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where the channel posts, in LeadKit's own form, signed as Meta does. */
@RestController
class ChatWebhook {
    private final ChannelAdapter adapter = new GenericAdapter();
    private final ChatPosts posts;
    private final PostSignature signature;
    private final Set<String> tenants;

    /**
     * What became of a session.
     *
     * @param lead absent when it is no lead
     * @param because the codes of the reasons
     */
    record Reply(String session, String status, @Nullable String lead, List<String> because) {
        static Reply of(String session, CaptureOutcome outcome) {
            return new Reply(
                    session,
                    outcome.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    outcome.lead().map(Object::toString).orElse(null),
                    outcome.because().stream().map(Reason::code).toList());
        }
    }

    ChatWebhook(ChatPosts posts, ChatProperties chat, LeadKitProperties leadKit) {
        this.posts = posts;
        this.signature = PostSignature.meta(chat.secret());
        this.tenants = Set.copyOf(leadKit.tenants());
    }

    /** The signature is of the bytes as they came, so they are read here and not by Spring. */
    @PostMapping("/chat/{tenant}")
    List<Reply> receive(
            @PathVariable String tenant,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signed,
            @RequestBody byte[] body) {
        if (!signature.isGenuine(signed, body)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        if (!tenants.contains(tenant)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var post = adapter.read(new String(body, StandardCharsets.UTF_8));
        return posts.take(tenant, post.messages()).entrySet().stream()
                .map(session -> Reply.of(session.getKey(), session.getValue()))
                .toList();
    }

    /** Nothing stands, whether another was faster or the database failed, and the channel posts again. */
    @ExceptionHandler(StoreException.class)
    ResponseEntity<Void> postAgain() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }
}
