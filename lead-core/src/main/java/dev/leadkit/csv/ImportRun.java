package dev.leadkit.csv;

import dev.leadkit.csv.ImportPass.Pending;
import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes what was planned for each line, and nothing else. Used once. */
final class ImportRun implements ImportPass.Step {
    private final CsvDesk desk;
    private final Digests planned;
    private final ImportRecord record;
    private final Cause cause;
    private final LineMatcher matcher;
    private int index;

    ImportRun(CsvDesk desk, Digests planned, ImportRecord record, LineMatcher matcher) {
        this.desk = desk;
        this.planned = planned;
        this.record = record;
        this.cause = new Cause(Cause.IMPORT, record.id().toString());
        this.matcher = matcher;
    }

    /**
     * A line to be written.
     *
     * @param place among those that are written together
     * @param index among all of the table
     */
    private record Write(int place, int index, Pending line, Unit unit) {}

    /** A unit of work with the lead as it will be stored. */
    private record Unit(Changeset changeset, Lead lead) {
        Unit(Lead lead, ChangesetBuilder builder) {
            this(builder.build(), lead);
        }
    }

    @Override
    public List<LineOutcome> take(List<Pending> lines) {
        List<LineOutcome> outcomes = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        for (Pending line : lines) {
            LineDecision decision = line.decision();
            boolean asPlanned = planned.isPlanned(index, decision.outcome());
            outcomes.add(asPlanned ? decision.outcome() : new Conflicted(line.line()));
            if (asPlanned && decision.after() != null) {
                writes.add(new Write(outcomes.size() - 1, index, line, unit(decision)));
            }
            index++;
        }
        commit(writes, outcomes);
        return outcomes;
    }

    private void commit(List<Write> writes, List<LineOutcome> outcomes) {
        if (writes.isEmpty()) {
            return;
        }
        List<Changeset> changesets = new ArrayList<>(record.next(
                writes.stream().map(write -> write.unit().lead().id()).toList()));
        int first = changesets.size();
        writes.forEach(write -> changesets.add(write.unit().changeset()));
        List<CommitOutcome> committed = desk.store().commitAll(changesets);
        committed.subList(0, first).forEach(CommitOutcome::orThrow);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            LineOutcome outcome = committed.get(first + i) instanceof CommitOutcome.Conflicted conflicted
                    ? afterConflict(write, conflicted.conflict())
                    : written(write.line().decision(), write.unit());
            outcomes.set(write.place(), outcome);
            record.count(outcome);
        }
    }

    /** What was planned may still be right on the fresh state. */
    private LineOutcome afterConflict(Write write, ConflictException conflict) {
        var lost = new Conflicted(write.line().line());
        LineValues values = write.line().values();
        if (values == null || conflict.isJoined() || !(conflict instanceof StaleLeadException)) {
            return lost;
        }
        try {
            return Optimistic.retry(() -> {
                LineDecision again = matcher.again(lost.line(), values, desk.now());
                if (!planned.isPlanned(write.index(), again.outcome())) {
                    return lost;
                }
                if (again.after() == null) {
                    return again.outcome();
                }
                Unit unit = unit(again);
                desk.store().commit(unit.changeset());
                return written(again, unit);
            });
        } catch (ConflictException last) {
            return lost;
        }
    }

    private Unit unit(LineDecision decision) {
        Lead after = Objects.requireNonNull(decision.after());
        Change[] notes = decision.notes().toArray(Change[]::new);
        ChangesetBuilder unit = desk.changeset(record.id().changeset(after.id()));
        if (decision.before() == null) {
            Lead scored = desk.scored(after, desk.now());
            return new Unit(unit.create(scored, decision.at(), cause, notes), unit);
        }
        Lead scored = desk.scored(after, decision.at());
        return new Unit(unit.update(decision.before(), scored, decision.at(), cause, notes), unit);
    }

    private static LineOutcome written(LineDecision decision, Unit unit) {
        return decision.outcome() instanceof Created created
                ? new Created(created.line(), unit.lead().id(), created.changes())
                : decision.outcome();
    }
}
