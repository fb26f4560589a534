package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * is recovered within a transaction, which some databases do not allow.
 */
final class Commits {
    private final JdbcSession session;
    private final WriteForm form;
    private final TenantId tenant;
    private final Map<ChangesetId, CommitOutcome> outcomes = new HashMap<>();

    /** What attempts come to that failed in or after their commit, and so may have been applied after all. */
    private final Map<ChangesetId, CommitResult> unconfirmed = new HashMap<>();

    private List<Changeset> pending;

    private Commits(JdbcSession session, WriteForm form, TenantId tenant, List<Changeset> changesets) {
        this.session = session;
        this.form = form;
        this.tenant = tenant;
        this.pending = changesets;
    }

    /** @return an outcome for each, in their order */
    static List<CommitOutcome> run(JdbcSession session, WriteForm form, List<Changeset> changesets) {
        List<CommitOutcome> outcomes = new ArrayList<>();
        for (List<Changeset> group : Disjoint.groups(changesets)) {
            var commits = new Commits(session, form, group.get(0).tenant(), group);
            commits.run();
            group.forEach(each -> outcomes.add(Objects.requireNonNull(commits.outcomes.get(each.id()))));
        }
        return outcomes;
    }

    private void run() {
        while (!pending.isEmpty()) {
            // One attempt less only when nobody was found to stand in the way.
            Retry.run(this::attempt);
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
            session.transaction(statements -> write(its.on(statements), attempted));
            return;
        }
        if (attempted.stream().anyMatch(each -> !each.messages().isEmpty())) {
            // Which of them were there before is in the answer, which must not be lost.
            session.confirmed(statements -> write(its.on(statements), attempted));
            return;
        }
        try {
            session.statement(statements -> write(its.on(statements), attempted));
        } catch (PassingException passing) {
            if (passing.isOutcomeUnknown()) {
                attempted.forEach(each -> unconfirmed.put(each.id(), CommitResult.APPLIED));
            }
            throw passing;
        }
    }

    private int write(Writes to, List<Changeset> attempted) throws SQLException {
        Set<SeenMessage> seenBefore = ChangesetWriter.write(to, tenant, attempted);
        for (Changeset each : attempted) {
            Set<SeenMessage> its = new HashSet<>();
            for (ChatMessage message : each.messages()) {
                its.add(new SeenMessage(message.session(), message.id()));
            }
            its.retainAll(seenBefore);
            unconfirmed.put(each.id(), its.isEmpty() ? CommitResult.APPLIED : new CommitResult(false, its));
        }
        return attempted.size();
    }

    private void settleWhatStandsInTheWay(PassingException.LostRace lost) {
        Conflicts conflicts = session.snapshot(statements -> Conflicts.read(statements, tenant, pending));
        for (Changeset each : pending) {
            if (conflicts.isApplied(each)) {
                settle(each, new CommitOutcome.Committed(result(each)));
            } else {
                conflicts.of(each).ifPresent(conflict -> settle(each, new CommitOutcome.Conflicted(conflict)));
            }
        }
        List<Changeset> rest = pending.stream()
                .filter(each -> !outcomes.containsKey(each.id()))
                .toList();
        if (rest.size() == pending.size()) {
            throw lost; // the other one gave up, so try again
        }
        pending = rest;
    }

    private CommitResult result(Changeset changeset) {
        return unconfirmed.getOrDefault(changeset.id(), CommitResult.REPEATED);
    }

    private void settle(Changeset changeset, CommitOutcome outcome) {
        outcomes.put(changeset.id(), outcome);
    }
}
