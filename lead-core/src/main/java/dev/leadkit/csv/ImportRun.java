package dev.leadkit.csv;

import dev.leadkit.csv.ImportPass.Pending;
import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.StaleLeadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
    private record Write(int place, int index, Pending line) {
        LineDecision decision() {
            return line.decision();
        }

        Lead after() {
            return Objects.requireNonNull(line.decision().after());
        }
    }

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
        List<Write> inTurn = new ArrayList<>();
        for (Pending line : lines) {
            LineDecision decision = line.decision();
            boolean asPlanned = planned.isPlanned(index, decision.outcome());
            outcomes.add(asPlanned ? decision.outcome() : new Conflicted(line.line()));
            if (asPlanned && decision.after() != null) {
                var write = new Write(outcomes.size() - 1, index, line);
                (isInTurn(decision) ? inTurn : writes).add(write);
            }
            index++;
        }
        if (!writes.isEmpty() || !inTurn.isEmpty()) {
            List<LeadId> leads = Stream.concat(writes.stream(), inTurn.stream())
                    .map(write -> write.after().id())
                    .toList();
            commit(record.next(leads), writes, outcomes);
        }
        inTurn.forEach(write -> told(write, inTurn(write), outcomes));
        matcher.rooms().settled();
        return outcomes;
    }

    /** Whether it brings the lead into a stage whose places are counted. */
    private boolean isInTurn(LineDecision decision) {
        String to = Objects.requireNonNull(decision.after()).stage();
        Lead before = decision.before();
        return (before == null || !before.stage().equals(to)) && matcher.rooms().isHard(to);
    }

    /** After all who came into the stage before it, if there is still room. */
    private LineOutcome inTurn(Write write) {
        var lost = new Conflicted(write.line().line());
        try {
            return Optimistic.retry(
                    () -> {
                        StageRooms.Turn turn = matcher.rooms().turn(write.after());
                        if (!turn.hasRoom()) {
                            return lost;
                        }
                        Unit unit = unit(write.decision(), turn::take);
                        return committed(write.line().line(), write.decision(), unit);
                    },
                    conflict -> conflict instanceof StaleDocumentException);
        } catch (ConflictException last) {
            return lost;
        }
    }

    private void told(Write write, LineOutcome outcome, List<LineOutcome> outcomes) {
        outcomes.set(write.place(), outcome);
        record.count(outcome);
    }

    private void commit(List<Changeset> records, List<Write> writes, List<LineOutcome> outcomes) {
        List<Unit> units =
                writes.stream().map(write -> unit(write.decision(), none -> {})).toList();
        List<Changeset> changesets = new ArrayList<>(records);
        int first = changesets.size();
        units.forEach(unit -> changesets.add(unit.changeset()));
        if (changesets.isEmpty()) {
            return;
        }
        Optional<List<CommitOutcome>> together = desk.commitAll(changesets);
        if (together.isEmpty()) {
            records.forEach(desk.store()::commit);
            for (int i = 0; i < writes.size(); i++) {
                told(writes.get(i), alone(writes.get(i), units.get(i)), outcomes);
            }
            return;
        }
        List<CommitOutcome> committed = together.get();
        committed.subList(0, first).forEach(CommitOutcome::orThrow);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            LineOutcome outcome = committed.get(first + i) instanceof CommitOutcome.Conflicted conflicted
                    ? afterConflict(write, conflicted.conflict())
                    : written(write.decision(), units.get(i));
            told(write, outcome, outcomes);
        }
    }

    private LineOutcome alone(Write write, Unit unit) {
        try {
            return committed(write.line().line(), write.decision(), unit);
        } catch (ConflictException conflict) {
            return afterConflict(write, conflict);
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
                if (isInTurn(again)) {
                    return lost;
                }
                Unit unit = unit(again, none -> {});
                return committed(lost.line(), again, unit);
            });
        } catch (ConflictException last) {
            return lost;
        }
    }

    /** @param beside adds to it what is written with the lead */
    private Unit unit(LineDecision decision, Consumer<ChangesetBuilder> beside) {
        Lead after = Objects.requireNonNull(decision.after());
        ChangesetBuilder unit = desk.changeset(record.id().changeset(after.id()));
        beside.accept(unit);
        Lead scored = desk.scored(after, decision.before() == null ? desk.now() : decision.at());
        return new Unit(decision.write(unit, scored, cause), unit);
    }

    /** Only the line is refused if the policy or the plan has come to be against it since it was decided. */
    private LineOutcome committed(long line, LineDecision decision, Unit unit) {
        List<Refusal> against = desk.commit(unit.changeset());
        return against.isEmpty() ? written(decision, unit) : new Refused(line, LineErrors.forbidden(against));
    }

    private static LineOutcome written(LineDecision decision, Unit unit) {
        return decision.outcome() instanceof Created created
                ? new Created(created.line(), unit.lead().id(), created.changes())
                : decision.outcome();
    }
}
