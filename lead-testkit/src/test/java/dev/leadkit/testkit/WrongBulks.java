package dev.leadkit.testkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitOutcome.Committed;
import dev.leadkit.store.CommitOutcome.Conflicted;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleLeadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores that commit many changesets wrongly and single ones rightly, to be run by {@link WrongStoresTest} alone. */
final class WrongBulks {
    private WrongBulks() {}

    /** Tells the conflicts last. */
    static class ShufflesOutcomes extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return telling(outcomes -> outcomes.stream()
                    .sorted(Comparator.comparing(Conflicted.class::isInstance))
                    .toList());
        }
    }

    /** Tells what was applied and is silent about the rest. */
    static class LeavesOutConflicts extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return telling(outcomes ->
                    outcomes.stream().filter(Committed.class::isInstance).toList());
        }
    }

    /** Says that all of it was applied. */
    static class SwallowsConflictsOfMany extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return telling(outcomes -> outcomes.stream()
                    .map(outcome -> outcome instanceof Conflicted ? new Committed(CommitResult.APPLIED) : outcome)
                    .toList());
        }
    }

    /** Does not say what had been applied before. */
    static class HidesRepeats extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return telling(outcomes -> outcomes.stream()
                    .map(outcome -> outcome instanceof Committed ? new Committed(CommitResult.APPLIED) : outcome)
                    .toList());
        }
    }

    private static LeadStore telling(UnaryOperator<List<CommitOutcome>> told) {
        return new DelegatingStore() {
            @Override
            public List<CommitOutcome> commitAll(List<Changeset> changesets) {
                return told.apply(super.commitAll(changesets));
            }
        };
    }

    /** Takes the whole call for one unit of work: the first conflict ends it for those that come after. */
    static class StopsAtTheFirstConflict extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<CommitOutcome> commitAll(List<Changeset> changesets) {
                    Changeset.requireOneTenant(changesets);
                    List<CommitOutcome> outcomes = new ArrayList<>();
                    for (Changeset each : changesets) {
                        CommitOutcome last = outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
                        outcomes.add(last instanceof Conflicted ? last : CommitOutcome.of(() -> right.commit(each)));
                    }
                    return outcomes;
                }
            };
        }
    }

    /** Looks at all of them before it applies the first, so that none can follow from another. */
    static class ChecksAllFirst extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<CommitOutcome> commitAll(List<Changeset> changesets) {
                    Changeset.requireOneTenant(changesets);
                    List<Optional<CommitOutcome>> refused =
                            changesets.stream().map(this::stale).toList();
                    List<CommitOutcome> outcomes = new ArrayList<>();
                    for (int i = 0; i < changesets.size(); i++) {
                        Changeset each = changesets.get(i);
                        outcomes.add(refused.get(i).orElseGet(() -> CommitOutcome.of(() -> right.commit(each))));
                    }
                    return outcomes;
                }

                private Optional<CommitOutcome> stale(Changeset changeset) {
                    return changeset.leads().stream()
                            .map(write -> new StaleLeadException(
                                    write.lead().id(),
                                    write.expectedVersion(),
                                    find(changeset.tenant(), write.lead().id())
                                            .map(Lead::version)
                                            .orElse(0L)))
                            .filter(stale -> stale.expected() != stale.found())
                            .map(stale -> (CommitOutcome) new Conflicted(stale))
                            .findFirst();
                }
            };
        }
    }

    /** Takes whatever comes in one call. */
    static class MixesTenants extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<CommitOutcome> commitAll(List<Changeset> changesets) {
                    return changesets.stream()
                            .map(each -> CommitOutcome.of(() -> right.commit(each)))
                            .toList();
                }
            };
        }
    }
}
