package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are wanted. All conditions hold together; an empty set or an absent value asks for nothing. Withdrawn
 * leads are never among them.
 *
 * @param pipeline its name
 * @param stages any of these keys
 * @param sources any of these keys
 * @param tags any of these
 * @param assignee the host's id of the person
 * @param from created at or after
 * @param before created before
 * @param minScore 0 to 100; a lead without a score has none
 * @param band the key of the score's band
 * @param text search terms, see {@link SearchTerms}
 */
public record LeadFilter(
        @Nullable String pipeline,
        Set<String> stages,
        Set<String> sources,
        Set<String> tags,
        @Nullable String assignee,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Integer minScore,
        @Nullable String band,
        @Nullable String text) {

    private static final LeadFilter ALL =
            new LeadFilter(null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);

    /** @throws InvalidInputException if a value is not taken */
    public LeadFilter {
        stages = sorted(stages);
        sources = sorted(sources);
        tags = sorted(tags);
        from = from == null ? null : Input.instant("from", from);
        before = before == null ? null : Input.instant("before", before);
        if (minScore != null && (minScore < 0 || minScore > 100)) {
            throw new InvalidInputException("minScore", "0 to 100", minScore.toString());
        }
        text = text == null || text.isBlank() ? null : Input.name("text", text);
    }

    public static LeadFilter all() {
        return ALL;
    }

    public LeadFilter inPipeline(String name) {
        return new LeadFilter(name, stages, sources, tags, assignee, from, before, minScore, band, text);
    }

    public LeadFilter inStage(String... keys) {
        return new LeadFilter(pipeline, Set.of(keys), sources, tags, assignee, from, before, minScore, band, text);
    }

    public LeadFilter fromSource(String... keys) {
        return new LeadFilter(pipeline, stages, Set.of(keys), tags, assignee, from, before, minScore, band, text);
    }

    public LeadFilter taggedAny(String... any) {
        return new LeadFilter(pipeline, stages, sources, Set.of(any), assignee, from, before, minScore, band, text);
    }

    public LeadFilter assignedTo(String user) {
        return new LeadFilter(pipeline, stages, sources, tags, user, from, before, minScore, band, text);
    }

    /** Half-open: created at {@code start} or later, and before {@code end}. */
    public LeadFilter createdBetween(Instant start, Instant end) {
        return new LeadFilter(pipeline, stages, sources, tags, assignee, start, end, minScore, band, text);
    }

    public LeadFilter scoredAtLeast(int score) {
        return new LeadFilter(pipeline, stages, sources, tags, assignee, from, before, score, band, text);
    }

    public LeadFilter inBand(String key) {
        return new LeadFilter(pipeline, stages, sources, tags, assignee, from, before, minScore, key, text);
    }

    public LeadFilter matching(String terms) {
        return new LeadFilter(pipeline, stages, sources, tags, assignee, from, before, minScore, band, terms);
    }

    /** All conditions, for the digest of a cursor. */
    List<Object> parts() {
        return Arrays.asList(pipeline, stages, sources, tags, assignee, from, before, minScore, band, text);
    }

    /** The search terms, folded; empty when no text is asked for. */
    public List<String> terms() {
        return text == null ? List.of() : SearchTerms.ofQuery(text);
    }

    /** Whether a lead is wanted. Every store must answer so; the in-memory one does it with this. */
    public boolean matches(Lead lead) {
        return !lead.withdrawn()
                && (pipeline == null || pipeline.equals(lead.pipeline()))
                && (stages.isEmpty() || stages.contains(lead.stage()))
                && (sources.isEmpty() || sources.contains(lead.source().key()))
                && (tags.isEmpty() || tags.stream().anyMatch(lead.tags()::contains))
                && (assignee == null || assignee.equals(lead.assignee()))
                && (from == null || !lead.createdAt().isBefore(from))
                && (before == null || lead.createdAt().isBefore(before))
                && matchesScore(lead)
                && (text == null || SearchTerms.matches(lead, terms()));
    }

    private boolean matchesScore(Lead lead) {
        var score = lead.score();
        return (minScore == null || score != null && score.value() >= minScore)
                && (band == null || score != null && score.band().equals(band));
    }

    private static Set<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
