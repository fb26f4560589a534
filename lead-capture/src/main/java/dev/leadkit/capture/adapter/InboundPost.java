package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.ChatMessage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stood in one post. Immutable and safe to share.
 *
 * @param messages each once, in the order of the post; those of bot and agent too, so that the transcript is whole
 * @param skipped how often what was left out, by a stable code: {@code receipt}, {@code reaction}, {@code deleted},
 *     {@code note} (between agents), {@code repeated} (twice in this post), {@code refused} (an id, text or other value that is
 *     not taken), {@code broken} (a message without what it needs), {@code not-json} (the whole post: it is none, repeats a key or
 *     has a number beyond all bounds, which two readers may take for different things), and {@code unknown} for all else; a
 *     post is never empty in both
 */
public record InboundPost(List<ChatMessage> messages, Map<String, Integer> skipped) {
    public InboundPost {
        messages = List.copyOf(messages);
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }
}
