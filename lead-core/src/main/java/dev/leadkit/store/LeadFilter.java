package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are wanted. All conditions hold together; an empty set or an absent value asks for nothing. Withdrawn
 * leads are never among them. Immutable: each method gives a filter with one condition in place of what it had.
 *
 * <p>Values are {@linkplain Input#clean cleaned}, as those of leads are: what could not be stored finds nothing.
 *
 * @param pipeline its name
 * @param stages any of these keys
 * @param sources any of these keys
 * @param tags by which tags
 * @param assignee the host's id of the person
 * @param unassigned whether only leads that nobody looks after are wanted
 * @param created when they became leads
 * @param lastActivity when something last happened to them
 * @param score how high their scores are
 * @param band the key of the score's band
 * @param stale for each stage key the instant at or before which the last activity must lie; leads of other stages are
 *     then not wanted at all, so that with no stage none is
 * @param snooze when their snoozes end; one that has none ended before all time
 * @param text search terms, see {@link SearchTerms}
 * @param containing a text that must be within a name, an e-mail address or a phone number, see
 *     {@link SearchTerms#contains}
 * @param anyOf filters of which at least one must hold as well; none of them searches for a text
 */
public record LeadFilter(
        @Nullable String pipeline,
        Set<String> stages,
        Set<String> sources,
        TagFilter tags,
        @Nullable String assignee,
        boolean unassigned,
        TimeRange created,
        TimeRange lastActivity,
        ScoreRange score,
        @Nullable String band,
        @Nullable Map<String, Instant> stale,
        TimeRange snooze,
        @Nullable String text,
        @Nullable String containing,
        List<LeadFilter> anyOf) {

    /** The most stages, sources and alternatives of a filter. */
    public static final int MAX_VALUES = 1_000;

    /** How deep filters may lie within the alternatives of others. */
    public static final int MAX_DEPTH = 16;

    private static final LeadFilter ALL = new Draft().filter();

    /** @throws InvalidInputException if a value is not taken, or there are too many */
    public LeadFilter {
        pipeline = cleaned(pipeline);
        stages = values("stages", stages, MAX_VALUES);
        sources = values("sources", sources, MAX_VALUES);
        assignee = cleaned(assignee);
        band = cleaned(band);
        if (assignee != null && unassigned) {
            throw new InvalidInputException("unassigned", "an assignee or none, not both", "both");
        }
        stale = stale == null ? null : Staleness.sorted(stale);
        text = text == null || text.isBlank() ? null : Input.name("text", text);
        if (text != null && SearchTerms.ofQuery(text).isEmpty()) {
            throw new InvalidInputException("text", "at least one letter or digit", "none");
        }
        containing = containing == null || containing.isBlank() ? null : Input.name("containing", containing);
        if (containing != null && !SearchTerms.isContainable(containing)) {
            throw new InvalidInputException("containing", "three letters or digits in a row", "a shorter text");
        }
        anyOf = List.copyOf(anyOf);
        requireAtMost("anyOf", MAX_VALUES, anyOf.size());
        if (depth(anyOf) > MAX_DEPTH) {
            throw new InvalidInputException("anyOf", "filters at most %d deep".formatted(MAX_DEPTH), "deeper ones");
        }
        if (anyOf.stream().anyMatch(LeadFilter::isSearch)) {
            throw new InvalidInputException("anyOf", "filters without a text to search for", "one that searches");
        }
    }

    /** Every lead that is not withdrawn. */
    public static LeadFilter all() {
        return ALL;
    }

    /** No lead at all. */
    public static LeadFilter none() {
        return ALL.with(draft -> draft.stale = Map.of());
    }

    /**
     * Every lead for which at least one filter holds, such as the leads that are somebody's or nobody's. Of no filter it is
     * no lead.
     *
     * @throws InvalidInputException if a filter searches for a text
     */
    public static LeadFilter anyOf(Collection<LeadFilter> filters) {
        return filters.isEmpty() ? none() : ALL.with(draft -> draft.anyOf = List.copyOf(filters));
    }

    /**
     * The leads for which another filter holds as well.
     *
     * @throws InvalidInputException if the other one searches for a text
     */
    public LeadFilter and(LeadFilter other) {
        if (other.equals(ALL)) {
            return this;
        }
        return with(draft -> draft.anyOf = anyOf.isEmpty()
                ? List.of(other)
                : anyOf.stream().map(each -> each.and(other)).toList());
    }

    public LeadFilter inPipeline(String name) {
        return with(draft -> draft.pipeline = name);
    }

    /** In any of these stages. */
    public LeadFilter inStage(String... keys) {
        return with(draft -> draft.stages = among(keys));
    }

    /** From any of these sources. */
    public LeadFilter fromSource(String... keys) {
        return with(draft -> draft.sources = among(keys));
    }

    /** With at least one of these tags. */
    public LeadFilter taggedAny(String... any) {
        return with(draft -> draft.tags = new TagFilter(among(any), tags.all(), tags.none()));
    }

    /** With each of these tags. */
    public LeadFilter taggedAll(String... all) {
        return with(draft -> draft.tags = new TagFilter(tags.any(), among(all), tags.none()));
    }

    /** With none of these tags. */
    public LeadFilter taggedNone(String... none) {
        return with(draft -> draft.tags = new TagFilter(tags.any(), tags.all(), among(none)));
    }

    /** Looked after by this person. */
    public LeadFilter assignedTo(String user) {
        return with(draft -> {
            draft.assignee = user;
            draft.unassigned = false;
        });
    }

    /** Looked after by nobody. */
    public LeadFilter assignedToNobody() {
        return with(draft -> {
            draft.assignee = null;
            draft.unassigned = true;
        });
    }

    /** Half-open: created at {@code start} or later, and before {@code end}. */
    public LeadFilter createdBetween(Instant start, Instant end) {
        return createdIn(TimeRange.between(start, end));
    }

    public LeadFilter createdIn(TimeRange range) {
        return with(draft -> draft.created = range);
    }

    /** Whose last activity was in the range. */
    public LeadFilter activeIn(TimeRange range) {
        return with(draft -> draft.lastActivity = range);
    }

    public LeadFilter scoredAtLeast(int least) {
        return with(draft -> draft.score = new ScoreRange(least, score.max()));
    }

    public LeadFilter scoredAtMost(int most) {
        return with(draft -> draft.score = new ScoreRange(score.min(), most));
    }

    public LeadFilter inBand(String key) {
        return with(draft -> draft.band = key);
    }

    /**
     * In this pipeline, in a stage in which leads become stale, untouched for as long as that stage says, and not snoozed. Stages
     * without {@link dev.leadkit.pipeline.Stage#staleAfter}, closed ones say, have no stale leads.
     *
     * @param now the present, by the kit's clock; the filter is as of then
     */
    public LeadFilter stale(Pipeline in, Instant now) {
        Staleness staleness = Staleness.of(in, now);
        return with(draft -> {
            draft.pipeline = staleness.pipeline();
            draft.stale = staleness.untouchedSince();
            draft.snooze = new TimeRange(null, now.plus(1, ChronoUnit.MICROS));
        });
    }

    /**
     * Whose snooze ends in the range. A lead that is not snoozed counts as one whose snooze ended before all time; in the place of
     * what {@link #stale} says of it.
     */
    public LeadFilter snoozeEndsIn(TimeRange range) {
        return with(draft -> draft.snooze = range);
    }

    /** Snoozed at an instant, such as the present. */
    public LeadFilter snoozedAt(Instant now) {
        return snoozeEndsIn(new TimeRange(now.plus(1, ChronoUnit.MICROS), null));
    }

    /**
     * By search terms, which every store finds through an index; a blank text asks for nothing.
     *
     * @throws InvalidInputException if there is a text but no letter or digit in it, which would find every lead
     */
    public LeadFilter matching(String terms) {
        return with(draft -> draft.text = terms);
    }

    /**
     * By a text within a name, an e-mail address or a phone number, three letters or digits in a row at least; a blank
     * text asks for nothing. For stores that declare {@link Capabilities#containment}.
     */
    public LeadFilter containing(String part) {
        return with(draft -> draft.containing = part);
    }

    /**
     * All conditions, for the digest of a cursor. Not the instants of {@link #stale} and of the snooze, which move with the clock: the next
     * page of the stale leads is asked for later than the first.
     */
    List<Object> parts() {
        return Arrays.asList(
                pipeline,
                stages,
                sources,
                tags.any(),
                tags.all(),
                tags.none(),
                assignee,
                unassigned,
                created.from(),
                created.before(),
                lastActivity.from(),
                lastActivity.before(),
                score.min(),
                score.max(),
                band,
                stale == null ? null : stale.keySet(),
                snooze.from() != null,
                snooze.before() != null,
                text,
                containing,
                anyOf.stream().map(LeadFilter::parts).toList());
    }

    /** Whether it searches for a text, in words or within them. */
    public boolean isSearch() {
        return text != null || containing != null || anyOf.stream().anyMatch(LeadFilter::isSearch);
    }

    /** The search terms, folded; empty when no text is asked for. */
    public List<String> terms() {
        return text == null ? List.of() : SearchTerms.ofQuery(text);
    }

    /** For stores: whether nothing but columns of the board is asked for, a pipeline or stages or both or neither. */
    public boolean isOfColumnsAlone() {
        return with(draft -> {
                    draft.pipeline = null;
                    draft.stages = Set.of();
                })
                .equals(ALL);
    }

    /** Whether a lead is wanted. Every store must answer so; the in-memory one does it with this. */
    public boolean matches(Lead lead) {
        return !lead.withdrawn() && admits(lead);
    }

    /** The same of a lead that may be withdrawn: whether its conditions hold. */
    public boolean admits(Lead lead) {
        return (pipeline == null || pipeline.equals(lead.pipeline()))
                && (stages.isEmpty() || stages.contains(lead.stage()))
                && (sources.isEmpty() || sources.contains(lead.source().key()))
                && tags.matches(lead.tags())
                && (assignee == null || assignee.equals(lead.assignee()))
                && (!unassigned || lead.assignee() == null)
                && created.contains(lead.createdAt())
                && lastActivity.contains(lead.lastActivityAt())
                && score.matches(lead.score())
                && (band == null
                        || lead.score() != null && band.equals(lead.score().band()))
                && (stale == null || Staleness.isUntouched(stale, lead))
                && snooze.contains(lead.snoozedUntil() == null ? Instant.MIN : lead.snoozedUntil())
                && (text == null || SearchTerms.matches(lead, terms()))
                && (containing == null || SearchTerms.contains(lead, containing))
                && (anyOf.isEmpty() || anyOf.stream().anyMatch(each -> each.admits(lead)));
    }

    private LeadFilter with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.filter();
    }

    /** One that is named twice means no more than once. */
    private static Set<String> among(String... values) {
        return Set.copyOf(Arrays.asList(values));
    }

    /** Cleaned and sorted. */
    static Set<String> values(String field, Collection<String> values, int most) {
        requireAtMost(field, most, values.size());
        return values.stream()
                .map(Input::clean)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }

    private static @Nullable String cleaned(@Nullable String value) {
        return value == null ? null : Input.clean(value);
    }

    private static void requireAtMost(String field, int most, int found) {
        if (found > most) {
            throw new InvalidInputException(field, "at most " + most, Integer.toString(found));
        }
    }

    private static int depth(List<LeadFilter> filters) {
        return filters.stream()
                .mapToInt(filter -> 1 + depth(filter.anyOf))
                .max()
                .orElse(0);
    }

    /** A filter that is being changed, so that each method above names the one condition that it is about. */
    private static final class Draft {
        private @Nullable String pipeline;
        private Set<String> stages = Set.of();
        private Set<String> sources = Set.of();
        private TagFilter tags = TagFilter.ANYTHING;
        private @Nullable String assignee;
        private boolean unassigned;
        private TimeRange created = TimeRange.ALWAYS;
        private TimeRange lastActivity = TimeRange.ALWAYS;
        private ScoreRange score = ScoreRange.ANY;
        private @Nullable String band;
        private @Nullable Map<String, Instant> stale;
        private TimeRange snooze = TimeRange.ALWAYS;
        private @Nullable String text;
        private @Nullable String containing;
        private List<LeadFilter> anyOf = List.of();

        Draft() {}

        Draft(LeadFilter from) {
            pipeline = from.pipeline;
            stages = from.stages;
            sources = from.sources;
            tags = from.tags;
            assignee = from.assignee;
            unassigned = from.unassigned;
            created = from.created;
            lastActivity = from.lastActivity;
            score = from.score;
            band = from.band;
            stale = from.stale;
            snooze = from.snooze;
            text = from.text;
            containing = from.containing;
            anyOf = from.anyOf;
        }

        LeadFilter filter() {
            return new LeadFilter(
                    pipeline,
                    stages,
                    sources,
                    tags,
                    assignee,
                    unassigned,
                    created,
                    lastActivity,
                    score,
                    band,
                    stale,
                    snooze,
                    text,
                    containing,
                    anyOf);
        }
    }
}
