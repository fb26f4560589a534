package dev.leadkit.examples.scaleout.flink;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message led to, as the live engine's hook says it.
 *
 * @param message the id of the message
 * @param status the name of a {@code CaptureOutcome.Status}; a message that comes again, after a task was killed, is REPEATED
 * @param lead the id of the conversation's lead; absent when there is none
 * @param because why it was captured, or what is missing for that, as codes
 */
public record Answer(
        String tenant,
        String session,
        String message,
        String status,
        @Nullable String lead,
        List<String> because) {}
