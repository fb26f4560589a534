package dev.leadkit.scoring.past;

import dev.leadkit.LeadDesk;
import dev.leadkit.Workbench;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.plan.Feature;
import dev.leadkit.scoring.LeadValues;
import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import dev.leadkit.scoring.history.PastLead;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Pages;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A tenant's closed leads as they were before they were closed: rows to learn a card from, or to check one against. Safe to
 * share.
 *
 * <pre>{@code
 * try (Stream<PastLead> rows = ClosedLeads.at(desk).stream(LeadFilter.all(), PointInTime.afterCreation(Duration.ofDays(3)))) {
 *     rows.forEach(row -> table.add(row.values(), row.won()));
 * }
 * }</pre>
 *
 * <p>Each lead is made again from its timeline as of an instant, see {@link PointInTime}: nothing that was written later is in
 * it, nor what was written together with the closing, and no message that came later counts. So a card that is learned from it
 * sees of a lead what it would have seen then.
 *
 * <p>Leads come in the order of their creation, a page of them in memory and the timeline and conversations of one; each costs
 * a read of its timeline, and one of each of its conversations. Left out are leads that have no such instant, whose stage is in
 * no version of their pipeline, and those that were closed from the beginning, as from a table.
 */
public final class ClosedLeads {
    private final Workbench bench;
    private final MessageIntents intents;

    private ClosedLeads(Workbench bench, MessageIntents intents) {
        this.bench = bench;
        this.intents = intents;
    }

    /**
     * Those of a desk's tenant.
     *
     * @throws dev.leadkit.plan.NotEntitledException if the tenant's plan does not show scores
     * @throws dev.leadkit.access.NotPermittedException if leads or fields are hidden from the actor
     */
    public static ClosedLeads at(LeadDesk desk) {
        return new ClosedLeads(desk.workbench(Feature.SCORING), MessageIntents.NONE);
    }

    /** The same with the intents of messages; without, past leads have none but those of messages whose text was not kept. */
    public ClosedLeads reading(MessageIntents ofMessages) {
        return new ClosedLeads(bench, ofMessages);
    }

    /** The closed leads that pass a filter now, each as of its instant; read as the stream is consumed. */
    public Stream<PastLead> stream(LeadFilter filter, PointInTime when) {
        return Pages.stream(page -> bench.store().list(bench.tenant(), new LeadQuery(filter, Sort.OLDEST, page)))
                .filter(Lead::closed)
                .flatMap(lead -> past(lead, when).stream());
    }

    /**
     * The same as rows to learn from, or to look back on with a card. Each reading goes through the store again.
     *
     * @param fields the keys of the custom fields that belong to it
     */
    public History history(LeadFilter filter, PointInTime when, List<String> fields) {
        List<String> inputs = Stream.concat(
                        LeadValues.inputs().stream(), fields.stream().map(key -> "field." + key))
                .toList();
        Function<Lead, Row> rows = LeadValues.rowsOf(inputs);
        return new History() {
            @Override
            public List<String> inputs() {
                return inputs;
            }

            @Override
            public void forEach(Consumer<? super ClosedRow> consumer) {
                try (Stream<PastLead> leads = stream(filter, when)) {
                    leads.forEach(past -> consumer.accept(ClosedRow.of(past, rows.apply(past.lead()))));
                }
            }
        };
    }

    private Optional<PastLead> past(Lead lead, PointInTime when) {
        Optional<StageCategory> ended = category(lead);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        List<Activity> timeline =
                Pages.timeline(bench.store(), bench.tenant(), lead.id()).toList();
        var past = new LeadPast(bench.tenant(), timeline);
        Instant closedAt = past.closedAt().orElse(null);
        if (closedAt == null) {
            return Optional.empty();
        }
        Instant asOf = when.of(lead.createdAt(), closedAt);
        if (!asOf.isBefore(closedAt)) {
            return Optional.empty();
        }
        return past.asOf(asOf)
                .map(then -> new PastLead(engaged(then, asOf), asOf, ended.get() == StageCategory.WON, closedAt));
    }

    /** How the lead ended; empty where no stage of its pipeline tells. */
    private Optional<StageCategory> category(Lead lead) {
        CurrentLead current = bench.pipelines().current(lead);
        return current.pipeline() == null
                ? Optional.empty()
                : current.pipeline()
                        .current()
                        .findStage(current.lead().stage())
                        .map(Stage::category)
                        .filter(StageCategory::isClosed);
    }

    private Lead engaged(Lead lead, Instant asOf) {
        Set<LeadId> leads = new HashSet<>(lead.mergedLeads());
        leads.add(lead.id());
        var engagement = new PastEngagement(intents, leads, asOf);
        lead.sessions()
                .forEach(session ->
                        bench.store().transcript(bench.tenant(), session).ifPresent(engagement::add));
        return lead.toBuilder().engagement(engagement.toEngagement()).build();
    }
}
