package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleLeadException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stores that write one thing wrong each, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongWrites {
    private WrongWrites() {}

    /** Says that all is well and forgets every fifth commit. */
    static class LosesWrites extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            var commits = new AtomicInteger();
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return commits.incrementAndGet() % 5 == 0 ? CommitResult.APPLIED : right.commit(changeset);
                }
            };
        }
    }

    /** Writes the parts of a changeset one after the other. */
    static class TearsChangesets extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset all) {
                    for (LeadWrite write : all.leads()) {
                        List<Activity> its = all.activities().stream()
                                .filter(activity ->
                                        activity.lead().equals(write.lead().id()))
                                .toList();
                        right.commit(new Changeset(
                                otherId(all, write.lead().id()),
                                all.tenant(),
                                all.at(),
                                all.actor(),
                                List.of(write),
                                List.of(),
                                List.of(),
                                its,
                                all.documents(),
                                all.endpoints()));
                    }
                    return right.commit(new Changeset(
                            all.id(),
                            all.tenant(),
                            all.at(),
                            all.actor(),
                            List.of(),
                            all.conversations(),
                            all.messages(),
                            List.of(),
                            all.documents(),
                            all.endpoints()));
                }
            };
        }

        private static ChangesetId otherId(Changeset changeset, LeadId lead) {
            return new ChangesetId(
                    UUID.nameUUIDFromBytes((changeset.id() + "/" + lead).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Lets the last writer win. */
    static class IgnoresVersions extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public synchronized CommitResult commit(Changeset changeset) {
                    return right.commit(overWhatIsThere(this, changeset));
                }
            };
        }

        static Changeset overWhatIsThere(LeadStore store, Changeset changeset) {
            List<LeadWrite> leads = changeset.leads().stream()
                    .map(write -> {
                        LeadState found = store.find(
                                        changeset.tenant(), write.lead().id())
                                .map(lead -> new LeadState(lead, Set.of(), Set.of()))
                                .orElse(null);
                        long next = found == null ? 1 : found.lead().version() + 1;
                        return new LeadWrite(
                                found,
                                DelegatingStore.with(
                                        write.after(),
                                        write.lead().toBuilder().version(next).build()));
                    })
                    .toList();
            return new Changeset(
                    changeset.id(),
                    changeset.tenant(),
                    changeset.at(),
                    changeset.actor(),
                    leads,
                    changeset.conversations(),
                    changeset.messages(),
                    List.of(),
                    changeset.documents(),
                    changeset.endpoints());
        }
    }

    /** Looks at the version first and writes later, with time for another in between. */
    static class ChecksThenWrites extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            var checking = new AtomicInteger();
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    checking.incrementAndGet();
                    for (LeadWrite write : changeset.leads()) {
                        LeadId id = write.lead().id();
                        long found =
                                find(changeset.tenant(), id).map(Lead::version).orElse(0L);
                        if (found != write.expectedVersion()) {
                            throw new StaleLeadException(id, write.expectedVersion(), found);
                        }
                    }
                    for (int i = 0; i < 1_000 && checking.get() % 8 != 0; i++) {
                        Thread.yield();
                    }
                    synchronized (this) {
                        return right.commit(IgnoresVersions.overWhatIsThere(this, changeset));
                    }
                }
            };
        }
    }

    /** Takes a conflict for something that need not be told. */
    static class SwallowsConflicts extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    try {
                        return right.commit(changeset);
                    } catch (ConflictException swallowed) {
                        return CommitResult.APPLIED;
                    }
                }
            };
        }
    }

    /** Keeps what the visitor says and nothing else. */
    static class ForgetsMessages extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    List<ChatMessage> some = changeset.messages().stream()
                            .filter(ChatMessage::isFromVisitor)
                            .toList();
                    return right.commit(with(changeset, changeset.leads(), some));
                }
            };
        }
    }

    /** Takes the blanks from both ends of a message. */
    static class StripsTexts extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    List<ChatMessage> stripped = changeset.messages().stream()
                            .map(message -> new ChatMessage(
                                    message.id(),
                                    message.session(),
                                    message.channel(),
                                    message.speaker(),
                                    message.text().strip(),
                                    message.at(),
                                    message.sequence(),
                                    message.attributes(),
                                    message.cleaned()))
                            .toList();
                    return right.commit(with(changeset, changeset.leads(), stripped));
                }
            };
        }
    }

    /** Keeps milliseconds. */
    static class CutsTimes extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return rewriting(lead -> lead.toBuilder()
                    .lastActivityAt(lead.lastActivityAt().truncatedTo(ChronoUnit.MILLIS))
                    .build());
        }
    }

    /** Has a column for the name that is too short, and does not say so. */
    static class CutsNames extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return rewriting(lead -> {
                var reason = lead.lostReason();
                return reason == null || reason.length() <= 255
                        ? lead
                        : lead.toBuilder().lostReason(reason.substring(0, 255)).build();
            });
        }
    }

    private static LeadStore rewriting(UnaryOperator<Lead> spoil) {
        return new DelegatingStore() {
            @Override
            public CommitResult commit(Changeset changeset) {
                List<LeadWrite> leads = changeset.leads().stream()
                        .map(write -> new LeadWrite(write.before(), with(write.after(), spoil.apply(write.lead()))))
                        .toList();
                return right.commit(with(changeset, leads, changeset.messages()));
            }
        };
    }

    /** Applies a changeset each time it comes. */
    static class AppliesRepeats extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    return right.commit(new Changeset(
                            new ChangesetId(UUID.randomUUID()),
                            changeset.tenant(),
                            changeset.at(),
                            changeset.actor(),
                            changeset.leads(),
                            changeset.conversations(),
                            changeset.messages(),
                            changeset.activities(),
                            changeset.documents(),
                            changeset.endpoints()));
                }
            };
        }
    }

    /** Holds no claims. */
    static class SharesClaims extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return claiming(lead -> Set.of());
        }
    }

    /** Takes every identity for a claim, that of a closed lead too. */
    static class ClaimsForEver extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return claiming(LeadState::identities);
        }
    }

    private static LeadStore claiming(Function<LeadState, Set<IdentityKey>> claims) {
        return new DelegatingStore() {
            @Override
            public CommitResult commit(Changeset changeset) {
                List<LeadWrite> leads = changeset.leads().stream()
                        .map(write -> new LeadWrite(
                                write.before(),
                                new LeadState(write.lead(), write.after().identities(), claims.apply(write.after()))))
                        .toList();
                return right.commit(with(changeset, leads, changeset.messages()));
            }
        };
    }
}
