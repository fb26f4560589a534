package dev.leadkit.lead;

import java.util.UUID;

/**
 * Makes the ids of leads and changesets. May be called from several threads at once.
 *
 * <p>The default makes version-7 UUIDs from the kit's clock; a test passes its own to get the same ids in each run.
 */
@FunctionalInterface
public interface IdSource {
    /** An id that was never given before. */
    UUID next();
}
