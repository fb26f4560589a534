package dev.leadkit.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadkit.LeadKit;
import dev.leadkit.Wiring;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.lead.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Turns chat messages into leads. Build one and keep it; it is safe to share.
 *
 * <pre>{@code
 * CaptureEngine capture = CaptureEngine.builder(kit).rules(CaptureRules.read(path)).build();
 * CaptureOutcome outcome = capture.tenant("acme").onMessage(message);
 * }</pre>
 */
public final class CaptureEngine {
    private static final int STRIPES = 256;

    private final Wiring wiring;
    private final CaptureSettings settings;
    private final MessageReader reader;
    private final Cache<SessionKey, LiveConversation> live;
    private final Object[] locks = new Object[STRIPES];

    /** A conversation of any tenant. */
    record SessionKey(TenantId tenant, String session) {}

    private CaptureEngine(Builder builder) {
        wiring = builder.kit.wiring();
        settings = new CaptureSettings(
                builder.rules == null ? CaptureRules.standard() : builder.rules,
                builder.intent == null ? IntentModel.lexical() : builder.intent,
                new LibPhoneNormalizer(),
                builder.region);
        reader = new MessageReader(settings);
        live = Caffeine.newBuilder()
                .maximumWeight(builder.cacheBytes)
                .weigher((SessionKey key, LiveConversation conversation) -> conversation.weight())
                .executor(Runnable::run) // no thread that the host did not start
                .build();
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
        }
    }

    public static Builder builder(LeadKit kit) {
        return new Builder(kit);
    }

    /**
     * The part of one customer of the host.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the id is no id, see {@link dev.leadkit.lead.Input#id}
     */
    public TenantCapture tenant(String id) {
        return new TenantCapture(this, TenantId.of(id));
    }

    Wiring wiring() {
        return wiring;
    }

    CaptureSettings settings() {
        return settings;
    }

    MessageReader reader() {
        return reader;
    }

    Cache<SessionKey, LiveConversation> live() {
        return live;
    }

    /** One writer at a time for a session in this process; between processes the store's versions decide. */
    Object lock(SessionKey key) {
        return locks[Math.floorMod(key.hashCode(), STRIPES)];
    }

    /** Collects how to capture. Not safe to share. */
    public static final class Builder {
        private final LeadKit kit;
        private @Nullable CaptureRules rules;
        private @Nullable IntentDetector intent;
        private @Nullable String region;
        private long cacheBytes = 64L * 1024 * 1024;

        private Builder(LeadKit kit) {
            this.kit = kit;
        }

        /** {@link CaptureRules#standard()} unless said otherwise. */
        public Builder rules(CaptureRules newRules) {
            rules = newRules;
            return this;
        }

        /** {@link IntentModel#lexical()} unless said otherwise. */
        public Builder intent(IntentDetector detector) {
            intent = detector;
            return this;
        }

        /** The ISO 3166 region of phone numbers without a country code, unless the message names one. */
        public Builder region(String code) {
            region = code;
            return this;
        }

        /** About how many bytes of conversations to keep at hand; 64 MiB unless said otherwise, 0 for none. */
        public Builder cacheBytes(long bytes) {
            cacheBytes = bytes;
            return this;
        }

        public CaptureEngine build() {
            return new CaptureEngine(this);
        }
    }
}
