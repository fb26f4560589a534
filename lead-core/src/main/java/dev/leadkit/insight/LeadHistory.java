package dev.leadkit.insight;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of a lead through its stages as of an instant: what all figures are made from. Holds no text and no contact data.
 * Immutable and safe to share.
 *
 * <p>The first visit begins when the lead was created, the others when its timeline says, but none before the one in front
 * of it: a channel's clock may be ahead of ours. A lead that was merged into another has no history, since the other one
 * stands for it. That one has the visits that it made itself, and is created when the first of the two was.
 *
 * @param pipeline the name of the one it is in
 * @param source the key of where it came from, as it is now
 * @param createdAt when the lead was created; before its first visit where it has the conversations of an older one
 * @param asOf what happened later is left out
 * @param visits one after the other, at least one; the last is the one it is in
 * @param assignee who looked after it as of then; absent when nobody did
 * @param band of the score it had as of then; absent when it had none
 * @param answeredAt when a person first did something about it; absent when nobody had, see {@link #withReply}
 */
public record LeadHistory(
        LeadId lead,
        String pipeline,
        String source,
        Instant createdAt,
        Instant asOf,
        List<StageVisit> visits,
        @Nullable String assignee,
        @Nullable String band,
        @Nullable Instant answeredAt) {
    public LeadHistory {
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a history must have at least one visit");
        }
    }

    /**
     * Folds a lead's timeline.
     *
     * @param timeline in its order; entries of later versions than the lead's are left out
     * @param asOf the last instant that counts
     * @return empty for a lead that is withdrawn or merged into another, and for one that was created later
     */
    public static Optional<LeadHistory> read(Lead lead, Iterable<Activity> timeline, Instant asOf) {
        Instant last = Input.instant("asOf", asOf);
        Instant createdAt = ownCreation(lead);
        if (lead.withdrawn() || createdAt.isAfter(last)) {
            return Optional.empty();
        }
        var fold = new HistoryFold(createdAt, lead.version(), last);
        timeline.forEach(fold::add);
        return Optional.of(fold.history(lead));
    }

    /** A lead with merged ones has the earliest creation of all of them. */
    private static Instant ownCreation(Lead lead) {
        return lead.merged() == null ? lead.createdAt() : lead.merged().own().createdAt();
    }

    /** Where the lead is. */
    public StageVisit current() {
        return visits.get(visits.size() - 1);
    }

    /** How long the lead was in a stage; empty when it never was. */
    public Optional<TimeInStage> timeIn(String stage) {
        List<StageVisit> its =
                visits.stream().filter(visit -> visit.stage().equals(stage)).toList();
        if (its.isEmpty()) {
            return Optional.empty();
        }
        StageVisit latest = its.get(its.size() - 1);
        Duration cumulative = its.stream().map(visit -> visit.length(asOf)).reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new TimeInStage(its.size(), latest.from(), latest.to(), latest.length(asOf), cumulative));
    }

    /**
     * How often the lead was opened again after it had been closed.
     *
     * @param pipeline says which stages are closed; one that it does not have is open
     */
    public int reopenings(Pipeline pipeline) {
        var order = new StageOrder(pipeline);
        int reopenings = 0;
        for (int i = 1; i < visits.size(); i++) {
            boolean wasClosed = order.category(visits.get(i - 1).stage()).isClosed();
            boolean isClosed = order.category(visits.get(i).stage()).isClosed();
            reopenings += wasClosed && !isClosed ? 1 : 0;
        }
        return reopenings;
    }

    /**
     * The same history with stages of earlier versions of the pipeline read as those that took their place. A move from one
     * stage into its own new name is none.
     *
     * @param names the new key by the old one; others stay
     */
    public LeadHistory renamed(Map<String, String> names) {
        List<StageVisit> joined = new ArrayList<>();
        for (StageVisit visit : visits) {
            StageVisit named = visit.in(names.getOrDefault(visit.stage(), visit.stage()));
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).stage().equals(named.stage())) {
                joined.set(last, joined.get(last).until(named.to()));
            } else {
                joined.add(named);
            }
        }
        return new LeadHistory(lead, pipeline, source, createdAt, asOf, joined, assignee, band, answeredAt);
    }

    /**
     * The same history of a lead to which a person wrote. A timeline tells moves and notes of persons; that an agent wrote
     * in its conversation stands in the transcript.
     *
     * @param at when; before the first visit it was no answer to the lead, and later than {@link #asOf} it is left out
     */
    public LeadHistory withReply(Instant at) {
        boolean counts = !at.isBefore(visits.get(0).from()) && !at.isAfter(asOf);
        if (!counts || answeredAt != null && !at.isBefore(answeredAt)) {
            return this;
        }
        return new LeadHistory(lead, pipeline, source, createdAt, asOf, visits, assignee, band, at);
    }
}
