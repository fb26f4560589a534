package dev.leadkit.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan can gate. Everything that a desk does belongs to one of them, but for what the law asks for: to record a
 * consent or its withdrawal, to show, hand over and erase what is kept of a person, to keep and end retention.
 */
public enum Feature {
    /** One lead at a time: to create, look up, edit, move, note and tag it. */
    LEADS,
    /** The columns of a pipeline. */
    BOARD,
    /** Lists, filters and search. */
    LIST,
    /** Timelines and conversations. */
    HISTORY,
    /** To see scores, bands and why, and to publish scorecards. Scores are kept up to date behind the gate. */
    SCORING,
    /** Work on many leads at once. */
    BULK,
    /** To find duplicates, merge them and take them apart. */
    MERGES,
    /** Funnels, times, forecasts, the morning review. */
    INSIGHTS,
    /** Leads from a file. */
    IMPORT,
    /** Leads into a file. */
    EXPORT,
    /** To hand leads to people by rule. */
    ASSIGNMENT,
    /** Saved views. */
    VIEWS,
    /** Pipelines of the tenant's own. */
    PIPELINES,
    /** To take back what was done. */
    UNDO,
    /** To make leads of conversations, see {@link Plan#captureWhileGated()}. */
    CAPTURE;

    /** The names in JSON. */
    static final List<String> KEYS = Arrays.stream(values()).map(Feature::key).toList();

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feature of a name in JSON; empty when there is none. */
    public static Optional<Feature> ofKey(String key) {
        return Arrays.stream(values())
                .filter(feature -> feature.key().equals(key))
                .findFirst();
    }
}
