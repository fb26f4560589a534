package dev.leadkit.examples.cli;

import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn of a conversation as it stands in the line.
 *
 * @param id absent when the line gives none
 * @param at absent when the line gives none
 */
record Turn(
        @Nullable String id,
        Speaker speaker,
        String text,
        @Nullable Instant at) {}
