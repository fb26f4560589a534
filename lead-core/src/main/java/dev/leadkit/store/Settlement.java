package dev.leadkit.store;

import dev.leadkit.lead.Input;
import java.time.Instant;

/** What became of a delivery. Instants are cut to microseconds. */
public sealed interface Settlement {
    /** The most characters of a reason; the rest is cut off. */
    int MAX_REASON = 1000;

    /** The endpoint has it; the entry is gone. */
    record Delivered() implements Settlement {}

    /**
     * The attempt failed and counts; another may follow.
     *
     * @param at when it is due again
     * @param reason without personal data
     */
    record Retry(Instant at, String reason) implements Settlement {
        public Retry {
            at = Input.instant("settlement.at", at);
            reason = cut(reason);
        }
    }

    /**
     * The attempt failed, counts and was the last: the entry is a dead letter, which keeps its lead's later entries from
     * the endpoint until it is replayed or skipped.
     *
     * @param reason without personal data
     */
    record Dead(Instant at, String reason) implements Settlement {
        public Dead {
            at = Input.instant("settlement.at", at);
            reason = cut(reason);
        }
    }

    /**
     * There was no attempt, or none that counts.
     *
     * @param at when it is due again
     */
    record Released(Instant at) implements Settlement {
        public Released {
            at = Input.instant("settlement.at", at);
        }
    }

    private static String cut(String reason) {
        // What is cut within a surrogate pair is cleaned after it.
        return Input.clean(reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON));
    }
}
