package dev.leadkit.view;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Input;
import java.time.Instant;
import java.util.Set;

/**
 * A view as it is stored.
 *
 * @param version 1 when it was saved first, one higher with each change
 * @param owner the host's id of the person who saved it first, who alone may change it
 * @param savedAt when this version was saved
 */
public record SavedView(ViewId id, long version, String owner, View view, Instant savedAt) {
    public SavedView {
        if (version < 1) {
            throw new IllegalArgumentException("a view's version must be 1 or more, was " + version);
        }
        Input.id("view.owner", owner);
        savedAt = Input.instant("view.savedAt", savedAt);
    }

    /**
     * Whether a person sees it: his own, one of a team of his, or one that is shared with all.
     *
     * @param teams his teams, see {@link Teams}
     */
    public boolean isVisibleTo(String user, Set<String> teams) {
        return view.shared() || owner.equals(user) || view.team() != null && teams.contains(view.team());
    }

    /** The text in which it is kept. */
    public String toJson() {
        return ViewJson.write(this);
    }

    /**
     * The saved view that a text holds.
     *
     * @throws InvalidDefinitionException with all problems of the text
     */
    public static SavedView parse(ViewId id, long version, String json, Instant savedAt) {
        return ViewJson.parse(id, version, json, savedAt);
    }
}
