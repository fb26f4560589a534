package dev.leadkit.csv;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides line after line of one table. A line that may be about the lead of an earlier one is refused: its key is among all
 * that the earlier line or its lead is known by, or the other way round. So what becomes of a line never depends on whether
 * the earlier ones are stored yet, and a plan, its run and the next import of the table find the same leads. Not safe to share.
 */
final class LineMatcher {
    private final CsvDesk desk;
    private final CsvDesk.Allowance allowance;
    private final List<MatchKey> keys;
    private final ImportColumns columns;
    private final LeadLookup lookup;
    private final LineDecider decider;
    private final StageRooms rooms;
    private final SeenKeys seen = new SeenKeys();
    private final SeenKeys deciding = new SeenKeys();

    LineMatcher(CsvDesk desk, ImportSettings settings, ImportColumns columns) {
        this.desk = desk;
        this.allowance = desk.allowance();
        this.keys = settings.matchBy();
        this.columns = columns;
        this.lookup = new LeadLookup(desk, keys);
        this.rooms = desk.rooms();
        this.decider = new LineDecider(desk, settings.onMatch(), columns, rooms);
    }

    /** Decides a line that comes next. */
    LineDecision next(long line, LineValues values, Instant now) {
        MatchKey key = lookup.keyOf(values).orElse(null);
        if (key == null && !keys.isEmpty()) {
            return LineDecision.refused(line, List.of(LineErrors.noKey(keys)));
        }
        if (key != null && !lookup.isMatchable(key, values)) {
            return LineDecision.refused(
                    line, List.of(LineErrors.unmatchablePhone(header(key.field()), desk.normalizer())));
        }
        Optional<LineError> duplicate = duplicate(key, values);
        if (duplicate.isPresent()) {
            return LineDecision.refused(line, List.of(duplicate.get()));
        }
        Lead match = match(key, values);
        if (match != null && seen.line(match.id()).isPresent()) {
            long earlier = seen.line(match.id()).getAsLong();
            return LineDecision.refused(line, List.of(LineErrors.duplicate(null, earlier)));
        }
        Set<IdentityKey> claimed = lookup.claimed(values, match);
        OptionalLong earlier = firstIn(deciding, claimed);
        if (earlier.isPresent()) {
            return LineDecision.refused(line, List.of(LineErrors.duplicate(null, earlier.getAsLong())));
        }
        LineDecision decision = decide(line, key, values, match, now);
        if (isReopened(decision)) {
            // It takes its external id again, which a line before may have given to another, stored by now or not.
            OptionalLong other = firstSeen(lookup.externalIds(decision.before()));
            decision = other.isPresent()
                    ? LineDecision.refused(line, List.of(LineErrors.duplicate(null, other.getAsLong())))
                    : unlessTaken(line, decision);
        }
        decision = unlessForbidden(line, decision);
        if (!(decision.outcome() instanceof LineOutcome.Refused)) {
            remember(line, key, values, match, claimed);
        }
        if (decision.after() != null) {
            rooms.decided(decision.between(), decision.after());
        }
        return decision;
    }

    StageRooms rooms() {
        return rooms;
    }

    private void remember(
            long line, @Nullable MatchKey key, LineValues values, @Nullable Lead match, Set<IdentityKey> claimed) {
        Set<IdentityKey> others = new HashSet<>(claimed);
        if (key != null) {
            List<IdentityKey> forms = lookup.forms(key, values);
            forms.forEach(form -> deciding.add(form, line));
            forms.forEach(others::remove);
        }
        others.forEach(its -> seen.add(its, line));
        if (match != null) {
            seen.add(match.id(), line);
        }
    }

    private OptionalLong firstSeen(Collection<IdentityKey> forms) {
        OptionalLong decided = firstIn(deciding, forms);
        return decided.isPresent() ? decided : firstIn(seen, forms);
    }

    private static OptionalLong firstIn(SeenKeys where, Collection<IdentityKey> keys) {
        return keys.stream()
                .map(where::line)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Decides a line once more, on what is stored now. */
    LineDecision again(long line, LineValues values, Instant now) {
        MatchKey key = lookup.keyOf(values).orElse(null);
        return unlessTaken(line, decide(line, key, values, match(key, values), now));
    }

    /** Refuses to open a lead again whose external id another open lead has. */
    private LineDecision unlessTaken(long line, LineDecision decision) {
        return isReopened(decision)
                ? lookup.otherHolder(decision.before())
                        .map(holder -> LineDecision.refused(line, List.of(LineErrors.externalIdTaken(null, holder))))
                        .orElse(decision)
                : decision;
    }

    /** Refuses what the host's policy forbids, and what is beyond a quota of the tenant's plan. */
    private LineDecision unlessForbidden(long line, LineDecision decision) {
        Lead after = decision.after();
        if (after == null) {
            return decision;
        }
        List<Refusal> against = allowance.against(() -> {
            ChangesetBuilder unit = desk.changeset();
            decision.write(unit, after, null);
            return unit.build();
        });
        return against.isEmpty() ? decision : LineDecision.refused(line, LineErrors.forbidden(against));
    }

    private Optional<LineError> duplicate(@Nullable MatchKey key, LineValues values) {
        if (key != null) {
            OptionalLong earlier = firstSeen(lookup.forms(key, values));
            if (earlier.isPresent()) {
                return Optional.of(LineErrors.duplicate(header(key.field()), earlier.getAsLong()));
            }
        }
        return lookup.externalId(values.lead())
                .map(id -> firstSeen(List.of(id)))
                .filter(OptionalLong::isPresent)
                .map(earlier -> LineErrors.duplicate(header(CsvField.EXTERNAL_ID), earlier.getAsLong()));
    }

    private @Nullable Lead match(@Nullable MatchKey key, LineValues values) {
        if (key == null) {
            return null;
        }
        Optional<Lead> match = key == MatchKey.LEAD_ID && values.leadId() != null
                ? lookup.byId(values.leadId())
                : lookup.byIdentity(lookup.forms(key, values));
        return match.orElse(null);
    }

    private LineDecision decide(
            long line, @Nullable MatchKey key, LineValues values, @Nullable Lead match, Instant now) {
        if (match == null && key == MatchKey.LEAD_ID) {
            return LineDecision.refused(line, List.of(LineErrors.unknownLead(header(CsvField.LEAD_ID))));
        }
        LineDecision decision = match == null
                ? decider.create(line, values, now)
                : decider.update(line, values, match, lookup.notesOf(match.id()), now);
        if (decision.after() == null || key == MatchKey.EXTERNAL_ID) {
            return decision;
        }
        return lookup.otherHolder(values, match)
                .map(holder -> LineErrors.externalIdTaken(header(CsvField.EXTERNAL_ID), holder))
                .map(taken -> LineDecision.refused(line, List.of(taken)))
                .orElse(decision);
    }

    private static boolean isReopened(LineDecision decision) {
        Lead before = decision.before();
        Lead after = decision.after();
        return before != null && before.closed() && after != null && !after.closed();
    }

    private @Nullable String header(CsvField field) {
        return columns.headerOf(field);
    }
}
