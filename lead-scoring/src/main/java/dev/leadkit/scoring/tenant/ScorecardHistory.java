package dev.leadkit.scoring.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cards a tenant has published, and which stand now. Immutable and safe to share.
 *
 * @param entries oldest first; empty when nothing was ever published
 * @param version to say with the next change that this is what it was decided on; 0 when nothing was ever published
 */
public record ScorecardHistory(List<Entry> entries, long version) {
    static final ScorecardHistory EMPTY = new ScorecardHistory(List.of(), 0);

    /**
     * From an instant on, a role had another card.
     *
     * @param card name and version of the card, such as {@code b2b@3}; absent when the role had none any more
     * @param by who did it: kind and id of the actor, such as {@code user ann}
     */
    public record Entry(CardRole role, @Nullable String card, Instant at, String by) {}

    public ScorecardHistory {
        entries = List.copyOf(entries);
    }

    /** Name and version of the card that has a role now; empty when none has. */
    public Optional<String> card(CardRole role) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).role() == role) {
                return Optional.ofNullable(entries.get(i).card());
            }
        }
        return Optional.empty();
    }

    /** Whether a card was ever published, in whatever role. */
    boolean has(String card) {
        return entries.stream().anyMatch(entry -> card.equals(entry.card()));
    }

    ScorecardHistory then(List<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new ScorecardHistory(all, version + 1);
    }
}
