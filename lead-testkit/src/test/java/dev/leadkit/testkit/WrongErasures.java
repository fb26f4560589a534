package dev.leadkit.testkit;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that erase one thing wrong each, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongErasures {
    private WrongErasures() {}

    /** The right store, erasing wrongly. */
    static class Store extends DelegatingStore {
        ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
            return rightly.erase(order);
        }

        Map<IdentityKey, Instant> suppressed(Erasure rightly, TenantId tenant, Collection<IdentityKey> identities) {
            return rightly.suppressed(tenant, identities);
        }

        @Override
        public Capabilities capabilities() {
            Erasure rightly = right.capabilities().requireErasure();
            return Capabilities.NONE.withErasure(new Erasure() {
                @Override
                public ErasureReceipt erase(ErasureOrder order) {
                    return Store.this.erase(rightly, order);
                }

                @Override
                public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
                    return rightly.knownBy(tenant, identities);
                }

                @Override
                public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
                    return Store.this.suppressed(rightly, tenant, identities);
                }

                @Override
                public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
                    return rightly.receipt(tenant, id);
                }

                @Override
                public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
                    return rightly.receipts(tenant, page);
                }
            });
        }
    }

    private static ErasureOrder altered(
            ErasureOrder order,
            ErasureId id,
            List<LeadState> leads,
            List<Conversation> conversations,
            Set<IdentityKey> suppressed) {
        return new ErasureOrder(
                id,
                order.tenant(),
                order.at(),
                order.actor(),
                order.cause(),
                leads,
                conversations,
                suppressed,
                order.suppressedUntil());
    }

    /** Takes out the leads and leaves what was said. */
    static class ForgetsMessages extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    return rightly.erase(altered(order, order.id(), order.leads(), List.of(), order.suppressed()));
                }
            };
        }
    }

    /** Lets the erased come back. */
    static class ForgetsSuppression extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    return rightly.erase(altered(order, order.id(), order.leads(), order.conversations(), Set.of()));
                }
            };
        }
    }

    /** Takes out every lead of an id, whosoever it is. */
    static class ForgetsTheTenant extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                private final Set<TenantId> tenants = ConcurrentHashMap.newKeySet();

                @Override
                public CommitResult commit(Changeset changeset) {
                    tenants.add(changeset.tenant());
                    return super.commit(changeset);
                }

                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    for (TenantId tenant : tenants) {
                        if (!tenant.equals(order.tenant())) {
                            var theirs = Leads.anErasure(tenant);
                            right.findAll(tenant, order.leadIds()).forEach(theirs::lead);
                            rightly.erase(theirs.build(order.cause()));
                        }
                    }
                    return rightly.erase(order);
                }
            };
        }
    }

    /** Has counters that only ever grow. */
    static class ForgetsCounters extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                private final Map<String, Long> erased = new HashMap<>();

                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    ErasureReceipt receipt = rightly.erase(order);
                    order.leads().forEach(state -> erased.merge(state.lead().stage(), 1L, Long::sum));
                    return receipt;
                }

                @Override
                public Board board(TenantId tenant, BoardQuery query) {
                    return new Board(right.board(tenant, query).columns().stream()
                            .map(column -> new Board.Column(
                                    column.stage(),
                                    column.count() + erased.getOrDefault(column.stage(), 0L),
                                    column.totals(),
                                    column.stale(),
                                    column.cards(),
                                    column.next()))
                            .toList());
                }
            };
        }
    }

    /** Keeps the rows that hold identities. */
    static class ForgetsClaims extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                private final Map<IdentityKey, LeadId> kept = new ConcurrentHashMap<>();

                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    ErasureReceipt receipt = rightly.erase(order);
                    for (LeadState state : order.leads()) {
                        state.claims().forEach(key -> kept.put(key, state.lead().id()));
                    }
                    return receipt;
                }

                @Override
                public CommitResult commit(Changeset changeset) {
                    for (LeadWrite write : changeset.leads()) {
                        for (IdentityKey key : write.after().claims()) {
                            LeadId holder = kept.get(key);
                            if (holder != null) {
                                throw new IdentityTakenException(holder);
                            }
                        }
                    }
                    return super.commit(changeset);
                }
            };
        }
    }

    /** Erases what it finds, whatever was read. */
    static class ForgetsVersions extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    List<LeadState> found = order.leads().stream()
                            .flatMap(state ->
                                    right.find(order.tenant(), state.lead().id()).stream())
                            .map(lead -> LeadState.of(lead, Leads.HASHER))
                            .toList();
                    return rightly.erase(altered(order, order.id(), found, order.conversations(), order.suppressed()));
                }
            };
        }
    }

    /** Carries a repeated order out once more. */
    static class ForgetsOrders extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    return rightly.erase(altered(
                            order,
                            new ErasureId(UUID.randomUUID()),
                            order.leads(),
                            order.conversations(),
                            order.suppressed()));
                }
            };
        }
    }

    /** Takes out the lead, and puts it back with a changeset that comes once more. */
    static class ForgetsChangesets extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Store() {
                private final Set<Object> erased = ConcurrentHashMap.newKeySet();

                @Override
                ErasureReceipt erase(Erasure rightly, ErasureOrder order) {
                    erased.addAll(order.leadIds());
                    return rightly.erase(order);
                }

                @Override
                public CommitResult commit(Changeset changeset) {
                    List<LeadId> ids = changeset.leads().stream()
                            .map(LeadWrite::lead)
                            .map(Lead::id)
                            .toList();
                    boolean again = ids.stream().anyMatch(erased::contains);
                    return super.commit(
                            again
                                    ? new Changeset(
                                            new ChangesetId(UUID.randomUUID()),
                                            changeset.tenant(),
                                            changeset.at(),
                                            changeset.actor(),
                                            changeset.leads(),
                                            changeset.conversations(),
                                            changeset.messages(),
                                            changeset.activities(),
                                            changeset.documents(),
                                            changeset.endpoints())
                                    : changeset);
                }
            };
        }
    }

    /** Declares to have no erasure, which is allowed. */
    static class HasNone extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Capabilities capabilities() {
                    Capabilities its = right.capabilities();
                    return new Capabilities(its.outbox(), null, its.joining(), its.documents(), its.containment());
                }
            };
        }
    }
}
