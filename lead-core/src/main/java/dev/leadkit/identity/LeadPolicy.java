package dev.leadkit.identity;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.time.Instant;

/**
 * How many leads one person gets in a pipeline. Whatever it is, a conversation belongs to at most one open lead, which the
 * claims of the store hold. Immutable and safe to share.
 */
public sealed interface LeadPolicy {
    /** One open lead; who comes back after it was closed gets another. */
    LeadPolicy ONE_OPEN = new OneOpen();

    /** Each conversation is a lead of its own, whoever holds it, and stays that lead's when it is closed. */
    LeadPolicy PER_CONVERSATION = new PerConversation();

    /**
     * One open lead; who comes back soon after it was closed still belongs to it.
     *
     * @param days for so many days of 24 hours, 1 to {@value NewAfterClosed#MAX_DAYS}
     */
    static LeadPolicy newAfterClosed(int days) {
        return new NewAfterClosed(days);
    }

    /** Until when, that instant included, what the visitor says belongs to his lead that was closed at an instant. */
    Instant belongsUntil(Instant closedAt);

    /** Whether several conversations of one person lead to one lead. */
    default boolean joinsConversations() {
        return true;
    }

    /** See {@link #ONE_OPEN}. */
    record OneOpen() implements LeadPolicy {
        @Override
        public Instant belongsUntil(Instant closedAt) {
            return closedAt;
        }
    }

    /** See {@link #newAfterClosed}. */
    record NewAfterClosed(int days) implements LeadPolicy {
        /** Ten years. */
        public static final int MAX_DAYS = 3_650;

        /** @throws InvalidInputException if the days are out of range */
        public NewAfterClosed {
            if (days < 1 || days > MAX_DAYS) {
                throw new InvalidInputException("newAfterClosed", "1 to %d days".formatted(MAX_DAYS), "" + days);
            }
        }

        @Override
        public Instant belongsUntil(Instant closedAt) {
            return closedAt.plus(Duration.ofDays(days));
        }
    }

    /** See {@link #PER_CONVERSATION}. */
    record PerConversation() implements LeadPolicy {
        @Override
        public Instant belongsUntil(Instant closedAt) {
            return Instant.MAX;
        }

        @Override
        public boolean joinsConversations() {
            return false;
        }
    }
}
