package dev.leadkit.insight;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineTraffic;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Pages;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a tenant's leads tell, in one pipeline and as of one instant. A desk hands it out; immutable and safe to share.
 *
 * <pre>{@code
 * Insights insights = desk.insights();
 * TimeRange month = DateRange.LAST_MONTH.at(insights.asOf(), ZoneId.of("Europe/Berlin"));
 * CohortFunnel funnel = insights.cohortFunnel(month, SkippedStages.IMPUTED);
 * Conversion bySource = insights.conversion(month, Conversion.Basis.CREATED, Dimension.SOURCE);
 * }</pre>
 *
 * <p>Figures of histories read each lead that they need with its timeline, and nothing else: the leads created in the
 * window, or those in which something happened since it began. They are not kept, so for several figures at once collect
 * {@link #histories} and give them to each figure's {@code of}. Leads that change while they are read are as they were when
 * they were read. Who was erased is in no figure any more.
 *
 * <p>Each method throws {@link dev.leadkit.store.StoreException} if the storage failed.
 */
public final class Insights {
    private final LeadStore store;
    private final TenantId tenant;
    private final Pipeline pipeline;
    private final Instant asOf;
    private final LeadFilter filter;
    private final Map<String, String> renamed;

    /** @param asOf the last instant that counts */
    public Insights(LeadStore store, TenantId tenant, Pipeline pipeline, Instant asOf) {
        this(store, tenant, pipeline, asOf, LeadFilter.all(), Map.of());
    }

    private Insights(
            LeadStore store,
            TenantId tenant,
            Pipeline pipeline,
            Instant asOf,
            LeadFilter filter,
            Map<String, String> renamed) {
        this.store = store;
        this.tenant = tenant;
        this.pipeline = pipeline;
        this.asOf = asOf;
        this.filter = filter.inPipeline(pipeline.name());
        this.renamed = Map.copyOf(renamed);
    }

    /** The last instant that counts; what happened later is left out of every history. */
    public Instant asOf() {
        return asOf;
    }

    /**
     * The same as of another instant. Where a lead was, who looked after it and its band are as of then; whether it counts
     * at all (it may be merged or withdrawn since), its source, and what the forecast and the review show are as they are now.
     */
    public Insights asOf(Instant instant) {
        return new Insights(store, tenant, pipeline, instant, filter, renamed);
    }

    /** The same of the leads that pass a filter as they are now, in place of an earlier one. Its pipeline is set here. */
    public Insights among(LeadFilter leads) {
        return new Insights(store, tenant, pipeline, asOf, leads, renamed);
    }

    /**
     * The same with stages of earlier versions of the pipeline read as others, see {@link LeadHistory#renamed}. Without it
     * a stage that the pipeline does not have is an open one beside the way.
     *
     * @param names the key of a stage that the pipeline has, by the old one
     * @throws InvalidInputException if the pipeline has no stage of a new key
     */
    public Insights renamed(Map<String, String> names) {
        for (String name : names.values()) {
            if (pipeline.findStage(name).isEmpty()) {
                throw new InvalidInputException("renamed", "a stage of " + pipeline, name);
            }
        }
        return new Insights(store, tenant, pipeline, asOf, filter, names);
    }

    /**
     * How many leads are in each stage now, and where those went that came into it in a window: for a diagram of the
     * pipeline, see {@link Pipeline#toMermaid(PipelineTraffic)}.
     */
    public PipelineTraffic traffic(TimeRange window) {
        Map<String, Long> leads = new TreeMap<>();
        for (Board.Column column :
                store.board(tenant, BoardQuery.of(filter).cards(0)).columns()) {
            leads.merge(renamed.getOrDefault(column.stage(), column.stage()), column.count(), Long::sum);
        }
        return Traffic.of(pipeline, leads, movedIn(window), window);
    }

    /** How far the leads came that were created in a window. */
    public CohortFunnel cohortFunnel(TimeRange window, SkippedStages skipped) {
        return CohortFunnel.of(pipeline, createdIn(window), window, skipped);
    }

    /** Who came into which stage, and where they went, in a window. */
    public PeriodFunnel periodFunnel(TimeRange window, SkippedStages skipped) {
        return PeriodFunnel.of(pipeline, movedIn(window), window, skipped);
    }

    /** How long the visits that began in a window last. */
    public StageTimes stageTimes(TimeRange window) {
        return StageTimes.of(pipeline, movedIn(window), window);
    }

    /** What the leads of a window came to. */
    public Conversion conversion(TimeRange window, Conversion.Basis basis, Dimension dimension) {
        Stream<LeadHistory> histories = switch (basis) {
            case CREATED -> createdIn(window);
            case CLOSED -> movedIn(window);
        };
        return Conversion.of(pipeline, histories, window, basis, dimension);
    }

    /** Why the leads were lost that were lost in a window. */
    public LostLeads lostLeads(TimeRange window) {
        return LostLeads.of(pipeline, movedIn(window), window);
    }

    /** How soon the leads that were created in a window were answered. Reads their conversations, too. */
    public ResponseTimes responseTimes(TimeRange window, ResponseTarget target, Dimension dimension) {
        Stream<LeadHistory> answered =
                leads(within(window)).flatMap(lead -> history(lead).map(history -> replied(lead, history)).stream());
        return ResponseTimes.of(pipeline, answered, window, target, dimension);
    }

    /** What the open leads may bring. Reads those, and no timelines. */
    public Forecast forecast() {
        var order = new StageOrder(pipeline);
        // The filter has no word for open, and a stage that the pipeline does not have is open, too.
        String[] open = store.board(tenant, BoardQuery.of(filter).cards(0)).columns().stream()
                .map(Board.Column::stage)
                .filter(stage -> !order.category(stage).isClosed())
                .toArray(String[]::new);
        return Forecast.of(pipeline, open.length == 0 ? Stream.empty() : leads(filter.inStage(open)));
    }

    /**
     * What to look at first, see {@link MorningReview}. Reads no timelines.
     *
     * @param limit how many leads of each kind, 1 to {@value PageRequest#MAX_LIMIT}
     * @throws InvalidInputException if the limit is out of range
     */
    public MorningReview morningReview(int limit) {
        Page<Lead> hot = store.list(tenant, byScore(MorningReview.hotFilter(filter, pipeline, asOf), limit));
        Page<Lead> unnoticed =
                store.list(tenant, byScore(MorningReview.unnoticedFilter(filter, pipeline, asOf), limit));
        Map<String, Long> stale = new TreeMap<>();
        LeadFilter untouched = filter.stale(pipeline, asOf);
        untouched = untouched.snoozeEndsIn(untouched.snooze().and(filter.snooze()));
        store.board(tenant, BoardQuery.of(untouched).cards(0))
                .columns()
                .forEach(column -> stale.put(column.stage(), column.count()));
        return new MorningReview(asOf, hot, unnoticed, goingStale(limit), stale);
    }

    private static LeadQuery byScore(LeadFilter leads, int limit) {
        return LeadQuery.of(leads).sortedBy(LeadQuery.Sort.SCORE).limit(limit);
    }

    /** All that go stale within a day are read, since no store gives them in the order of when they do. */
    private List<MorningReview.GoingStale> goingStale(int limit) {
        Comparator<MorningReview.GoingStale> soonest = Comparator.comparing(MorningReview.GoingStale::staleAt)
                .thenComparing(each -> each.lead().id());
        var kept = new PriorityQueue<>(soonest.reversed());
        for (Stage stage : pipeline.stages()) {
            Duration staleAfter = stage.staleAfter();
            boolean isWanted = filter.stages().isEmpty() || filter.stages().contains(stage.key());
            if (staleAfter == null || !isWanted) {
                continue;
            }
            // Stale is who was last touched at the threshold or before; so a range that is open at its start.
            Instant from = asOf.minus(staleAfter).plus(1, ChronoUnit.MICROS);
            TimeRange within = TimeRange.between(from, from.plus(MorningReview.DAY));
            Instant last = asOf.plus(MorningReview.DAY);
            LeadFilter its = filter.inStage(stage.key());
            TimeRange wakes = TimeRange.between(asOf.plus(1, ChronoUnit.MICROS), last.plus(1, ChronoUnit.MICROS));
            TimeRange active = filter.lastActivity();
            Stream<Lead> untouched = leads(its.activeIn(active.and(within)));
            Stream<Lead> snoozed = leads(its.activeIn(active.and(new TimeRange(null, from)))
                    .snoozeEndsIn(filter.snooze().and(wakes)));
            Stream.concat(untouched, snoozed)
                    .map(lead -> new MorningReview.GoingStale(lead, lead.staleFrom(staleAfter)))
                    .filter(each -> !each.staleAt().isAfter(last))
                    .forEach(each -> {
                        kept.add(each);
                        if (kept.size() > limit) {
                            kept.remove();
                        }
                    });
        }
        return kept.stream().sorted(soonest).toList();
    }

    /** The history of one lead, whatever the filter; empty when the tenant has no such lead, or it has no history. */
    public Optional<LeadHistory> history(LeadId id) {
        return store.find(tenant, id).flatMap(this::history);
    }

    /** The histories of all leads that pass the filter, read as the stream is. */
    public Stream<LeadHistory> histories() {
        return histories(filter);
    }

    private Stream<LeadHistory> createdIn(TimeRange window) {
        return histories(within(window));
    }

    /** Whoever moved in the window was created before its end, and was last active at or after its beginning. */
    private Stream<LeadHistory> movedIn(TimeRange window) {
        LeadFilter leads = filter;
        if (leads.created().equals(TimeRange.ALWAYS)) {
            leads = leads.createdIn(new TimeRange(null, window.before()));
        }
        if (leads.lastActivity().equals(TimeRange.ALWAYS)) {
            leads = leads.activeIn(new TimeRange(window.from(), null));
        }
        return histories(leads);
    }

    /** What a host's own filter says of the creation stands; the figures look at the window again. */
    private LeadFilter within(TimeRange window) {
        return filter.created().equals(TimeRange.ALWAYS) ? filter.createdIn(window) : filter;
    }

    private Stream<LeadHistory> histories(LeadFilter leads) {
        return leads(leads).flatMap(lead -> history(lead).stream());
    }

    private Stream<Lead> leads(LeadFilter wanted) {
        return Pages.stream(page -> store.list(tenant, new LeadQuery(wanted, LeadQuery.Sort.OLDEST, page)));
    }

    private Optional<LeadHistory> history(Lead lead) {
        Iterable<Activity> timeline = Pages.iterable(page -> store.timeline(tenant, lead.id(), page));
        return LeadHistory.read(lead, timeline, asOf).map(history -> history.renamed(renamed));
    }

    private LeadHistory replied(Lead lead, LeadHistory history) {
        Instant begin = history.visits().get(0).from();
        return lead.sessions().stream()
                .flatMap(session -> store.transcript(tenant, session).stream())
                .flatMap(transcript -> transcript.messages().stream())
                .filter(message -> message.speaker() == Speaker.AGENT)
                .map(ChatMessage::at)
                .filter(at -> !at.isBefore(begin))
                .min(Comparator.naturalOrder())
                .map(history::withReply)
                .orElse(history);
    }
}
