package dev.leadkit;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.IdSource;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipelines;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Entitlements;
import dev.leadkit.score.Scorers;
import dev.leadkit.search.SearchIndex;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.view.Teams;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * LeadKit, set up for a host. Build one and keep it: it is immutable and safe to share. It opens nothing, starts no
 * thread, and closes nothing that the host gave it.
 *
 * <pre>{@code
 * LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();
 * LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
 * }</pre>
 */
public final class LeadKit {
    private final Wiring wiring;

    private LeadKit(Wiring wiring) {
        this.wiring = wiring;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The part of one customer of the host.
     *
     * @throws InvalidInputException if the id is no id, see {@link dev.leadkit.lead.Input#id}
     */
    public Tenant tenant(String id) {
        return new Tenant(wiring, TenantId.of(id));
    }

    /**
     * The same kit within a transaction of the host: what is done through it is committed or rolled back by the host, with
     * whatever else it does on the connection. The connection is never committed, rolled back as a whole, closed or left
     * changed.
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * LeadDesk desk = kit.joining(connection).tenant("acme").as(Actor.user("ann"));
     * desk.transition(lead, "contacted");
     * … // the host's own statements
     * connection.commit();
     * }</pre>
     *
     * <p>Cheap: make one for each transaction, and use it on the thread that has the connection. Nothing is tried again,
     * so conflicts come to the caller, for edits as well as for moves. Until the transaction ends, others wait for the leads
     * that it has changed; so the thread that could end it should not touch them through another connection. Keep it
     * short, and on MariaDB in READ COMMITTED: its default makes others wait for the rows beside those as well.
     *
     * @param connection with auto-commit off; with it on, reads work and changes throw {@link
     *     dev.leadkit.store.NoTransactionException}
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the store can't join
     */
    public LeadKit joining(Connection connection) {
        return new LeadKit(
                wiring.on(wiring.store().capabilities().requireJoining().joining(connection)));
    }

    /**
     * What brings events to the endpoints, whenever the host polls it, with {@link RelayPolicy#DEFAULT}.
     *
     * @throws UnsupportedCapabilityException if the store has no outbox
     */
    public OutboxRelay relay() {
        return relay(RelayPolicy.DEFAULT);
    }

    /**
     * What brings events to the endpoints, whenever the host polls it.
     *
     * @throws UnsupportedCapabilityException if the store has no outbox
     */
    public OutboxRelay relay(RelayPolicy policy) {
        return OutboxRelay.over(wiring.store().capabilities().requireOutbox(), wiring.endpoints(), policy, wiring::now);
    }

    /** For what stands on the kit, such as the capture engine. */
    public Wiring wiring() {
        return wiring;
    }

    /** Collects what a kit needs. Not safe to share. */
    public static final class Builder {
        private @Nullable LeadStore store;
        private byte @Nullable [] identityKey;
        private @Nullable Pipeline pipeline;
        private HostGuards guards = HostGuards.none();
        private @Nullable LeadScorer scorer;
        private Scorers scorers = Scorers.NONE;
        private ContactNormalizer normalizer = ContactNormalizer.plainDigits();
        private Clock clock = Clock.systemUTC();
        private @Nullable IdSource ids;
        private final Map<String, LeadListener> endpoints = new LinkedHashMap<>();
        private Entitlements entitlements = Entitlements.EVERYTHING;
        private AccessPolicy access = AccessPolicy.EVERYTHING;
        private final Map<String, Predicate<Lead>> conditions = new LinkedHashMap<>();
        private Teams teams = Teams.NONE;
        private @Nullable SearchIndex searchIndex;
        private OverridePolicy overrides = OverridePolicy.nobody();
        private LeadFields fields = LeadFields.NONE;

        private Builder() {}

        /** Where leads are kept. Required. */
        public Builder store(LeadStore itsStore) {
            store = itsStore;
            return this;
        }

        /**
         * The secret under which identities are hashed: at least 16 bytes, the same for as long as the store lives.
         * Required by persistent stores; others get a random one.
         */
        public Builder identityKey(byte[] secret) {
            identityKey = secret.clone();
            return this;
        }

        /**
         * The pipeline that leads move in, unless their tenant has published a version of its own, see {@link
         * LeadDesk#pipelines}; {@link Pipeline#fiveStage()} unless said otherwise.
         */
        public Builder pipeline(Pipeline itsPipeline) {
            pipeline = itsPipeline;
            return this;
        }

        /** The host's guards for which pipelines may ask that tenants publish; none unless said otherwise. */
        public Builder guards(HostGuards itsGuards) {
            guards = itsGuards;
            return this;
        }

        /** Who is in which team, for views that a team shares; nobody is in any unless said otherwise. */
        public Builder teams(Teams itsTeams) {
            teams = itsTeams;
            return this;
        }

        /** A search engine of the host's for {@link LeadDesk#search(dev.leadkit.store.LeadFilter, int)}; the store's own search unless said. */
        public Builder searchIndex(SearchIndex index) {
            searchIndex = index;
            return this;
        }

        /** Who may move a lead in spite of what the pipeline says; nobody unless said otherwise. */
        public Builder overrides(OverridePolicy policy) {
            overrides = policy;
            return this;
        }

        /**
         * What scores leads, unless their tenant has a scorer of its own; without one they have no score. {@link #build} asks
         * whether it is {@linkplain LeadScorer#requireFitForLeads fit for them}.
         */
        public Builder scorer(LeadScorer itsScorer) {
            scorer = itsScorer;
            return this;
        }

        /**
         * What scores the leads of each tenant, such as the scorecards that tenants have published; where a tenant has none of
         * its own, {@link #scorer} does.
         */
        public Builder scorers(Scorers ofTenants) {
            scorers = ofTenants;
            return this;
        }

        /**
         * Brings numbers and addresses to one form, such as lead-capture's {@code LibPhoneNormalizer}. Without one a phone is plain
         * digits: no number is valid, and none finds a lead that has it already.
         */
        public Builder normalizer(ContactNormalizer itsNormalizer) {
            normalizer = itsNormalizer;
            return this;
        }

        /** The custom fields that leads may have; none unless said otherwise. */
        public Builder fields(LeadFields itsFields) {
            fields = itsFields;
            return this;
        }

        /** The clock that says when people act; the system's in UTC unless said otherwise. */
        public Builder clock(Clock itsClock) {
            clock = itsClock;
            return this;
        }

        /** What makes ids; version-7 UUIDs unless said otherwise. */
        public Builder ids(IdSource itsIds) {
            ids = itsIds;
            return this;
        }

        /**
         * An endpoint that gets all that happens to leads from now on. What it has not got yet stays in the store under its
         * name, so keep the name for as long as it is the same receiver; every kit that writes must name it.
         *
         * @throws InvalidInputException if the name is no id, see {@link Input#id}, or taken
         */
        public Builder endpoint(String name, LeadListener listener) {
            if (endpoints.putIfAbsent(Input.id("endpoint", name), listener) != null) {
                throw new InvalidInputException(
                        "endpoint", "a name of its own for each endpoint", "the same name twice");
            }
            return this;
        }

        /** Which plan a tenant has; every desk holds it to that. Everything is open unless said otherwise. */
        public Builder entitlements(Entitlements itsEntitlements) {
            entitlements = itsEntitlements;
            return this;
        }

        /** Who may see and do what at a desk; everybody everything unless said otherwise. */
        public Builder access(AccessPolicy policy) {
            access = policy;
            return this;
        }

        /**
         * A condition of the host's own, which documents may name, see {@link dev.leadkit.assign.Need#forCondition}.
         *
         * @param condition depends on nothing but the lead, and may be asked by several threads at once
         * @throws InvalidInputException if the name is no id, see {@link Input#id}, or taken
         */
        public Builder condition(String name, Predicate<Lead> condition) {
            if (conditions.putIfAbsent(Input.id("condition", name), condition) != null) {
                throw new InvalidInputException(
                        "condition", "a name of its own for each condition", "the same name twice");
            }
            return this;
        }

        /**
         * @throws InvalidInputException if there is no store, or a persistent one without an identity key, or if the
         *     pipeline or the scorer asks for a custom field that is not defined
         * @throws UnsupportedCapabilityException if there are endpoints and the store has no outbox, or a stage has a hard
         *     limit and the store keeps no documents
         * @throws RuntimeException what {@link LeadScorer#requireFitForLeads} throws, if the scorer can score no lead
         */
        public LeadKit build() {
            if (store == null) {
                throw new InvalidInputException("store", "a LeadStore, such as new InMemoryLeadStore()", "none");
            }
            if (!endpoints.isEmpty()) {
                store.capabilities().requireOutbox();
            }
            if (scorer != null) {
                scorer.requireFitForLeads();
            }
            Pipeline itsPipeline = pipeline == null ? Pipeline.fiveStage() : pipeline;
            requireFields("the pipeline", itsPipeline.askedFields());
            if (scorer != null) {
                requireFields("the scorer", scorer.askedFields());
            }
            if (itsPipeline.stages().stream().anyMatch(Stage::isHardLimited)) {
                store.capabilities().requireDocuments();
            }
            return new LeadKit(new Wiring(
                    store,
                    itsPipeline,
                    new PublishedPipelines(store, itsPipeline, guards, clock::instant),
                    scorersOfTenants(),
                    normalizer,
                    IdentityHasher.of(identityKeyFor(store)),
                    clock,
                    ids == null ? new UuidV7(clock) : ids,
                    endpoints,
                    conditions,
                    overrides,
                    entitlements,
                    access,
                    teams,
                    searchIndex,
                    fields));
        }

        private Scorers scorersOfTenants() {
            return scorer == null ? scorers : scorers.orElse(scorer);
        }

        private void requireFields(String asker, Set<String> asked) {
            asked.forEach(field -> {
                String key = LeadField.keyOfCustom(field);
                if (key != null && fields.find(key).isEmpty()) {
                    throw new InvalidInputException(
                            "fields",
                            "a definition of each field that %s asks for".formatted(asker),
                            "none of " + field);
                }
            });
        }

        private byte[] identityKeyFor(LeadStore itsStore) {
            if (identityKey != null) {
                return identityKey;
            }
            if (itsStore.isPersistent()) {
                throw new InvalidInputException(
                        "identityKey", "at least 16 secret bytes that stay the same for a persistent store", "none");
            }
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return secret;
        }
    }
}
