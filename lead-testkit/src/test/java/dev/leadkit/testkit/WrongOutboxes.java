package dev.leadkit.testkit;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores whose outbox does one thing wrong each, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongOutboxes {
    private WrongOutboxes() {}

    /** The right outbox, for wrong ones to spoil one thing. */
    private static class DelegatingOutbox implements Outbox {
        final Outbox right;

        DelegatingOutbox(Outbox right) {
            this.right = right;
        }

        @Override
        public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
            return right.lease(tenant, endpoint, lease, limit);
        }

        @Override
        public boolean extend(TenantId tenant, Delivery delivery, Instant until) {
            return right.extend(tenant, delivery, until);
        }

        @Override
        public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
            return right.settle(tenant, delivery, settlement);
        }

        @Override
        public Backlog backlog(TenantId tenant, String endpoint) {
            return right.backlog(tenant, endpoint);
        }

        @Override
        public Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page) {
            return right.deadLetters(tenant, endpoint, page);
        }

        @Override
        public boolean replay(TenantId tenant, DeliveryId id, Instant now) {
            return right.replay(tenant, id, now);
        }

        @Override
        public boolean skip(TenantId tenant, DeliveryId id) {
            return right.skip(tenant, id);
        }
    }

    private static LeadStore with(Function<Outbox, Outbox> spoil) {
        return new DelegatingStore() {
            private final Capabilities spoilt = Capabilities.NONE.withOutbox(
                    spoil.apply(right.capabilities().requireOutbox()));

            @Override
            public Capabilities capabilities() {
                return spoilt;
            }
        };
    }

    /** Looks at what is due and does not write down who has it. */
    static class LeasesWithoutLock extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                @Override
                public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
                    var soon = new Lease(lease.owner(), lease.now(), lease.now().plusNanos(1_000));
                    List<Delivery> found = right.lease(tenant, endpoint, soon, limit);
                    found.forEach(each -> right.settle(tenant, each, new Settlement.Released(lease.now())));
                    return found;
                }

                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    Instant now = Leads.NOW;
                    return right
                            .lease(tenant, delivery.id().endpoint(), OutboxUnderTest.aLease(now), MAX_LIMIT)
                            .stream()
                            .filter(each -> each.id().equals(delivery.id()))
                            .anyMatch(each -> right.settle(tenant, each, settlement));
                }
            });
        }
    }

    /** Puts what failed aside until it is due, and lets the later ones of its lead pass. */
    static class ForgetsOrderAfterFailure extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                private final Map<DeliveryId, Delivery> aside = new ConcurrentHashMap<>();
                private final Map<DeliveryId, Instant> due = new ConcurrentHashMap<>();

                @Override
                public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
                    List<Delivery> leased = new ArrayList<>(right.lease(tenant, endpoint, lease, limit));
                    due.forEach((id, at) -> {
                        if (!at.isAfter(lease.now()) && due.remove(id, at)) {
                            Delivery failed = Objects.requireNonNull(aside.get(id));
                            leased.add(new Delivery(id, failed.failures() + 1, lease.owner(), failed.activities()));
                        }
                    });
                    return leased;
                }

                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    if (settlement instanceof Settlement.Retry retry) {
                        aside.put(delivery.id(), delivery);
                        due.put(delivery.id(), retry.at());
                        right.settle(tenant, delivery, new Settlement.Delivered());
                        return true;
                    }
                    return aside.remove(delivery.id()) != null || right.settle(tenant, delivery, settlement);
                }
            });
        }
    }

    /** Takes a failed attempt for the end of it. */
    static class DropsOnRetry extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    boolean drops = settlement instanceof Settlement.Retry;
                    return right.settle(tenant, delivery, drops ? new Settlement.Delivered() : settlement);
                }
            });
        }
    }

    /** Knows an entry by its endpoint and lead alone, whosever it is. */
    static class LeaksTenants extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    return right.settle(Leads.ACME, delivery, settlement);
                }

                @Override
                public Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page) {
                    return right.deadLetters(Leads.ACME, endpoint, page);
                }
            });
        }
    }

    /** Settles by the entry alone, whoever has it now. */
    static class SettlesWithLostLease extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                private final Map<DeliveryId, Delivery> latest = new ConcurrentHashMap<>();

                @Override
                public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
                    List<Delivery> leased = right.lease(tenant, endpoint, lease, limit);
                    leased.forEach(each -> latest.put(each.id(), each));
                    return leased;
                }

                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    return right.settle(tenant, latest.getOrDefault(delivery.id(), delivery), settlement);
                }
            });
        }
    }

    /** Does not wait between attempts. */
    static class RetriesAtOnce extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return with(right -> new DelegatingOutbox(right) {
                @Override
                public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
                    boolean retries = settlement instanceof Settlement.Retry;
                    return right.settle(
                            tenant,
                            delivery,
                            retries
                                    ? new Settlement.Retry(Leads.NOW.minus(Duration.ofDays(1)), "at once")
                                    : settlement);
                }
            });
        }
    }

    /** Writes the entries by themselves, before the changeset, whatever becomes of that. */
    static class WritesApart extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    if (changeset.endpoints().isEmpty()) {
                        return right.commit(changeset);
                    }
                    ChangesetBuilder shadow =
                            Leads.aChangeset(changeset.tenant()).endpoints(changeset.endpoints());
                    changeset
                            .leads()
                            .forEach(write -> shadow.create(
                                    Leads.aLead().of(changeset.tenant()).build(), changeset.at(), null));
                    right.commit(shadow.build());
                    return right.commit(without(changeset));
                }
            };
        }
    }

    /** Keeps nothing for endpoints, and does not say so. */
    static class IgnoresEndpoints extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return right.commit(without(changeset));
                }
            };
        }
    }

    private static Changeset without(Changeset changeset) {
        return new Changeset(
                changeset.id(),
                changeset.tenant(),
                changeset.at(),
                changeset.actor(),
                changeset.leads(),
                changeset.conversations(),
                changeset.messages(),
                new ArrayList<>(changeset.activities()),
                changeset.documents(),
                Set.of());
    }

    /** A right store that has no outbox. */
    static class DeclaresNone extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    capabilities().requireFor(changeset);
                    return right.commit(changeset);
                }

                @Override
                public Capabilities capabilities() {
                    return Capabilities.NONE;
                }
            };
        }
    }

    /** Has no outbox, says so, and takes changesets that need one. */
    static class DeclaresNoneAndTakesAll extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Capabilities capabilities() {
                    return Capabilities.NONE;
                }
            };
        }
    }
}
