package dev.leadkit.event;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint did not take an event. Thrown by listeners that know more than that something failed. */
public final class DeliveryFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;
    private final @Nullable Duration retryAfter;

    private DeliveryFailedException(String reason, boolean permanent, @Nullable Duration retryAfter) {
        super(reason);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
    }

    /** @param reason is stored and logged, so it must hold no personal data */
    public static DeliveryFailedException temporary(String reason) {
        return new DeliveryFailedException(reason, false, null);
    }

    /**
     * @param reason is stored and logged, so it must hold no personal data
     * @param wait how long to wait at least; a week counts as the most
     */
    public static DeliveryFailedException retryAfter(String reason, Duration wait) {
        return new DeliveryFailedException(reason, false, wait);
    }

    /**
     * Another attempt is of no use: the event becomes a dead letter at once.
     *
     * @param reason is stored and logged, so it must hold no personal data
     */
    public static DeliveryFailedException permanent(String reason) {
        return new DeliveryFailedException(reason, true, null);
    }

    public boolean isPermanent() {
        return permanent;
    }

    /** How long to wait at least; empty when the relay alone decides. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
