package dev.leadkit.examples.leaddesk.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of the sample, and what was done with its lead afterwards; a line of {@code conversations.jsonl}.
 *
 * @param ago how long before the start it began, as ISO 8601
 * @param region the ISO 3166 region of its numbers; absent when unknown
 */
record SampleConversation(
        String id,
        String tenant,
        String channel,
        String ago,
        @Nullable String region,
        List<Turn> turns,
        List<Step> then) {
    /** @param speaker visitor, bot or agent */
    record Turn(String speaker, String text) {}

    /**
     * Something that a user did with the lead; one of the last six is there.
     *
     * @param after how long after the beginning of the conversation, as ISO 8601
     * @param reason why it was lost, with a move
     */
    record Step(
            String after,
            String by,
            @Nullable String move,
            @Nullable String reason,
            @Nullable String assign,
            @Nullable String tag,
            @Nullable String note,
            @Nullable String amount) {}
}
