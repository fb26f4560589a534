package dev.leadkit.testkit;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.SearchTerms;
import dev.leadkit.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stores that are right until there is much of something, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongSizes {
    private WrongSizes() {}

    /** Says that a large changeset was applied, and lets it be. */
    static class SkipsLargeChangesets extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return changeset.leads().size() > 500 ? CommitResult.APPLIED : right.commit(changeset);
                }
            };
        }
    }

    /** Has the first activities of a changeset and no others. */
    static class ListsFiftyActivities extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
                    return right.activities(tenant, changeset).stream()
                            .limit(50)
                            .toList();
                }
            };
        }
    }

    /** Has the first messages of a session and no others. */
    static class ReadsFiveHundredMessages extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Optional<Transcript> transcript(TenantId tenant, String session) {
                    return right.transcript(tenant, session)
                            .map(whole -> new Transcript(
                                    whole.conversation(),
                                    whole.messages().stream().limit(500).toList()));
                }
            };
        }
    }

    /** Reports messages that were seen before, unless there are several. */
    static class ReportsThreeSeenMessages extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    CommitResult result = right.commit(changeset);
                    return result.seenBefore().size() > 3 ? new CommitResult(result.repeated(), Set.of()) : result;
                }
            };
        }
    }

    /** Knows no more of a text than a narrow column holds. */
    static class CutsDocuments extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Capabilities capabilities() {
                    Documents rightly = right.capabilities().requireDocuments();
                    return Capabilities.NONE.withDocuments(new Documents() {
                        @Override
                        public Optional<Document> find(TenantId tenant, DocumentKey key) {
                            return rightly.find(tenant, key).map(CutsDocuments::cut);
                        }

                        @Override
                        public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
                            return rightly.list(tenant, kind, page);
                        }
                    });
                }
            };
        }

        private static Document cut(Document whole) {
            String text = whole.text();
            return new Document(
                    whole.key(),
                    whole.version(),
                    text.substring(0, Math.min(text.length(), 4096)),
                    whole.at(),
                    whole.actor());
        }
    }

    /** Asks for the first of many identities alone whether they are suppressed. */
    static class SuppressesAHundred extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new WrongErasures.Store() {
                @Override
                Map<IdentityKey, Instant> suppressed(
                        Erasure rightly, TenantId tenant, Collection<IdentityKey> identities) {
                    return rightly.suppressed(
                            tenant, identities.stream().limit(100).toList());
                }
            };
        }
    }

    /** Finds nothing where many stages are asked for. */
    static class AsksForFiveStages extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    boolean many = query.filter().stages().size() > 5;
                    return right.list(
                            tenant, many ? new LeadQuery(LeadFilter.none(), query.sort(), query.page()) : query);
                }
            };
        }
    }

    /** Keeps each word as a key, however long it is. */
    static class RefusesLongWords extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    for (Changeset.LeadWrite write : changeset.leads()) {
                        if (SearchTerms.words(write.lead().displayName()).stream()
                                .anyMatch(word -> word.getBytes(StandardCharsets.UTF_8).length > 1024)) {
                            throw new StoreException("value too long for a column", null);
                        }
                    }
                    return right.commit(changeset);
                }
            };
        }
    }

    /** Hands every text to a database that knows no NUL. */
    static class FailsForNul extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
                    if (pipeline.indexOf('\0') >= 0) {
                        throw new StoreException("invalid byte sequence", null);
                    }
                    return right.findByIdentity(tenant, pipeline, identity);
                }
            };
        }
    }

    /** A store that is right but for how it reads a lead by its id. */
    private static LeadStore reading(UnaryOperator<Lead> wrong) {
        return new DelegatingStore() {
            @Override
            public Optional<Lead> find(TenantId tenant, LeadId id) {
                return right.find(tenant, id).map(wrong);
            }
        };
    }

    private static Lead withEvidence(Lead lead, UnaryOperator<List<Evidence>> wrong) {
        return lead.toBuilder()
                .capturedBecause(lead.capturedBecause().stream()
                        .map(reason -> new Reason(reason.code(), reason.text(), wrong.apply(reason.evidence())))
                        .toList())
                .build();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Has the first day on which a visitor wrote. */
    static class ReadsOneDay extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead -> lead.toBuilder()
                    .engagement(
                            lead.engagement().withDays(first(lead.engagement().days(), 1)))
                    .build());
        }
    }

    /** Has the first evidence of a reason. */
    static class ReadsOneEvidence extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead -> withEvidence(lead, all -> first(all, 1)));
        }
    }

    /** Has evidence in another order. */
    static class TurnsEvidence extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead -> withEvidence(lead, all -> {
                List<Evidence> turned = new ArrayList<>(all);
                Collections.reverse(turned);
                return turned;
            }));
        }
    }

    /** Has the first evidence of a need. */
    static class ReadsOneEvidenceOfTheNeed extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead -> {
                NeedSummary need = lead.need();
                return need == null
                        ? lead
                        : lead.toBuilder()
                                .need(new NeedSummary(need.text(), need.by(), first(need.evidence(), 1)))
                                .build();
            });
        }
    }

    /** Has a column for each of two segments. */
    static class ReadsTwoSegments extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Optional<Transcript> transcript(TenantId tenant, String session) {
                    return right.transcript(tenant, session).map(transcript -> {
                        Conversation whole = transcript.conversation();
                        var cut = new Conversation(
                                whole.tenant(),
                                whole.session(),
                                whole.channel(),
                                whole.version(),
                                first(whole.segments(), 2),
                                whole.marks());
                        return new Transcript(cut, transcript.messages());
                    });
                }
            };
        }
    }

    /** Has no room for more pins. */
    static class ReadsTwentyPins extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead -> lead.toBuilder()
                    .pinned(Set.copyOf(first(List.copyOf(lead.pinned()), 20)))
                    .build());
        }
    }

    /** Has no room for more sessions. */
    static class ReadsFiftySessions extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return reading(lead ->
                    lead.toBuilder().sessions(first(lead.sessions(), 50)).build());
        }
    }
}
