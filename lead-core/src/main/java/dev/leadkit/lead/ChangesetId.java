package dev.leadkit.lead;

import java.util.UUID;

/** The id of one unit of work. A store applies a changeset of one id at most once. */
public record ChangesetId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
