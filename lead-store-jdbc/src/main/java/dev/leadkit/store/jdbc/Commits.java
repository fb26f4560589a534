package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.CommitResult.SeenMessage;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.HostTransactionException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Commits changesets of one tenant that share nothing, however often that takes. Used once.
 *
 * <p>All are written in one transaction. When one of them meets a row that somebody else has written, the transaction
 * rolls back whole, and {@link Conflicts} says in a fresh one what stood in whose way; the rest is tried again. Nothing
 * is recovered within a transaction, which some databases do not allow; one of the host's is rolled back to its
 * savepoint.
 */
final class Commits {
    private final JdbcSession session;
    private final WriteForm form;
    private final TenantId tenant;
    private final Map<ChangesetId, CommitOutcome> outcomes = new HashMap<>();

    /** What attempts come to that failed in or after their commit, and so may have been applied after all. */
    private final Map<ChangesetId, CommitResult> unconfirmed = new HashMap<>();

    private List<Changeset> pending;
    private boolean joined;

    private Commits(JdbcSession session, WriteForm form, TenantId tenant, List<Changeset> changesets) {
        this.session = session;
        this.form = form;
        this.tenant = tenant;
        this.pending = changesets;
    }

    /** @return an outcome for each, in their order */
    static List<CommitOutcome> run(JdbcSession session, WriteForm form, List<Changeset> changesets) {
        Map<ChangesetId, Deque<CommitOutcome>> outcomes = new HashMap<>();
        for (List<Changeset> group : Disjoint.groups(changesets)) {
            var commits = new Commits(session, form, group.get(0).tenant(), group);
            commits.run();
            // A changeset that stands twice in the list is in two groups, the first of which is the earlier.
            commits.outcomes.forEach((id, outcome) ->
                    outcomes.computeIfAbsent(id, first -> new ArrayDeque<>()).add(outcome));
        }
        return changesets.stream()
                .map(each -> Objects.requireNonNull(outcomes.get(each.id())).remove())
                .toList();
    }

    private void run() {
        try {
            while (!pending.isEmpty()) {
                // One attempt less only when nobody was found to stand in the way.
                Retry.run(this::attempt);
            }
        } catch (StoreException failed) {
            boolean unknown = !joined && pending.stream().anyMatch(each -> unconfirmed.containsKey(each.id()));
            throw unknown
                    ? new UnknownOutcomeException(String.valueOf(failed.getMessage()), failed.getCause())
                    : failed;
        }
    }

    /** Whether all that was pending is written; else at least one is pending no more. */
    private boolean attempt() {
        List<Changeset> attempted = pending;
        try {
            write(attempted);
            attempted.forEach(each -> settle(each, new CommitOutcome.Committed(result(each))));
            pending = List.of();
            return true;
        } catch (PassingException.LostRace lost) {
            settleWhatStandsInTheWay(lost);
            return false;
        }
    }

    private void write(List<Changeset> attempted) {
        WriteForm its = form.of(attempted);
        if (its == WriteForm.BATCHES) {
            session.transaction(statements -> write(its, statements, attempted));
        } else if (attempted.stream().anyMatch(each -> !each.messages().isEmpty())) {
            // Which of them were there before is in the answer, which must not be lost.
            session.confirmed(statements -> write(its, statements, attempted));
        } else {
            session.statement(statements -> writeAlone(its, statements, attempted));
        }
    }

    private int writeAlone(WriteForm its, Statements statements, List<Changeset> attempted) throws SQLException {
        try {
            return write(its, statements, attempted);
        } catch (SQLException failed) {
            if (!joined && SqlErrors.leavesOutcomeUnknown(failed)) {
                attempted.forEach(each -> unconfirmed.put(each.id(), CommitResult.APPLIED));
            }
            throw failed;
        }
    }

    private int write(WriteForm its, Statements statements, List<Changeset> attempted) throws SQLException {
        joined = statements.isJoined();
        Set<SeenMessage> seenBefore = ChangesetWriter.write(its.on(statements), tenant, attempted);
        for (Changeset each : attempted) {
            Set<SeenMessage> ofIt = new HashSet<>();
            for (ChatMessage message : each.messages()) {
                ofIt.add(new SeenMessage(message.session(), message.id()));
            }
            ofIt.retainAll(seenBefore);
            unconfirmed.put(each.id(), ofIt.isEmpty() ? CommitResult.APPLIED : new CommitResult(false, ofIt));
        }
        return attempted.size();
    }

    private void settleWhatStandsInTheWay(PassingException.LostRace lost) {
        Conflicts conflicts = session.snapshot(statements -> Conflicts.read(statements, tenant, pending));
        for (Changeset each : pending) {
            if (conflicts.isApplied(each)) {
                settle(each, new CommitOutcome.Committed(result(each)));
            } else {
                conflicts.of(each).ifPresent(conflict -> settle(each, conflicted(conflict)));
            }
        }
        List<Changeset> rest = pending.stream()
                .filter(each -> !outcomes.containsKey(each.id()))
                .toList();
        if (rest.size() == pending.size()) {
            throw unexplained(lost);
        }
        pending = rest;
    }

    /** The other one gave up, so try again; unless the host's transaction may not show what he wrote. */
    private static StoreException unexplained(PassingException.LostRace lost) {
        return lost.isJoined()
                ? new HostTransactionException(
                        "somebody else has written the same, which the isolation of the host's transaction hides",
                        false,
                        lost.getCause())
                : lost;
    }

    private CommitOutcome conflicted(ConflictException conflict) {
        if (joined) {
            conflict.markJoined();
        }
        return new CommitOutcome.Conflicted(conflict);
    }

    private CommitResult result(Changeset changeset) {
        CommitResult result = unconfirmed.getOrDefault(changeset.id(), CommitResult.REPEATED);
        return joined ? result.asJoined() : result;
    }

    private void settle(Changeset changeset, CommitOutcome outcome) {
        outcomes.put(changeset.id(), outcome);
    }
}
