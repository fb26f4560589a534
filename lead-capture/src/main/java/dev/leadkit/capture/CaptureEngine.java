package dev.leadkit.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadkit.LeadKit;
import dev.leadkit.Wiring;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.Regions;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.TenantId;
import java.sql.Connection;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns chat messages into leads. Build one and keep it; it is safe to share.
 *
 * <pre>{@code
 * CaptureEngine capture = CaptureEngine.builder(kit).rules(CaptureRules.read(path)).build();
 * CaptureOutcome outcome = capture.tenant("acme").onMessage(message);
 * }</pre>
 */
public final class CaptureEngine {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureEngine.class);
    private static final int STRIPES = 256;

    private final LeadKit kit;
    private final CaptureSettings settings;
    private final TenantSettings ofTenants;
    private final CaptureModes modes;
    private final Cache<SessionKey, LiveConversation> live;
    private final AtomicLong forgotten = new AtomicLong();
    private final ReentrantLock[] locks;
    private final CaptureTally tally;

    /** A conversation of any tenant. */
    record SessionKey(TenantId tenant, String session) {}

    private CaptureEngine(
            LeadKit kit,
            CaptureSettings settings,
            TenantSettings ofTenants,
            CaptureModes modes,
            CaptureTally tally,
            long cacheBytes,
            int stripes) {
        this.kit = kit;
        this.settings = settings;
        this.ofTenants = ofTenants;
        this.modes = modes;
        this.tally = tally;
        live = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((SessionKey key, LiveConversation conversation) -> conversation.weight())
                .executor(Runnable::run) // no thread that the host did not start
                .build();
        locks = new ReentrantLock[stripes];
        Arrays.setAll(locks, stripe -> new ReentrantLock());
    }

    /** Begins an engine that writes to a kit. */
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

    /**
     * The same engine within a transaction of the host, see {@link LeadKit#joining}: what it captures stands once the host
     * commits. Cheap: make one for each transaction, and use it on the thread that has the connection. It remembers
     * nothing from message to message, so deliver what belongs together in one call, and repeats nothing, so that
     * conflicts come to the caller.
     *
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the store can't join
     */
    public CaptureEngine joining(Connection connection) {
        return new CaptureEngine(kit.joining(connection), settings, ofTenants, modes, tally, 0, 1);
    }

    /**
     * What came of all that was delivered to this engine since it was built, and why; what was delivered to one that
     * {@linkplain #joining joins} a transaction included, whether the host committed it or not.
     */
    public CaptureCounters counters() {
        return tally.snapshot();
    }

    CaptureTally tally() {
        return tally;
    }

    Wiring wiring() {
        return kit.wiring();
    }

    CaptureSettings settings() {
        return settings;
    }

    TenantSettings ofTenants() {
        return ofTenants;
    }

    /**
     * The beginning of a fold of a tenant's conversations.
     *
     * @param by the engine's settings, or those of a replay
     */
    ConversationFold newFold(CaptureSettings by, TenantId tenant, Function<ConversationFold, OptionalInt> scorer) {
        return new ConversationFold(by, ofTenants.reader(tenant), ofTenants.ownContacts(tenant), scorer);
    }

    Intake intake(SessionKey key) {
        var pseudonymizer = new Pseudonymizer(
                settings, ofTenants.reader(key.tenant()), ofTenants.ownContacts(key.tenant()), wiring().hasher());
        return new Intake(modes, pseudonymizer, key);
    }

    Cache<SessionKey, LiveConversation> live() {
        return live;
    }

    /** Drops what is kept of a session. Never waits, and nobody who is at work on it keeps it afterwards. */
    void forget(SessionKey key) {
        forgotten.incrementAndGet();
        live.invalidate(key);
    }

    /** How often a session was forgotten until now, to be told to {@link #keep}. */
    long forgotten() {
        return forgotten.get();
    }

    /** Keeps a conversation for its next message, unless a session was forgotten since the work on it began. */
    void keep(SessionKey key, LiveConversation conversation, long forgottenBefore) {
        // In one step, so that whoever forgets it now drops it after this.
        live.asMap().compute(key, (its, known) -> forgotten.get() == forgottenBefore ? conversation : null);
    }

    /**
     * Held by the one who works on the conversation that is kept for a session; between processes, and for those who work
     * on a copy of their own, the store's versions decide.
     */
    ReentrantLock lock(SessionKey key) {
        return locks[Math.floorMod(key.hashCode(), locks.length)];
    }

    /** Collects how to capture. Not safe to share. */
    public static final class Builder {
        private final LeadKit kit;
        private @Nullable CaptureRules rules;
        private @Nullable IntentDetector intent;
        private Function<String, @Nullable String> regionOfTenant = tenant -> null;
        private Function<String, OwnContacts> ownContactsOfTenant = tenant -> OwnContacts.NONE;
        private Function<String, CaptureMode> modeOfTenant = CaptureModes.FULL.ofTenant();
        private @Nullable String consentPurpose;
        private long cacheBytes = 64L * 1024 * 1024;

        private Builder(LeadKit kit) {
            this.kit = kit;
        }

        /** {@link CaptureRules#standard()} unless said otherwise. */
        public Builder rules(CaptureRules newRules) {
            rules = newRules;
            return this;
        }

        /** {@link IntentModel#trained()} unless said otherwise. */
        public Builder intent(IntentDetector detector) {
            intent = detector;
            return this;
        }

        /**
         * The ISO 3166 region of phone numbers without a country code, unless the message names one.
         *
         * @throws InvalidInputException if no country has the code, such as {@code UK} for {@code GB}
         */
        public Builder region(String code) {
            String region = Regions.require("region", code);
            return regionOfTenant(tenant -> region);
        }

        /**
         * The same, for each tenant by its id; nothing where it is unknown, or for a code that no country has. It is asked whenever a
         * conversation begins or is read from the store again, also by several threads at once, and must not be slow. A change counts
         * from then on; for one that is kept at hand, see {@link #cacheBytes}, after {@link TenantCapture#forget}.
         */
        public Builder regionOfTenant(Function<String, @Nullable String> region) {
            regionOfTenant = region;
            return this;
        }

        /**
         * The tenant's own addresses, domains and numbers, which are never a visitor's whoever writes them. What bot and agents gave in
         * a conversation is known there without this.
         */
        public Builder ownContacts(OwnContacts contacts) {
            return ownContactsOfTenant(tenant -> contacts);
        }

        /** The same, for each tenant by its id, as {@link #regionOfTenant} asks. */
        public Builder ownContactsOfTenant(Function<String, OwnContacts> contacts) {
            ownContactsOfTenant = contacts;
            return this;
        }

        /** In which mode conversations begin; {@link CaptureMode#FULL} unless said otherwise. */
        public Builder mode(CaptureMode mode) {
            return modeOfTenant(tenant -> mode);
        }

        /**
         * The same, for each tenant by its id. It is asked for every message, also by several threads at once, so that a change
         * counts from the next message on; it must not be slow.
         */
        public Builder modeOfTenant(Function<String, CaptureMode> mode) {
            modeOfTenant = mode;
            return this;
        }

        /**
         * Captures a conversation in full for as long as its visitor agrees to a purpose, see {@link
         * dev.leadkit.lead.Consent}: from the message with which he does, or from the time at which it was recorded on his lead,
         * by a rule, at the desk or from another conversation. Once he takes it back, it is captured as it began, and not
         * more than {@linkplain CaptureMode#PSEUDONYMOUS pseudonymously}. Costs one read of each lead of
         * the conversation for each message.
         */
        public Builder fullOnConsentTo(String purpose) {
            consentPurpose = Consent.to(purpose).purpose();
            return this;
        }

        /** About how many bytes of conversations to keep at hand; 64 MiB unless said otherwise, 0 for none. */
        public Builder cacheBytes(long bytes) {
            cacheBytes = bytes;
            return this;
        }

        /** The kit's, unless that knows no numbering plan. */
        private ContactNormalizer normalizer() {
            ContactNormalizer ofKit = kit.wiring().normalizer();
            return ofKit == ContactNormalizer.plainDigits() ? new LibPhoneNormalizer() : ofKit;
        }

        /**
         * Numbers and addresses are brought into one form by the kit's normalizer, or, where the kit was given none, by {@link
         * LibPhoneNormalizer}. What works but is hardly meant, such as a kit without a normalizer or a rule that names a stage
         * which the kit's pipeline has not, is logged as a warning.
         */
        public CaptureEngine build() {
            var settings = new CaptureSettings(
                    rules == null ? CaptureRules.standard() : rules,
                    intent == null ? IntentModel.trained() : intent,
                    normalizer(),
                    null);
            SetupWarnings.of(kit.wiring(), settings.rules()).forEach(LOG::warn);
            return new CaptureEngine(
                    kit,
                    settings,
                    new TenantSettings(settings, regionOfTenant, ownContactsOfTenant),
                    new CaptureModes(
                            modeOfTenant,
                            consentPurpose,
                            tenant -> kit.wiring().entitlements().planOf(tenant).captures()),
                    new CaptureTally(),
                    cacheBytes,
                    STRIPES);
        }
    }
}
