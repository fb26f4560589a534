package dev.leadkit.testkit;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that keep documents wrongly, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongDocuments {
    private WrongDocuments() {}

    /** Writes over whatever version there is. */
    static class IgnoresVersions extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return right.commit(withDocuments(
                            changeset,
                            changeset.documents().stream()
                                    .filter(write -> write.text() != null || version(changeset, write) > 0)
                                    .map(write -> new Changeset.DocumentWrite(
                                            write.key(), version(changeset, write), write.text()))
                                    .toList()));
                }

                private long version(Changeset changeset, Changeset.DocumentWrite write) {
                    return right.capabilities()
                            .requireDocuments()
                            .find(changeset.tenant(), write.key())
                            .map(Document::version)
                            .orElse(0L);
                }
            };
        }
    }

    /** Writes the leads first, and the documents in a commit of their own. */
    static class WritesApart extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    CommitResult result = right.commit(withDocuments(changeset, List.of()));
                    if (!changeset.documents().isEmpty() && !result.repeated()) {
                        right.commit(new Changeset(
                                new ChangesetId(UUID.randomUUID()),
                                changeset.tenant(),
                                changeset.at(),
                                changeset.actor(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                changeset.documents(),
                                changeset.endpoints()));
                    }
                    return result;
                }
            };
        }
    }

    /** Does not remove, and blanks the text instead. */
    static class KeepsRemoved extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return right.commit(withDocuments(
                            changeset,
                            changeset.documents().stream()
                                    .map(write -> new Changeset.DocumentWrite(
                                            write.key(),
                                            write.expectedVersion(),
                                            Objects.requireNonNullElse(write.text(), "")))
                                    .toList()));
                }
            };
        }
    }

    /** Lists names whatever their case, as a database's collation may. */
    static class SortsByLetters extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(right -> new Documents() {
                @Override
                public Optional<Document> find(TenantId tenant, DocumentKey key) {
                    return right.find(tenant, key);
                }

                @Override
                public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
                    Page<Document> its = right.list(tenant, kind, page);
                    return new Page<>(
                            its.items().stream()
                                    .sorted((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(
                                            one.key().name(), other.key().name()))
                                    .toList(),
                            its.next());
                }
            });
        }
    }

    /** Finds a document whosoever it is, among those of the rules' two tenants. */
    static class LeaksTenants extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(right -> new Documents() {
                @Override
                public Optional<Document> find(TenantId tenant, DocumentKey key) {
                    return right.find(Leads.ACME, key).or(() -> right.find(Leads.GLOBEX, key));
                }

                @Override
                public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
                    return right.list(tenant, kind, page);
                }
            });
        }
    }

    /** Declares none, and takes the rest of a changeset that has some. */
    static class DeclaresNoneAndTakesAll extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return right.commit(withDocuments(changeset, List.of()));
                }

                @Override
                public Capabilities capabilities() {
                    return declaring(right.capabilities(), null);
                }
            };
        }
    }

    /** Gives all that happened to the leads of a changeset. */
    static class MixesChangesets extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
                    return right.activities(tenant, changeset).stream()
                            .map(Activity::lead)
                            .distinct()
                            .flatMap(lead -> right.timeline(tenant, lead, PageRequest.first(100)).items().stream())
                            .toList();
                }
            };
        }
    }

    private static LeadStore reading(UnaryOperator<Documents> how) {
        return new DelegatingStore() {
            @Override
            public Capabilities capabilities() {
                return declaring(
                        right.capabilities(), how.apply(right.capabilities().requireDocuments()));
            }
        };
    }

    private static Changeset withDocuments(Changeset from, List<Changeset.DocumentWrite> documents) {
        return new Changeset(
                from.id(),
                from.tenant(),
                from.at(),
                from.actor(),
                from.leads(),
                from.conversations(),
                from.messages(),
                from.activities(),
                documents,
                from.endpoints());
    }

    private static Capabilities declaring(Capabilities its, @Nullable Documents documents) {
        return new Capabilities(its.outbox(), its.erasure(), its.joining(), documents, its.containment());
    }
}
