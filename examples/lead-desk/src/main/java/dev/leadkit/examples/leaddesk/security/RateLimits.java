package dev.leadkit.examples.leaddesk.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.LongSupplier;

/**
 * How often somebody may ask: a bucket of tokens for each, which fills steadily. The least used of many thousand are
 * forgotten. Safe to share.
 */
public final class RateLimits {
    private static final int MOST_KNOWN = 20_000;

    private final double perNano;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();

    private static final class Bucket {
        private double tokens;
        private long filledAt;
    }

    /**
     * @param perSecond how many requests a second in the long run, at least 1
     * @param burst how many at once, at least 1
     */
    public RateLimits(int perSecond, int burst, LongSupplier nanos) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** 0 when he may ask now; else after how many seconds. */
    public int secondsToWait(String who) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.get(who, key -> full(now));
        synchronized (bucket) {
            bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAt) * perNano);
            bucket.filledAt = now;
            if (bucket.tokens >= 1) {
                bucket.tokens--;
                return 0;
            }
            return (int) Math.ceil((1 - bucket.tokens) / perNano / 1e9);
        }
    }

    /** See {@link #secondsToWait(String)}. */
    public int secondsToWait(Principal who) {
        return secondsToWait("user " + who.key());
    }

    private Bucket full(long now) {
        var bucket = new Bucket();
        bucket.tokens = burst;
        bucket.filledAt = now;
        return bucket;
    }
}
