package dev.leadkit.view;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.StaleDocumentException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The saved views of one tenant, as one actor sees them: his own, those of his teams, and those that are shared with all. Whoever acts on behalf of a
 * person acts as that person. Safe to share.
 *
 * <p>A change is decided on what was seen: it fails with {@link StaleDocumentException} when somebody saved the view anew,
 * or removed it, since then.
 */
public interface Views {
    /**
     * Saves a new view, which belongs to the actor.
     *
     * @throws InvalidInputException if its query can't be read (all the other problems are {@linkplain
     *     Throwable#getSuppressed suppressed} in the first), or it is for a team that the actor is not in
     */
    SavedView save(View view);

    /**
     * Saves another view in the place of one.
     *
     * @throws NotTheOwnerException if it belongs to another
     * @throws StaleDocumentException if it is no more as it was seen
     * @throws InvalidInputException if the query can't be read, or it is given to a team that the actor is not in
     */
    SavedView save(SavedView seen, View next);

    /** Empty when there is none of this id that the actor sees. */
    Optional<SavedView> find(ViewId id);

    /** All that the actor sees, by name and then by age. */
    List<SavedView> list();

    /**
     * Removes a view.
     *
     * @throws NotTheOwnerException if it belongs to another
     * @throws StaleDocumentException if it is no more as it was seen
     */
    void remove(SavedView seen);

    /**
     * A view as it can be shown now. What it names and there is no more is reported, never dropped.
     *
     * @param zone in which days begin and end
     */
    OpenedView open(SavedView saved, ZoneId zone);
}
